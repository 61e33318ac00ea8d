extension Progress {
  /// The questions that are due at a time, in seconds since 1970: the one that has waited longest first.
  public func due(at now: Int) -> [QuestionKey] {
    schedule.filter { $0.due <= now }.map(\.key)
  }

  /// The questions that `review` asks: those that are due, of lessons that are done, as far as they can
  /// be asked out of their page.
  ///
  /// - Parameters:
  ///   - now: The time, in seconds since 1970.
  ///   - available: The lessons that there are; of other ones nothing can be asked.
  /// - Returns: The questions, the one that has waited longest first.
  public func review(at now: Int, of available: [Lesson]) -> [QuestionKey] {
    let done = Dictionary(
      available.filter { lessons[$0.id]?.isDone($0) == true }.map { ($0.id, $0) }
    ) { first, _ in first }
    return due(at: now).filter { done[$0.lesson]?.ask(at: $0)?.isRecallable == true }
  }

  /// When the next question of the lessons that are done is due, in seconds since 1970; nil where none will be.
  public func nextReview(of available: [Lesson]) -> Int? {
    let questions = review(at: .max, of: available)
    return schedule.first { questions.contains($0.key) }?.due
  }

  /// The questions that open a lesson: one of the lesson before it, one of that three before it, in
  /// this order; each the one that is due first, whether already or not.
  ///
  /// - Parameters:
  ///   - lesson: The lesson that begins.
  ///   - available: The lessons that there are; their order is ``Lesson/order``.
  /// - Returns: Two questions at most; one fewer for each lesson of which nothing has been settled.
  public func openingRecalls(of lesson: Lesson, among available: [Lesson]) -> [QuestionKey] {
    let inOrder = available.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    guard let place = inOrder.firstIndex(where: { $0.id == lesson.id }) else { return [] }
    let schedule = schedule
    return [1, 3].compactMap { distance in
      guard place >= distance else { return nil }
      let earlier = inOrder[place - distance]
      return schedule.first {
        $0.key.lesson == earlier.id && earlier.ask(at: $0.key)?.isRecallable == true
      }?.key
    }
  }

  /// This progress with another one in it, as `progress import` takes it.
  ///
  /// An export does not tell when its questions were answered; those enter the schedule now.
  ///
  /// - Parameters:
  ///   - other: The other progress.
  ///   - now: The time, in seconds since 1970.
  /// - Returns: Both as one.
  public func importing(_ other: Progress, at now: Int) -> Progress {
    var whole = merged(with: other)
    whole.lessons = whole.lessons.mapValues { lesson in
      var lesson = lesson
      lesson.pages = lesson.pages.mapValues { page in
        var page = page
        page.questions = page.questions.mapValues { question in
          var question = question
          if question.recall == nil { question.enterSchedule(at: now) }
          return question
        }
        return page
      }
      return lesson
    }
    return whole
  }

  /// Every question in the schedule, the one that is due first at the head.
  private var schedule: [(key: QuestionKey, due: Int)] {
    var found: [(key: QuestionKey, due: Int)] = []
    for (lesson, progress) in lessons {
      for (page, record) in progress.pages {
        for (place, question) in record.questions {
          guard let recall = question.recall else { continue }
          found.append((QuestionKey(lesson: lesson, page: page, question: place), recall.due))
        }
      }
    }
    return found.sorted { ($0.due, $0.key) < ($1.due, $1.key) }
  }
}

extension Lesson {
  /// The judged question of that key; nil where the lesson has none there.
  public func ask(at key: QuestionKey) -> Ask? {
    guard key.lesson == id, let page = pages.first(where: { $0.id == key.page }) else { return nil }
    return page.numberedAsks.first { $0.place == key.question }?.ask
  }
}
