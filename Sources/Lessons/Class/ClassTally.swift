/// What a class found hard: pages missed, and wrong answers that many gave.
struct ClassTally {
  /// One page.
  struct Missed {
    /// The page; its question is 0.
    let page: QuestionKey
    /// Students who answered, skipped or saw a question of it.
    var met = 0
    /// Those of them who did not have every question of it right at the first try.
    var missed = 0
  }

  /// One wrong answer to one question.
  struct Wrong {
    /// The question.
    let question: QuestionKey
    /// The label of the misconception; nil where nobody foresaw it.
    let label: String?
    /// How many students gave it.
    var students = 0
    /// The answer as one of them gave it: the shortest, then the first of the alphabet.
    var example: String
  }

  /// The pages that at least one student missed, those missed by most first.
  private(set) var missed: [Missed] = []
  /// The wrong answers, those given by most first.
  private(set) var wrongs: [Wrong] = []

  init(_ submissions: [Submission], in course: Course) {
    var pages: [QuestionKey: Missed] = [:]
    var answers: [Answer: Wrong] = [:]
    for submission in submissions {
      for (page, records) in Self.asked(submission.progress, in: course) {
        pages[page, default: Missed(page: page)].met += 1
        if !records.allSatisfy(\.record.isRightAtFirstTry) { pages[page]?.missed += 1 }
        for (key, record) in records {
          for (answer, given) in Self.answers(in: record, at: key, in: course) {
            answers[
              answer, default: Wrong(question: key, label: answer.label, example: given)
            ].count(given)
          }
        }
      }
    }
    missed = pages.values.filter { $0.missed > 0 }.sorted {
      ($0.missed, $0.met) != ($1.missed, $1.met)
        ? ($1.missed, $0.met) < ($0.missed, $1.met) : course.isInOrder($0.page, $1.page)
    }
    wrongs = answers.values.sorted {
      if $0.students != $1.students { return $0.students > $1.students }
      return $0.question == $1.question
        ? ($0.label ?? "", $0.example) < ($1.label ?? "", $1.example)
        : course.isInOrder($0.question, $1.question)
    }
  }

  /// The judged questions that a student has met, by page.
  private static func asked(
    _ progress: Progress, in course: Course
  ) -> [QuestionKey: [(key: QuestionKey, record: QuestionRecord)]] {
    var found: [QuestionKey: [(key: QuestionKey, record: QuestionRecord)]] = [:]
    for (key, record) in progress.questions(in: course) where record.kind == .ask {
      guard record.outcome != .open || !record.tries.isEmpty else { continue }
      let page = QuestionKey(lesson: key.lesson, page: key.page, question: 0)
      found[page, default: []].append((key, record))
    }
    return found
  }

  /// What makes two wrong answers one: the misconception, else the same number or the same words.
  private struct Answer: Hashable {
    let question: QuestionKey
    let label: String?
    let given: String
  }

  /// The different wrong answers of one student to one question, each with how it was given.
  private static func answers(
    in record: QuestionRecord, at key: QuestionKey, in course: Course
  ) -> [Answer: String] {
    let isNumber = course.ask(at: key)?.tolerance != nil
    let pairs = record.tries.filter { !$0.isRight }.map { one in
      if let label = one.misconception {
        return (Answer(question: key, label: label, given: ""), one.given)
      }
      let number = isNumber ? one.givenNumber.map { "\($0)" } : nil
      let given = number ?? FoldedText(one.given).text
      return (Answer(question: key, label: nil, given: given), one.given)
    }
    return Dictionary(pairs) { first, _ in first }
  }
}

extension ClassTally.Wrong {
  /// Counts one more student, who gave it like this.
  fileprivate mutating func count(_ given: String) {
    students += 1
    if (given.utf8.count, given) < (example.utf8.count, example) { example = given }
  }
}
