import Testing

@testable import Reports

struct LinePictureTests {
  @Test func aRisingLineRisesBetweenRoundTicks() {
    let lines = text(make([0, 1, 2, 3, 4]), width: 30).split(separator: "\n")
    #expect(lines[0] == "y")
    #expect(lines[1].hasPrefix("  4 ┤  ") && lines[1].hasSuffix("▄▀"))
    #expect(lines[13] == "  0 ┤▘")
    #expect(lines[15] == "x →  0           2           4")
    #expect(lines[16] == "The curve rises from 0 (x 0)")
  }

  @Test func aLogarithmicAxisHasPowersOfTenAndSaysWhatItHides() {
    var plot = make([1, 0.1, 0.01, 0, -1])
    plot.axis.scale = .logarithmic
    let text = text(plot)
    #expect(text.contains(" 0.1 ┤"))
    #expect(
      text.replacing("\n", with: " ").hasSuffix(
        " 2 values at or below zero cannot be shown on a logarithmic axis. "))
  }

  @Test func severalCurvesCanBeToldApartWithoutColor() {
    var plot = make([0, 1, 2, 3, 4])
    plot.series.append(.init(name: "second", y: [4, 3, 2, 1, 0]))
    for canvas in TerminalCapabilities.Canvas.allCases {
      let text = TextRenderer(TerminalCapabilities(canvas: canvas)).render(
        Report(blocks: [.line(plot)]))
      let letters = canvas == .ascii ? ["*", "o"] : ["●", "○"]
      for letter in letters {
        #expect(text.split(separator: letter, omittingEmptySubsequences: false).count > 2)
      }
    }
  }

  @Test func anAxisReachesNoFurtherThanItsValues() {
    let lines = text(make([21.3, 22.7])).split(separator: "\n")
    let ticks = lines.compactMap { $0.split(separator: "┤", maxSplits: 1).first }
      .filter { $0.count < 6 }.map { $0.drop { $0 == " " } }
    #expect(lines.contains { $0.contains("22.5 ┤") } && lines.contains { $0.contains("21.5 ┤") })
    #expect(!ticks.contains("23.0") && !ticks.contains("21.0"))
  }

  @Test func inColorACharacterBelongsToOneCurve() {
    for mixes in [true, false] {
      var canvas = Canvas(.block, columns: 1, rows: 1, mixesCurves: mixes)
      canvas.set(x: 0, y: 0, curve: 0)
      canvas.set(x: 1, y: 1, curve: 1)
      #expect(canvas.glyph(row: 0, column: 0, letters: ["a"]) == (mixes ? "▚" : "▗"))
    }
  }

  @Test func curvesOverOneStretchNameItsEndsOnce() {
    var plot = make([0, 1, 2])
    plot.series[0].name = "up"
    plot.series.append(.init(name: "down", y: [2, 1, 0]))
    #expect(
      text(plot).hasSuffix(
        "From x 0 to x 2: up rises from 0 to 2; down falls from 2 to 0.\n"
      ))
  }

  @Test func gapsStayOpen() {
    let lines = text(make([1, 1, nil, nil, nil, nil, 1, 1]), width: 40).split(separator: "\n")
    let curve = lines.first { $0.contains("▀") || $0.contains("▄") } ?? ""
    #expect(curve.contains("    ") && curve.last != " ")
  }

  @Test func marksStandUnderTheirPlace() {
    var plot = make(Array(repeating: 1, count: 21).enumerated().map { Double($0.offset) })
    plot.marks = [.init(x: 10, text: "middle"), .init(x: 99, text: "outside")]
    let text = text(plot, width: 47)
    #expect(text.contains("┊") && !text.contains("outside"))
    let stroke = text.split(separator: "\n").first { $0.contains("┊") }?.firstColumn(of: "┊")
    let mark = text.split(separator: "\n").first { $0.contains("▲") }?.firstColumn(of: "▲")
    #expect(stroke != nil && stroke == mark)
  }

  @Test func aMarkNearTheEdgeIsNamedOnItsLeft() {
    var plot = make((0..<21).map(Double.init))
    plot.marks = [.init(x: 20, text: "last"), .init(x: 0, text: "first")]
    let line = text(plot, width: 47).split(separator: "\n").first { $0.contains("▲") } ?? ""
    #expect(line.hasSuffix("last ▲") && line.contains(" ▲ first ") && line.count == 47)
  }

  @Test func ticksSayTheDatesOfTheirRows() {
    var plot = make((0..<100).map(Double.init))
    plot.xLabels = .init(texts: (0..<100).map { "day \($0)" })
    let text = text(plot)
    #expect(text.contains("day 20") && text.contains("to 99 (day 99)"))
    #expect(plot.xLabels?[-1] == nil && plot.xLabels?[0.5] == nil && plot.xLabels?[1e300] == nil)
  }

  @Test(
    arguments: [
      [], [nil], [.nan], [.infinity, -.infinity], [5], [0, 0],
      [.leastNonzeroMagnitude, 3 * .leastNonzeroMagnitude],
      [-1.797e308, 1.797e308], [1e308, 1e308], [1e16, 1e16 + 2], [-1e-300, 1e-300],
    ] as [[Double?]])
  func noValuesTrap(values: [Double?]) {
    for scale in [LinePlot.Axis.Scale.linear, .logarithmic] {
      for width in [1, 5, 20, 80] {
        var plot = make(values)
        plot.axis.scale = scale
        plot.marks = [.init(x: 0, text: "a"), .init(x: .nan, text: "b")]
        #expect(!text(plot, width: width).isEmpty)
        plot.series[0].x = values.compactMap { $0 }
        #expect(!text(plot, width: width).isEmpty)
      }
    }
  }

  @Test func ticksAreMultiplesOfOneTwoOrFive() {
    #expect(Ticks(covering: 19.6, 47.48, count: 5).values == [10, 20, 30, 40, 50])
    #expect(Ticks(covering: 0, 0.3, count: 3).values == [0, 0.1, 0.2, 0.3])
    #expect(Ticks(covering: 0, 3, count: 8, isWhole: true).values == [0, 1, 2, 3])
    #expect(Ticks(covering: -1, 1, count: 4).values == [-1, -0.5, 0, 0.5, 1])
    #expect(Ticks(decadesCovering: -14.8, 0, count: 5).values == [-15, -12, -9, -6, -3, 0])
  }

  private func make(_ values: [Double?]) -> LinePlot {
    LinePlot(name: "p", axis: .init(x: "x", y: "y"), series: [.init(name: "", y: values)])
  }

  private func text(_ plot: LinePlot, width: Int = 80) -> String {
    TextRenderer(TerminalCapabilities(width: width)).render(Report(blocks: [.line(plot)]))
  }
}

extension Substring {
  fileprivate func firstColumn(of character: Character) -> Int? {
    firstIndex(of: character).map { distance(from: startIndex, to: $0) }
  }
}
