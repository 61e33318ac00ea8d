import Testing

@testable import Reports

struct ScreenRendererTests {
  private static let sizes = [
    (40, 10), (40, 12), (41, 24), (80, 10), (80, 24), (80, 60), (120, 40), (200, 15), (300, 100),
  ]

  /// Fifty units over ten steps, and sixty prices around them.
  private func page(
    row: Int? = 9, column: Int? = nil, equations: [String] = [],
    sentences: [String] = ["Predicted: $21.23, real $21.02."],
    foot: ScreenPage.Foot = .keys(["← → day", "?"])
  ) -> ScreenPage {
    let days = (0..<60).map(Double.init)
    let plot = LinePlot(
      name: "series", axis: LinePlot.Axis(x: "date", y: "dollars"),
      series: [
        LinePlot.Series(
          name: "KO", x: days, y: days.map { 20 + 2 * (($0 / 8).remainder(dividingBy: 1)) })
      ],
      xLabels: LinePlot.XLabels(texts: (0..<60).map { "day-\($0)" }))
    return ScreenPage(
      titles: ["forget: LSTM at t=42, 2006-03-06 (training day), step 10 of 10", "forget: t=42"],
      curve: ScreenPage.Curve(
        plot, window: 33...42,
        points: [.init("predicted", x: 43, y: 21.2), .init("real", x: 43, y: 20.1)]),
      map: HeatMap(
        name: "forget", rowLabels: (1...10).map(String.init),
        columnLabels: (0..<50).map(String.init), rowAxis: "step", columnAxis: "unit",
        values: (0..<10).map { step in (0..<50).map { Float((step * 7 + $0 * 3) % 50) / 50 } }),
      row: row, column: column, equations: equations, chosenEquation: 1, sentences: sentences,
      shortSentence: "$21.23, $21.02", foot: foot)
  }

  private func lines(
    _ page: ScreenPage, _ size: (Int, Int),
    _ color: TerminalCapabilities.ColorDepth = .none, unicode: Bool = true
  ) -> [String] {
    ScreenRenderer(
      TerminalCapabilities(width: size.0, height: size.1, color: color, unicode: unicode)
    ).lines(page)
  }

