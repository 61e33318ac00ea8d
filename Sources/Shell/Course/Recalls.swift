import Lessons

extension Lessons.Progress {
  /// The questions that open a lesson.
  func recalls(opening lesson: Lesson, among library: [Lesson]) -> [Recall] {
    openingRecalls(of: lesson, among: library).compactMap { Recall($0, among: library) }
  }

  /// The questions that a review asks now.
  func recalls(dueAmong library: [Lesson], now: Int) -> [Recall] {
    review(at: now, of: library).compactMap { Recall($0, among: library) }
  }
}

extension Recall {
  /// The question of a key; nil where its lesson is not at hand or has it no more.
  fileprivate init?(_ key: QuestionKey, among library: [Lesson]) {
    guard let lesson = library.first(where: { $0.id == key.lesson }) else { return nil }
    self.init(lesson: lesson, page: key.page, questionIndex: key.question)
  }
}
