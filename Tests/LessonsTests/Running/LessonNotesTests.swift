import Lessons
import Testing

struct LessonNotesTests {
  private let pages = """
    ## Half {#half}

    What is half of {t}?

    ```vary t=10
    ```

    ```ask number
    answer: = {t} / 2
    hint: Halve.
    solution: 0.5 * {t}
    ```

    How much comes?

    ```guess number
    run: show x=4
    pick: x
    close: 20%
    ```

    Which?

    ```guess choice
    [x] this | So.
    [ ] that | No.
    ```

    Why?

    ```write
    model: It is halved.
    criterion: Half.
    criterion: Each step.
    ```

    ## Rest {#rest}

    What is {= `show x=7 pick=x`}?

    ```ask text
    answer: seven
    hint: Six, and one.
    solution: seven
    ```
    """

  @Test func holdQuestionsAnswersBetsAndOwnWords() throws {
    var talk = try Conversation(pages)
    talk.begin()
    for line in ["7", "`5`", "5", "8", "this", "Because", "of halves.", "", "2", "", "answer"] {
      talk.type(line)
    }
    let notes = LessonNotes(
      try Conversation.lesson(pages), progress: talk.runner.progress, talk.host)
    #expect(
      notes.markdown == """
        # How memory fades

        ## Half

        What is half of 10?

        - `7`: wrong
        - `5`: right

        How much comes?

        - bet: `8`; it came out as 4

        Which?

        - bet: `this`; it came out as "this", as you bet

        Why?

        > Because
        > of halves.

        The author's answer: It is halved.

        - [ ] Half.
        - [x] Each step.

        ## Rest

        What is 7?

        - the answer was shown

        """)
  }

  @Test func sayThatNothingHasBeenAnswered() throws {
    var talk = try Conversation(pages)
    talk.begin()
    #expect(talk.type("notes") == "# How memory fades\n\nNothing has been answered yet.\n\n")
  }

  @Test func keepEachAttemptApart() throws {
    var talk = try Conversation(
      "## Half {#half}\n\nWhich?\n\n```ask text\nanswer: a\nhint: b\nsolution: a\n```")
    talk.begin()
    for line in ["x", "skip", "again", "a"] { talk.type(line) }
    #expect(talk.type("notes").contains("Which?\n\n- `x`: wrong\n\nWhich?\n\n- `a`: right\n"))
  }

  @Test func letNoControlCharacterThrough() throws {
    var talk = try Conversation(
      "## Half {#half}\n\nWhich?\n\n```ask text\nanswer: a\nhint: b\nsolution: a\n```")
    talk.begin()
    talk.type("\u{1b}[31m`red`")
    talk.type("notes me.md")
    #expect(talk.host.notes["me.md"]?.contains("- `\\e[31mred`: wrong") == true)
  }

  @Test func showTheTextAsWrittenWhereItCannotBeComputed() throws {
    let broken = pages.replacing("show x=7 pick=x", with: "fail pick=x")
    var progress = Progress(student: Student(id: "ada"))
    var record = QuestionRecord(.ask)
    record.skip(attempt: 1, at: 1)
    progress.lessons["fading"] = LessonProgress(
      fingerprint: "", pages: ["rest": PageRecord(questions: [1: record])])
    let notes = LessonNotes(
      try Conversation.lesson(broken), progress: progress, ScriptedHost())
    #expect(notes.markdown.contains("What is {= `fail pick=x`}?\n\n- skipped\n"))
  }
}
