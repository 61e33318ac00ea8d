import Grammar
import Reports

/// Answers the commands that stand between backticks in an expression: `` `evaluate pick=rnn.rmse` ``.
///
/// They run on copies of the session that are thrown away, so that reckoning changes nothing: no model,
/// no setting, not even the count of looks at the test rows.
struct NamedValueReader {
  let session: Session
  let context: CommandContext

  /// The word for the last answer, which is not computed again: `` `last pick=loss` ``.
  private static let lastAnswer = "last"
  /// What does more than answer, by its verb, or by its verb and the word that selects the form.
  private static let refused = ["model save", "quit", "source"]

  /// The number that a command stands for.
  ///
  /// - Parameter word: The command without its backticks, with its place in the line.
  /// - Returns: The one value that it answers with, whatever its size.
  /// - Throws: `Mistake` at its place in the line; `Interrupted`.
  func number(_ word: Word) throws -> Double {
    do {
      let invocation = try single(word)
      let value = try value(of: try report(invocation), pickedBy: invocation)
      guard let number = value.number else {
        throw Mistake("this is \(NumberFormat.text(value, .shortest)), which is no number", at: nil)
      }
      return number
    } catch let mistake as Mistake {
      throw mistake.moved(into: word)
    } catch let interrupted as Interrupted {
      throw interrupted
    } catch {
      throw Mistake(printable(String(describing: error)), at: word.range)
    }
  }

  private func single(_ word: Word) throws(Mistake) -> Invocation {
    let line = CommandLine(parsing: word.text)
    if let mistake = line.mistake { throw mistake }
    guard let invocation = line.invocations.first, line.invocations.count == 1 else {
      throw Mistake("one command was expected between the backticks", at: nil)
    }
    if let option = invocation.options.first {
      throw Mistake("\(option.text) has no place between backticks", at: option.range)
    }
    return invocation
  }

  private func report(_ invocation: Invocation) throws -> Report {
    if invocation.verb.text == Self.lastAnswer {
      guard let report = session.lastReport else {
        throw Mistake("there is no last answer yet", at: invocation.verb.range)
      }
      return report
    }
    let command = try CommandTable.command(for: invocation.verb)
    let arguments = try Arguments(invocation, for: command)
    let name = [command.verb, arguments.selector].compactMap(\.self).joined(separator: " ")
    guard !Self.refused.contains(name) else {
      throw Mistake("\(name) has no value, so it cannot stand here", at: invocation.verb.range)
    }
    if let key = arguments.writtenFile {
      throw Mistake("\(key.text)= writes a file, which an expression must not", at: key.range)
    }
    var copy = session
    return try command.run(arguments, session: &copy, context: context)
  }

  private func value(
    of report: Report, pickedBy invocation: Invocation
  ) throws(Mistake) -> Value {
    let pick = invocation.pairs.first { $0.key.text == Arguments.pickKey }
    let values = try pick.map { pair throws(Mistake) in try report.picking(pair.value).values }
    let found = values ?? report.values
    guard let only = found.first(where: { _ in true }), found.count == 1 else {
      let names = found.names.joined(separator: ", ")
      throw Mistake(
        found.isEmpty
          ? "this answer has no named values"
          : "this answer has several values; choose one with pick=, of \(names)", at: nil)
    }
    return only.value
  }
}

extension Mistake {
  /// The mistake of a command inside a line, with its place in that line.
  fileprivate func moved(into word: Word) -> Mistake {
    let start = word.range.lowerBound
    return Mistake(
      message, at: range.map { $0.lowerBound + start..<$0.upperBound + start } ?? word.range,
      hint: hint)
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
