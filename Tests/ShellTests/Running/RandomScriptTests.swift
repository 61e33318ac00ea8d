import LineEditing
import Recurrent
import Reports
import Testing

@testable import Shell

/// Lines that nobody would type: whatever comes, the shell answers or complains, and goes on.
struct RandomScriptTests {
  @Test(arguments: 1...4)
  func anyLineAnswersOrComplains(seed: Int) throws {
    var lines = RandomLines(seed: seed)
    let shell = try ShellHarness()
    try shell.prepare()
    var answered = 0
    for _ in 0..<120 {
      let line = lines.next()
      let outcome = shell.run(line)
      #expect([0, 1].contains(outcome.status), "\(line)")
      if outcome.status == 0 { answered += 1 }
      let isComplaining = outcome.complaints != "" || outcome.answers.contains("\"error\":")
      #expect((outcome.status == 1) == isComplaining, "\(line)")
      for scalar in (outcome.answers + outcome.complaints).unicodeScalars
      where scalar != "\n" && scalar.properties.generalCategory == .control {
        Issue.record("\(line) let a control character through")
      }
    }
    // Lines of both kinds came up.
    #expect((5...110).contains(answered))
  }

  @Test(arguments: 11...12)
  func anyLineGivesObjectsOfOneLineEach(seed: Int) throws {
    var lines = RandomLines(seed: seed)
    let shell = try ShellHarness(.json)
    try shell.prepare()
    for _ in 0..<80 {
      let line = lines.next()
      for json in try shell.jsonObjects(line) {
        let isAnswer = json.names == ["command", "title", "values", "blocks"]
        #expect(isAnswer || json.names == ["command", "error"], "\(line)")
      }
    }
  }

  @Test(arguments: [(21, 20), (22, 33), (23, 80), (24, 1)])
  func noLineOfAnAnswerIsWiderThanTheScreen(seed: Int, width: Int) throws {
    var lines = RandomLines(seed: seed)
    // In ASCII a column is a byte.
    let shell = try ShellHarness(.text, .init(width: width, unicode: false, isTerminal: true))
    try shell.prepare()
    for _ in 0..<40 {
      let line = lines.next()
      guard !line.contains("--json"), !line.contains("width") else { continue }
      let outcome = shell.run(line)
      for shown in (outcome.answers + outcome.complaints).split(separator: "\n") {
        #expect(shown.utf8.count <= width, "\(line)")
      }
    }
  }

  @Test(arguments: 31...33)
  func tabAnywhereInAnyLineOffersSomethingOrNothing(seed: Int) throws {
    var lines = RandomLines(seed: seed)
    let shell = try ShellHarness()
    for _ in 0..<60 {
      let line = lines.next()
      let completer = ShellCompleter(session: shell.session, context: shell.context)
      let count = line.utf8.count
      for cursor in Set([0, count / 3, count / 2, count - 1, count]) where cursor >= 0 {
        guard let found = completer.completion(for: line, cursorInBytes: cursor) else { continue }
        #expect(!found.candidates.isEmpty, "\(line)")
        #expect(found.replacement.upperBound == cursor && found.replacement.lowerBound >= 0)
      }
    }
  }
}

extension ShellHarness {
  /// Small models and files, so that many of the lines find what they name.
  fileprivate func prepare() throws {
    _ = try home.make(
      "p.csv", "Date,High\n2020-01-01,1\n2020-01-02,2\n2020-01-03,4\n2020-01-04,3\n")
    _ = try home.make("s.gate", "set t=50\ngates rnn\n")
    _ = run("train lstm units=2 epochs=1 batch=512 as=mine")
  }
}

/// Random tokens, and examples with tokens dropped, doubled, swapped or replaced.
private struct RandomLines {
  private var generator: SeededGenerator

  init(seed: Int) {
    generator = SeededGenerator(seed: UInt64(seed), stream: .shuffling)
  }

  mutating func next() -> String {
    let line = Bool.random(using: &generator) ? randomTokens() : mutatedExample()
    // What leaves, or takes long, is for other tests.
    return line.contains("train") ? line + " units=1 epochs=1 batch=2000" : line
  }

  private mutating func randomTokens() -> String {
    let verb = pick(CommandTableTests.verbs.filter { $0 != "train" })
    return ([verb] + (0..<Int.random(in: 0...5, using: &generator)).map { _ in token() })
      .joined(separator: pick([" ", " ", " ", "  ", "=", ";"]))
  }

  private mutating func mutatedExample() -> String {
    let lines =
      CommandTable.all.flatMap(\.examples).map(\.line)
      + Glossary.entries.compactMap(\.tryLine)
    var words = pick(lines).split(separator: " ").map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !words.isEmpty {
      let place = Int.random(in: 0..<words.count, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: words.remove(at: place)
      case 1: words.insert(words[place], at: place)
      case 2: words.swapAt(place, Int.random(in: 0..<words.count, using: &generator))
      case 3: words[place] = token()
      case 4: words.insert(token(), at: place)
      default: words[place] = changedByte(of: words[place])
      }
    }
    return words.joined(separator: " ")
  }

  private mutating func changedByte(of word: String) -> String {
    var bytes = Array(word.utf8)
    guard !bytes.isEmpty else { return word }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    bytes[place] = UInt8.random(in: 1...255, using: &generator)
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func token() -> String {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: pick(Self.words)
    case 1: pick(Self.keys) + pick(["=", "=", "=", " = ", "", "=="]) + pick(Self.values)
    case 2: pick(Self.values)
    default: pick(Self.oddities)
    }
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &generator) ?? ""
  }

  private static let words =
    [
      "rnn", "lstm", "gru", "latch", "mine", "nobody", "show", "window", "plot", "make", "adding",
      "reset",
    ]
    + [
      "load ~/p.csv", "~/s.gate", "~/p.csv", "forget-gate", "ko", "--json", "--help", "--nothing",
      "data",
    ]
  private static let keys =
    CommandTable.all.flatMap { $0.forms.flatMap { $0.keys.map(\.name) } }.filter { $0 != "seeds" }
    + ["pick", "tt", ""]
  private static let values =
    [
      "42", "0", "-1", "9", "3019", "99999", "-99999", "33..42", "..", "1..", "42..33", "9,10,11",
      "1,", ",", "all",
    ]
    + [
      "2006-03-06", "2008-10-11", "2008-02-30", "0000-00-00", "2006-01-03..2006-02-01", "0.5",
      "1e308", "-1e308",
    ]
    + [
      "1e999", "nan", "inf", "0x10", "9223372036854775807", "9223372036854775808",
      "-9223372036854775808",
    ]
    + [
      "[[0.5, 0.2]]", "[[1],[2]]", "[[1,2],[3]]", "[[", "]]", "[]", "yes", "no", "change", "window",
      "carry", "test",
    ]
    + [
      "forget", "hidden", "h", "z", "50%", "-5%", "none", "~/p.csv", "High", "keras", "~/new.csv",
      "max", "drop",
    ]
  private static let oddities =
    [
      "'", "\"", "\\", "`", "#", ";", "=", "''", "\"\"", "'a b'", "\"\\n\"", "\"\\x\"",
      "\u{1B}[31m", "\u{7}",
    ]
    + [
      "é", "日本", "😀", "\u{200B}", "\u{301}", "\u{202E}", "\r\n", "\t", "\u{0}", "[", "]", "(",
      "$HOME", "*",
    ]
    + [
      String(repeating: "x", count: 500), String(repeating: "9", count: 400), "-", "--", "---", "?",
      "quit;data",
    ]
}
