import Testing

@testable import Lessons

struct LessonParserTests {
  /// A lesson with one page that holds `body`.
  static func page(_ body: String) -> String {
    """
    ---
    title: Averages
    format: 1
    summary: The simplest memory.
    minutes: 30
    order: 3
    needs: series
    ---

    ## First {#first}

    \(body)
    """
  }

  @Test func readsAWholeLesson() throws {
    let (lesson, faults) = LessonParser.parse(
      Array(
        Self.page(
          """
          Ten ones come in, and β = {b}.

          ```vary b=0.5|0.8|0.9
          ```

          ```run
          ewma beta={b} on=ones t=9
          ```

          What is the mean after the tenth one?

          ```ask number
          answer: = 1 - {b}^10 within 0.001
          wrong: = {b}^10 | That is the part that still waits for data.
          hint: What is missing after ten values?
          solution: 1 - {b}^(9+1)
          ```
          """
        ).utf8), file: "ewma.md")
    #expect(faults == [])
    let page = try #require(lesson?.pages.first)
    #expect(page.blocks.count == 3)
  }
}
