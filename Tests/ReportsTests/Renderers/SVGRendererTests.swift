import Reports
import TestSupport
import Testing

struct SVGRendererTests {
  private func drawing(_ block: Block) throws -> ParsedXML {
    try ParsedXML(SVGRenderer().render(Report(title: "t", blocks: [block]), command: ""))
  }

  @Test(arguments: StrangeReport.all.map(\.name))
  func everyPictureIsWellFormedAndHoldsNothingThatRunsOrLoads(name: String) throws {
    let report = try #require(StrangeReport.all.first { $0.name == name }).report
    let svg = try ParsedXML(SVGRenderer().render(report, command: "x"))
    let known: Set = [
      "svg", "title", "desc", "style", "g", "rect", "line", "path", "circle", "text", "tspan",
    ]
    for element in svg.elements {
      #expect(known.contains(element.name))
      for (key, value) in element.attributes {
        #expect(!key.hasPrefix("on") && !key.hasSuffix("href") && key != "style")
        #expect(!value.contains("url("))
      }
    }
  }

  @Test(arguments: StrangeReport.all.map(\.name))
  func everyPlaceIsANumber(name: String) throws {
    let report = try #require(StrangeReport.all.first { $0.name == name }).report
    let svg = try ParsedXML(SVGRenderer().render(report, command: "x"))
    for element in svg.elements {
      for key in ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height"] {
        guard let value = element.attributes[key], value != "100%" else { continue }
        #expect(Double(value)?.isFinite == true, "\(element.name) \(key)=\(value)")
      }
      let path = element.attributes["d"] ?? ""
      #expect(!path.contains("nan") && !path.contains("inf"))
    }
  }

  @Test func aScreenReaderGetsTheTitleAndTheSentences() throws {
    let svg = try ParsedXML(SVGRenderer().render(SampleReports.gates, command: "gates lstm"))
    let root = try #require(svg.elements.first)
    #expect(root.name == "svg" && root.attributes["role"] == "img")
    let names = root.attributes["aria-labelledby"]?.split(separator: " ").map(String.init)
    let told = svg.elements.filter { $0.path == ["svg"] && $0.attributes["id"] != nil }
    #expect(told.compactMap { $0.attributes["id"] } == names)
    #expect(told[0].name == "title" && told[0].text == SampleReports.gates.title)
    #expect(told[1].text.contains("least 0 (input, unit 0)"))
    #expect(told[1].text.contains("A training day: the model has seen 2006-03-07."))
  }

  @Test func aReportWithoutTitleIsNamedByItsCommand() throws {
    let svg = try ParsedXML(SVGRenderer().render(Report(), command: "calc 1<2"))
    #expect(svg.texts("title").first == "calc 1<2")
  }

  @Test func aDarkSystemGetsOtherColours() {
    let text = SVGRenderer().render(SampleReports.gates, command: "")
    #expect(text.contains("@media (prefers-color-scheme: dark)"))
    let papers = text.matches(of: /\.paper { fill: (#[0-9a-f]+); }/).map(\.1)
    #expect(papers.count == 2 && papers[0] != papers[1])
  }

  // MARK: Heat maps

  @Test func everyNumberOfAHeatMapIsAPlaceThatSaysIt() throws {
    let svg = try drawing(
      .heatmap(
        HeatMap(
          name: "forget", rowLabels: ["a", "b"], columnLabels: ["1", "2"], rowAxis: "unit",
          columnAxis: "step", values: [[0, 0.25], [1, .nan]])))
    let tips = svg.elements.filter { $0.name == "title" && $0.path.last == "rect" }.map(\.text)
    #expect(
      tips == [
        "unit a, step 1: 0", "unit a, step 2: 0.25", "unit b, step 1: 1", "unit b, step 2: nan",
      ])
    let cells = svg.all("rect").filter { $0.path.count == 3 }.prefix(4)
    #expect(cells.map { $0.attributes["class"] } == ["s0", "s8", "s32", "missing"])
  }

  @Test func negativePlacesBearAStroke() throws {
    let svg = try drawing(
      .heatmap(
        HeatMap(
          name: "cell", range: -1...1, scale: .diverging, rowLabels: ["c"],
          columnLabels: ["0", "1", "2"], values: [[-0.5, 0, 0.5]])))
    let strokes = svg.all("path").compactMap { $0.attributes["d"] }
    #expect(strokes.count == 1 && strokes[0].count(where: { $0 == "M" }) == 1)
  }

  @Test func moreColumnsThanPlacesAreMeansAndTheSentenceSaysSo() throws {
    let values = [(0..<3_000).map { Float($0 % 2) }]
    let svg = try drawing(
      .heatmap(
        HeatMap(
          name: "f", rowLabels: ["0"], columnLabels: (0..<3_000).map(String.init), values: values)))
    let cells = svg.all("rect").filter { $0.path.count == 3 && $0.attributes["class"] == "s16" }
    #expect((100...250).contains(cells.count))
    #expect(svg.texts("desc")[0].hasSuffix("columns."))
  }

  // MARK: Line plots

  @Test func curvesDifferByTheirStrokesToo() throws {
    let series = (0..<4).map { LinePlot.Series(name: "\($0)", y: [0, 1, Double($0)]) }
    let svg = try drawing(.line(LinePlot(name: "p", axis: .init(x: "x", y: "y"), series: series)))
    let strokes = svg.all("path").compactMap { $0.attributes["stroke-dasharray"] }
    #expect(Set(strokes).count == 4)
  }

  @Test func aGapPartsTheCurve() throws {
    let series = LinePlot.Series(name: "", y: [0, 1, nil, 2, 3, nil, 4])
    let svg = try drawing(
      .line(LinePlot(name: "p", axis: .init(x: "x", y: "y"), series: [series])))
    let path = try #require(svg.all("path").first?.attributes["d"])
    #expect(path.count(where: { $0 == "M" }) == 3)
    // The point alone is a dot.
    #expect(path.hasSuffix("h0.1"))
  }

  @Test func aMillionPointsKeepTheirExtremesInASmallPicture() throws {
    var values = (0..<100_000).map { Double($0 % 10) }
    values[54_321] = 99
    let plot = LinePlot(
      name: "p", axis: .init(x: "x", y: "y"), series: [.init(name: "", y: values)])
    let text = SVGRenderer().render(Report(blocks: [.line(plot)]), command: "")
    #expect(text.utf8.count < 200_000)
    let path = try #require(try ParsedXML(text).all("path").first?.attributes["d"])
    let heights = path.split(separator: "L").compactMap {
      $0.split(separator: " ").last.flatMap { Double($0) }
    }
    let sorted = heights.sorted()
    #expect(sorted[1] - sorted[0] > 200)
  }

  @Test func aLogarithmicAxisHasPowersOfTen() throws {
    let report = SampleReports.powers
    let svg = try ParsedXML(SVGRenderer().render(report, command: ""))
    #expect(svg.texts("text").contains("1e-10") || svg.texts("text").contains("1e-9"))
  }

  // MARK: Tables, bars, cells

  @Test func aLongTableSaysWhatIsLeftOut() throws {
    let svg = try drawing(
      .table(Table(name: "t", columns: ["n"], rows: (0..<250).map { [.integer($0)] })))
    #expect(svg.texts("text").contains("150 more rows"))
    #expect(!svg.texts("text").contains("100"))
  }

  @Test func whatNoScreenShowsIsNotDrawn() throws {
    let svg = try drawing(
      .table(Table(name: "t", columns: ["hidden"], rows: [[1]], isShown: false)))
    #expect(!svg.texts("text").contains("hidden"))
  }

  @Test func barsGoBothWaysFromZero() throws {
    let svg = try drawing(.bars(Bars(name: "b", labels: ["a", "b"], values: [-1, 3])))
    let bars = svg.all("rect").filter { $0.path.count == 2 }
    let zero = try #require(svg.all("line").first?.attributes["x1"].flatMap { Double($0) })
    func number(_ element: ParsedXML.Element, _ key: String) -> Double {
      element.attributes[key].flatMap { Double($0) } ?? .nan
    }
    #expect(abs(number(bars[0], "x") + number(bars[0], "width") - zero) < 0.02)
    #expect(number(bars[1], "x") == zero)
    #expect(abs(number(bars[1], "width") - 3 * number(bars[0], "width")) < 0.05)
  }

  @Test func thePartsOfACellStandOnOneAnother() throws {
    let passage = { (gate: String, source: Float, passed: Float) in
      CellPicture.Passage(
        gate: .init(gate, passed / source), source: .init(gate + "0", source),
        passed: .init(gate + "1", passed))
    }
    let svg = try drawing(
      .cell(
        CellPicture(
          name: "unit", kept: passage("f", 0.8, 0.4), added: passage("i", 0.6, 0.3),
          now: .init("c", 0.7), shutter: passage("o", 0.6, 0.3))))
    let texts = svg.elements.filter { $0.name == "title" && $0.path.last == "rect" }.map(\.text)
    #expect(
      texts == [
        "f0 before: 0.8", "kept: 0.4", "forgotten: 0.4", "added: 0.3", "kept: 0.4", "added: 0.3",
        "o0: 0.6", "shown: 0.3", "behind the shutter: 0.3",
      ])
    func end(_ bar: ParsedXML.Element) -> Double {
      let numbers = ["x", "width"].compactMap { bar.attributes[$0].flatMap { Double($0) } }
      return numbers.reduce(0, +)
    }
    let bars = svg.all("rect").filter { $0.path.count == 2 }.suffix(9)
    let ends = bars.map(end)
    // The old state ends where what is forgotten does, the new one where what is added does.
    #expect(ends[0] == ends[2] && abs(ends[3] - ends[5]) < 0.02)
    #expect(bars[bars.startIndex + 5].attributes["x"].flatMap { Double($0) } == ends[4])
  }
}
