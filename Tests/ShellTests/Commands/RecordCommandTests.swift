import Lessons
import Reports
import Testing

@testable import Shell

struct RecordCommandTests {
  private static let day = "2027-01-15"

  // MARK: Commands to be run again

  @Test func aScriptHoldsWhatSucceeded() throws {
    let shell = try ShellHarness()
    try shell.text("set t=7")
    try shell.text("record ~/tour.gate")
    shell.run("set t=42; gates lstm pick=forget.mean; gatse; data")
    shell.run("record")
    shell.run("record off; data")
    #expect(
      shell.home.text("tour.gate") == """
        # Recorded by Gatehouse \(Gatehouse.version) on \(Self.day)
        set t=42
        gates lstm pick=forget.mean
        record

        """)
  }

  @Test func aScriptGivesTheSameAgain() throws {
    let shell = try ShellHarness()
    try shell.text("record ~/tour.gate")
    let answers = ["calc 1/3", "set t=43", "data show"].map { shell.run($0).answers }
    try shell.text("record off")
    let again = try ShellHarness().run(script: #require(shell.home.text("tour.gate")))
    #expect(again.status == 0 && again.answers == answers.joined())
  }

  @Test func theLinesOfAScriptBelongToTheCommandThatRunsIt() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("inner.gate", "calc 1+1\ncalc 2+2\n")
    try shell.text("record ~/a.gate")
    try shell.text("source ~/inner.gate")
    #expect(shell.home.text("a.gate")?.hasSuffix("\nsource ~/inner.gate\n") == true)
    try shell.text("record off; record ~/b.md; source ~/inner.gate")
    #expect(
      shell.home.text("b.md")?.hasSuffix(
        "gatehouse> source ~/inner.gate\n1+1\n  = 2\n2+2\n  = 4\n```\n") == true)
  }

  @Test func aScriptCanRecordItself() throws {
    let shell = try ShellHarness()
    let outcome = shell.run(script: "record ~/a.gate\ncalc 1\n\n# a word\ncalc 2\nrecord off\n")
    #expect(outcome.status == 0)
    #expect(shell.home.text("a.gate")?.split(separator: "\n").dropFirst() == ["calc 1", "calc 2"])
  }

  // MARK: Transcripts

  @Test func aTranscriptHoldsMistakesTooAndNoColours() throws {
    let shell = try ShellHarness(.text, .init(color: .trueColor, isTerminal: true))
    try shell.text("record ~/a.md")
    shell.run("calc 1/3; gatse lstm")
    shell.run("calc 'a ``` b'")
    try shell.text("record off")
    let text = try #require(shell.home.text("a.md"))
    #expect(
      text.hasPrefix(
        """
        # A session of Gatehouse, \(Self.day)

        ```text
        gatehouse> calc 1/3
        1/3
          = 0.3333333333
        ```

        ```text
        gatehouse> gatse lstm
        there is no command "gatse"; help lists the commands; did you mean gates?
        """))
    #expect(text.contains("\n````text\ngatehouse> calc 'a ``` b'\n"))
    #expect(!text.contains("\u{1b}"))
  }

  @Test func aTranscriptSharesTheFormOfTheAnswers() throws {
    let shell = try ShellHarness(.json)
    shell.run("record ~/a.md")
    let answer = shell.run("calc 1").answers
    #expect(shell.home.text("a.md")?.hasSuffix("gatehouse> calc 1\n\(answer)```\n") == true)
  }

  // MARK: Films

  @Test func aFilmHasTheTimesOfItsClock() throws {
    let shell = try ShellHarness(.text, .init(width: 90, height: 30, isTerminal: true))
    try shell.text("record ~/a.cast")
    shell.tick(by: .milliseconds(1_500))
    shell.run("calc 1+1")
    shell.tick(by: .microseconds(250))
    shell.run("calc 2+2")
    let lines = try #require(shell.home.text("a.cast")).split(separator: "\n")
    let header = try JSON(parsing: String(lines[0]))
    #expect(header["version"] == 2 && header["width"] == 90 && header["height"] == 30)
    #expect(header["timestamp"] == .number(Double(shell.now)))
    let events = try lines.dropFirst().map { try JSON(parsing: String($0)).items }
    #expect(events.allSatisfy { $0.count == 3 && $0[1] == "o" })
    #expect(events.map { $0[0] } == [0, 1.5, 1.5, 1.5, 1.50025, 1.50025])
    #expect(
      events.map { $0[2] } == [
        "gatehouse> ", "calc 1+1\r\n", "1+1\r\n  = 2\r\n", "gatehouse> ", "calc 2+2\r\n",
        "2+2\r\n  = 4\r\n",
      ])
  }

  // MARK: On, off, and trouble

  @Test func eachCommandIsInTheFileOnceItIsAnswered() throws {
    let shell = try ShellHarness()
    try shell.text("record ~/a.gate")
    for number in 1...3 {
      try shell.text("calc \(number)")
      #expect(shell.home.text("a.gate")?.hasSuffix("\ncalc \(number)\n") == true)
    }
    #expect(try shell.home.names() == ["a.gate"])
  }

  @Test func thePromptAndTheAnswersSayThatItIsOn() throws {
    let shell = try ShellHarness()
    #expect(try shell.text("record").hasPrefix("Nothing is being recorded\n"))
    #expect(try shell.text("record ~/a.md").hasPrefix("Recording into ~/a.md\n"))
    #expect(shell.interpreter.prompt == "(rec) gatehouse> ")
    shell.run("calc 1")
    #expect(try shell.text("record") == "Recording into ~/a.md\nIt holds 1 command.\n")
    #expect(
      try shell.text("record off") == "The recording is in ~/a.md\nIt holds 2 commands.\n")
    #expect(shell.interpreter.prompt == "gatehouse> ")
    #expect(try shell.message("record off") == "nothing is being recorded")
  }

  @Test func aSecondRecordingWaitsForTheFirst() throws {
    let shell = try ShellHarness()
    try shell.text("record ~/a.md")
    #expect(
      shell.run("record ~/b.md").complaints.hasPrefix(
        "a recording into ~/a.md is on; record off ends it"))
    #expect(try shell.home.names() == ["a.md"])
  }

  @Test func aFileThatIsThereStays() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("a.md", "mine")
    #expect(try shell.message("record ~/a.md").hasSuffix("overwrite=yes replaces it"))
    #expect(shell.home.text("a.md") == "mine" && shell.interpreter.recording == nil)
    try shell.text("record ~/a.md overwrite=yes; record off")
    #expect(shell.home.text("a.md")?.hasPrefix("# A session") == true)
  }

  @Test func anotherEndingIsRefused() throws {
    #expect(
      try ShellHarness().message("record ~/a.cats")
        == "the end of the name says what the file is: .gate, .md, .cast; did you mean .cast?")
  }

  @Test func aFileThatCannotBeAddedToEndsTheRecordingAndNotTheCommand() throws {
    let shell = try ShellHarness()
    try shell.text("record ~/a.md")
    try shell.home.setPermissions(0o444, "a.md")
    let outcome = shell.run("calc 1")
    #expect(outcome.status == 0 && outcome.answers == "1\n  = 1\n")
    #expect(outcome.complaints.hasPrefix("the recording into ~/a.md ends here: cannot add to "))
    #expect(shell.interpreter.prompt == "gatehouse> ")
    #expect(shell.run("calc 2").complaints == "")
  }

  @Test func theLastAnswerStays() throws {
    let shell = try ShellHarness()
    try shell.text("calc 1/3; record ~/a.md; record; record off; export ~/a.json")
    #expect(shell.home.text("a.json")?.contains("\"command\":\"calc 1/3\"") == true)
  }

  // MARK: Lessons

  @Test func aLessonIsRecordedWithItsAnswers() throws {
    let shell = try ShellHarness(lessons: ["own": NewLesson.text(id: "own")])
    try shell.text("record ~/a.gate")
    for line in ["lesson own", "", "data show t=3", "leave", "calc 1"] { shell.run(line) }
    let lines = try #require(shell.home.text("a.gate")).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.dropFirst() == ["lesson own", "", "data show t=3", "leave", "calc 1", ""])
  }

  @Test func theEndOfInputInALessonIsRecordedAsItsWord() throws {
    let shell = try ShellHarness(lessons: ["own": NewLesson.text(id: "own")])
    try shell.text("record ~/a.gate; lesson own")
    shell.interpreter.leaveDialogue()
    shell.run("calc 1")
    #expect(shell.home.text("a.gate")?.hasSuffix("\nlesson own\nleave\ncalc 1\n") == true)
  }

  @Test func aTranscriptMayBeginInALessonAndAScriptMayNot() throws {
    let shell = try ShellHarness(lessons: ["own": NewLesson.text(id: "own")])
    shell.run("lesson own")
    #expect(shell.run("record ~/a.gate").complaints.hasPrefix("answers without their lesson"))
    shell.run("record ~/a.md")
    #expect(shell.interpreter.prompt.hasPrefix("(rec) own "))
    shell.run("leave")
    let text = try #require(shell.home.text("a.md"))
    #expect(text.contains("> leave\n") && !text.contains("(rec)"))
  }
}
