import Grammar
import Reports

/// Answers the commands that stand between backticks in an expression: `` `evaluate pick=rnn.rmse` ``.
///
/// They run on copies of the session that are thrown away, so that reckoning changes nothing: no model,
/// no setting, not even the count of looks at the test rows.
struct NamedValueReader {
  let session: Session
  let context: CommandContext

  /// The invocation of `` `last pick=loss` ``, which stands for the last answer and computes nothing; nil for
  /// any other command.
  static func lastInvocation(_ text: String) -> Invocation? {
    let line = CommandLine(parsing: text)
    guard let invocation = line.invocations.first, line.invocations.count == 1,
      line.mistake == nil, invocation.verb.text == "last"
    else { return nil }
    return invocation
  }

  /// The number that a command stands for.
  ///
  /// - Parameter word: The command without its backticks, with its place in the line.
  /// - Returns: The one value that it answers with, whatever its size.
  /// - Throws: `Mistake` at its place in the line; `Interrupted`.
  func number(_ word: Word) throws -> Double {
    do {
      let value = try value(of: word.text)
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

  /// The one value that a command answers with.
  ///
  /// - Throws: `Mistake` with its place in the command; `Interrupted`.
  func value(of text: String) throws -> Value {
    if let last = Self.lastInvocation(text) {
      guard let report = session.lastReport else {
        throw Mistake("there is no last answer yet", at: last.verb.range)
      }
      return try report.onlyValue(pickedBy: last)
    }
    let command = try SideCommand(text)
    var copy = session
    return try command.run(in: &copy, context).onlyValue(pickedBy: command.invocation)
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
