import Lessons
import Reports
import Testing

@testable import Shell

/// Lessons in the shell: what is typed, what is shown, what stays.
@Suite("A lesson in the shell")
struct LessonDialogueTests {
  private static let lesson = #"""
    ---
    title: A small lesson
    format: 1
    summary: Enough to see the shell around it.
    minutes: 3
    order: 200
    ---

    ## One {#one}

    ```vary b=0.6|0.7|0.8
    ```

    ```run
    clamp gru update=1
    ```

    How much does an average with β = {b} take of a new value?

    ```ask number
    answer: = 1 - {b}
    wrong: = {b} | That is what it keeps.
    hint: Both shares add up to 1.
    solution: 1 - {b}
    recall: no
    ```

    ## Two {#two}

    ```run
    gates gru t=42
    ```

    Show the LSTM's gates of row 50.

    ```ask command
    same-result-as: gates lstm t=50
    wrong: = gates lstm t=51 | One row too far.
    hint: `gates lstm` and the row.
    solution: gates lstm t=50
    ```

    ## Three {#three}

    In which state does an LSTM hold what it remembers?

    ```ask text
    answer: cell | cell state
    wrong: clamp | That only holds it still.
    hint: c.
    solution: cell
    ```
    """#

  private func shell(_ form: AnswerForm = .text) throws -> ShellHarness {
    try ShellHarness(form, lessons: ["small": Self.lesson])
  }

  /// The right answer to the first page, from what it shows.
  private func rightNumber(_ shown: String) throws -> String {
    let beta = try #require(shown.split(separator: "β = ").dropFirst().first?.prefix(3))
    return "1 - \(beta)"
  }

  @Test func opensAtItsFirstPageAndGoesOnByEnter() throws {
    let shell = try shell()
    let first = try shell.text("lesson small")
    #expect(first.contains("1 of 3 · One"))
    #expect(first.contains("gatehouse> clamp gru update=1"))
    #expect(shell.interpreter.prompt == "small 1/3> ")
    let answered = try shell.text(try rightNumber(first))
    #expect(!answered.contains("That is what it keeps"))
    #expect(try shell.text("").contains("2 of 3 · Two"))
    #expect(shell.interpreter.prompt == "small 2/3> ")
  }

  @Test func aNamedWrongAnswerGetsItsReason() throws {
    let shell = try shell()
    let first = try shell.text("lesson small")
    let wrong = try rightNumber(first).replacing("1 - ", with: "")
    #expect(try shell.text(wrong).contains("That is what it keeps."))
  }

  @Test func theLessonHasASessionOfItsOwnAndGivesTheStudentsBack() throws {
    let shell = try shell()
    try shell.text("set t=7")
    try shell.text("lesson small")
    #expect(shell.session.settings.t != 7)
    #expect(try shell.text("clamp").contains("update"))
    try shell.text("leave")
    #expect(shell.session.settings.t == 7)
    #expect(!(try shell.text("clamp").contains("update")))
    #expect(shell.interpreter.prompt == "gatehouse> ")
  }

  @Test func freePlayNeverSpoilsWhatComesAfter() throws {
    let shell = try shell()
    let first = try shell.text("lesson small")
    try shell.text("unclamp")
    #expect(!(try shell.text("gates gru t=42").contains("clamped")))
    try shell.text(try rightNumber(first))
    #expect(try shell.text("").contains("clamped"))
  }

  @Test func everyVerbOfTheShellWorksAtAPrompt() throws {
    let shell = try shell()
    try shell.text("lesson small")
    #expect(try shell.text("calc 1+1").contains("= 2"))
    let mistake = shell.run("gatse lstm")
    #expect(mistake.status == 1)
    #expect(mistake.complaints.contains("did you mean gates?"))
    #expect(shell.interpreter.prompt == "small 1/3> ")
  }

  @Test func aCommandThatIsAskedForIsJudgedByItsResult() throws {
    let shell = try shell()
    let first = try shell.text("lesson small")
    try shell.text(try rightNumber(first))
    try shell.text("")
    #expect(try shell.text("gates lstm t=51").contains("One row too far."))
    let right = try shell.text("gates   lstm t = 50")
    #expect(!right.contains("One row too far."))
    #expect(try shell.text("").contains("3 of 3 · Three"))
  }

  @Test func theAnswerToATypedCommandIsThatOfTheShellAndStandsApart() throws {
    let shell = try shell()
    let first = try shell.text("lesson small")
    #expect(try shell.text(try rightNumber(first)) == "Right.\n\nEnter: page 2, Two.\n")
    try shell.text("")
    let right = "50\n\nRight.\n\nEnter: page 3, Three.\n"
    #expect(try shell.text("gates lstm t=50 pick=t") == right)
  }

  @Test func aReplyStandsRightBelowTheLineThatItAnswers() throws {
    let shell = try shell()
    try shell.text("lesson small")
    #expect(try shell.text("skip") == "Left open; `again` asks anew.\n\nEnter: page 2, Two.\n")
    #expect(try shell.text("calc 2+2").hasPrefix("2+2\n"))
    #expect(try shell.text("leave").hasPrefix("You leave on page 1 of 3."))
  }

  @Test func aWordThatIsForeseenIsAnAnswerFirst() throws {
    let shell = try shell()
    try shell.text("lesson small")
    try shell.text("goto three")
    #expect(try shell.text("clamp").contains("That only holds it still."))
  }

  @Test func answersAreNoCommandsAndStayOutOfTheHistory() throws {
    let shell = try shell()
    try shell.text("lesson small")
    let dialogue = try #require(shell.interpreter.dialogue)
    #expect(!dialogue.isCommand("0.3"))
    #expect(!dialogue.isCommand("hint"))
    #expect(!dialogue.isCommand(""))
    #expect(dialogue.isCommand("gates lstm t=42"))
  }

  @Test func resumesAtThePageInProgressWithoutShowingWhatRanBefore() throws {
    let shell = try shell()
    let first = try shell.text("lesson small")
    try shell.text(try rightNumber(first))
    try shell.text("")
    try shell.text("leave")
    let again = try shell.text("lesson small")
    #expect(again.contains("2 of 3 · Two"))
    #expect(!again.contains("clamp gru update=1"))
    #expect(again.contains("clamped"))
  }

  @Test func anotherLessonTakesItsPlaceAndQuitLeavesBoth() throws {
    let shell = try shell()
    try shell.text("lesson small")
    try shell.text("lesson small path=core")
    #expect(shell.interpreter.dialogue != nil)
    shell.run("quit")
    #expect(shell.interpreter.isQuitting)
    #expect(shell.interpreter.dialogue == nil)
  }

  @Test func aScriptDrivesALessonAlike() throws {
    let shell = try shell()
    let outcome = shell.run(script: "lesson small\nskip\n\ngates lstm t=50\n\ncell\n\n")
    #expect(outcome.status == 0)
    #expect(outcome.answers.contains("3 of 3 · Three"))
    #expect(shell.interpreter.dialogue == nil)
  }

  @Test func linesOfAScriptCalledInsideAreCommandsAndNoAnswers() throws {
    let shell = try shell()
    _ = try shell.home.make("tour.gate", "calc 2+2\n")
    try shell.text("lesson small")
    #expect(try shell.text("source ~/tour.gate").contains("= 4"))
    #expect(shell.interpreter.prompt == "small 1/3> ")
  }

  @Test func inJSONEachAnswerIsAnObject() throws {
    let shell = try shell(.json)
    let outcome = shell.run("lesson small")
    let lines = outcome.answers.split(separator: "\n")
    #expect(lines.count > 1)
    for line in lines { _ = try JSON(parsing: String(line)) }
    #expect(lines.contains { $0.contains("\"command\":\"clamp gru update=1\"") })
  }

  @Test func aPickedValueIsShownAlone() throws {
    let text = Self.lesson.replacing("gates gru t=42", with: "gates gru t=42 pick=date")
    let shell = try ShellHarness(lessons: ["small": text])
    try shell.text("lesson small")
    try shell.text("skip")
    let page = try shell.text("")
    #expect(page.contains("pick=date\n2006-03-06\n"))
    #expect(!page.contains("unit →"))
  }

  @Test func whatWasKeptComesBackWithItsDay() throws {
    let shell = try ShellHarness(
      lessons: [
        "bets": """
        ---
        title: Bets
        format: 1
        summary: One bet.
        minutes: 1
        order: 1
        ---

        ## One {#one}

        Does it fade?

        ```guess choice
        [x] yes | It does.
        [ ] no | It does not.
        ```

        ## Two {#two}

        ```kept bets/one
        ```
        """
      ])
    shell.run("lesson bets")
    shell.run("yes")
    #expect(try shell.text("").contains("On 2027-01-15 you bet: yes"))
  }

  @Test func afterAnInterruptTheStudentStaysAndCanTryAgain() throws {
    let shell = try ShellHarness(
      lessons: [
        "long": """
        ---
        title: Long
        format: 1
        summary: It trains.
        minutes: 1
        order: 1
        ---

        ## One {#one}

        ```run
        train rnn epochs=1 units=2 batch=500
        ```

        Done.
        """
      ])
    shell.progress = { _ in throw Interrupted() }
    let outcome = shell.run("lesson long")
    #expect((outcome.answers + outcome.complaints).contains("interrupted"))
    shell.progress = { _ in }
    #expect(shell.interpreter.dialogue != nil)
    #expect(try shell.text("").contains("Done."))
  }
}
