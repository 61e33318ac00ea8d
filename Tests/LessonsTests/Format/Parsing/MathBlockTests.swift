import Grammar
import Testing

@testable import Lessons

struct MathBlockTests {
  @Test func isShownWithItsDraws() throws {
    let blocks = LessonFixture.blocks(
      onPage: """
        ```vary b=0.5|0.8 t=1..9
        ```
        ```math
        \\mu_{{t-1}} = {{b}}^{ {{t}} - 1 }
        ```
        """)
    guard case .math(let math)? = blocks.first else {
      Issue.record("no equation")
      return
    }
    #expect(math.line == 14)
    #expect(math.latex == "\\mu_{{t-1}} = {{b}}^{ {{t}} - 1 }")
    #expect(
      math.plain.parts == [
        .text("μ_"), .draw(name: "t", offset: -1), .text(" = "), .draw(name: "b", offset: 0),
        .text("^("), .draw(name: "t", offset: 0), .text("−1)"),
      ])
  }

  @Test func columnsKeepRoomForTheLongestValue() throws {
    let blocks = LessonFixture.blocks(
      onPage: """
        ```vary a=0.5|0.25
        ```
        ```math
        \\begin{pmatrix} {{a}} & 1 \\\\ 0 & {{a}} \\end{pmatrix}
        ```
        """)
    guard case .math(let math)? = blocks.first else {
      Issue.record("no equation")
      return
    }
    #expect(math.plain.source == "( {a}     1 )\n(    0  {a} )")
  }

  @Test func aPlainBlockStandsInItsPlace() throws {
    let blocks = LessonFixture.blocks(
      onPage: """
        ```vary t=1..9
        ```
        ```math
        \\unknown{x}
        ```

        ```plain

          x {t}
        y

        ```
        """)
    guard case .math(let math)? = blocks.first else {
      Issue.record("no equation")
      return
    }
    #expect(math.latex == "\\unknown{x}")
    #expect(math.plain.source == "  x {t}\ny")
  }

  @Test(arguments: [
    ("a + \\foo{b}", "2:5: there is no macro \\foo here"),
    ("a\nβ + \\fracc{b}{c}", "3:5: there is no macro \\fracc here"),
    ("\\begin{matrx} a \\end{matrx}", "2:1: there is no \\begin{matrx} here"),
    ("b {", "2:3: this { is never closed"),
    ("b }", "2:3: nothing opened this }"),
    ("\\frac{a}", "2:1: something in braces was expected behind this"),
    ("a^", "2:2: something in braces was expected behind this"),
    ("a^b^c", "2:4: a second ^ needs braces around the first"),
    ("a_b_c", "2:4: a second _ needs braces around the first"),
    ("\\left( a", "2:1: this \\left has no \\right"),
    ("\\left a \\right)", "2:7: a bracket was expected here"),
    ("\\left\\alpha \\right)", "2:6: a bracket was expected here"),
    ("a \\right)", "2:3: nothing began what \\right ends"),
    ("a & b", "2:3: this belongs between \\begin{aligned} and \\end{aligned}"),
    ("a \\\\ b", "2:3: this belongs between \\begin{aligned} and \\end{aligned}"),
    ("\\begin{matrix} a", "2:1: this \\begin has no \\end{matrix}"),
    ("\\begin{matrix} a \\end{cases}", "2:18: \\end{matrix} was expected here"),
    ("\\text{a^2}", "2:8: only words can stand here"),
    ("\\text{a\\alpha}", "2:8: only words can stand here"),
    ("\\text a", "2:1: words in braces were expected behind this"),
    ("50% more", "2:3: write \\% for this sign"),
    ("\\sqrt[3 x", "2:6: this [ is never closed"),
    ("a \\", "2:3: a macro was expected behind the backslash"),
    (
      "\\frac{\\begin{matrix} a \\\\ b \\end{matrix}}{2}",
      "2:7: rows and columns cannot stand in a fraction or a script"
    ),
    ("{{u}}", "2:1: {u} is not drawn: the vary block of this page has no u="),
    ("{{t}} + \\foo", "2:9: there is no macro \\foo here"),
  ])
  func refusesAnEquationThatCannotBeShown(latex: String, fault: String) throws {
    let faults = LessonFixture.faults(
      onPage: "```math\n\(latex)\n```\n```vary t=1..9\n```\n")
    #expect(faults.count == 1)
    #expect(try #require(faults.first).hasPrefix(fault))
  }

  @Test func namesTheWayRoundAndTheNearestMacro() {
    #expect(
      LessonFixture.faults(onPage: "```math\n\\fracc{b}{c}\n```\n") == [
        "2:1: there is no macro \\fracc here; a plain block right behind the equation can say what a "
          + "terminal shows; did you mean \\frac?"
      ])
  }

  @Test(arguments: [
    "{", "(", "\\left(", "x^{", "\\frac{", "\\hat", "\\sqrt", "\\begin{matrix}", "|", "-",
    "\\mathbf",
  ])
  func isNeverNestedTooDeepToBeRead(piece: String) {
    let latex = String(repeating: piece, count: 1_900 / piece.utf8.count)
    _ = try? MathText(parsing: latex)
    _ = try? MathText(parsing: latex + "x" + String(repeating: "}", count: 50))
  }

  @Test(arguments: ["&", "\\\\"]) func aMatrixHasABoundedSize(separator: String) {
    let cells = Array(repeating: "1", count: 31).joined(separator: separator)
    #expect(throws: Mistake("there are at most 30 rows of 20 columns", at: 0..<6)) {
      try MathText(parsing: "\\begin{matrix}\(cells)\\end{matrix}")
    }
  }

  @Test func refusesAnEquationThatIsTooLong() {
    let latex = String(repeating: "x", count: 2_001)
    #expect(throws: (any Error).self) { try MathText(parsing: latex) }
  }

  @Test(arguments: [
    ("```math\n\n```", "1:4: a math block needs an equation"),
    ("```math big\na\n```", "1:9: nothing can follow math here"),
    ("```plain\na\n```", "1:4: a plain block stands right behind a math block"),
    (
      "```math\na\n```\n\nText\n\n```plain\na\n```",
      "7:4: a plain block stands right behind a math block"
    ),
    ("```math\na\n```\n```plain\n\n```", "4:4: a plain block needs text"),
    ("```math\na\n```\n```plain\n{t}\n```", "5:1: {t} is not drawn: this page has no vary block"),
  ])
  func refusesABlockWithAFault(body: String, fault: String) {
    #expect(LessonFixture.faults(onPage: body) == [fault])
  }
}
