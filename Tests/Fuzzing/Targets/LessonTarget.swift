import Lessons

extension FuzzTarget {
  /// A lesson.
  static let lesson = FuzzTarget(name: "lesson") { bytes in
    let (lesson, faults) = LessonParser.parse(bytes, file: "mine.md")
    require(lesson != nil || !faults.isEmpty, "what is no lesson has a fault")
    for fault in faults { requirePrintable(fault.message) }
  }
}
