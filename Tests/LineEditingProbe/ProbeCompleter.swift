import LineEditing

/// A small language to complete: verbs, keys without a space behind them, a file name that needs
/// quotes.
enum ProbeCompleter {
  private static let verbs: [Completion.Candidate] = [
    Completion.Candidate("gates", meaning: "the gates of a cell"),
    Completion.Candidate("gradient", meaning: "what reaches each step"),
    Completion.Candidate("power", meaning: "the powers of a matrix"),
  ]

  private static let keys: [Completion.Candidate] = [
    Completion.Candidate("t=", isFinal: false), Completion.Candidate("unit=", isFinal: false),
    Completion.Candidate("forget"), Completion.Candidate("forward"),
  ]

  private static let files = ["\"a b.csv\"", "\"über→日.csv\""].map { Completion.Candidate($0) }

  static func completion(for line: String, cursorInBytes: Int) -> Completion? {
    let before = Array(line.utf8.prefix(cursorInBytes))
    let quotes = before.indices.filter { before[$0] == UInt8(ascii: "\"") }
    let isInQuotes = quotes.count % 2 == 1
    let start =
      isInQuotes
      ? quotes.last ?? 0 : (before.lastIndex(of: UInt8(ascii: " ")).map { $0 + 1 } ?? 0)
    let word = String(decoding: before[start...], as: UTF8.self)
    let candidates = isInQuotes ? files : start == 0 ? verbs : keys
    return Completion(
      replacement: start..<cursorInBytes, candidates: candidates.filter { $0.text.hasPrefix(word) })
  }
}
