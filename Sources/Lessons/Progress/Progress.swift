/// What one student has done in all lessons.
public struct Progress: Sendable, Equatable {
  /// Who.
  public var student: Student
  /// The lessons begun, by id.
  public var lessons: [String: LessonProgress]

  /// Makes the progress of a student.
  public init(student: Student, lessons: [String: LessonProgress] = [:]) {
    self.student = student
    self.lessons = lessons
  }

  /// The record of a question; nil where it has not been met.
  ///
  /// Setting a record whose lesson or page has not been met either does nothing.
  public subscript(key: QuestionKey) -> QuestionRecord? {
    get { lessons[key.lesson]?.pages[key.page]?.questions[key.question] }
    set { lessons[key.lesson]?.pages[key.page]?.questions[key.question] = newValue }
  }

  /// Forgets a lesson, or all of them.
  ///
  /// - Parameter lesson: The lesson's id; nil for all.
  public mutating func forget(lesson: String? = nil) {
    if let lesson { lessons[lesson] = nil } else { lessons = [:] }
  }
}

/// Where a question stands.
public struct QuestionKey: Sendable, Equatable, Hashable, Comparable {
  /// The lesson's id.
  public let lesson: String
  /// The page's id.
  public let page: String
  /// The place among the page's asks, guesses and writes, from 1.
  public let question: Int

  /// Makes the key of a question.
  public init(lesson: String, page: String, question: Int) {
    self.lesson = lesson
    self.page = page
    self.question = question
  }

  /// Whether a question comes before another, by the names.
  public static func < (left: QuestionKey, right: QuestionKey) -> Bool {
    (left.lesson, left.page, left.question) < (right.lesson, right.page, right.question)
  }
}
