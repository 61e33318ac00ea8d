import Lessons
import Testing

/// A small lesson with every kind of block and nothing wrong in it, to plant faults in.
enum SoundLesson {
  static let text = #"""
    ---
    title: A sound lesson
    format: 1
    summary: Every kind of block, and nothing wrong.
    minutes: 10 core 8
    order: 5
    needs: series
    ---

    ## Runs {#runs}

    A paragraph with **bold** words, `code` and a number: {= `show x=2 pick=x` + 1}.

    - an item
    - another item

    | name | value |
    |---|---|
    | two | {= `show x=2 pick=x`} |

    ```run
    show x=2 y=-3
    ```

    ```check
    x = 4/2 within 0.001
    y in -4..-2
    ```

    ```run expect-error
    fail
    ```

    ```run quiet
    say word=hat
    ```

    ```check
    word is "hat"
    ```

    ```run type
    draw
    ```

    ```check
    has block rows
    ```

    ```math
    h_t = \tanh(W x_t + V h_{t-1})
    ```

    ```math
    \frac{a}{b}
    ```

    ```plain
    a over b
    ```

    ```pause
    ```

    > teacher: Two minutes.

    ## Numbers {#numbers}

    ```vary b=0.6|0.7|0.8 k=2..4 where {k} < 4
    ```

    What is left of a share of {b} after {k} steps?

    ```ask number
    answer: = {b}^{k} within 1%
    wrong: = {b}*{k} | The factors multiply.
    wrong: = {b}^({k}+2) | Two steps too many.
    hint: Each step keeps the share {b}.
    solution: exp({k}*ln({b}))
    explain: It is {= {b}^{k}}.
    ```

    ## Choices {#choices}

    Which of these forgets?

    ```ask choice
    [x] the average that fades | Each step takes a share.
    [ ] the average of all | Every value weighs the same for ever.
    [if `get pick=k` > 5] the constant | It knows nothing.
    recall: no
    hint: In one of them the first value weighs as much as the last.
    solution: the average that fades
    ```

    ## Words {#words}

    What is carried from step to step?

    ```ask text
    answer: the state | state | cell state
    wrong: input | x | That comes anew.
    wrong: weights | They stay as they are.
    hint: It has a name of its own.
    solution: cell state
    ```

    ## Commands {#commands optional}

    Ask for a show of x at 4.

    ```ask command
    same-result-as: show x=4
    must-use: show
    template: show x=____
    wrong: = show x=5 | That is one too many.
    hint: The verb is `show`.
    solution: show x=4
    ```

    ## Bets {#bets}

    How large will x be?

    ```guess number
    run: double x=4
    pick: x
    close: 20%
    wrong: = 4 | That goes in.
    explain: Twice {= `last pick=x` / 2}.
    ```

    Will k be large?

    ```guess choice
    [if `get pick=k` > 3] yes | It is.
    [if `get pick=k` <= 3] no | It is {= `get pick=k`}.
    ```

    Say in your own words what a bet is for.

    ```write
    model: It shows me what I thought before I knew.
    criterion: I say that it comes first.
    criterion: I say that it is about what I thought.
    ```

    ```kept sound/numbers
    ```

    """#

  /// The lessons beside it.
  static let pages: [String: [Page]] = [
    "sound": [], "broken": [],
    "series": [
      Page(id: "first", title: "First", line: 1, blocks: [.pause(line: 2)]),
      Page(
        id: "bet", title: "Bet", line: 3,
        blocks: [
          .write(
            WriteBlock(
              line: 4, question: Template("Why?", line: 3), model: Template("So.", line: 5),
              criteria: []))
        ]),
    ],
  ]

  /// The lesson with one text in the place of another, which must stand in it once.
  static func planting(_ new: String, for old: String) throws -> String {
    try #require(text.split(separator: old, omittingEmptySubsequences: false).count == 2, "\(old)")
    return text.replacing(old, with: new)
  }

  /// What parser and checker find in a lesson, each fault as one line.
  static func faults(
    in text: String, file: String = "sound.md", among pages: [String: [Page]]? = pages,
    _ host: BenchHost = BenchHost()
  ) throws -> [String] {
    let (lesson, faults) = LessonParser.parse(Array(text.utf8), file: file)
    guard let lesson else { return faults.map(\.description) }
    let checker = LessonChecker(lesson, file: file, among: pages, host)
    return (faults + (try checker.faults())).map(\.description)
  }

  /// The number of the line that begins so, in a lesson.
  static func line(beginning start: String, in text: String) throws -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.hasPrefix(start) }, "\(start)") + 1
  }
}
