import ArgumentParser
import CProcessors
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

  @Flag(help: "Show lessons to a class: block by block, nothing is kept.")
  var present = false

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("A command with its words, or one script.", valueName: "words"))
  var words: [String] = []

  static func main() {
    cprocessors_require_level()
    do {
      let program = try programWithoutOptions() ?? parse().program()
      Gatehouse.end(
        with: program.run(environment: Gatehouse.environment(), places: Places.current()))
    } catch {
      // ArgumentParser ends a usage error with 64; here it is 2, and help and version are no errors.
      let isComplaint = exitCode(for: error) != .success
      Gatehouse.end(with: Gatehouse.say(fullMessage(for: error), isComplaint: isComplaint))
    }
  }

  /// The program that is called without options; `nil` where there are some beside a line in `-c`.
  ///
  /// Here nothing is to be parsed, and not to wake ArgumentParser halves the way to an answer: it looks
  /// through the conformances of every type (7 of 10 million instructions of the process).
  private static func programWithoutOptions() throws -> Gatehouse? {
    let arguments = Array(CommandLine.arguments.dropFirst())
    var gatehouse = Gatehouse()
    if let first = arguments.first {
      if arguments.count == 2, first == "-c", !arguments[1].hasPrefix("-") {
        gatehouse.task = .line(arguments[1])
      } else if first.hasPrefix("-") {
        return nil
      } else {
        gatehouse.task = try Gatehouse.Task(words: arguments, files: Files())
      }
    }
    return gatehouse
  }

  private func program() throws -> Gatehouse {
    var gatehouse = Gatehouse()
    gatehouse.isJSON = json
    gatehouse.color = color
    gatehouse.keepsGoing = keepGoing
    gatehouse.lessonFolders = lessons
    gatehouse.isPresenting = present
    gatehouse.task = try task()
    return gatehouse
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
