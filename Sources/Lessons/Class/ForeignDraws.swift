import Grammar
import Reports

/// Answers to numbers that were not drawn for the student who handed them in.
///
/// The work may be another student's under a new id; it may also have been done before enrolling, or
/// with another version of the lesson.
struct ForeignDraws {
  /// Such answers of one student on one page.
  struct Finding {
    /// The student.
    let student: String
    /// The page; its question is 0.
    let page: QuestionKey
    /// The numbers answered to.
    let found: String
    /// Those that are the student's by the recipe.
    let expected: String
  }

  /// The findings, by student and in the order of the course; one a page.
  private(set) var findings: [Finding] = []

  init(_ submissions: [Submission], in course: Course, _ evaluator: (any Evaluator)?) throws {
    var recipe = Recipe(evaluator: evaluator)
    for submission in submissions {
      var found: [QuestionKey: Finding] = [:]
      for part in submission.parts {
        for (key, record) in part.questions(in: course) {
          let page = QuestionKey(lesson: key.lesson, page: key.page, question: 0)
          guard found[page] == nil, let lesson = course.lesson(key.lesson),
            part.lessons[key.lesson]?.fingerprint == lesson.fingerprint,
            let variables = course.page(key.page, of: key.lesson)?.variables
          else { continue }
          for one in record.tries {
            guard
              let expected = try recipe.draws(of: part.student, on: page, one.attempt, variables),
              expected != one.draws
            else { continue }
            found[page] = Finding(
              student: submission.id, page: page, found: one.draws, expected: expected)
            break
          }
        }
      }
      findings += found.values.sorted { course.isInOrder($0.page, $1.page) }
    }
  }
}

/// The draws of students, each computed once.
private struct Recipe {
  private struct Seed: Hashable {
    let student: Student
    let page: QuestionKey
    let attempt: Int
  }

  private let evaluator: any Evaluator
  private var known: [Seed: String?] = [:]

  init(evaluator: (any Evaluator)?) {
    self.evaluator = evaluator ?? NoEvaluator()
  }

  /// The draws as progress files hold them; nil where they cannot be computed.
  ///
  /// - Throws: What interrupts the evaluator.
  mutating func draws(
    of student: Student, on page: QuestionKey, _ attempt: Int, _ variables: Variables
  ) throws -> String? {
    let seed = Seed(student: student, page: page, attempt: attempt)
    if let draws = known[seed] { return draws }
    var draws: String?
    do {
      draws = try variables.draws(
        for: DrawSeed(
          classCode: student.classCode, student: student.id, lesson: page.lesson, page: page.page,
          attempt: attempt), evaluator
      ).text.cut(toBytes: Try.longestText)
    } catch is Mistake {
      draws = nil
    }
    known[seed] = .some(draws)
    return draws
  }
}

/// Computes nothing: pages whose condition runs a command are not judged without a shell.
private struct NoEvaluator: Evaluator {
  func value(of command: String) throws -> Value { throw refusal }

  func report(of command: String) throws -> Report { throw refusal }

  private var refusal: Mistake { Mistake("no command can run here", at: nil) }
}
