import Testing

@testable import Lessons

struct LessonParserTests {
  /// A lesson in which every block stands.
  static let whole = #"""
    ---
    title: Exponentially weighted averages
    format: 1
    summary: The simplest memory: an average in which the past fades.
    minutes: 30 core 15
    order: 3
    needs: series, welcome
    ---

    ## A first average {#first}

    ```vary b=0.60..0.90 by 0.05 t=9|19 where {b}^10 > 0.01 and {t} != 10
    ```

    An average **forgets**. With `beta={b}` it keeps {%= {b}} of what it held.

    > teacher: Five minutes.

    ```math
    \mu_t = \beta \mu_{t-1} + (1-\beta) v_t
    ```

    ```run
    ewma beta={b} on=ones t={t}
    ```

    ```check
    mean = 1 - {b}^({t}+1) within 0.001
    has block weights
    ```

    Ten ones come in. What is the mean after the tenth?

    ```ask number
    answer: = 1 - {b}^10
    wrong: = {b}^10 | That is the part that still waits for data.
    hint: What is missing is β multiplied with itself.
    hint: One minus {= {b}^10}.
    solution: 1 - exp(10 * ln({b}))
    explain: The first value enters with 1 − β only.
    ```

    ```pause
    ```

    How many days does KO remember?

    ```guess number
    run: data
    pick: rows
    close: 20%
    ```

    ## By hand {#hand optional}

    | β | half-life |
    |---|---|
    | 0.5 | {= ln(0.5)/ln(0.5)} |
    | 0.8 | {= ln(0.5)/ln(0.8)} |

    1. Which of the two
       forgets?

    ```ask choice
    [x] the EWMA | Its weights fade.
    [ ] the cumulative average | There each value weighs the same for ever.
    hint: Look at the weights.
    solution: the EWMA
    recall: no
    ```

    Where else could a machine use such a number?

    ```write
    model: In a cell that chooses anew each day what it keeps.
    criterion: something is kept
    criterion: the machine chooses
    ```
    """#

  @Test func readsAWholeLesson() throws {
    let (found, faults) = LessonParser.parse(Array(Self.whole.utf8), file: "lessons/ewma.md")
    #expect(faults == [])
    let lesson = try #require(found)
    #expect(lesson.id == "ewma")
    #expect(lesson.title == "Exponentially weighted averages")
    #expect(lesson.coreMinutes == 15)
    #expect(lesson.fingerprint.count == 16)
    #expect(lesson.pages.map(\.id) == ["first", "hand"])
    let kinds = lesson.pages.map { $0.blocks.map(Self.kind) }
    #expect(
      kinds == [
        ["prose", "teacher", "math", "run", "check", "ask", "pause", "guess"],
        ["prose", "ask", "write"],
      ])
    #expect(lesson.pages[0].variables.all.map(\.name) == ["b", "t"])
    #expect(lesson.pages[1].variables == Variables())
  }

  @Test func saysEachFaultOfALessonAtOnce() {
    let text = Self.whole
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0 == "```pause" ? "```puase" : $0 == "close: 20%" ? "cloze: 20%" : $0 }
      .joined(separator: "\n")
    let (lesson, faults) = LessonParser.parse(Array(text.utf8), file: "ewma.md")
    #expect(lesson == nil)
    #expect(
      faults.map(\.description) == [
        "ewma.md:43:4: there is no block \"puase\"; the blocks are run, math, plain, kept, pause, vary, ask, "
          + "guess, write and check; did you mean pause?",
        "ewma.md:51:1: guess number has no key \"cloze\"; its keys are run, pick, explain, close and "
          + "wrong; did you mean close?",
      ])
  }

  @Test func theFingerprintTellsWhetherTheFileChanged() throws {
    let bytes = Array(Self.whole.utf8)
    let one = try #require(LessonParser.parse(bytes, file: "ewma.md").lesson)
    let same = try #require(LessonParser.parse(bytes, file: "other.md").lesson)
    let changed = try #require(LessonParser.parse(bytes + [0x0a], file: "ewma.md").lesson)
    #expect(one.fingerprint == same.fingerprint)
    #expect(one.fingerprint != changed.fingerprint)
  }

  @Test(arguments: [
    ("text", "1:1: a page begins with ## Title {#id}; nothing stands before the first one"),
    ("```run\n```", "1:4: a page begins with ## Title {#id}; nothing stands before the first one"),
  ])
  func nothingStandsBeforeTheFirstPage(text: String, fault: String) {
    let head = LessonFixture.head.split(separator: "\n").prefix(8).joined(separator: "\n")
    let (_, faults) = LessonParser.parse(Array("\(head)\n\(text)\n".utf8), file: "ewma.md")
    #expect(faults.map(\.message) == [String(fault.dropFirst(5))])
    #expect(faults.first?.line == 9)
  }

  @Test func aLessonHasAPage() {
    let head = LessonFixture.head.split(separator: "\n").prefix(8).joined(separator: "\n")
    let (lesson, faults) = LessonParser.parse(Array(head.utf8), file: "ewma.md")
    #expect(lesson == nil)
    #expect(
      faults.map(\.message) == ["the lesson has no page; a page begins with ## Title {#id}"])
  }

  private static func kind(_ block: LessonBlock) -> String {
    switch block {
    case .prose: "prose"
    case .teacher: "teacher"
    case .run: "run"
    case .math: "math"
    case .ask: "ask"
    case .guess: "guess"
    case .write: "write"
    case .kept: "kept"
    case .pause: "pause"
    case .check: "check"
    }
  }
}
