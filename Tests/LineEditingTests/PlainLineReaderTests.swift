import TestSupport
import Testing

@testable import LineEditing

struct PlainLineReaderTests {
  private static let limit = PlainLineReader.limitInBytes

  /// All that a reader finds in bytes.
  private func results(of bytes: [UInt8]) -> [ReadResult] {
    let reader = PlainLineReader(bytes: bytes)
    var results: [ReadResult] = []
    while results.last != .endOfInput, results.count < 100 {
      results.append(reader.readLine(prompt: "> "))
    }
    return results
  }

  private func results(of text: String) -> [ReadResult] {
    results(of: Array(text.utf8))
  }

  @Test func linesEndWithLFOrCRLFOrTheInput() {
    #expect(
      results(of: "a\nb\r\n\r\n\nlast") == [
        .line("a"), .line("b"), .line(""), .line(""), .line("last"), .endOfInput,
      ])
  }

  @Test func aLineEndAtTheEndOpensNoOtherLine() {
    #expect(results(of: "a\n") == [.line("a"), .endOfInput])
    #expect(results(of: "") == [.endOfInput])
  }

  @Test func aByteOrderMarkIsNoText() {
    #expect(results(of: "\u{FEFF}a\n\u{FEFF}b") == [.line("a"), .line("\u{FEFF}b"), .endOfInput])
  }

  @Test func aCarriageReturnInsideALineStays() {
    #expect(results(of: "a\rb\r\n") == [.line("a\rb"), .endOfInput])
  }

  @Test func invalidUTF8IsToldWithItsPlaceAndPassedOver() {
    let bytes: [UInt8] = Array("a\né日".utf8) + [0xFF, 0x62, 0x0A, 0x63, 0x0A]
    let failure = ReadFailure(.notUTF8, line: 2, column: 3)
    #expect(results(of: bytes) == [.line("a"), .failed(failure), .line("c"), .endOfInput])
    #expect(failure.description == "column 3: this is not UTF-8 text")
  }

  @Test(arguments: [
    [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80],
  ])
  func halfAndForbiddenSequencesAreNoUTF8(_ bytes: [UInt8]) {
    #expect(
      results(of: [0x61] + bytes) == [
        .failed(ReadFailure(.notUTF8, line: 1, column: 2)), .endOfInput,
      ])
  }

  @Test func aNULIsTold() {
    let failure = ReadFailure(.containsNUL, line: 1, column: 2)
    #expect(results(of: "a\0b\nc") == [.failed(failure), .line("c"), .endOfInput])
    #expect(
      failure.description
        == "column 2: there is a NUL character; is this a text file in UTF-8?")
  }

  @Test(arguments: ["", "\n", "\r\n"])
  func aLineOfTheLimitIsReadAndALongerOneIsNot(_ end: String) {
    let fits = String(repeating: "a", count: Self.limit)
    let failure = ReadFailure(.tooLong(limitInBytes: Self.limit), line: 1, column: 1)
    #expect(results(of: fits + end) == [.line(fits), .endOfInput])
    #expect(results(of: fits + "a" + end) == [.failed(failure), .endOfInput])
    #expect(failure.description == "the line is longer than 1048576 bytes")
  }

  @Test func aPipeIsReadInWhateverPiecesItComes() throws {
    let long = String(repeating: "b", count: 100_000)
    let result = try runProcess(
      builtProduct("line-editing-probe"), ["plain"], input: "a\n\(long)\nc")
    #expect(result.output == "line <a>\nline <100000 bytes>\nline <c>\nend\n")
    #expect(result.error == "")
    #expect(result.status == .exited(0))
  }

  @Test func aLineWithoutEndIsGivenUpAtTheLimit() throws {
    let endless = String(repeating: "a", count: 3 * Self.limit)
    let result = try runProcess(
      builtProduct("line-editing-probe"), ["plain"], input: "\(endless)\nb\n")
    #expect(
      result.output == "line 1, the line is longer than 1048576 bytes\nline <b>\nend\n")
  }

  @Test func aFolderCannotBeReadAndIsThenAtItsEnd() throws {
    let result = try runProcess(
      "/bin/sh", ["-c", "exec \"$0\" plain < /", builtProduct("line-editing-probe")])
    #expect(result.output == "line 1, cannot read: Is a directory\nend\n")
  }

  @Test func aTerminalIsAskedAgainAfterControlD() throws {
    let terminal = try makeEditor("prompting")
    terminal.send("ab")
    terminal.send(.control("D"))
    terminal.send(.control("D"))
    try terminal.expect("line <ab>")
    try terminal.expectLine("2>")
    terminal.send("cd\r")
    try terminal.expect("line <cd>")
  }

  @Test func aTerminalThatCannotEditStillPromptsAndIsInterrupted() throws {
    let terminal = try makeEditor("prompting", environment: ["TERM": "dumb"])
    terminal.send("ab")
    try terminal.expectLine("1> ab")
    terminal.send(.control("C"))
    try terminal.expect("interrupted")
    try terminal.expectLine("2>")
    terminal.send("cd\r")
    try terminal.expect("line <cd>")
    try terminal.expectLine("3>")
    terminal.send(.control("D"))
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(!terminal.output.contains(0x1B))
  }
}
