/// A question of a lesson done earlier that is asked once more, with new numbers.
public struct Recall: Sendable, Equatable {
  /// The lesson it comes from.
  public let lesson: Lesson
  /// Its page.
  public let page: Page
  /// Its number among the page's asks, guesses and writes, from 1.
  public let questionIndex: Int

  /// Finds the question; nil where there is none that can be asked out of its page.
  ///
  /// - Parameters:
  ///   - lesson: The lesson it comes from.
  ///   - page: The id of its page.
  ///   - questionIndex: Its number among the page's asks, guesses and writes, from 1.
  public init?(lesson: Lesson, page: String, questionIndex: Int) {
    guard let found = lesson.pages.first(where: { $0.id == page }),
      found.question(questionIndex)?.ask?.isRecallable == true
    else { return nil }
    self.lesson = lesson
    self.page = found
    self.questionIndex = questionIndex
  }

  /// Finds the question of a key; nil where there is none that can be asked out of its page.
  ///
  /// - Parameters:
  ///   - key: Where the question stands.
  ///   - lessons: The lessons that there are.
  public init?(_ key: QuestionKey, among lessons: [Lesson]) {
    guard let lesson = lessons.first(where: { $0.id == key.lesson }) else { return nil }
    self.init(lesson: lesson, page: key.page, questionIndex: key.question)
  }
}
