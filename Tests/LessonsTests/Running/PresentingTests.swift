import Lessons
import Testing

@Suite("A lesson that is presented")
struct PresentingTests {
  private let pages = """
    ## Half {#half}

    One.

    - a
    - b

    ```run quiet
    keep a
    ```

    ```math
    x
    ```

    Which comes?

    ```guess choice
    [x] large | It is above three.
    [ ] small | It is not.
    run: show x=4
    ```

    How much?

    ```ask number
    answer: 4
    hint: Look.
    solution: 2 + 2
    ```

    ## Rest {#rest}

    Why?

    ```write
    model: So.
    criterion: One.
    criterion: Two.
    ```
    """

  private func talk() throws -> Conversation {
    var talk = Conversation(
      LessonRunner(
        presenting: try Conversation.lesson(pages), corePathOnly: false,
        student: Student(id: "demo", classCode: "spring")))
    talk.begin()
    return talk
  }

  @Test func showsOneBlockAKeyAndNoAnswerBeforeIt() throws {
    var talk = try talk()
    #expect(talk.type("") == "1 of 2 · Half\nOne.\n")
    #expect(talk.type("") == "- a\n- b\n")
    #expect(talk.type("") == "  x\n")
    #expect(talk.type("").hasPrefix("Which comes?\n"))
    let told = talk.type("")
    #expect(told.hasPrefix("> show x=4\n4\nIt is so: large\nIt is above three.\n"))
    #expect(talk.type("") == "How much?\n")
    #expect(talk.type("").hasPrefix("The answer: `4`\n"))
    #expect(talk.type("").contains("Why?\n"))
    #expect(talk.type("").hasPrefix("The author's answer: So.\n"))
    #expect(talk.type("") == "That was the lesson.\n")
    #expect(talk.runner.isOver)
  }

  @Test func keepsNothing() throws {
    var talk = try talk()
    for _ in 1...20 where !talk.runner.isOver { talk.type("") }
    #expect(talk.host.saved == [])
    var left = try self.talk()
    #expect(left.leave() == "")
    #expect(left.host.saved == [])
  }

  @Test func asksAnewOnThePageBefore() throws {
    var talk = try talk()
    for _ in 1...8 { talk.type("") }
    talk.type("back")
    for _ in 1...2 { talk.type("") }
    #expect(talk.type("").hasPrefix("Which comes?\n"))
  }

  @Test func putsRaisedHandsBesideTheResult() throws {
    var talk = try talk()
    #expect(talk.type("votes 3 1") == "`votes` belongs to a question with options.\n")
    for _ in 1...4 { talk.type("") }
    #expect(talk.type("votes").contains("a count for each option, as `votes 10 20`"))
    #expect(talk.type("votes 3 -1").contains("a count for each option"))
    #expect(talk.type("votes 3 1 2").contains("a count for each option"))
    #expect(talk.type("votes 31, 120").contains("120"))
    let told = talk.type("")
    #expect(told.contains("It is so: large\n"))
    #expect(told.contains(") large") && told.contains("120") && told.contains("✓ "))
    #expect(!talk.type("").contains("120"))
  }

  @Test func isTheOnlyPlaceForVotes() throws {
    var talk = try Conversation(pages)
    talk.begin()
    #expect(!talk.runner.words.contains(.votes))
    #expect(talk.type("votes").contains("where a teacher presents a lesson"))
  }
}
