/// The lessons of a class, and where each question stands in them.
struct Course {
  /// The lessons in their order, each id once.
  let lessons: [Lesson]
  private let byID: [String: Lesson]
  private let asks: [QuestionKey: Ask]
  private let pages: [String: [String: (place: Int, page: Page)]]

  init(_ lessons: [Lesson]) {
    var ids: Set<String> = []
    self.lessons = lessons.filter { ids.insert($0.id).inserted }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    var byID: [String: Lesson] = [:]
    var asks: [QuestionKey: Ask] = [:]
    var pages: [String: [String: (place: Int, page: Page)]] = [:]
    var place = 0
    for lesson in self.lessons {
      byID[lesson.id] = lesson
      for page in lesson.pages {
        place += 1
        pages[lesson.id, default: [:]][page.id] = (place, page)
        for (question, ask) in page.numberedAsks {
          asks[QuestionKey(lesson: lesson.id, page: page.id, question: question)] = ask
        }
      }
    }
    (self.byID, self.asks, self.pages) = (byID, asks, pages)
  }

  /// The lesson of an id; nil where there is none.
  func lesson(_ id: String) -> Lesson? { byID[id] }

  /// A page; nil where there is none.
  func page(_ id: String, of lesson: String) -> Page? { pages[lesson]?[id]?.page }

  /// A judged question; nil where there is none.
  func ask(at key: QuestionKey) -> Ask? { asks[key] }

  /// Whether a question comes before another one in the course.
  func isInOrder(_ left: QuestionKey, _ right: QuestionKey) -> Bool {
    let (first, second) = (place(left), place(right))
    return first == second ? left < right : first < second
  }

  private func place(_ key: QuestionKey) -> Int { pages[key.lesson]?[key.page]?.place ?? .max }
}

extension Progress {
  /// The records of all questions on pages that the course has, sorted by their keys.
  func questions(in course: Course) -> [(key: QuestionKey, record: QuestionRecord)] {
    var found: [(key: QuestionKey, record: QuestionRecord)] = []
    for (lesson, progress) in lessons {
      for (page, record) in progress.pages where course.page(page, of: lesson) != nil {
        for (place, question) in record.questions {
          found.append((QuestionKey(lesson: lesson, page: page, question: place), question))
        }
      }
    }
    return found.sorted { $0.key < $1.key }
  }
}

extension Page {
  /// The judged questions by their places among the page's asks, guesses and writes, from 1.
  var numberedAsks: [(place: Int, ask: Ask)] {
    var place = 0
    return blocks.compactMap { block in
      switch block {
      case .ask(let ask):
        place += 1
        return (place, ask)
      case .guess, .write:
        place += 1
        return nil
      case .prose, .teacher, .run, .math, .kept, .pause, .check: return nil
      }
    }
  }
}
