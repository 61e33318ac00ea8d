import Lessons
import Testing

@Suite("What was kept comes back")
struct KeptWorkTests {
  private static let pages = """
    ## A bet {#bet}

    Does it fade?

    ```guess choice
    [x] yes | It does.
    [ ] no | It does not.
    ```

    ## My words {#words}

    Why?

    ```write
    model: Because it is halved.
    criterion: I say what is halved.
    criterion: I say how often.
    ```

    ## Back {#back}

    ```kept fading/bet
    ```

    ```kept fading/words
    ```

    ```kept fading/other
    ```
    """

  @Test func betsAndOwnWordsStandWithTheirDays() throws {
    var conversation = try Conversation(Self.pages)
    conversation.begin()
    for line in ["yes", "", "It is halved again", "and again", "", "all"] {
      conversation.type(line)
    }
    let shown = conversation.type("", after: 86_400)
    #expect(shown.contains("On day 11 you bet: yes"), "\(shown)")
    #expect(shown.contains("On day 11 you wrote: It is halved again"))
    #expect(shown.contains("Nothing of yours is kept from there yet"))
  }

  @Test(arguments: ["kept", "kept fading", "kept a/b/c", "kept A/b", "kept /b"])
  func aLessonAndItsPageAreNamed(head: String) {
    let text = """
      ---
      title: T
      format: 1
      summary: S
      minutes: 1
      order: 1
      ---

      ## One {#one}

      ```\(head)
      ```
      """
    let faults = LessonParser.parse(Array(text.utf8), file: "t.md").faults
    #expect(faults.first?.line == 11)
    #expect(faults.first?.message.contains("kept welcome/bet") == true)
  }
}
