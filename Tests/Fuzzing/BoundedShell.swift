import Foundation
import Grammar
import Reports

@testable import Shell

/// A shell for scripts of strangers: it reads the checkout's data, writes nothing, and interrupts what
/// goes on for long.
final class BoundedShell {
  private let output = CheckingOutput()

  private static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static let files = Files(
    system: FileSystem { call, path in
      let changes: Set<FileSystem.Call> = [.write, .rename, .link, .makeFolder, .remove, .shorten]
      if changes.contains(call) { return EROFS }
      // Devices and pipes of the machine are none of the script's business.
      return path.hasPrefix(checkout) || path.hasPrefix("/nonexistent") ? nil : ENOENT
    })

  private static let places = Places(
    environment: ["HOME": "/nonexistent", "GATEHOUSE_HOME": checkout], executable: nil)

  /// A context that interrupts work which reports its progress for the twentieth time.
  static var context: CommandContext {
    var reports = 0
    return CommandContext(
      files: files, places: places, capabilities: .plain,
      progress: { _ in
        reports += 1
        if reports > 20 { throw Interrupted() }
      }, now: { 1_800_000_000 })
  }

  /// A session that has read the shipped files, once for all scripts.
  static let session: Session = {
    var session = Session()
    _ = try? session.marketData(context)
    for name in session.modelNames { _ = try? session.model(Word(name, at: 0..<0), context) }
    return session
  }()

  /// Runs a script to its end, whatever fails.
  func run(_ script: [UInt8]) {
    let shell = Interpreter(form: .text, keepsGoing: true, output: output) { _ in Self.context }
    shell.session = Self.session
    _ = shell.execute(script: script, file: "fuzz.gate")
  }
}

/// Shows nothing, and looks at what would be shown.
private final class CheckingOutput: AnswerOutput {
  func answer(_ text: String) { requirePrintable(text) }
  func waitAtPause() -> Bool { true }
  func complain(_ text: String) { requirePrintable(text) }
}
