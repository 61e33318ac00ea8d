import Foundation
import Testing

@testable import Shell

/// A file that a stranger could have made or that something has damaged, the command that opens it, and
/// all that the user is told.
struct HostileFile: Sendable, CustomTestStringConvertible {
  /// What is hostile about it.
  let testDescription: String
  let bytes: [UInt8]
  /// The command, in which `~/f` is the file.
  let line: String
  /// The whole message, in which `~` is the home folder.
  let message: String

  init(_ what: String, _ bytes: [UInt8], _ line: String, _ message: String) {
    testDescription = what
    self.bytes = bytes
    self.line = line
    self.message = message
  }

  init(_ what: String, _ text: String, _ line: String, _ message: String) {
    self.init(what, Array(text.utf8), line, message)
  }
}

/// A line that a user could type, and all that it is answered with.
struct HostileLine: Sendable, CustomTestStringConvertible {
  /// What is hostile about it.
  let testDescription: String
  let line: String
  /// The whole message, in which `~` is the home folder.
  let message: String

  init(_ what: String, _ line: String, _ message: String) {
    testDescription = what
    self.line = line
    self.message = message
  }
}

extension ShellHarness {
  /// Writes the file and runs its command.
  func expectRefusal(
    of file: HostileFile, as name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    _ = try home.make(name, bytes: file.bytes)
    let line = file.line.replacing("~/f", with: "~/" + name)
    try expectRefusal(of: line, with: file.message, sourceLocation: sourceLocation)
  }

  /// Runs a line that must fail with this message, show nothing that a terminal obeys, change nothing and
  /// leave the session able to answer.
  func expectRefusal(
    of line: String, with message: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try self.message(line, sourceLocation: sourceLocation)
      .replacing(home.path, with: "~")
    #expect(found == message, sourceLocation: sourceLocation)
    try expectHarmless(run(line), sourceLocation: sourceLocation)
  }

  /// Looks for what a terminal obeys in all that was shown, and whether the session goes on.
  func expectHarmless(
    _ outcome: Outcome, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let obeyed = (outcome.answers + outcome.complaints).unicodeScalars.filter(\.isObeyedByTerminals)
    #expect(obeyed.isEmpty, sourceLocation: sourceLocation)
    #expect(
      try text("calc 1+1", sourceLocation: sourceLocation).contains("= 2"),
      sourceLocation: sourceLocation)
  }
}

extension Unicode.Scalar {
  /// Whether it steers a terminal or turns the direction of text: C0 but for the newline, C1, and what
  /// overrides directions.
  var isObeyedByTerminals: Bool {
    properties.generalCategory == .control && self != "\n" || properties.isBidiControl
  }
}

/// Bytes that a file of weights consists of: the length of its header, the header, and values of 0.
func safetensors(_ header: String, values: Int = 0, announcing length: UInt64? = nil) -> [UInt8] {
  let length = length ?? UInt64(header.utf8.count)
  return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array(header.utf8)
    + [UInt8](repeating: 0, count: values)
}

/// A text in UTF-16, behind its byte order mark where `hasMark`.
func utf16(_ text: String, hasMark: Bool = true) -> [UInt8] {
  (hasMark ? [0xFF, 0xFE] : [])
    + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
}
