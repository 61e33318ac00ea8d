import Reports

/// The pages of a lesson, and how each stands.
struct LessonMenu {
  private let lesson: Lesson
  private let route: [Int]
  private let progress: LessonProgress?
  private let place: Int?

  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - route: The places of the pages that Enter leads through.
  ///   - progress: What the student has done in it.
  ///   - place: Where the student is, from 0.
  init(_ lesson: Lesson, _ route: [Int], _ progress: LessonProgress?, _ place: Int?) {
    self.lesson = lesson
    self.route = route
    self.progress = progress
    self.place = place
  }

  /// A table with a row a page.
  var report: Report {
    var table = Table(name: "pages", columns: ["page", "title", "name", "state"])
    for (index, page) in lesson.pages.enumerated() {
      table.rows.append([
        .integer(index + 1), .text(page.title), .text(page.id), .text(state(of: page, index)),
      ])
    }
    var report = Report(title: lesson.title)
    report.add(table)
    report.add(marked: "`goto` takes a page's number or name.")
    return report
  }

  private func state(of page: Page, _ index: Int) -> String {
    let record = progress?.pages[page.id]
    var states: [String] = []
    if index == place { states.append("here") }
    if record?.isDone == true {
      let open = record?.questions.values.count { $0.outcome.earnsNothing } ?? 0
      states.append(open == 0 ? "done" : "done, \(open) to do again")
    } else if record?.questions.isEmpty == false {
      states.append("begun")
    }
    if page.isOptional { states.append(route.contains(index) ? "optional" : "left out") }
    return states.joined(separator: ", ")
  }
}

extension QuestionRecord.Outcome {
  /// Whether the question is better done again.
  fileprivate var earnsNothing: Bool {
    switch self {
    case .open, .shown, .skipped: true
    case .bet, .right, .written: false
    }
  }
}
