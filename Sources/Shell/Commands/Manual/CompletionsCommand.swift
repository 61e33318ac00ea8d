import Grammar
import Lessons
import Reports

/// `completions`: what lets the shell of the system complete the commands of this one.
struct CompletionsCommand: Command {
  let verb = "completions"
  let purpose = "writes the script with which bash, zsh or fish completes gatehouse"
  let forms = [
    Form(words: [WordParameter("SHELL", .choice(CompletionScript.allCases.map(\.rawValue)))])
  ]
  let examples = [
    Example("completions bash", "source <(gatehouse completions bash) in .bashrc"),
    Example("completions fish", "for ~/.config/fish/completions/gatehouse.fish"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    guard let word = arguments.word, let script = CompletionScript(rawValue: word.text) else {
      return Report()
    }
    let places = CompletionPlaces(lessons: LessonLibrary(context).lessons.map(\.id))
    // The file is read in any locale.
    return .verbatim(ascii(script.text(for: places.all)), &session)
  }
}

extension Report {
  /// A text for other programs, which standard output gets as it stands.
  static func verbatim(_ text: String, _ session: inout Session) -> Report {
    session.request = .showVerbatim(text)
    var report = Report()
    report.values["text"] = .text(text)
    return report
  }
}
