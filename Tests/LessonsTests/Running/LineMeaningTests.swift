import Lessons
import Testing

@Suite("What a line means")
struct LineMeaningTests {
  /// One page for each thing that can be waited for.
  static let pages = """
    ## Pause {#pause}

    Text.

    ```pause
    ```

    ## Number {#number}

    How much?

    ```ask number
    answer: 3
    hint: Count.
    solution: 1 + 2
    ```

    ## Choice {#choice}

    Which?

    ```ask choice
    [x] show it all | So it is.
    [ ] double or quits | No.
    hint: All.
    solution: show it all
    ```

    ## Word {#word}

    What?

    ```ask text
    answer: state
    wrong: help | No.
    hint: Stays.
    solution: state
    ```

    ## Command {#command}

    Show three.

    ```ask command
    same-result-as: show x=3
    hint: Show.
    solution: show x=3
    ```

    ## Bet {#bet}

    How much?

    ```guess number
    run: show x=3
    pick: x
    close: 10%
    ```

    ## Options {#options}

    Which?

    ```guess choice
    [x] show it all | So it is.
    [ ] double or quits | No.
    ```

    ## Own {#own}

    Why?

    ```write
    model: So.
    criterion: One.
    criterion: Two.
    ```

    ## Type {#type}

    ```run type
    show x=3
    ```

    ## Fail {#fail}

    ```run
    fail
    ```

    ## Stop {#stop}

    ```run type
    stop
    ```

    ## End {#end}

    Text.
    """

  /// The lines that lead to each thing that can be waited for.
  static let prompts: [[String]] = [
    ["goto pause"], ["goto number"], ["goto choice"], ["goto word"], ["goto command"],
    ["goto bet"], ["goto options"], ["goto own"], ["goto own", "Words."],
    ["goto own", "Words.", ""], ["goto type"], ["goto fail"], ["goto stop", "skip", ""],
    ["goto end"],
    ["goto end", "skip"],
  ]

  private func talk(_ lines: [String]) throws -> Conversation {
    var talk = try Conversation(Self.pages)
    talk.begin()
    for line in lines { talk.type(line) }
    return talk
  }

  @Test(arguments: prompts, LessonWord.allCases)
  func everyWordIsAnsweredAtEveryPrompt(prompt: [String], word: LessonWord) throws {
    var talk = try talk(prompt)
    let isInMidst = talk.runner
    #expect(!isInMidst.isCommand(word.name, host: talk.host))
    #expect(!talk.type(word.name).isEmpty)
    #expect(
      talk.runner.isOver
        == (word == .leave || (word == .next || word == .skip) && prompt == ["goto end", "skip"]))
  }

  @Test(arguments: prompts) func everyCommandRunsAtEveryPrompt(prompt: [String]) throws {
    var talk = try talk(prompt)
    let prompt = talk.runner.prompt
    #expect(talk.runner.isCommand("double x=4", host: talk.host))
    #expect(talk.type("double x=4").hasPrefix("free 8\n"))
    #expect(talk.runner.isCommand("? show", host: talk.host))
    #expect(talk.type("? show").hasPrefix("free"))
    #expect(talk.runner.prompt == prompt)
  }

  @Test(arguments: prompts) func everyPromptCanBePassed(prompt: [String]) throws {
    var talk = try talk(prompt)
    for _ in 1...40 where !talk.runner.isOver { talk.type("skip") }
    #expect(talk.runner.isOver)
  }

  @Test(arguments: [
    ("goto pause", "0.25", false), ("goto number", "3", false), ("goto number", "shwo x=1", true),
    ("goto choice", "a", false), ("goto choice", "SHOW it all", false),
    ("goto choice", "show x=1", true), ("goto word", "state", false), ("goto word", "help", false),
    ("goto word", "shows", false), ("goto word", "shwo x=1", true),
    ("goto command", "show x=3", true), ("goto command", "shwo x=3", true),
    ("goto bet", "7", false), ("goto options", "double or quits", false),
    ("goto options", "shwo", true), ("goto own", "show what it does", false),
    ("goto own", "shwo x=1", false), ("goto type", "show x=3", true), ("goto end", "", false),
    ("goto end", "shwo", true), ("goto end", "progress", false),
    ("goto end", "progress export", true), ("goto end", "goto 3", false),
    ("goto number", "answer 3", false), ("goto end", "what now", false),
  ]) func historyHoldsCommandsAlone(prompt: String, line: String, isCommand: Bool) throws {
    let talk = try talk([prompt])
    #expect(talk.runner.isCommand(line, host: talk.host) == isCommand)
  }

  @Test func saysKindlyWhenNothingIsAsked() throws {
    var talk = try talk(["goto end", "skip"])
    #expect(
      talk.type("0.25") == "Nothing is asked just now. Enter goes on; `menu` lists the pages.\n")
    #expect(talk.type("mneu") == "Did you mean `menu`?\n")
  }

  @Test func takesTheWordsOfAnOptionBeforeACommand() throws {
    var choice = try talk(["goto choice"])
    #expect(choice.type("show it all").hasPrefix("Right.\n"))
    // Near the command `double`, but the beginning of an option.
    choice = try talk(["goto choice"])
    #expect(choice.type("doubl").hasPrefix("No"))
    var bet = try talk(["goto options"])
    #expect(bet.type("double or quits").contains("You bet on \"double or quits\""))
  }

  @Test func severalCommandsAreNotTheOneToBeTyped() throws {
    var talk = try talk(["goto type"])
    let shown = talk.type("show x=3; show x=3")
    #expect(shown.hasPrefix("free "))
    #expect(shown.contains("The page goes on with this line:"))
  }

  @Test func notesAreMarkdownOrAPage() throws {
    var talk = try talk(["goto end"])
    #expect(talk.type("notes me.txt").contains("ends in `.md`"))
    #expect(talk.type("notes .md").contains("ends in `.md`"))
    #expect(talk.type("notes me.md") == "written: me.md\n")
    #expect(talk.type("notes me.html") == "written: me.html\n")
    #expect(talk.host.notes["me.md"]?.hasPrefix("# How memory fades\n") == true)
  }
}
