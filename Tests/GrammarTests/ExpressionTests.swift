import Testing

@testable import Grammar

struct ExpressionTests {
  private func value(_ text: String) throws -> Double {
    try Expression(parsing: text).value()
  }

  private func mistake(_ text: String, at origin: Int = 0) -> Mistake? {
    do {
      _ = try Expression(parsing: text, at: origin).value()
      return nil
    } catch {
      return error as? Mistake
    }
  }

  // MARK: Numbers

  @Test(arguments: [
    ("42", 42), (".35", 0.35), ("0,35", 0.35), ("3.5e-1", 0.35), ("35%", 0.35), ("35 %", 0.35),
    ("$0.35", 0.35), ("−$1.25", -1.25), ("7/20", 0.35), ("1 - 0.65", 0.35), ("5.", 5),
    ("1e3", 1000), ("2E+2", 200), ("0,350", 0.35), ("10.400", 10.4), ("pi", Double.pi),
    ("π", Double.pi), ("e", 2.718281828459045), ("2*e", 5.43656365691809),
  ])
  func numbersAreReadAsPeopleWriteThem(text: String, expected: Double) throws {
    #expect(try value(text) == expected)
  }

  @Test func aCommaBeforeThreeDigitsIsRefusedSinceItCouldPartThousands() {
    #expect(mistake("10,400")?.message == "10,400 can be read in two ways; write 10400 or 10.400")
    #expect(mistake("1,234,567") != nil)
  }

  // MARK: Precedence

  @Test(arguments: [
    ("1+2*3", 7), ("(1+2)*3", 9), ("8/4/2", 1), ("8-4-2", 2), ("2*3^2", 18), ("-2^2", -4),
    ("(-2)^2", 4), ("2^3^2", 512), ("2^-1", 0.5), ("2^-1^2", 0.5), ("--3", 3), ("-+3", -3),
    ("2*-3", -6), ("-35%", -0.35), ("200%^2", 4), ("100%-35%", 0.65), ("6/2*3", 9), ("1--1", 2),
  ])
  func signsBindAsInMathematics(text: String, expected: Double) throws {
    #expect(try value(text) == expected)
  }

  @Test func unicodeSignsMeanTheSameAsThoseOfTheKeyboard() throws {
    #expect(try value("3 × 4 − 6 ÷ 2 · 1") == 9)
    #expect(try value("σ(0)") == 0.5)
  }

  // MARK: Functions

  @Test func theHalfLifeOfAnAverageComesOut() throws {
    #expect(abs(try value("ln(0.5)/ln(0.8)") - 3.1062837195053903) < 1e-12)
  }

  @Test(arguments: [
    ("exp(0)", 1), ("sqrt(2.25)", 1.5), ("tanh(0)", 0), ("sigmoid(0)", 0.5), ("abs(-3)", 3),
    ("min(3, 1, 2)", 1), ("max(1,2)", 2), ("max(1)", 1), ("min(0,35)", 0),
    ("sigmoid(0,53)", 0.62948),
    ("tanh (1)", 0.76159), ("ln(e)", 1), ("max(abs(0,5), 0.25)", 0.5), ("25.4*sqrt(4)", 50.8),
  ])
  func functionsAreCalledWithBrackets(text: String, expected: Double) throws {
    #expect(abs(try value(text) - expected) < 1e-5)
  }

  // MARK: Mistakes

  @Test(arguments: [
    ("", "the expression ends where a number was expected", 0..<0),
    ("1+", "the expression ends where a number was expected", 2..<2),
    ("1+*2", "a number, a bracket or a function was expected here", 2..<3),
    ("(1", "this bracket is never closed", 0..<1), ("1)", "nothing opened this )", 1..<2),
    ("2 3", "a sign such as + or * was expected here", 2..<3),
    ("2e", "a sign such as + or * was expected here", 1..<2),
    ("1.2.3", "a number has one point", 3..<4),
    ("2**3", "powers are written with ^, as 0.8^10", 2..<3),
    ("ln 2", "ln needs its argument in brackets, as ln(0.5)", 0..<2),
    ("1/0", "this divides by 0", 0..<3), ("2+1/(3-3)", "this divides by 0", 2..<9),
    ("ln(0)", "ln needs a number above 0", 0..<5),
    ("sqrt(-1)", "sqrt needs a number that is not below 0", 0..<8),
    ("(-8)^0.5", "a negative number has only whole powers", 0..<8),
    ("0^-1", "0 has no negative power", 0..<4), ("exp(1000)", "the result is too large", 0..<9),
    ("1e999", "this number is too large", 0..<5),
    ("$x", "a number was expected behind the $", 1..<2),
    ("`data", "this backtick is never closed", 0..<1),
    ("` `", "a command was expected between these backticks", 0..<3),
    ("`data`", "no command can stand in this expression", 1..<5),
  ])
  func mistakesSayWhereAndWhy(text: String, message: String, range: Range<Int>) {
    #expect(mistake(text) == Mistake(message, at: range))
  }

  @Test func placesCountInBytesFromTheOrigin() {
    #expect(mistake("3 × ?", at: 5)?.range == 10..<11)
  }

  @Test func unknownNamesGetTheNearestFunction() {
    #expect(mistake("sigmoyd(1)")?.hint == "sigmoid")
    #expect(mistake("log(2)")?.hint == "ln")
    #expect(mistake("tau(2)")?.range == 0..<3)
  }

  @Test func nestingIsBounded() throws {
    #expect(
      try value(String(repeating: "(", count: 50) + "1" + String(repeating: ")", count: 50)) == 1)
    let deep = String(repeating: "(", count: 100_000)
    #expect(mistake(deep)?.message == "the expression is nested more than 64 deep")
    #expect(mistake(String(repeating: "2^", count: 1000) + "1") != nil)
  }

  @Test func longSumsNeedNoDepth() throws {
    #expect(try value(String(repeating: "1+", count: 100_000) + "1") == 100_001)
    #expect(try value(String(repeating: "-", count: 100_000) + "1") == 1)
  }

  @Test func everyPairOfSignsIsReadOrRefusedWithoutATrap() {
    let pieces = [
      "1", "(", ")", "+", "-", "*", "/", "^", "%", "$", ",", ".", "ln", "e", "`", "é", " ",
    ]
    for a in pieces {
      for b in pieces {
        for c in pieces {
          let mistake = mistake(a + b + c)
          if let range = mistake?.range {
            #expect(range.upperBound <= (a + b + c).utf8.count)
          }
        }
      }
    }
  }

  // MARK: Named values

  @Test func commandsBetweenBackticksStandForTheirNamedValue() throws {
    let expression = try Expression(parsing: "2 * `evaluate pick=persistence.rmse` + `data`", at: 5)
    #expect(expression.commands.map(\.text) == ["evaluate pick=persistence.rmse", "data"])
    #expect(expression.commands.map(\.range) == [10..<40, 45..<49])
    #expect(try expression.value { $0.text == "data" ? 1 : 10 } == 21)
  }

  @Test func aNamedValueThatIsNoFiniteNumberIsRefused() throws {
    let expression = try Expression(parsing: "1+`power`")
    #expect(throws: Mistake("this is inf, which cannot be reckoned with", at: 2..<9)) {
      try expression.value { _ in .infinity }
    }
  }
}