  @Test(arguments: sizes)
  func thePageFillsTheWindowAndNoLineIsWider(columns: Int, rows: Int) {
    for page in [page(), page(row: nil, column: 49, equations: ["f = 1", "c = f · c'\n  = 2"])] {
      for unicode in [true, false] {
        let lines = lines(page, (columns, rows), unicode: unicode)
        #expect(lines.count == rows)
        for line in lines { #expect(displayWidth(of: line) <= columns, "\(line)") }
        #expect(lines.first?.hasPrefix("forget: ") == true)
        #expect(lines.last?.hasSuffix(" day") == true)
      }
    }
  }

  @Test func withoutColourAndUnicodeItIsPlain() {
    let text = lines(page(column: 7), (80, 24), unicode: false).joined()
    #expect(text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f })
  }

  @Test func theRowPointedAtIsAlwaysShown() {
    for row in 0..<10 {
      for height in 10...24 {
        let lines = lines(page(row: row), (80, height))
        #expect(lines.contains { $0.hasPrefix("► \(row + 1) ") })
      }
    }
  }

  @Test func theArrowStandsAboveItsColumn() throws {
    for (width, digits) in [(80, 1), (120, 2)] {
      let lines = lines(page(column: 37), (width, 24))
      let arrow = try #require(lines.first { $0.contains("▼") })
      let names = try #require(lines.first { $0.hasPrefix("unit →") })
      let place = try #require(Array(arrow).firstIndex(of: "▼"))
      #expect(place == 7 + 37 * digits)
      #expect(Array(names)[place] == "7")
    }
  }

  @Test func whereThereIsRoomEveryRowAndAllEquationsStand() {
    let page = page(equations: ["input: i = 1", "forget: f = 2", "output: o = 3"])
    let tall = lines(page, (80, 40)).joined(separator: "\n")
    for text in ["input: i = 1", "forget: f = 2", "output: o = 3", "► 10", "  1 "] {
      #expect(tall.contains(text))
    }
    let low = lines(page, (80, 20)).joined(separator: "\n")
    #expect(low.contains("forget: f = 2") && !low.contains("input: i = 1"))
  }

  @Test func theCurveStaysWhereItIsFromOneEquationToTheNext() {
    let short = lines(page(equations: ["", "f = 1"]), (80, 24))
    let long = lines(page(equations: ["", "f = 1\n2\n3\n4"]), (80, 24))
    #expect(short.prefix(16) == long.prefix(16))
  }

  @Test func aMapOfManyRowsLeavesTheCurveItsLines() {
    var page = page(row: 40)
    page.map.rowLabels = (1...50).map(String.init)
    page.map.values = Array(repeating: page.map.values[0], count: 50)
    for height in [24, 40] {
      let lines = lines(page, (80, height))
      #expect(lines.contains { $0.contains("◆ predicted") })
      #expect(lines.contains { $0.hasPrefix("► 41") })
    }
    #expect(lines(page, (80, 100)).count { $0.contains("░") } == 51)
  }

  @Test func aUnitsNumbersStandInTheSmallestWindow() {
    let lines = lines(page(column: 7, equations: ["", "f = 1\n2\n3\n4"]), (40, 10))
    #expect(lines.contains("  4") && !lines.contains("  f = 1"))
    #expect(lines.contains { $0.hasPrefix("► 10") })
  }

  @Test func furtherSentencesStandWhereThereIsRoom() {
    let page = page(sentences: ["Predicted.", "Against the unclamped lstm it differs."])
    #expect(lines(page, (80, 24)).contains("Against the unclamped lstm it differs."))
    #expect(!lines(page, (80, 12)).contains("Against the unclamped lstm it differs."))
  }

  @Test func aLongSentenceHasAShortForm() {
    var page = page(sentences: [String(repeating: "long ", count: 20)])
    #expect(lines(page, (80, 24)).contains("$21.23, $21.02"))
    page.shortSentence = ""
    #expect(lines(page, (80, 24)).contains { $0.hasPrefix("long long") })
  }

  @Test func theLastLineTellsOrAsks() {
    #expect(lines(page(foot: .notice("no such day")), (80, 24)).last == "no such day")
    #expect(lines(page(foot: .entry(["Go to:"], typed: "20")), (80, 24)).last == "Go to: 20_")
    let asking = page(foot: .entry([String(repeating: "?", count: 60), "At:"], typed: "0.123"))
    #expect(lines(asking, (80, 24)).last == "At: 0.123_")
    let long = String(repeating: "word ", count: 40)
    #expect(lines(page(foot: .notice(long)), (40, 10)).last?.hasPrefix("word") == true)
  }

  @Test func aWindowThatIsTooSmallIsTold() {
    for size in [(39, 24), (80, 9), (10, 2), (1, 1)] {
      let lines = lines(page(), size)
      #expect(lines.count == size.1)
      #expect(lines[0].first == "T")
      for line in lines { #expect(line.count <= size.0) }
    }
  }

  @Test func whatIsNoNumberIsNoTrap() {
    var page = page()
    page.curve.plot.series[0].y = page.curve.plot.series[0].y.map { _ in .nan }
    page.curve.points = [.init("predicted", x: 43, y: .infinity)]
    page.map.values = page.map.values.map { $0.map { _ in .nan } }
    page.curve.window = -1e300...1e300
    #expect(lines(page, (80, 24)).count == 24)
    page.curve.plot.series = []
    page.map = HeatMap(name: "none", rowLabels: [], columnLabels: [], values: [])
    #expect(lines(page, (80, 24)).count == 24)
    #expect(lines(page, (40, 10)).count == 10)
  }

  @Test(arguments: [
    ("screen-80", 80, 24, TerminalCapabilities.ColorDepth.none, true),
    ("screen-120", 120, 40, .none, true), ("screen-40", 40, 12, .none, true),
    ("screen-80-ascii", 80, 24, .none, false), ("screen-80-24bit", 80, 24, .trueColor, true),
  ])
  func screensLookAsTheyDid(
    name: String, columns: Int, rows: Int, color: TerminalCapabilities.ColorDepth, unicode: Bool
  ) throws {
    let page = page(column: 7, equations: ["", "forget: f = σ(a)\n          = σ(1.045) = 0.7399"])
    let lines = lines(page, (columns, rows), color, unicode: unicode)
    try Golden.expect(lines.map { $0 + "\n" }.joined(), equals: name)
  }
}
