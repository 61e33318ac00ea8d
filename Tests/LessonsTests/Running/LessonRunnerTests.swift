import Lessons
import Testing

struct LessonRunnerTests {
  private let three = """
    ## Half {#half}

    It is halved.

    ## Quarter {#quarter optional}

    And again.

    ## Rest {#rest}

    What is left is small.
    """

  // MARK: Beginning and ending

  @Test func introducesTheLessonAndShowsItsFirstPage() throws {
    var talk = try Conversation("## Half {#half}\n\nIt is halved.")
    #expect(
      talk.begin() == """
        How memory fades
        A value that is halved at each step.
        About 20 minutes, 1 page. `help` lists what you can type.
        1 of 1 · Half
        It is halved.
        That was the last page. Enter ends the lesson.

        """)
    #expect(talk.runner.prompt == "fading 1/1> ")
  }

  @Test func endsWithWhatHasBeenDone() throws {
    var talk = try Conversation("## Half {#half}\n\nIt is halved.")
    talk.begin()
    let end = talk.type("")
    #expect(end.contains("The end of How memory fades\n1 of 1 page done, in 1 minute of work.\n"))
    #expect(talk.runner.isOver)
    #expect(talk.runner.prompt == "")
    #expect(talk.runner.progress.lessons["fading"]?.currentPage == nil)
    #expect(talk.host.saved.last == talk.runner.progress)
  }

  @Test func saysNothingOnceItIsOver() throws {
    var talk = try Conversation("## Half {#half}\n\nIt is halved.")
    talk.begin()
    talk.leave()
    #expect(talk.type("menu") == "")
    #expect(talk.leave() == "")
    #expect(talk.host.saved.count == 2)
  }

  @Test func warnsOfLessonsThatShouldComeBeforeAndGoesOn() throws {
    let lesson = try Conversation.lesson("## Half {#half}\n\nText.", needs: "series, ewma")
    var progress = Progress(student: Student(id: "ada"))
    progress.lessons["series"] = LessonProgress(
      fingerprint: "", pages: ["end": PageRecord(isDone: true)])
    progress.lessons["ewma"] = LessonProgress(
      fingerprint: "", currentPage: "beta", pages: ["start": PageRecord(isDone: true)])
    var talk = Conversation(
      LessonRunner(lesson, corePathOnly: false, recalls: [], progress: progress))
    let begin = talk.begin()
    #expect(begin.contains("It builds on `ewma`, which you have not finished"))
    #expect(begin.contains("1 of 1 · Half"))
  }

  // MARK: Pages

  @Test func leadsFromPageToPageByEnterAndNext() throws {
    var talk = try Conversation(three)
    #expect(talk.begin().contains("Enter: page 2, Quarter."))
    #expect(talk.type("").hasPrefix("2 of 3 · Quarter\n"))
    #expect(talk.type("next").hasPrefix("3 of 3 · Rest\n"))
    #expect(talk.runner.prompt == "fading 3/3> ")
  }

  @Test func leavesOutOptionalPagesOnTheCorePath() throws {
    var talk = try Conversation(three, core: true)
    #expect(talk.begin().contains("2 pages of 3 on the core path"))
    #expect(talk.type("").hasPrefix("3 of 3 · Rest\n"))
    #expect(talk.runner.progress.lessons["fading"]?.corePathOnly == true)
  }

  @Test func keepsThePageDoneAtItsEnd() throws {
    var talk = try Conversation(three)
    talk.begin()
    let record = try #require(talk.host.saved.last?.lessons["fading"]?.pages["half"])
    #expect(record.isDone)
    #expect(record.finished == 1_000_000)
    #expect(talk.record("quarter") == nil)
  }

  @Test func resumesAtThePageThatWasLeft() throws {
    var first = try Conversation(
      """
      ## Half {#half}

      Text.

      ## Quarter {#quarter}

      ```pause
      ```
      """)
    first.begin()
    first.type("")
    #expect(
      first.leave() == "You leave on page 2 of 2. `lesson fading` goes on from here.\n")
    var second = try Conversation(
      "## Half {#half}\n\nText.\n\n## Quarter {#quarter}\n\n```pause\n```",
      progress: first.runner.progress)
    let begin = second.begin()
    #expect(begin.contains("You have done 1 of its 2 pages, and go on where you were."))
    #expect(begin.contains("2 of 2 · Quarter"))
  }

  @Test func resumesBehindADonePage() throws {
    var first = try Conversation(three)
    first.begin()
    first.leave()
    var second = try Conversation(three, progress: first.runner.progress)
    #expect(second.begin().contains("2 of 3 · Quarter"))
  }

  @Test func walksOnceMoreThroughALessonThatIsDone() throws {
    var first = try Conversation(three)
    first.begin()
    for _ in 1...3 { first.type("") }
    var second = try Conversation(three, progress: first.runner.progress)
    let begin = second.begin()
    #expect(begin.contains("You have done all of it."))
    #expect(begin.contains("1 of 3 · Half"))
  }

  @Test func goesOnWhereItWasInAFileThatLostThePage() throws {
    var progress = Progress(student: Student(id: "ada"))
    progress.lessons["fading"] = LessonProgress(
      fingerprint: "old", currentPage: "gone", pages: ["half": PageRecord(isDone: true)])
    var talk = try Conversation(three, progress: progress)
    #expect(talk.begin().contains("2 of 3 · Quarter"))
    #expect(talk.runner.progress.lessons["fading"]?.fingerprint != "old")
  }

  // MARK: Time

  @Test func countsTheSecondsOfWorkAndNoBreaks() throws {
    var talk = try Conversation(three)
    talk.begin()
    talk.type("help", after: 20)
    #expect(talk.record("half")?.seconds == 20)
    talk.type("help", after: 4000)
    #expect(talk.record("half")?.seconds == 320)
    talk.type("help", after: -50)
    #expect(talk.record("half")?.seconds == 320)
    talk.type("", after: 7)
    #expect(talk.record("half")?.seconds == 327)
    #expect(talk.record("quarter")?.seconds == 0)
  }

  @Test func bearsAnyTime() throws {
    var talk = try Conversation(three)
    talk.runner.begin(talk.host, now: .min)
    talk.runner.respond(to: "help", talk.host, now: .max)
    talk.runner.leave(talk.host, now: 0)
    #expect(talk.record("half")?.seconds == 300)
  }

  // MARK: Blocks

  @Test func showsTextListsTablesAndEquations() throws {
    var talk = try Conversation(
      """
      ## Half {#half}

      Each **step** halves, `show x=1` says.

      - one
      - two of them

      1. first

      | step | left |
      |---|---|
      | 1 | **0.5** |

      > teacher: Ask for a show of hands.

      ```math
      x_1 = \\frac{a}{2}
      ```
      """)
    let shown = talk.begin()
    #expect(shown.contains("Each step halves, `show x=1` says.\n"))
    #expect(shown.contains("- one\n- two of them\n1. first\n"))
    #expect(shown.contains("step  left\n"))
    #expect(shown.contains("1     0.5\n"))
    #expect(shown.contains("  x_1 = a/2\n"))
    #expect(!shown.contains("hands"))
  }

  @Test func putsDrawsAndComputedNumbersIntoTheText() throws {
    var talk = try Conversation(
      """
      ## Half {#half}

      Half of {t} is {= {t} / 2}, as {= `show x=7 pick=x`} is seven.

      ```vary t=8
      ```
      """)
    #expect(talk.begin().contains("Half of 8 is 4, as 7 is seven.\n"))
  }

  @Test func waitsAtAPause() throws {
    var talk = try Conversation("## Half {#half}\n\nOne.\n\n```pause\n```\n\nTwo.")
    let begin = talk.begin()
    #expect(begin.hasSuffix("One.\nEnter goes on.\n"))
    #expect(talk.type("").hasPrefix("Two.\n"))
  }

  @Test func staysWhereSomethingCannotBeComputed() throws {
    var talk = try Conversation(
      """
      ## Half {#half}

      Here is {= `fail pick=x`}.

      - There is this.
      """)
    #expect(talk.begin().contains("This cannot be shown: fail fails."))
    #expect(talk.type("").contains("This cannot be shown: fail fails."))
    let rest = talk.type("skip")
    #expect(rest.hasPrefix("- There is this.\n"))
    #expect(talk.record("half")?.isDone == true)
  }
}
