import Lessons
import Testing

@Suite("From page to page")
struct NavigationTests {
  private let pages = """
    ## First {#first}

    ```run
    keep {t}
    ```

    ```vary t=1..9999
    ```

    ## Second {#second optional}

    ```run quiet
    keep second
    ```

    What?

    ```guess number
    run: keep guess
    pick: changes
    close: 10%
    ```

    ```run type
    keep typed
    ```

    ```run expect-error
    fail
    ```

    ## Third {#third}

    ```run
    keep third
    ```
    """

  private func talk(core: Bool = false) throws -> Conversation {
    var talk = try Conversation(pages, core: core)
    talk.begin()
    return talk
  }

  /// What ran on the first page: its number is drawn.
  private func first(_ talk: Conversation) throws -> String {
    try #require(talk.host.prepared.dropFirst().first?.first)
  }

  @Test func beginsEachPageFromWhatTheEarlierOnesRan() throws {
    var talk = try talk()
    for line in ["", "5", "keep typed", ""] { talk.type(line) }
    let first = try first(talk)
    #expect(first.hasPrefix("keep "))
    #expect(
      talk.host.prepared == [
        [], [first], [first, "keep second", "keep guess", "keep typed"],
      ])
  }

  @Test func preparesTheSameSessionForAPageReachedAnotherWay() throws {
    var walked = try talk()
    for line in ["", "skip", "", ""] { walked.type(line) }
    var jumped = try talk()
    jumped.type("show x=1")
    jumped.type("goto third")
    #expect(jumped.host.prepared.last == walked.host.prepared.last)
    #expect(jumped.runner.prompt == "fading 3/3> ")
  }

  @Test func leavesOutThePagesThatTheCorePathLeavesOut() throws {
    var talk = try talk(core: true)
    talk.type("")
    #expect(talk.host.prepared.last?.count == 1)
  }

  @Test func goesBackToTheSessionOfThePageBefore() throws {
    var talk = try talk()
    talk.type("")
    talk.type("back")
    #expect(talk.host.prepared.last == [])
    #expect(talk.runner.prompt == "fading 1/3> ")
    #expect(talk.type("back") == "This is the first page.\n")
    #expect(talk.runner.prompt == "fading 1/3> ")
  }

  @Test func goesBackAlongTheCorePathAndFromAPageBesideIt() throws {
    var talk = try talk(core: true)
    talk.type("")
    talk.type("back")
    #expect(talk.runner.prompt == "fading 1/3> ")
    talk.type("goto 2")
    talk.type("back")
    #expect(talk.runner.prompt == "fading 1/3> ")
    talk.type("goto 2")
    for line in ["skip", "", ""] { talk.type(line) }
    #expect(talk.runner.prompt == "fading 3/3> ")
  }

  @Test func beginsAPageAgainWithNewNumbers() throws {
    var talk = try talk()
    let before = talk.host.session
    talk.type("again")
    #expect(talk.record("first")?.attempt == 2)
    #expect(talk.host.prepared.last == [])
    let after = talk.host.session
    #expect(before != after)
    talk.type("")
    #expect(talk.host.prepared.last == after)
  }

  @Test func replaysEarlierPagesWithTheirOwnNumbersOnResuming() throws {
    var one = try talk()
    one.type("again")
    one.type("")
    one.leave()
    var other = try Conversation(pages, progress: one.runner.progress)
    other.begin()
    #expect(other.host.prepared.last == one.host.prepared.last)
    #expect(other.runner.prompt == "fading 2/3> ")
  }

  @Test func drawsForThisStudentAlone() throws {
    let one = try talk()
    var other = try Conversation(
      pages, progress: Progress(student: Student(id: "bob", classCode: "spring")))
    other.begin()
    #expect(one.host.session != other.host.session)
  }

  @Test func drawsForAnEarlierPageInItsOwnSession() throws {
    var talk = try Conversation(
      """
      ## First {#first}

      ```run
      keep a
      ```

      ## Second {#second}

      ```run
      keep {t}
      ```

      ```vary t=1..5 where `keep x pick=changes` = {t}
      ```

      ## Third {#third}

      Text.
      """)
    talk.begin()
    talk.type("goto third")
    #expect(talk.host.prepared.last == ["keep a", "keep 1"])
  }

  // MARK: goto

  @Test(arguments: ["goto 3", "goto third", "GOTO Third", "goto   3 "])
  func opensAnyPage(line: String) throws {
    var talk = try talk()
    #expect(talk.type(line).hasPrefix("3 of 3 · Third\n"))
  }

  @Test(arguments: [
    ("goto", "`goto` needs a page, by its number, 1 to 3, or its name; `menu` lists them."),
    ("goto 0", "There is no page 0; this lesson has the pages 1 to 3."),
    ("goto 4", "There is no page 4; this lesson has the pages 1 to 3."),
    ("goto -9223372036854775808", "There is no page -9223372036854775808; this lesson has"),
    ("goto 99999999999999999999", "There is no page \"99999999999999999999\"; `menu` lists"),
    ("goto thrid", "There is no page \"thrid\"; did you mean `third`?"),
    ("goto third page", "There is no page \"third page\"; `menu` lists the pages."),
  ]) func saysWhichPagesThereAre(line: String, answer: String) throws {
    var talk = try talk()
    #expect(talk.type(line).replacing("\n", with: " ").hasPrefix(answer))
    #expect(talk.runner.prompt == "fading 1/3> ")
  }

  // MARK: menu and reset

  @Test func listsThePagesWithTheirState() throws {
    var talk = try talk(core: true)
    talk.type("goto 2")
    #expect(
      talk.type("menu") == """
        How memory fades
        page  title   name    state
        ────  ──────  ──────  ──────────────
           1  First   first   done
           2  Second  second  here, left out
           3  Third   third

        `goto` takes a page's number or name.

        """)
    talk.type("skip")
    talk.type("")
    #expect(talk.type("menu").contains("here, done, 1 to do again, left out"))
  }

  @Test func resetsOnlyAfterASecondReset() throws {
    var talk = try talk()
    talk.type("")
    #expect(talk.type("reset").contains("Type `reset` once more"))
    talk.type("menu")
    #expect(talk.type("reset").contains("Type `reset` once more"))
    #expect(talk.record("first")?.isDone == true)
    let reset = talk.type("reset")
    #expect(reset.contains("All forgotten. The lesson begins anew."))
    #expect(reset.contains("1 of 3 · First"))
    #expect(talk.record("first")?.attempt == 2)
    #expect(talk.runner.progress.lessons["fading"]?.restarts == 1)
    #expect(talk.record("second")?.isDone == false)
  }

  @Test func tellsOfPagesPassedOverAtTheEnd() throws {
    var talk = try talk()
    let last = talk.type("goto 3")
    #expect(last.contains("1 page before it waits for you: `goto 2`."))
    #expect(talk.type("").contains("2 of 3 pages done"))
    #expect(talk.runner.isOver)
  }
}
