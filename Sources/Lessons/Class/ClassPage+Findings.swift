import Reports

extension ClassPage {
  /// How many rows the tables of what the class found hard have at most.
  private static let (mostPages, mostWrongs) = (5, 10)
  /// How many ids a cell names, how many pairs and how many findings are listed at most.
  private static let (mostIDs, mostPairs, mostFindings) = (3, 20, 100)

  /// Each lesson: who began it, who has done it, and how long that took.
  mutating func addLessons() {
    var rows: [[Value]] = []
    for lesson in register.course.lessons {
      let begun = register.students.filter { $0.summary.lessons[lesson.id] != nil }
      let done = begun.filter {
        $0.submission.progress.lessons[lesson.id]?.isDone(lesson) == true
      }
      let minutes = median(
        of: done.map { StudentSummary.minutes($0.summary.lessons[lesson.id]?.seconds ?? 0) })
      report.values["\(lesson.id).done"] = .integer(done.count)
      report.values["\(lesson.id).minutes.median"] = Value(minutes)
      guard !begun.isEmpty else { continue }
      let others = begun.count {
        $0.submission.progress.lessons[lesson.id]?.fingerprint != lesson.fingerprint
      }
      rows.append([
        .text(lesson.id), .integer(begun.count), .integer(done.count), Value(minutes),
        .integer(lesson.minutes), .integer(others),
      ])
    }
    guard !rows.isEmpty else { return }
    report.add(
      Table(
        name: "lessons",
        columns: ["lesson", "begun", "done", "median minutes", "planned", "other version"],
        rows: rows))
  }

  /// The pages missed by most, and the wrong answers given by most.
  mutating func add(_ tally: ClassTally) {
    let course = register.course
    report.values["missed"] = .integer(tally.missed.count)
    if !tally.missed.isEmpty {
      report.add(paragraph: "The pages that most did not have right at the first try:")
      report.add(
        Table(
          name: "missed", columns: ["lesson", "page", "title", "missed", "of"],
          rows: tally.missed.prefix(Self.mostPages).map {
            let title = course.page($0.page.page, of: $0.page.lesson)?.title
            return [
              .text($0.page.lesson), .text($0.page.page), Value(title), .integer($0.missed),
              .integer($0.met),
            ]
          }))
    }
    guard !tally.wrongs.isEmpty else { return }
    report.add(paragraph: "The wrong answers that most gave:")
    report.add(
      Table(
        name: "wrongs",
        columns: ["lesson", "page", "question", "students", "answer", "label", "reply"],
        rows: tally.wrongs.prefix(Self.mostWrongs).map { wrong in
          let key = wrong.question
          let foreseen = wrong.label.flatMap { course.ask(at: key)?.foreseen($0) }
          return [
            .text(key.lesson), .text(key.page), .integer(key.question), .integer(wrong.students),
            .text(foreseen?.answer ?? wrong.example), Value(wrong.label), Value(foreseen?.reply),
          ]
        }))
  }

  // MARK: What to talk about

  /// Wrong answers that fit the numbers of others.
  mutating func add(_ numbers: ForeignNumbers) {
    let (findings, pairs) = (numbers.findings, numbers.pairs)
    report.values["fits"] = .integer(findings.count)
    report.values["fits.pairs"] = .integer(pairs.count)
    guard !findings.isEmpty else { return }
    report.add(
      paragraph: "\(counted(findings.count, "wrong answer")) "
        + "\(findings.count == 1 ? "fits" : "fit") another student's numbers: something to talk "
        + "about, not a proof. In a large class many do by chance, yet seldom twice the same one's."
    )
    if !pairs.isEmpty {
      report.add(
        Table(
          name: "pairs", columns: ["id", "fits the numbers of", "answers"],
          rows: pairs.prefix(Self.mostPairs).map {
            [.text($0.student), .text($0.other), .integer($0.answers)]
          }))
    }
    report.add(
      Table(
        name: "fits", columns: ["id", "lesson", "page", "question", "given", "fits"],
        rows: findings.prefix(Self.mostFindings).map {
          [
            .text($0.student), .text($0.question.lesson), .text($0.question.page),
            .integer($0.question.question), .text($0.given),
            .text(Self.named($0.fits, atMost: Self.mostIDs)),
          ]
        }))
  }

  /// Answers to numbers that were not drawn for their student.
  mutating func add(_ draws: ForeignDraws) {
    let ids = Set(draws.findings.map(\.student))
    report.values["draws.foreign"] = .integer(ids.count)
    guard !ids.isEmpty else { return }
    report.add(
      paragraph:
        "\(counted(ids.count, "student")) answered to numbers that were not drawn for "
        + "their id and class: work done before enrolling, or that of somebody else.")
    report.add(
      Table(
        name: "draws", columns: ["id", "lesson", "page", "answered to", "drawn"],
        rows: draws.findings.prefix(Self.mostFindings).map {
          [
            .text($0.student), .text($0.page.lesson), .text($0.page.page), .text($0.found),
            .text($0.expected),
          ]
        }))
  }
}

extension Ask {
  /// The wrong answer that a label stands for, as the author wrote it, and what is said to it; nil where
  /// the author wrote none.
  fileprivate func foreseen(_ label: String) -> (answer: String, reply: String)? {
    let parts = label.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let number = Int(parts[1].prefix { $0 != ":" }), number > 0 else {
      return nil
    }
    switch (kind, parts[0]) {
    case (.number(let question), "wrong"): return Self.foreseen(question.wrongs, number)
    case (.command(let question), "wrong"): return Self.foreseen(question.wrongs, number)
    case (.text(let question), "wrong") where number <= question.wrongs.count:
      let wrong = question.wrongs[number - 1]
      return (wrong.answers.map(\.source).joined(separator: " | "), wrong.reply.source)
    case (.choice(let options), "option") where number <= options.count:
      return (options[number - 1].text.source, options[number - 1].reason.source)
    default: return nil
    }
  }

  private static func foreseen(
    _ wrongs: [NamedWrong], _ number: Int
  ) -> (answer: String, reply: String)? {
    guard number <= wrongs.count else { return nil }
    return (wrongs[number - 1].answer.source, wrongs[number - 1].reply.source)
  }
}
