import Grammar
import Reports
import Testing

@testable import Lessons

struct TemplateTests {
  /// Answers from a table.
  private struct Table: Evaluator {
    var values: [String: Value] = [:]

    func value(of command: String) throws -> Value {
      guard let value = values[command] else { throw Mistake("no \(command)", at: nil) }
      return value
    }

    func report(of command: String) throws -> Report { Report() }
  }

  private let draws = Draws([("t", "42"), ("b", "0.80"), ("v", "-0.5"), ("cell", "lstm")])

  private func parse(
    _ text: String, as syntax: Template.Syntax = .text
  ) throws(Mistake) -> Template {
    try Template.parse(text, line: 7, draws: ["t", "b", "v", "cell"], as: syntax)
  }

  @Test func hasPartsInOrder() throws {
    let template = try parse("Row {t}, the one before {t-1}: {= {b}^2}.")
    let power = Template([.draw(name: "b", offset: 0), .text("^2")], line: 7)
    #expect(
      template.parts == [
        .text("Row "), .draw(name: "t", offset: 0), .text(", the one before "),
        .draw(name: "t", offset: -1), .text(": "), .computed(expression: power, .number),
        .text("."),
      ])
    #expect(template.line == 7)
  }

  @Test(arguments: [
    "", "plain", "{t}", "{t-1} {t+20}", "{= 1 + {t}}", "{$= `data show t={t} pick=high`}",
    "{%= 0.5}", "a \\{ b } c", "`data show t={t}`", "β {b}",
  ])
  func isWrittenAsItWas(text: String) throws {
    #expect(try parse(text).source == text)
    #expect(try parse(try parse(text).source) == parse(text))
  }

  @Test(arguments: [
    ("Row {t}, {t-1}, {t+8}", "Row 42, 41, 50"),
    ("{cell} {b} {v}", "lstm 0.80 -0.5"),
    ("\\{t\\} {t}}", "{t} 42}"),
    ("{= 2/3}", "0.6667"),
    ("{=-2/3}", "−0.6667"),
    ("{= 10400}", "10400"),
    ("{= {v}^2}", "0.25"),
    ("{= 1 - {b}^10}", "0.8926"),
    ("{$= 21.231}", "$21.23"),
    ("{$= -0.205}", "−$0.21"),
    ("{$= -0.001}", "$0.00"),
    ("{%= 0.73}", "73 %"),
    ("{%= 0.42544}", "42.5 %"),
    ("{= 0 - 0}", "0"),
    ("{= `evaluate pick=lstm.rmse`}", "0.7668"),
    ("{$= `evaluate pick=lstm.rmse` * 2}", "$1.53"),
    ("{= `data show t={t} pick=date`}", "2006-03-06"),
    ("{= `model {cell} pick=units`}", "50"),
    ("{$= `data pick=next`}", "-"),
  ])
  func isFilledWithDrawsAndComputedNumbers(text: String, filled: String) throws {
    let table = Table(values: [
      "evaluate pick=lstm.rmse": .double(0.766_800_3),
      "data show t=42 pick=date": .text("2006-03-06"), "model lstm pick=units": .integer(50),
      "data pick=next": .null,
    ])
    #expect(try parse(text).filled(with: draws, table) == filled)
  }

  @Test func aTextOrNothingCannotBeReckonedWith() throws {
    let table = Table(values: [
      "a pick=x": .text("2006"), "b pick=x": .null, "c pick=x": .float(.nan),
    ])
    #expect(throws: Mistake("`a pick=x` is 2006, no number", at: 1..<9)) {
      try parse("{= `a pick=x` + 1}").filled(with: draws, table)
    }
    #expect(throws: Mistake("`b pick=x` is -, no number", at: 1..<9)) {
      try parse("{= `b pick=x` + 1}").filled(with: draws, table)
    }
    #expect(throws: Mistake("`c pick=x` is nan, which cannot be reckoned with", at: 1..<9)) {
      try parse("{= `c pick=x`}").filled(with: draws, table)
    }
  }

  @Test func whatWasNotDrawnCannotBeFilled() throws {
    #expect(throws: Mistake("no value was drawn for t", at: nil)) {
      try parse("{t}").filled(with: Draws(), Table())
    }
    #expect(throws: Mistake("t is x, no whole number to add to", at: nil)) {
      try parse("{t-1}").filled(with: Draws([("t", "x")]), Table())
    }
    #expect(throws: Mistake("t is too large to add to", at: nil)) {
      try parse("{t+1}").filled(with: Draws([("t", String(Int.max))]), Table())
    }
  }

  @Test func negativeDrawsStandInBracketsOutsideOfCommands() throws {
    let template = try parse("{v}^2 + `power v={v} pick=norm` - {t-50}", as: .code)
    let expression = try template.expression(with: draws)
    #expect(expression.text == "(-0.5)^2 + `power v=-0.5 pick=norm` - (-8)")
    #expect(expression.commands.map(\.text) == ["power v=-0.5 pick=norm"])
  }

  @Test func namesItsCommands() throws {
    let text = try parse("`gates` {= `data t={t} pick=a` + `b pick=c`} {= 1} {= `d pick=e`}")
    #expect(text.computedCommands == ["data t={t} pick=a", "b pick=c", "d pick=e"])
    #expect(try parse("1 + `data t={t} pick=a`", as: .code).commands == ["data t={t} pick=a"])
    #expect(try parse("1 + 2", as: .code).commands == [])
  }

  @Test func anEquationHasOtherBraces() throws {
    let template = try parse("x^{{t}} {a} {{a}+b} {{t-1}}", as: .math)
    #expect(
      template.parts == [
        .text("x^"), .draw(name: "t", offset: 0), .text(" {a} {{a}+b} "),
        .draw(name: "t", offset: -1),
      ])
  }

  @Test(arguments: [
    ("{", 0, "this { is never closed"),
    ("a {t", 2, "this { is never closed"),
    (
      "{}", 0,
      "{ begins a draw as {t}, {t-1} or a computed number as {= 2^3}; write \\{ for a brace"
    ),
    (
      "{t - 1}", 0,
      "{ begins a draw as {t}, {t-1} or a computed number as {= 2^3}; write \\{ for a brace"
    ),
    (
      "{t-}", 0,
      "{ begins a draw as {t}, {t-1} or a computed number as {= 2^3}; write \\{ for a brace"
    ),
    (
      "{2}", 0,
      "{ begins a draw as {t}, {t-1} or a computed number as {= 2^3}; write \\{ for a brace"
    ),
    ("ab {u}", 3, "{u} is not drawn: the vary block of this page has no u="),
    ("{= }", 3, "the expression ends where a number was expected"),
    ("{= {= 1}}", 3, "{= stands in running text only; write the expression itself"),
    ("{= 1 2}", 5, "a sign such as + or * was expected here"),
    ("{= ({t}}", 3, "this bracket is never closed"),
    ("{= `data`}", 4, "one command that ends in pick=NAME was expected between the backticks"),
    (
      "{= `a; b pick=c`}", 4,
      "one command that ends in pick=NAME was expected between the backticks"
    ),
    (
      "{= `data t=1 pick=c` + `d`}", 24,
      "one command that ends in pick=NAME was expected between the backticks"
    ),
    ("{= `data \"x pick=c`}", 9, "this quote is never closed"),
    ("{= 1 + `export f pick=c`}", 8, "a lesson cannot run export"),
    ("{$= 2 *}", 7, "the expression ends where a number was expected"),
  ])
  func refusesBracesWithoutMeaning(text: String, place: Int, message: String) {
    #expect {
      try parse(text)
    } throws: { error in
      let mistake = error as? Mistake
      return mistake?.message == message && mistake?.range?.lowerBound == place
    }
  }

  @Test func namesTheNearestDraw() {
    #expect {
      try Template.parse("{beat}", line: 1, draws: ["beta", "t"])
    } throws: { error in
      (error as? Mistake)?.hint == "beta"
    }
  }

  @Test func codeHasAnEnd() {
    let text = String(repeating: "1", count: 2_001)
    #expect(throws: Mistake("a command or an expression has at most 2000 bytes", at: nil)) {
      try parse(text, as: .code)
    }
  }
}
