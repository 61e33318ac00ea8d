import ArgumentParser
import Reports
import Shell

/// The process: arguments in, exit status out.
@main
struct GatehouseProcess: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gatehouse",
    abstract: "A shell for learning how recurrent networks remember.",
    discussion: """
      Without arguments it opens the shell. Words are one command, as in
      gatehouse gates lstm t=42; one word that names a file is a script.
      """,
    version: "Gatehouse \(Gatehouse.version)")

  @Option(name: .customShort("c"), help: ArgumentHelp("Run a line of commands.", valueName: "line"))
  var line: String?

  @Flag(help: "Answer with one JSON object a command, each on one line.")
  var json = false

  @Option(
    help: "Colour answers: auto, always or never.",
    transform: { text in
      guard let choice = TerminalCapabilities.ColorChoice(rawValue: text) else {
        throw ValidationError("--color takes auto, always or never, not \(text)")
      }
      return choice
    })
  var color = TerminalCapabilities.ColorChoice.auto

  @Flag(help: "Go on after a mistake in a script.")
  var keepGoing = false

  @Option(help: ArgumentHelp("Add a folder with your own lessons.", valueName: "folder"))
  var lessons: [String] = []

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("A command with its words, or one script.", valueName: "words"))
  var words: [String] = []

  static func main() {
    do {
      Gatehouse.end(with: try parse().status())
    } catch {
      // ArgumentParser ends a usage error with 64; here it is 2, and help and version are no errors.
      let isAnswer = exitCode(for: error) == .success
      Gatehouse.say(fullMessage(for: error), isComplaint: !isAnswer)
      Gatehouse.end(with: isAnswer ? ExitStatus.success : ExitStatus.usage)
    }
  }

  private func status() throws -> Int32 {
    var gatehouse = Gatehouse()
    gatehouse.isJSON = json
    gatehouse.color = color
    gatehouse.keepsGoing = keepGoing
    gatehouse.lessonFolders = lessons
    gatehouse.task = try task()
    return gatehouse.run(environment: Gatehouse.environment(), places: Places.current())
  }

  private func task() throws -> Gatehouse.Task {
    // The words are passed on as they stand, so the options that the library answers itself come here too.
    switch words.first {
    case "--help", "-h": throw CleanExit.helpRequest(self)
    case "--version": throw CleanExit.message(Self.configuration.version)
    case let word? where word.hasPrefix("-"): throw ValidationError("Unknown option '\(word)'")
    default: break
    }
    if let line {
      guard words.isEmpty else {
        throw ValidationError("-c takes the whole line in quotes: -c 'gates lstm t=42'")
      }
      return .line(line)
    }
    return words.isEmpty ? .shell : try Gatehouse.Task(words: words, files: Files())
  }
}
