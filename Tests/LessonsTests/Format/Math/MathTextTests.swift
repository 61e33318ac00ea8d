import Grammar
import Reports
import Testing

@testable import Lessons

struct MathTextTests {
  @Test(arguments: Formula.lines)
  func oneLineReadsWellInUnicodeAndInASCII(_ formula: Formula) throws {
    let shown = try MathText(parsing: formula.latex).unicode
    #expect(shown == formula.unicode)
    #expect(ascii(shown) == formula.plain)
  }

  @Test(arguments: Formula.rows)
  func rowsStandUnderOneAnother(_ formula: Formula) throws {
    let shown = try MathText(parsing: formula.latex).unicode
    #expect(shown == formula.unicode)
    #expect(ascii(shown) == formula.plain)
  }
}
