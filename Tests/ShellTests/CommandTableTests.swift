import Foundation
import Lessons
import LineEditing
import Reports
import Testing

@testable import Shell

struct CommandTableTests {
  static let verbs = CommandTable.all.map(\.verb)

  @Test func commandsAreSortedByVerb() {
    #expect(Self.verbs == Self.verbs.sorted())
  }

  @Test func noWordCallsTwoCommands() {
    let words = CommandTable.all.flatMap { [$0.verb] + $0.otherVerbs }
    #expect(Set(words).count == words.count)
  }

  @Test func everyDeclarationIsWhole() {
    for command in CommandTable.all {
      #expect(!command.purpose.isEmpty && !command.purpose.hasSuffix("."), "\(command.verb)")
      #expect(command.examples.count >= 2, "\(command.verb)")
      #expect(!command.forms.isEmpty, "\(command.verb)")
      for key in command.forms.flatMap(\.keys) {
        #expect(!key.purpose.isEmpty && !key.purpose.hasSuffix("."), "\(command.verb) \(key.name)")
      }
    }
  }

  @Test func noFormHasTwoKeysOfOneName() {
    for command in CommandTable.all {
      for form in command.forms {
        let names = form.keys.map(\.name)
        #expect(Set(names).count == names.count, "\(command.verb)")
        #expect(!names.contains(Arguments.pickKey), "\(command.verb)")
      }
      let selectors = command.forms.map(\.selector)
      #expect(Set(selectors).count == selectors.count, "\(command.verb)")
    }
  }

  // MARK: Lines that must run

  @Test(arguments: verbs)
  func everyExampleRuns(verb: String) throws {
    let command = try #require(CommandTable.all.first { $0.verb == verb })
    for example in command.examples {
      let shell = try ShellHarness()
      try shell.makeFilesOfExamples()
      shell.screen = ScriptedScreen([.character("q")])
      if command.isAboutCourse {
        for line in ["enrol anna7 class=RNN24", "lesson ewma", "leave"] { shell.run(line) }
      }
      let outcome = shell.run(ShellHarness.inHome(example.line))
      #expect(outcome.status == 0 && outcome.complaints == "", "\(example.line)")
      let isSilent = verb == "quit" && example.line == "quit"
      #expect(isSilent || !outcome.answers.isEmpty, "\(example.line)")
      guard let report = shell.session.lastReport else { continue }
      let json = JSONRenderer().render(report, command: example.line)
      #expect(try JSONSchema.answers.get().faults(in: json) == [], "\(example.line)")
    }
  }

  @Test(arguments: Set(Glossary.entries.compactMap(\.tryLine)).sorted())
  func everyLineToTryOfTheGlossaryRuns(line: String) throws {
    let shell = try ShellHarness()
    try shell.makeFilesOfExamples()
    // Two units in large batches are trained as fifty in small ones are, only faster.
    let batch = line.contains("batch=") ? "" : " batch=500"
    let line = line.hasPrefix("train") ? line + batch + " units=2" : line
    let outcome = shell.run(ShellHarness.inHome(line))
    #expect(outcome.status == 0 && !outcome.answers.isEmpty, "\(outcome.complaints)")
  }
}

extension ShellHarness {
  /// The files that the examples name.
  fileprivate func makeFilesOfExamples() throws {
    let prices = try String(contentsOfFile: Checkout.folder + "/data/ko-high.csv", encoding: .utf8)
    _ = try home.make("prices.csv", prices)
    try home.copy(Checkout.weights("own_lstm_u8"), to: "weights.safetensors")
    _ = try home.make("tour.gate", "gates rnn t=42\n")
    _ = try home.makeFolder("my scripts")
    _ = try home.make("my scripts/tour.gate", "data show t=42\n")
    _ = try home.make("mine.md", NewLesson.text(id: "mine"))
    _ = try home.makeFolder("handed-in")
    _ = try home.make("ids.txt", "anna7\n")
  }

  /// The line with its files in the home folder; a test cannot change the folder of its process.
  fileprivate static func inHome(_ line: String) -> String {
    let files = [
      "prices.csv", "weights.safetensors", "lstm.safetensors", "my scripts/tour.gate", "mine.md",
      "handed-in", "ids.txt", "grades.csv", "me.txt", "ewma-notes.md",
      "ewma-notes.html", "gates.svg", "errors.csv", "ewma.html", "session.md", "session.cast",
      "steps.gate",
    ]
    var line = line
    for file in files { line = line.replacing(file, with: "~/" + file) }
    return line.replacing(" tour.gate", with: " ~/tour.gate")
  }
}
