import Testing

@testable import Reports

struct HeatMapPictureTests {
  @Test func mapsWithTheSameColumnsShareTheirHeader() {
    let first = make([[0, 1]])
    #expect(text([first, first]).components("a →").count == 2)
    var other = first
    other.columnLabels = ["8", "9"]
    #expect(text([first, other]).components("a →").count == 3)
  }

  @Test func everyUnitIsNamedOnTwoLines() {
    let map = make([Array(repeating: 0, count: 50)], width: 60)
    let lines = text([map], width: 60).split(separator: "\n")
    #expect(lines[0].drop { $0 == " " } == "1         2         3         4")
    #expect(lines[1].hasSuffix(" " + String(repeating: "0123456789", count: 5)))
  }

  @Test func daysAcrossAThousandAreNamedByTheirChange() {
    var map = make([Array(repeating: 0, count: 12)])
    map.columnLabels = (2519..<2531).map(String.init)
    let lines = text([map], width: 20).split(separator: "\n")
    #expect(lines[0] == "     252       253")
    #expect(lines[1] == "a → 901234567890")
  }

  @Test func datesAreNamedWhereTheStrokeSays() {
    var map = make([Array(repeating: 0, count: 30)])
    map.columnLabels = (10..<40).map { "d\($0)" }
    let lines = text([map], width: 36).split(separator: "\n")
    #expect(lines[0] == "    d10  d15  d20  d25  d30  d35")
    #expect(lines[1] == "a → ╷    ╷    ╷    ╷    ╷    ╷")
  }

  @Test func manyDaysAreNamedAtRoundOnes() {
    var map = make([Array(repeating: 0, count: 2992)])
    map.columnLabels = (9...3000).map(String.init)
    let lines = text([map], width: 78).split(separator: "\n")
    #expect(
      lines[0]
        == "    9          500          1000        1500        2000        2500")
    #expect(lines[1].split(separator: "╷", omittingEmptySubsequences: false).count == 7)
    // Of sorted ones, which have no order of their own, as many as stand apart.
    map.columnLabels = (0..<2992).map { String($0 * 7 % 2992) }
    let names = text([map], width: 40).split(separator: "\n")[0].split(separator: " ")
    #expect(names.first == "0" && names.count > 4)
  }

  @Test func moreColumnsThanPlacesAreBinnedAndTheTextSaysSo() {
    let map = make([(0..<35).map { $0 < 20 ? 0 : 1 }])
    let lines = text([map], width: 24)
    #expect(lines.contains("a → "))
    #expect(lines.contains("mean\nof 2 columns, the last\nof 1."))
    #expect(lines.contains("r   ··········████████\n"))
  }

  @Test func theLeastValueIsStillAPlaceAndNaNAQuestionMark() {
    #expect(text([make([[0, .nan, 1, -9, 9]])]).contains("··??██··██"))
  }

  @Test func signsAreToldApartByGlyphs() {
    var map = make([[-1, -0.5, 0, 0.5, 1]])
    map.scale = .diverging
    map.range = -1...1
    #expect(text([map]).contains("≡≡==··▒▒██"))
    let colored = TextRenderer(TerminalCapabilities(color: .trueColor)).render(
      Report(blocks: [.heatmap(map)]))
    #expect(colored.components("m--\u{1b}").count == 3)
  }

  @Test func theSentenceNamesTheExtremesAndTheirPlaces() {
    let map = make([[0.25, 0.5, 0.75]])
    #expect(text([map]).contains("0 ·░▒▓█ 1  Mean 0.5, least 0.25 (r, a 0), most 0.75 (r, a 2).\n"))
    #expect(text([make([[0.5, 0.5]])]).contains("All values are 0.5.\n"))
    #expect(text([make([[.nan]])]).contains("There is no number to show.\n"))
    #expect(text([make([[.nan, 0, 1]])]).contains(" 1 place without a number.\n"))
  }

  @Test(arguments: [
    ClosedRange(uncheckedBounds: (Float(0), Float(0))), -Float.infinity...Float.infinity,
    -Float.greatestFiniteMagnitude...Float.greatestFiniteMagnitude, 1...2,
  ])
  func noRangeAndNoShapeTraps(range: ClosedRange<Float>) {
    for scale in [HeatMap.Scale.sequential, .diverging] {
      for values in [[], [[]], [[1], []], [[.nan, .infinity, -.infinity, 0, 1, -1]]] as [[[Float]]]
      {
        for color in TerminalCapabilities.ColorDepth.allCases {
          var map = make(values)
          map.range = range
          map.scale = scale
          map.rowLabels = []
          let renderer = TextRenderer(TerminalCapabilities(width: 20, color: color))
          #expect(!renderer.render(Report(blocks: [.heatmap(map)])).isEmpty)
        }
      }
    }
  }

  @Test func aSymmetricRangeReachesTheGreatestValue() {
    #expect(HeatMap.symmetricRange(of: [[0.5, -2], [.nan, .infinity]]) == -2...2)
    #expect(HeatMap.symmetricRange(of: [[0]]) == -1...1)
    #expect(HeatMap.symmetricRange(of: []) == -1...1)
  }

  private func make(_ values: [[Float]], width: Int = 80) -> HeatMap {
    HeatMap(
      name: "m", rowLabels: ["r"], columnLabels: (values.first ?? []).indices.map(String.init),
      columnAxis: "a", values: values)
  }

  private func text(_ maps: [HeatMap], width: Int = 80) -> String {
    TextRenderer(TerminalCapabilities(width: width)).render(Report(blocks: maps.map(Block.heatmap)))
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
