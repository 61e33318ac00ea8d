import Grammar
import Reports
import Testing

@testable import Lessons

struct VariablesDrawsTests {
  private let day = Variables.Variable(name: "t", values: (10...60).map(String.init))
  private let share = Variables.Variable(name: "b", values: ["0.6", "0.7", "0.9"])
  private let nobody = AnswerBook()

  @Test func theSameStudentHasTheSameDrawsEachTime() throws {
    let variables = Variables([day, share])
    let draws = try variables.draws(for: seed(), nobody)
    #expect(try variables.draws(for: seed(), nobody) == draws)
    #expect(draws.values.map(\.name) == ["t", "b"])
    #expect(day.values.contains(draws["t"] ?? ""))
  }

  @Test(arguments: [
    seed("s002"), seed(classCode: "kl-2027"), seed(lesson: "rnn"), seed(page: "last"),
    seed(attempt: 3), seed("s00"), seed("s0011"),
  ])
  func everyPartOfTheSeedCounts(other: DrawSeed) throws {
    #expect(other.hash != seed().hash)
  }

  @Test func partsOfTheSeedDoNotRunIntoEachOther() {
    #expect(seed("ab", classCode: "").hash != seed("b", classCode: "a").hash)
  }

  @Test func neighboursShareADrawOnlyAsChanceHasIt() throws {
    let drawn = try (0..<400).map { number in
      try Variables([day]).draws(for: seed("s\(number)"), nobody)["t"]
    }
    let pairs = zip(drawn, drawn.dropFirst()).filter { $0 == $1 }
    #expect(pairs.count < 25)
    #expect(Set(drawn).count == day.values.count)
  }

  @Test(arguments: 0..<60)
  func anotherAttemptGivesOtherNumbers(student: Int) throws {
    let drawn = try (1...50).map { attempt in
      try Variables([share]).draws(for: seed("s\(student)", attempt: attempt), nobody)
    }
    #expect(zip(drawn, drawn.dropFirst()).allSatisfy { $0 != $1 })
  }

  @Test func aPageWithOneDrawGivesItAtEachAttempt() throws {
    let only = Variables([Variables.Variable(name: "b", values: ["0.8"])])
    #expect(try only.draws(for: seed(attempt: 2), nobody).text == "b=0.8")
    let one = Variables([share], condition: try draft("{b} = 0.9"), line: 3)
    #expect(try one.draws(for: seed(attempt: 7), nobody).text == "b=0.9")
  }

  @Test func aPageWithoutVariablesDrawsNothing() throws {
    #expect(try Variables().draws(for: seed(attempt: 2), nobody) == Draws())
    #expect(try Variables().everyDraw(nobody) == [Draws()])
  }

  @Test(arguments: [Int.min, -1, 0, 1_000_000_007, Int.max])
  func anyAttemptHasDraws(attempt: Int) throws {
    #expect(try Variables([day]).draws(for: seed(attempt: attempt), nobody)["t"] != nil)
  }

  @Test(arguments: 0..<40)
  func drawsSatisfyTheirCondition(student: Int) throws {
    let variables = Variables(
      [day, share], condition: try draft("{t} > 50 and {b} != 0.7"), line: 3)
    let draws = try variables.draws(for: seed("s\(student)"), nobody)
    #expect(try Condition(try draft("{t} > 50 and {b} != 0.7"), draws).holds(nobody))
  }

  @Test func aConditionThatNothingSatisfiesIsAnError() throws {
    let variables = Variables([day], condition: try draft("{t} > 60"), line: 3)
    let mistake = Mistake(
      "the condition of the draws in line 3 holds of none that was tried", at: nil)
    #expect(throws: mistake) { try variables.draws(for: seed(), nobody) }
    #expect(throws: mistake) { try variables.everyDraw(nobody) }
  }

  @Test func aConditionMayAskTheShell() throws {
    let book = AnswerBook([
      "data show t=1": ["high": 20.5], "data show t=2": ["high": 21.5],
      "data show t=3": ["high": 20.75],
    ])
    let variables = Variables(
      [Variables.Variable(name: "t", values: ["1", "2", "3"])],
      condition: try draft("`data show t={t} pick=high` > 21"), line: 3)
    #expect(try variables.draws(for: seed(), book).text == "t=2")
    #expect(try variables.everyDraw(book).map(\.text) == ["t=2"])
  }

  @Test func aVariableWithoutValuesIsAnError() {
    let variables = Variables([Variables.Variable(name: "t", values: [])], line: 3)
    #expect(throws: Mistake("t has no values", at: nil)) {
      try variables.draws(for: seed(), nobody)
    }
  }

  @Test func tooManyCombinationsAreAnError() {
    let many = Variables.Variable(name: "t", values: (0..<10_000).map(String.init))
    let variables = Variables(Array(repeating: many, count: 5), line: 3)
    #expect(throws: Mistake("the variables of line 3 have too many combinations", at: nil)) {
      try variables.everyDraw(nobody)
    }
  }
}
