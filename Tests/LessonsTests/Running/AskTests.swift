import Lessons
import Testing

@Suite("Questions of a page")
struct AskTests {
  private let number = """
    ## Half {#half}

    What is left after two steps?

    ```ask number
    answer: 0.25
    wrong: 0.5 | That is one step.
    hint: Halve twice.
    hint: Half of 0.5.
    solution: 0.5^2
    explain: Each step halves.
    ```

    ## Rest {#rest}

    Text.
    """

  @Test func takesTheRightAnswerAndGoesOn() throws {
    var talk = try Conversation(number)
    #expect(talk.begin().hasSuffix("What is left after two steps?\n"))
    #expect(talk.type("1/4") == "Right.\nEach step halves.\nEnter: page 2, Rest.\n")
    let record = try #require(talk.record("half", 1))
    #expect(record.outcome == .right)
    #expect(record.isRightAtFirstTry)
    #expect(record.tries.map(\.given) == ["1/4"])
    #expect(record.tries.first?.right == 0.25)
  }

  @Test func marksWithoutALetterAreNoWordAndNoTry() throws {
    var talk = try Conversation(
      "## Name {#name}\n\nWhat stays?\n\n```ask text\nanswer: state\nhint: So.\nsolution: state\n```"
    )
    talk.begin()
    #expect(talk.type("''") == "")
    #expect(talk.record("name", 1)?.tries.isEmpty ?? true)
  }

  @Test func tellsTheReasonOfAWrongAnswer() throws {
    var talk = try Conversation(number)
    talk.begin()
    #expect(talk.type("0.5") == "That is one step.\n")
    #expect(talk.type("-0.25").contains("sign"))
    #expect(talk.type("7").hasPrefix("No, that is not it.\n"))
    #expect(talk.record("half", 1)?.tries.map(\.label) == ["wrong 1", "lost sign", nil])
  }

