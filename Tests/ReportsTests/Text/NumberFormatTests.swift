import Testing

@testable import Reports

struct NumberFormatTests {
  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (0.72, "0.72"), (0.719_26, "0.7193"), (20.93, "20.93"), (3020, "3020"),
    (12_345.678, "12346"), (0.000_012_34, "0.00001234"), (0.000_001_234, "1.234e-6"),
    (1.776e-15, "1.776e-15"), (9.999_96, "10"), (99_999.96, "100000"), (-0.5, "-0.5"),
    (.nan, "nan"),
    (-.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf"), (1e15, "1e15"),
    (.leastNonzeroMagnitude, "5e-324"),
    (1.797_693_134_862_315_7e308, "1.798e308"), (2.675, "2.675"),
  ])
  func fourDigitsThatCountAreShown(number: Double, text: String) {
    #expect(NumberFormat.text(number) == text)
  }

  @Test(arguments: [
    (0.719_26, 2, "0.72"), (20.5, 2, "20.50"), (-0.001, 2, "0.00"), (2.675, 2, "2.68"),
    (999.995, 2, "1000.00"),
    (0.005, 2, "0.01"), (0.004_9, 2, "0.00"), (1e20, 2, "1e20"), (7, 0, "7"), (0.5, 0, "1"),
    (1, -3, "1"),
  ])
  func decimalsAreRoundedAsWithAPencil(number: Double, decimals: Int, text: String) {
    #expect(NumberFormat.text(number, .decimals(decimals)) == text)
  }

  @Test func aFloatShowsItsOwnDigits() {
    #expect(NumberFormat.text(Float(0.1), .shortest) == "0.1")
    #expect(NumberFormat.text(Double(Float(0.1)), .shortest) == "0.10000000149011612")
    #expect(NumberFormat.text(Value.float(0.3), .significant(9)) == "0.3")
  }

  @Test func sharesAreShownInPerCent() {
    #expect(NumberFormat.text(0.425_447, .percent(1)) == "42.5%")
    #expect(NumberFormat.text(Value.integer(1), .percent(0)) == "100%")
  }

  @Test func valuesOfEveryKindHaveAText() {
    #expect(NumberFormat.text(Value.null) == "-")
    #expect(NumberFormat.text([0.5, 1, "a", true] as Value) == "0.5, 1, a, yes")
    #expect(NumberFormat.text(Value.integer(.min)) == "-9223372036854775808")
    #expect(NumberFormat.text(Value.integer(20), .decimals(2)) == "20.00")
  }

  @Test func shortestTextsReadBackAsTheSameNumber() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      #expect(Double(NumberFormat.text(number, .shortest)) == number)
    }
  }

  @Test func aColumnSharesItsDecimals() {
    #expect(
      columnTexts([.float(0.5), .float(12.345_6), 3], style: nil, digits: 4) == [
        "0.50", "12.35", "3   ",
      ])
    #expect(columnTexts([1, 20], style: nil, digits: 4) == ["1", "20"])
    #expect(columnTexts([.double(.nan), .double(0)], style: nil, digits: 4) == ["nan", "0"])
  }

  @Test func noNumberOfAColumnReadsAsZeroButZero() {
    #expect(
      columnTexts([0.5, 0.25, 3e-9, 0.0], style: nil, digits: 4) == [
        "0.50", "0.25", "3e-9", "0.00",
      ])
    #expect(columnTexts([1.0, 1e-10, 1e-20], style: nil, digits: 4) == ["1", "1e-10", "1e-20"])
  }
}
