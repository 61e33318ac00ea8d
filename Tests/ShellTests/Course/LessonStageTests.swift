import Grammar
import Lessons
import Reports
import Testing

@testable import Shell

@Suite("The stage of a lesson")
struct LessonStageTests {
  private func stage(_ shell: ShellHarness, _ memory: LessonMemory = LessonMemory()) -> LessonStage
  {
    let context = shell.context
    return LessonStage(folder: shell.home.path, memory: memory) { _ in context }
  }

  @Test func preparingRunsWhatChangesTheSessionAndNothingElse() throws {
    let stage = stage(try ShellHarness())
    try stage.prepare(after: ["clamp gru update=1", "gates gru t=42", "set t=7"])
    #expect(stage.session.settings.t == 7)
    #expect(stage.session.lastReport?.title.contains("GRU") != true)
    try stage.prepare(after: [])
    #expect(stage.session.settings.t != 7)
  }

  @Test func nothingIsTrainedTwice() throws {
    let shell = try ShellHarness()
    var epochs = 0
    shell.progress = { _ in epochs += 1 }
    let memory = LessonMemory()
    let first = try stage(shell, memory).run("train rnn epochs=2 units=2 batch=500")
    let after = epochs
    #expect(after > 0)
    let second = try stage(shell, memory).run("train  rnn epochs = 2 units=2 batch=500")
    #expect(epochs == after)
    #expect(first == second)
    _ = try stage(shell, memory).run("train rnn epochs=2 units=2 batch=500 seed=2")
    #expect(epochs > after)
  }

  @Test func aResultIsKnownByAllThatRanBefore() throws {
    let memory = LessonMemory()
    let stage = stage(try ShellHarness(), memory)
    let plain = try stage.run("gates gru t=42")
    try stage.prepare(after: ["clamp gru update=1"])
    #expect(try stage.run("gates gru t=42") != plain)
    try stage.prepare(after: [])
    #expect(try stage.run("gates gru t=42") == plain)
  }

  @Test func whatIsAskedBesideLeavesNothing() throws {
    let stage = stage(try ShellHarness())
    _ = try stage.run("data show t=42")
    _ = try stage.report(of: "set t=7")
    #expect(stage.session.settings.t != 7)
    #expect(try stage.value(of: "last pick=t") == .integer(42))
    #expect(try stage.value(of: "calc 2+2") == .double(4))
  }

  @Test(arguments: [
    "source ~/tour.gate", "quit", "model save lstm ~/x.safetensors", "lesson welcome", "review",
    "enrol me", "progress", "notes welcome", "class report ~", "gates lstm --json",
    "train rnn epochs=1 table=~/t.csv", "data; data", "export ~/x.svg", "record ~/x.md",
    "record off",
  ])
  func refusesWhatALessonMustNotDo(command: String) throws {
    let stage = stage(try ShellHarness())
    #expect(throws: Mistake.self) { try stage.run(command) }
  }

  @Test func readsNothingOutsideItsFolder() throws {
    let shell = try ShellHarness()
    let inside = try shell.home.makeFolder("lesson")
    _ = try shell.home.make("secret.csv", "High\n1\n2\n3\n")
    _ = try shell.home.make("lesson/own.csv", "High\n1\n2\n3\n")
    let context = shell.context
    let stage = LessonStage(folder: inside, memory: LessonMemory()) { _ in context }
    #expect(throws: Never.self) { try stage.run("data load own.csv column=High date=none") }
    for path in ["../secret.csv", shell.home.path + "/secret.csv", "~/secret.csv"] {
      #expect(throws: Mistake.self) { try stage.run("data load \(path) column=High date=none") }
    }
  }

  @Test func theMemoryForgetsWhatWasNotUsedForTheLongestTime() throws {
    let memory = LessonMemory()
    let result = LessonMemory.Result(report: Report(), session: Session())
    func key(_ number: Int) -> LessonMemory.Key {
      LessonMemory.Key(folder: "", trail: [], command: "\(number)")
    }
    for number in 0..<128 { memory.keep(result, for: key(number), changesSession: false) }
    #expect(memory.recall(key(0)) != nil)
    memory.keep(result, for: key(128), changesSession: false)
    #expect(memory.recall(key(0)) != nil)
    #expect(memory.recall(key(1)) == nil)
  }

  @Test func whatChangesTheSessionIsKeptBesideAnyNumberOfAnswers() throws {
    let memory = LessonMemory()
    let result = LessonMemory.Result(report: Report(), session: Session())
    let training = LessonMemory.Key(folder: "", trail: [], command: "train")
    memory.keep(result, for: training, changesSession: true)
    for number in 0..<1_000 {
      let key = LessonMemory.Key(folder: "", trail: ["train"], command: "\(number)")
      memory.keep(result, for: key, changesSession: false)
    }
    #expect(memory.recall(training) != nil)
  }
}
