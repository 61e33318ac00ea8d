/// Looks at the titles of a lesson and its pages, which are the same for every student.
struct HeadCheck {
  private let lesson: Lesson
  private let screen: ScreenCheck

  init(_ lesson: Lesson, _ log: CheckLog) {
    self.lesson = lesson
    screen = ScreenCheck(log)
  }

  func run() {
    let line = lesson.keyLines
    screen.check(
      lesson.title, as: .title(room: ScreenCheck.width), line: line["title"] ?? 1)
    screen.check(lesson.summary, as: .text, line: line["summary"] ?? 1)
    let count = lesson.pages.count
    let room = ScreenCheck.width - "\(count) of \(count) · ".count
    for page in lesson.pages {
      screen.check(page.title, as: .title(room: room), line: page.line)
    }
  }
}
