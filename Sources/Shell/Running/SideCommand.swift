import Grammar
import Reports

/// A command that runs aside, between backticks or in a lesson: it may change the copy of a session that
/// it is given, and nothing else.
///
/// It cannot leave, run scripts or lessons, or write files.
struct SideCommand {
  /// What does more than answer, by its verb, or by its verb and the word that selects the form.
  private static let refused = [
    "browse", "doctor", "export", "history run", "model save", "quit", "record", "record off",
    "source",
  ]

  /// The command as typed.
  let invocation: Invocation
  private let command: any Command
  private let arguments: Arguments

  /// Reads a line of exactly one command.
  ///
  /// - Throws: `Mistake` when it is none, or does more than answer.
  init(_ text: String) throws(Mistake) {
    let line = CommandLine(parsing: text)
    if let mistake = line.mistake { throw mistake }
    guard let invocation = line.invocations.first, line.invocations.count == 1 else {
      throw Mistake("one command was expected here", at: nil)
    }
    try self.init(invocation)
  }

  /// Checks one command.
  ///
  /// - Throws: `Mistake` when it is none, or does more than answer.
  init(_ invocation: Invocation) throws(Mistake) {
    if let option = invocation.options.first {
      throw Mistake("\(option.text) has no place here", at: option.range)
    }
    command = try CommandTable.command(for: invocation.verb)
    arguments = try Arguments(invocation, for: command)
    self.invocation = invocation
    let name = [command.verb, arguments.selector].compactMap(\.self).joined(separator: " ")
    guard !Self.refused.contains(name), !command.isAboutCourse else {
      throw Mistake(
        "\(name) does more than answer, so it cannot stand here", at: invocation.verb.range)
    }
    if let key = arguments.writtenFile {
      throw Mistake("\(key.text)= writes a file, which cannot be done here", at: key.range)
    }
  }

  /// Whether what is answered later may depend on it.
  var changesSession: Bool { command.changesSession }

  /// The command without `pick=` and without the blanks that mean nothing: equal ones answer alike.
  var meaning: String {
    let words = [invocation.verb] + invocation.words
    let pairs = invocation.pairs.filter { $0.key.text != Arguments.pickKey }
    return (words.map(\.text) + pairs.map { "\($0.key.text)=\($0.value.text)" })
      .joined(separator: "\u{1f}")
  }

  /// What is shown of an answer: the one value that `pick=` chooses, else all.
  ///
  /// - Throws: `Mistake` when there is no such value.
  func picked(of report: Report) throws(Mistake) -> Report {
    let pick = invocation.pairs.first { $0.key.text == Arguments.pickKey }
    return try pick.map { pair throws(Mistake) in try report.picking(pair.value) } ?? report
  }

  /// Answers, and leaves in the session what the command leaves.
  ///
  /// - Throws: `Mistake` with its place in the command's line, or `Interrupted`; the session is unchanged then.
  func run(in session: inout Session, _ context: CommandContext) throws -> Report {
    var copy = session
    copy.request = nil
    let report = try command.run(arguments, session: &copy, context: context)
    copy.lastReport = report
    copy.lastCommand = invocation.source
    session = copy
    return report
  }
}

extension Report {
  /// The one named value that an invocation chooses with `pick=`, or the only one there is.
  ///
  /// - Throws: `Mistake` when there is none or more than one.
  func onlyValue(pickedBy invocation: Invocation) throws(Mistake) -> Value {
    let pick = invocation.pairs.first { $0.key.text == Arguments.pickKey }
    let values = try pick.map { pair throws(Mistake) in try picking(pair.value).values } ?? values
    guard let only = values.first(where: { _ in true }), values.count == 1 else {
      let names = values.names.joined(separator: ", ")
      throw Mistake(
        values.isEmpty
          ? "this answer has no named values"
          : "this answer has several values; choose one with pick=, of \(names)", at: nil)
    }
    return only.value
  }
}

extension Arguments {
  /// The key that names a file to write, where one was typed.
  fileprivate var writtenFile: Word? {
    invocation.pairs.first { pair in
      form.keys.contains { key in
        guard case .file = key.kind else { return false }
        return key.name == pair.key.text
      }
    }?.key
  }
}
