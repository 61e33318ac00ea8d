/// Warns of solutions that prove nothing, since they are the answer once more.
struct SolutionCheck {
  private let log: CheckLog

  init(_ log: CheckLog) {
    self.log = log
  }

  /// Looks at the questions for numbers, as they are written.
  func check(_ page: Page) {
    for case .ask(let ask) in page.blocks {
      guard case .number(let question) = ask.kind else { continue }
      for solution in ask.solutions where solution.letters == question.answer.letters {
        log.add(
          "the solution is the answer itself; found by another way it would prove something",
          line: solution.line, isWarning: true)
      }
    }
  }
}

extension Template {
  /// What is written without blanks.
  fileprivate var letters: String { source.filter { $0 != " " } }
}
