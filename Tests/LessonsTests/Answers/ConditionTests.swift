import Grammar
import Reports
import Testing

@testable import Lessons

struct ConditionTests {
  private let book = AnswerBook([
    "evaluate": ["lstm.rmse": 0.5, "best": "lstm"], "data show t=7": ["high": 21],
  ])

  @Test(arguments: [
    ("1 < 2", true), ("2 < 1", false), ("2 <= 2", true), ("2 > 1", true), ("1 >= 2", false),
    ("2 = 2", true), ("2 != 2", false), ("1 != 2", true),
    ("0.1 + 0.2 = 0.3", true), ("0.1 + 0.2 > 0.3", false), ("0.1 + 0.2 <= 0.3", true),
    ("1 = 1.000001", false), ("0 = 0", true), ("0 = 1e-300", false),
    ("1 < 2 and 2 < 3", true), ("1 < 2 and 3 < 2", false), ("3 < 2 and 1 < 2", false),
    ("1", true), ("0", false), ("1 - 1 and 1", false), ("(1)and(2)", true), ("-3", true),
    ("`evaluate pick=lstm.rmse` < 1 and `data show t=7 pick=high` = 21", true),
    ("`evaluate pick=lstm.rmse` > 1", false),
  ])
  func holds(text: String, expected: Bool) throws {
    #expect(try Condition(parsing: text).holds(book) == expected)
  }

  @Test func whatFollowsAFailedPartIsNotComputed() throws {
    #expect(try Condition(parsing: "1 > 2 and `no such command pick=x` = 1").holds(book) == false)
  }

  @Test(arguments: [
    ("1 == 2", Mistake("conditions compare with < <= > >= = !=", at: 2..<4, hint: "=")),
    ("1 => 2", Mistake("conditions compare with < <= > >= = !=", at: 2..<4)),
    (
      "0 < 1 < 2", Mistake("each part of a condition compares once; join parts with and", at: 6..<7)
    ),
    ("1 <", Mistake("the expression ends where a number was expected", at: 3..<3)),
    ("1 < 2 and", Mistake("the expression ends where a number was expected", at: 9..<9)),
    ("", Mistake("the expression ends where a number was expected", at: 0..<0)),
    ("1 < `x", Mistake("this backtick is never closed", at: 4..<5)),
  ])
  func saysWhereItCannotBeRead(text: String, mistake: Mistake) {
    #expect(throws: mistake) { try Condition(parsing: text) }
  }

  @Test func placesCountFromTheOrigin() {
    #expect(throws: Mistake("this bracket is never closed", at: 12..<13)) {
      try Condition(parsing: "1 < (2", at: 8)
    }
  }

  @Test func wordsAreNoNumbers() throws {
    let condition = try Condition(parsing: "`evaluate pick=best` = 1")
    #expect(throws: Mistake.self) { try condition.holds(book) }
  }

  @Test func negativeDrawsStandInBrackets() throws {
    let draws = Draws([("a", "-3"), ("t", "8")])
    #expect(try Condition(try draft("{a}^2 = 9"), draws).holds(book))
    #expect(try Condition(try draft("`data show t={t-1} pick=high` = 21"), draws).holds(book))
  }

  @Test func namesItsCommands() throws {
    let condition = try Condition(parsing: "`a b=1` < 2 and `c` > `d`")
    #expect(condition.commands == ["a b=1", "c", "d"])
  }
}
