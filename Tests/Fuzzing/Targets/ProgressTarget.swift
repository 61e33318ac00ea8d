@testable import Lessons

extension FuzzTarget {
  /// A student's progress: what is written reads back.
  static let progress = FuzzTarget(name: "progress") { bytes in
    read(bytes)
    // The fuzzer would never guess the hash in the last line.
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let body = lines.flatMap { $0 + [UInt8(ascii: "\n")] }
    let end = ProgressWriter.end(lines: lines.count, hash: ProgressWriter.hash(body))
    read(body + Array(end.utf8) + [UInt8(ascii: "\n")])
  }

  private static func read(_ bytes: [UInt8]) {
    do {
      let progress = try Progress(parsing: bytes)
      require((try? Progress(parsing: Array(progress.text.utf8))) == progress, "it reads back")
    } catch {
      requirePrintable("\(error)")
    }
  }
}
