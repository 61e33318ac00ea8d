import Testing

@testable import Grammar

struct ValueTests {
  private func value(_ text: String) throws -> Value {
    try Located(parsing: Word(text, at: 0..<text.utf8.count)).value
  }

  private func mistake(_ text: String) -> Mistake? {
    do {
      _ = try value(text)
      return nil
    } catch {
      return error as? Mistake
    }
  }

  @Test(arguments: [
    ("42", Value.integer(42)), ("-1", .integer(-1)), ("+7", .integer(7)),
    ("0.5", .number(0.5)), (".5", .number(0.5)), ("-1e-3", .number(-0.001)), ("5.", .number(5)),
    ("nan", .text("nan")), ("inf", .text("inf")), ("0x10", .text("0x10")), ("1e999", .text("1e999")),
    ("lstm", .text("lstm")), ("keras", .text("keras")), ("a.b", .text("a.b")), ("", .text("")),
    ("99999999999999999999", .number(1e20)),
  ])
  func scalarsAreToldApart(text: String, expected: Value) throws {
    #expect(try value(text) == expected)
  }

  @Test func rangesHoldBothEnds() throws {
    guard case .range(let low, let high) = try value("33..42") else {
      Issue.record("33..42 is a range")
      return
    }
    #expect(low.value == .integer(33) && high.value == .integer(42))
    #expect(high.range == 4..<6)
    #expect(mistake("33..")?.message == "a range needs both ends, as 33..42")
    #expect(mistake("..42")?.message == "a range needs both ends, as 33..42")
    #expect(mistake("1..2..3")?.message == "a range has two ends, as 33..42")
    #expect(try value("../data/x.csv") == .text("../data/x.csv"))
    #expect(try value("a..b") == .text("a..b"))
  }

  @Test func datesAreDaysOfTheCalendar() throws {
    #expect(try value("2008-10-10") == .date(DateLiteral(year: 2008, month: 10, day: 10)))
    #expect(try value("2008-02-29") == .date(DateLiteral(year: 2008, month: 2, day: 29)))
    #expect(mistake("2007-02-29")?.message.hasPrefix("the calendar has no day 2007-02-29") == true)
    #expect(mistake("2008-13-01") != nil)
    #expect(try value("2008-1-1") == .text("2008-1-1"))
    guard case .range = try value("2008-01-01..2008-02-01") else {
      Issue.record("a range of dates is a range")
      return
    }
  }

  @Test func listsKeepTheirPlaces() throws {
    guard case .list(let items) = try value("0.5, 0.8") else {
      Issue.record("0.5, 0.8 is a list")
      return
    }
    #expect(items.map(\.value) == [.number(0.5), .number(0.8)])
    #expect(items.map(\.range) == [0..<3, 5..<8])
    #expect(mistake("0.5,,1")?.range == 4..<5)
    #expect(mistake("0.5,")?.range == 4..<5)
  }

  @Test func matricesHaveRowsOfOneLength() throws {
    #expect(try value("[[0.5, 0.2], [0, 0.9]]") == .matrix([[0.5, 0.2], [0, 0.9]]))
    #expect(try value("[[1]]") == .matrix([[1]]))
    #expect(mistake("[[1, 2], [3]]")?.message.contains("every row needs 2 numbers") == true)
    #expect(mistake("[1, 2]")?.range == 1..<2)
    #expect(mistake("[[1, x]]")?.range == 5..<6)
    #expect(mistake("[[1]] 2")?.message == "nothing may follow the matrix")
    #expect(mistake("[[]]") != nil)
    #expect(mistake("[") != nil)
  }

  @Test func quotesMakeText() throws {
    let word = Word("42", at: 0..<4, isQuoted: true)
    #expect(try Located(parsing: word).value == .text("42"))
  }
}
