import Lessons

/// Lessons for tests, whole and with one fault in them.
enum LessonFixture {
  /// The head of a lesson, eleven lines with the title of its first page.
  static let head = """
    ---
    title: Averages
    format: 1
    summary: The simplest memory.
    minutes: 30
    order: 3
    needs: series
    ---

    ## First {#first}


    """

  /// Reads a lesson of one page, whose first line is line 12 of the file.
  static func parse(page body: String) -> (lesson: Lesson?, faults: [LessonFault]) {
    LessonParser.parse(Array((head + body).utf8), file: "ewma.md")
  }

  /// What is said of a page's faults, each with its line on the page and its column.
  static func faults(onPage body: String) -> [String] {
    parse(page: body).faults.map { fault in
      let place = [fault.line - 11, fault.column].compactMap { $0 }.map { String($0) }
      let hint = fault.hint.map { "; did you mean \($0)?" } ?? ""
      return place.joined(separator: ":") + ": " + fault.message + hint
    }
  }

  /// The blocks of a page without faults.
  static func blocks(onPage body: String) -> [LessonBlock] {
    parse(page: body).lesson?.pages.first?.blocks ?? []
  }
}
