/// A lesson as a handout on paper: the same pages with one student's numbers, and lines to write on.
public struct Handout {
  /// What is printed beside the pages.
  public struct Options: Sendable, Equatable {
    /// Whether answers, solutions, hints and the replies to wrong answers are printed.
    public var hasAnswers: Bool
    /// Whether the teacher's notes are printed.
    public var hasTeachersNotes: Bool

    /// Chooses what is printed.
    public init(hasAnswers: Bool = false, hasTeachersNotes: Bool = false) {
      self.hasAnswers = hasAnswers
      self.hasTeachersNotes = hasTeachersNotes
    }
  }

  /// The handout as Markdown, as code hosts and document converters read it.
  public let markdown: String

  /// Prints a lesson.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - student: Whose numbers are printed.
  ///   - options: What is printed beside the pages.
  ///   - host: Runs the commands that computed numbers need, and no others.
  /// - Throws: What interrupts; a number that cannot be computed is left to be written in.
  public init(
    _ lesson: Lesson, for student: Student, _ options: Options = Options(), _ host: any CheckHost
  ) throws {
    var writer = HandoutWriter(lesson, student, options, host)
    try writer.write()
    markdown = writer.paper.markdown
  }
}
