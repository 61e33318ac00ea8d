/// Wrong answers that would be right with the numbers of other students.
///
/// Something to talk about, not a proof: with few numbers to draw from it also happens by chance. So an
/// answer that a known misconception explains is left out, and one that fits the student's own numbers
/// of another attempt.
struct ForeignNumbers {
  /// One such answer.
  struct Finding {
    /// The student who gave it.
    let student: String
    /// To which question.
    let question: QuestionKey
    /// What was given.
    let given: String
    /// The students whose numbers it fits, by id.
    let fits: [String]
  }

  /// The findings: students with most of them first, then in the order of the course.
  private(set) var findings: [Finding] = []

  /// How often the answers of one student fit the numbers of another: chance spreads over many, copying
  /// does not.
  var pairs: [(student: String, other: String, answers: Int)] {
    var counts: [String: [String: Int]] = [:]
    for finding in findings {
      for other in finding.fits { counts[finding.student, default: [:]][other, default: 0] += 1 }
    }
    let pairs = counts.flatMap { student, others in
      others.map { (student: student, other: $0.key, answers: $0.value) }
    }
    return pairs.filter { $0.answers > 1 }.sorted {
      ($1.answers, $0.student, $0.other) < ($0.answers, $1.student, $1.other)
    }
  }

  /// The numbers accepted from some students.
  private struct Right {
    let accepted: ClosedRange<Double>
    let students: Set<String>
  }

  init(_ submissions: [Submission], in course: Course) {
    var owners: [QuestionKey: [Double: Set<String>]] = [:]
    for submission in submissions {
      for (key, record) in submission.progress.questions(in: course) {
        for right in record.tries.compactMap(\.right) {
          owners[key, default: [:]][right, default: []].insert(submission.id)
        }
      }
    }
    var rights: [QuestionKey: [Right]] = [:]
    for (key, numbers) in owners {
      let tolerance = course.ask(at: key)?.tolerance ?? .standard
      rights[key] = numbers.map { number, students in
        Right(accepted: tolerance.acceptedRange(around: number), students: students)
      }
    }
    let found = submissions.map { submission in
      submission.progress.questions(in: course)
        .flatMap { key, record in
          Self.findings(of: submission.id, record, at: key, among: rights[key] ?? [])
        }
        .sorted {
          $0.question == $1.question
            ? $0.given < $1.given : course.isInOrder($0.question, $1.question)
        }
    }
    findings = found.filter { !$0.isEmpty }
      .sorted { ($1.count, $0[0].student) < ($0.count, $1[0].student) }.flatMap { $0 }
  }

  private static func findings(
    of student: String, _ record: QuestionRecord, at key: QuestionKey, among rights: [Right]
  ) -> [Finding] {
    record.tries.compactMap { one in
      guard !one.isRight, one.right != nil, one.misconception == nil, let given = one.givenNumber
      else { return nil }
      let fits = rights.filter { $0.accepted.contains(given) }
        .reduce(into: Set()) { $0.formUnion($1.students) }
      // Among them are the student's own numbers of another attempt.
      guard !fits.isEmpty, !fits.contains(student) else { return nil }
      return Finding(student: student, question: key, given: one.given, fits: fits.sorted())
    }
  }
}

extension Ask {
  /// How near a number must be; nil where no number is asked for.
  var tolerance: Tolerance? {
    if case .number(let question) = kind { question.tolerance } else { nil }
  }
}