  @Test func givesAHintAfterTwoDifferentTriesAndTheWaysOutAfterThree() throws {
    var talk = try Conversation(number)
    talk.begin()
    #expect(!talk.type("7").contains("Hint"))
    #expect(!talk.type("7").contains("Hint"))
    #expect(talk.type("8").contains("Hint 1 of 2: Halve twice."))
    let third = talk.type("9")
    #expect(!third.contains("Hint"))
    #expect(
      third.contains("`hint` helps on, `skip` leaves the question, `answer` shows the answer."))
    #expect(talk.record("half", 1)?.hints == 1)
    #expect(talk.type("hint") == "Hint 2 of 2: Half of 0.5.\n")
  }

  @Test func countsNeitherBlanksNorUnreadableLinesNorRoundingAsTries() throws {
    var talk = try Conversation(number.replacing("answer: 0.25", with: "answer: 0.2537"))
    talk.begin()
    #expect(
      talk.type("").contains(
        "A number, or a formula as `1 - 0.8^2`; `hint`, `answer` and `skip` help on."))
    #expect(talk.type("what?").isEmpty == false)
    #expect(talk.type("0.3").contains("digit"))
    #expect(talk.type("0.25").contains("digit"))
    #expect(!talk.type("8").contains("Hint"))
    #expect(talk.type("9").contains("Hint 1"))
  }

  @Test func givesHintsInOrderAndThenNamesTheAnswer() throws {
    var talk = try Conversation(number)
    talk.begin()
    #expect(talk.type("hint") == "Hint 1 of 2: Halve twice.\n")
    #expect(talk.type("HINT") == "Hint 2 of 2: Half of 0.5.\n")
    #expect(talk.type("hint") == "There are no more hints; `answer` shows the answer.\n")
    #expect(talk.record("half", 1)?.hints == 2)
  }

  @Test func showsTheAnswerAWayToItAndWhy() throws {
    var talk = try Conversation(number)
    talk.begin()
    #expect(
      talk.type("answer") == """
        The answer: `0.25`
        One way to find it:

          0.5^2

        Each step halves.
        Enter: page 2, Rest.

        """)
    #expect(talk.record("half", 1)?.outcome == .shown)
  }

  @Test(arguments: [
    ("`show x=0.25 pick=x`", "  show x=0.25 pick=x\n"),
    ("`show x=0.5 pick=x` / 2", "  calc `show x=0.5 pick=x` / 2\n"),
  ]) func showsTheCommandsThatFindTheAnswer(solution: String, way: String) throws {
    var talk = try Conversation(
      number.replacing("solution: 0.5^2", with: "solution: \(solution)"))
    talk.begin()
    #expect(talk.type("answer").contains(way))
  }

  @Test func takesAnAnswerBehindTheWordAnswer() throws {
    var talk = try Conversation(number)
    talk.begin()
    #expect(talk.type("answer 0.25").hasPrefix("Right.\n"))
    #expect(talk.record("half", 1)?.outcome == .right)
  }

  @Test func leavesASkippedQuestionForAgain() throws {
    var talk = try Conversation(number)
    talk.begin()
    #expect(talk.type("skip").hasPrefix("Left open; `again`"))
    #expect(talk.record("half", 1)?.outcome == .skipped)
    #expect(talk.record("half")?.isDone == true)
  }

  @Test func offersTheWordThatWasMeant() throws {
    var talk = try Conversation(number)
    talk.begin()
    #expect(talk.type("hnit") == "Did you mean `hint`?\n")
    #expect(talk.record("half", 1) == nil)
  }

  @Test func showsTheQuestionOnceMoreAtABlankLine() throws {
    var talk = try Conversation(number)
    talk.begin()
    #expect(talk.type("  ").hasPrefix("What is left after two steps?\n"))
  }

  // MARK: Other kinds

  private let choice = """
    ## Half {#half}

    Which is smaller?

    ```ask choice
    [x] a quarter | It is half of a half.
    [ ] double trouble | That is more.
    hint: Cut a cake.
    solution: a quarter
    ```
    """

  @Test func showsTheOptionsOfAChoiceAndTakesLettersOrWords() throws {
    var talk = try Conversation(choice)
    let begin = talk.begin()
    #expect(begin.contains(") a quarter\n") && begin.contains("  a) "))
    #expect(talk.type("double trouble").hasPrefix("That is more.\n"))
    #expect(talk.type("a quarter").hasPrefix("Right.\nIt is half of a half.\n"))
  }

  @Test func keepsTheOptionsInPlaceForTheSameStudent() throws {
    var one = try Conversation(choice)
    var other = try Conversation(choice)
    #expect(one.begin() == other.begin())
  }

  @Test func saysWhenSeveralOptionsAreRight() throws {
    var talk = try Conversation(choice.replacing("[ ] double", with: "[x] double"))
    #expect(talk.begin().contains("Several are right: type all their letters.\n"))
    #expect(talk.type("a").contains("one more is right too"))
    #expect(talk.type("ab").hasPrefix("Right.\n"))
  }

  private let word = """
    ## Half {#half}

    What holds the state?

    ```ask text
    answer: cell state | show
    wrong: gate | help | That lets through.
    hint: It stays.
    solution: the cell state
    ```
    """

  @Test func takesAWordOfTheAuthorBeforeACommandOrALessonsWord() throws {
    var talk = try Conversation(word)
    talk.begin()
    #expect(talk.type("help") == "That lets through.\n")
    #expect(talk.type("show").hasPrefix("Right.\n"))
    #expect(talk.host.freeLines == [])
  }

  @Test func takesAWordThatIsNearACommandAsAnAnswer() throws {
    var talk = try Conversation(word)
    talk.begin()
    #expect(talk.type("keeps").hasPrefix("No, that is not it.\n"))
    #expect(talk.host.freeLines == [])
  }

  // MARK: Commands

  private let command = """
    ## Half {#half}

    Show a half.

    ```ask command
    same-result-as: show x=0.5
    template: show x=____
    wrong: = show x=2 | That is two.
    hint: A half is 0.5.
    solution: show x=0.5
    ```
    """

  @Test func judgesACommandByItsResult() throws {
    var talk = try Conversation(command)
    #expect(talk.begin().contains("  show x=____\n"))
    #expect(talk.type("show x=2") == "2\nThat is two.\n")
    #expect(talk.type("show   x=0.50").hasPrefix("0.5\nRight.\n"))
    #expect(talk.host.session == [])
  }

  @Test func takesOtherCommandsAsFreePlay() throws {
    var talk = try Conversation(command)
    talk.begin()
    #expect(talk.type("double x=3") == "free 6\n")
    #expect(talk.type("show x=1; show x=2").hasPrefix("free"))
    #expect(talk.type("show --help").hasPrefix("free"))
    #expect(talk.record("half", 1) == nil)
  }

  @Test func leavesTheMistakesOfACommandToTheShell() throws {
    var talk = try Conversation(command)
    talk.begin()
    #expect(talk.type("show x=half") == "free ! show x=half\n")
    #expect(talk.type("shwo x=0.5") == "free ! shwo x=0.5\n")
    #expect(talk.record("half", 1) == nil)
  }

  @Test func saysWhichCommandIsAwaited() throws {
    var talk = try Conversation(command)
    talk.begin()
    #expect(talk.type("0.5").contains("begins with show"))
    #expect(talk.type("").contains("A command; `hint`, `answer` and `skip` help on."))
  }

  @Test func saysWhenACommandWasInterrupted() throws {
    var talk = try Conversation(
      command.replacing("same-result-as: show x=0.5", with: "must-use: stop")
        .replacing("wrong: = show x=2 | That is two.\n", with: ""))
    talk.begin()
    #expect(talk.type("stop") == "This was not answered: interrupted.\n")
    #expect(talk.host.freeLines == [])
  }

  // MARK: Seen again

  @Test func doesNotAskAgainWhatWasAnswered() throws {
    var talk = try Conversation(number)
    talk.begin()
    talk.type("0.25")
    talk.type("")
    let back = talk.type("back")
    #expect(back.contains("You answered `0.25`, and that is right.\nEach step halves.\n"))
    #expect(back.contains("Enter: page 2"))
  }

  @Test func tellsAnAnswerThatWasShownAndAsksWhatWasSkipped() throws {
    var talk = try Conversation(number)
    talk.begin()
    talk.type("skip")
    talk.type("")
    #expect(talk.type("back").hasSuffix("What is left after two steps?\n"))
    talk.type("answer")
    talk.type("")
    #expect(talk.type("back").contains("The answer was shown to you: `0.25`. `again` asks"))
  }

  @Test func asksAnewAfterAgain() throws {
    var talk = try Conversation(number)
    talk.begin()
    talk.type("answer")
    #expect(talk.type("again").hasSuffix("What is left after two steps?\n"))
    #expect(talk.record("half")?.attempt == 2)
    talk.type("0.25")
    #expect(talk.record("half", 1)?.outcome == .right)
    #expect(talk.record("half", 1)?.isRightAtFirstTry == false)
  }

  @Test func staysAtAQuestionThatCannotBeComputed() throws {
    var talk = try Conversation(
      number.replacing("answer: 0.25", with: "answer: = `flaky pick=x` + 0.25"))
    #expect(talk.begin().contains("This cannot be shown: no value x."))
    #expect(talk.type("").contains("This cannot be shown"))
    #expect(talk.type("hint") == "Enter tries again; `skip` goes on without.\n")
    talk.type("skip")
    #expect(talk.record("half", 1)?.outcome == .skipped)
    #expect(talk.type("").contains("2 of 2 · Rest"))
  }
}
