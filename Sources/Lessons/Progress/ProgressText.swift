extension Progress {
  /// The progress as a file holds it: readable lines, of which the last proves that all are there.
  ///
  /// It is never larger than what ``init(parsing:)`` reads: of a history beyond that the later tries
  /// of each question are left out.
  public var text: String {
    text(withinBytes: ProgressLimits.bytes)
  }

  /// The text, with as many tries of each question as fit.
  func text(withinBytes limit: Int) -> String {
    for tries in [ProgressLimits.triesOfAll, 10, 1] {
      let writer = ProgressWriter(self, tries: tries)
      if writer.text.utf8.count <= limit, writer.lines <= ProgressLimits.lines {
        return writer.text
      }
    }
    return ProgressWriter(self, tries: 0).text
  }

  /// What a student hands in: answers, outcomes and minutes, without own words and without the times
  /// of day.
  public var exported: Progress {
    var copy = self
    copy.lessons = lessons.mapValues { lesson in
      LessonProgress(
        fingerprint: lesson.fingerprint, restarts: lesson.restarts,
        pages: lesson.pages.mapValues { page in
          var page = page
          page.finished = nil
          page.questions = page.questions.mapValues(\.exported)
          return page
        })
    }
    return copy
  }

  /// The name that a student's export should have, safe on any system: `s123-progress.txt`.
  ///
  /// An id that is no safe name also gets a hash, so that two of them stay apart.
  public var exportName: String {
    let safe = student.id.unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": Character(scalar)
      default: "_"
      }
    }
    var name = String(safe.prefix(60))
    if name != student.id || name.isEmpty || name.hasPrefix("-") {
      name = "id-\(name)-\(ProgressWriter.hash(student.id.utf8).prefix(8))"
    }
    return name + "-progress.txt"
  }
}

extension QuestionRecord {
  fileprivate var exported: QuestionRecord {
    var copy = self
    copy.writing = nil
    copy.recall = nil
    copy.tries = tries.map { one in
      var copy = Try(
        attempt: one.attempt, time: 0, draws: one.draws, given: one.given, label: one.label,
        isRight: one.isRight, right: one.right)
      copy.number = one.number
      return copy
    }
    return copy
  }
}
