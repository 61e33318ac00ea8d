import Grammar

/// Looks whether the lessons and pages that a lesson names are there.
struct CourseCheck {
  private let lesson: Lesson
  /// The pages of every lesson by its id; nil where the other lessons are not known.
  private let pages: [String: [Page]]?
  private let log: CheckLog

  init(_ lesson: Lesson, among pages: [String: [Page]]?, _ log: CheckLog) {
    self.lesson = lesson
    self.pages = pages
    self.log = log
  }

  func run() {
    for need in lesson.needs { check(need: need, line: lesson.keyLines["needs"] ?? 1) }
    for (number, page) in lesson.pages.enumerated() {
      for case .kept(let kept) in page.blocks { check(kept, onPage: number) }
    }
  }

  private func check(need: String, line: Int) {
    if need == lesson.id {
      log.add("a lesson cannot need itself", line: line)
    } else if let pages, pages[need] == nil {
      log.add(
        "needs: names \(need), and there is no such lesson", line: line, hint: nearest(to: need))
    }
  }

  private func check(_ kept: KeptBlock, onPage number: Int) {
    let isOwn = kept.lesson == lesson.id
    guard let pages = isOwn ? Array(lesson.pages.prefix(number)) : pages?[kept.lesson] else {
      guard self.pages != nil else { return }
      return log.add(
        "kept names \(kept.lesson), and there is no such lesson", line: kept.line,
        hint: nearest(to: kept.lesson))
    }
    // Of a lesson that cannot be read no page is known.
    guard isOwn || !pages.isEmpty else { return }
    guard let page = pages.first(where: { $0.id == kept.page }) else {
      return log.add(
        isOwn
          ? "kept names \(kept.page), and no page before this one has that id"
          : "kept names \(kept.page), and \(kept.lesson) has no such page",
        line: kept.line, hint: nearestWord(to: kept.page, among: pages.map(\.id)))
    }
    if page.questions.isEmpty {
      log.add("kept names a page on which nothing is asked", line: kept.line, detail: kept.page)
    }
  }

  private func nearest(to id: String) -> String? {
    nearestWord(to: id, among: (pages ?? [:]).keys.filter { $0 != lesson.id }.sorted())
  }
}
