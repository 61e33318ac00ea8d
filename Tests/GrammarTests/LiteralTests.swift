import Testing

@testable import Grammar

struct LiteralTests {
  private func literal(_ text: String) throws -> Literal {
    try Located(parsing: Word(text, at: 0..<text.utf8.count)).literal
  }

  private func mistake(_ text: String) -> Mistake? {
    do {
      _ = try literal(text)
      return nil
    } catch {
      return error as? Mistake
    }
  }

  @Test(arguments: [
    ("42", Literal.integer(42)), ("-1", .integer(-1)), ("+7", .integer(7)),
    ("0.5", .number(0.5)), (".5", .number(0.5)), ("-1e-3", .number(-0.001)), ("5.", .number(5)),
    ("nan", .text("nan")), ("inf", .text("inf")), ("0x10", .text("0x10")),
    ("1e999", .text("1e999")),
    ("lstm", .text("lstm")), ("keras", .text("keras")), ("a.b", .text("a.b")), ("", .text("")),
    ("99999999999999999999", .number(1e20)),
  ])
  func scalarsAreToldApart(text: String, expected: Literal) throws {
    #expect(try literal(text) == expected)
  }

  @Test func rangesHoldBothEnds() throws {
    guard case .range(let low, let high) = try literal("33..42") else {
      Issue.record("33..42 is a range")
      return
    }
    #expect(low.literal == .integer(33) && high.literal == .integer(42))
    #expect(high.range == 4..<6)
    #expect(mistake("33..")?.message == "a range needs both ends, as 33..42")
    #expect(mistake("..42")?.message == "a range needs both ends, as 33..42")
    #expect(mistake("1..2..3")?.message == "a range has two ends, as 33..42")
    #expect(try literal("../data/x.csv") == .text("../data/x.csv"))
    #expect(try literal("a..b") == .text("a..b"))
  }

  @Test func datesAreDaysOfTheCalendar() throws {
    #expect(try literal("2008-10-10") == .date(DateLiteral(year: 2008, month: 10, day: 10)))
    #expect(try literal("2008-02-29") == .date(DateLiteral(year: 2008, month: 2, day: 29)))
    #expect(mistake("2007-02-29")?.message.hasPrefix("the calendar has no day 2007-02-29") == true)
    #expect(mistake("2008-13-01") != nil)
    #expect(try literal("2008-1-1") == .text("2008-1-1"))
    guard case .range = try literal("2008-01-01..2008-02-01") else {
      Issue.record("a range of dates is a range")
      return
    }
  }

  @Test func listsKeepTheirPlaces() throws {
    guard case .list(let items) = try literal("0.5, 0.8") else {
      Issue.record("0.5, 0.8 is a list")
      return
    }
    #expect(items.map(\.literal) == [.number(0.5), .number(0.8)])
    #expect(items.map(\.range) == [0..<3, 5..<8])
    #expect(mistake("0.5,,1")?.range == 4..<5)
    #expect(mistake("0.5,")?.range == 4..<5)
  }

  @Test func matricesHaveRowsOfOneLength() throws {
    #expect(try literal("[[0.5, 0.2], [0, 0.9]]") == .matrix([[0.5, 0.2], [0, 0.9]]))
    #expect(try literal("[[1]]") == .matrix([[1]]))
    #expect(mistake("[[1, 2], [3]]")?.message.contains("every row needs 2 numbers") == true)
    #expect(mistake("[1, 2]")?.range == 1..<2)
    #expect(mistake("[[1, x]]")?.range == 5..<6)
    #expect(mistake("[[1]] 2")?.message == "nothing may follow the matrix")
    #expect(mistake("[[]]") != nil)
    #expect(mistake("[") != nil)
  }

  @Test func quotesMakeText() throws {
    let word = Word("42", at: 0..<4, isQuoted: true)
    #expect(try Located(parsing: word).literal == .text("42"))
  }
}
