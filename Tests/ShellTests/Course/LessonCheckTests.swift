import Lessons
import Reports
import Testing

@testable import Shell

/// Counts the trainings that a bar shows, however often it shows one.
private struct Trainings {
  private(set) var count = 0
  private var wasAtStart = false

  mutating func heed(_ progress: WorkProgress) {
    guard progress.label != "checking" else { return }
    let isAtStart = progress.fraction == 0
    if isAtStart, !wasAtStart { count += 1 }
    wasAtStart = isAtStart
  }
}

@Suite("The check of lessons")
struct LessonCheckTests {
  /// A lesson of one page with that body, whose first line is line 9.
  private func lesson(_ body: String, needs: String = "") -> String {
    "---\ntitle: T\nformat: 1\nsummary: S.\nminutes: 5\norder: 100\nneeds: \(needs)\n---\n" + """
      ## One {#one}

      \(body)

      """
  }

  /// What a check tells, whether it finds faults or not.
  private func check(_ words: String, _ shell: ShellHarness) throws -> Report {
    shell.run("lesson check \(words)")
    return try #require(shell.session.lastReport)
  }

  @Test func whatCostsRunsOnceForAllDraws() throws {
    let shell = try ShellHarness()
    var trainings = Trainings()
    shell.progress = { trainings.heed($0) }
    let train = "train rnn epochs=1 units=2 batch=500"
    _ = try shell.home.make("once.md", lesson("```run\n\(train)\n```"))
    _ = try shell.home.make(
      "often.md",
      lesson(
        "```vary t=9..400\n```\n\n```run quiet\n\(train)\n```\n\n```run\ngates rnn t={t}\n```"))
    #expect(shell.run("lesson check ~/once.md").status == 0)
    #expect(trainings.count == 1)
    #expect(shell.run("lesson check ~/often.md").status == 0)
    #expect(trainings.count == 2)
  }

  @Test func oneCheckOfSeveralLessonsRunsNothingTwice() throws {
    let shell = try ShellHarness()
    var trainings = Trainings()
    shell.progress = { trainings.heed($0) }
    let text = lesson("```run\ntrain rnn epochs=1 units=2 batch=500\n```")
    _ = try shell.home.make("one.md", text)
    _ = try shell.home.make("two.md", text)
    #expect(shell.run("lesson check ~/one.md").status == 0)
    #expect(trainings.count == 1)
    #expect(shell.run("lesson check ~/one.md ~/two.md").status == 0)
    #expect(trainings.count == 2)
  }

  @Test func faultsAreListedByFileAndLine() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("one.md", lesson("```run\ngates lsmt t=42\n```", needs: "twoo"))
    _ = try shell.home.make("two.md", lesson("The LSTM errs by 0.3."))
    let report = try check("~/one.md ~/two.md", shell)
    #expect(report.values["lessons"] == .integer(2))
    #expect(report.values["faults"] == .integer(2))
    #expect(report.values["warnings"] == .integer(1))
    let table = try #require(report.blocks.compactMap(\.table).first { $0.name == "faults" })
    #expect(table.rows.map { $0[1] } == [.integer(7), .integer(12), .integer(11)])
    #expect(table.rows.map { $0[3] } == [.text("fault"), .text("fault"), .text("warning")])
    #expect(table.rows.map { $0[5] } == [.text("two"), .text("lstm"), .null])
  }

  @Test func lessonsAtHandAreCheckedByTheirNames() throws {
    let shell = try ShellHarness(lessons: ["mine": lesson("Text.", needs: "welcome")])
    #expect(try check("mine", shell).values["faults"] == .integer(0))
    #expect(shell.run("lesson check nobody").status == 1)
  }

  @Test func aCommandThatIsAskedForMustBeOneOfTheShell() throws {
    let shell = try ShellHarness()
    func question(_ verb: String) -> String {
      lesson(
        "Do it.\n\n```ask command\nsame-result-as: \(verb) beta=0.9\nmust-use: \(verb)\n"
          + "hint: So.\nsolution: ewma beta=0.90\n```")
    }
    _ = try shell.home.make("right.md", question("ewma"))
    #expect(try check("~/right.md", shell).values["faults"] == .integer(0))
    _ = try shell.home.make("wrong.md", question("emwa"))
    #expect(try check("~/wrong.md", shell).values["faults"] != .integer(0))
  }

  @Test func aReadMeBesideLessonsIsNoLesson() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("README.md", "# Lessons\n")
    _ = try shell.home.make("one.md", lesson("Text."))
    let report = try check("~/README.md ~/one.md", shell)
    #expect(report.values["lessons"] == .integer(1))
    #expect(report.values["faults"] == .integer(0))
  }

  @Test func aLessonMayNeedALessonBesideIt() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("one.md", lesson("Text.", needs: "two"))
    #expect(try check("~/one.md", shell).values["faults"] == .integer(1))
    _ = try shell.home.make("two.md", "broken")
    #expect(try check("~/one.md", shell).values["faults"] == .integer(0))
  }
}

extension Block {
  fileprivate var table: Table? { if case .table(let table) = self { table } else { nil } }
}
