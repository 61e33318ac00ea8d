import Testing

@testable import Reports

struct CellDrawingTests {
  @Test(
    arguments: [
      (0.82, 0.75, 0.5, 0.31), (-0.8, 0.3, 0.9, -0.4), (0.5, 0.9, 0.8, -0.94),
      (0.9, 0.5, 0.2, -0.5),
      (0, 0.5, 0.5, 0.7), (0.4, 0, 1, 0.2), (-2, 1, 0, 0.9), (0, 0.5, 0.5, 0),
    ] as [(Float, Float, Float, Float)])
  func thePartsAddUpToTheNewState(before: Float, forget: Float, input: Float, candidate: Float)
    throws
  {
    let cell = SampleReports.lstmCell(
      before: before, forget: forget, input: input, candidate: candidate, output: 0.5)
    let strips = cell.strips
    try #require(strips.count == 6)
    func length(_ strip: Int, _ kind: CellPicture.Segment.Kind) -> Double {
      strips[strip].segments.filter { $0.kind == kind }.reduce(0) { $0 + $1.end - $1.start }
    }
    let now = Double(strips[3].value)
    #expect(abs(length(1, .kept) + length(2, .added) - now) < 1e-6)
    #expect(abs(length(1, .kept) + length(1, .forgotten) - Double(before)) < 1e-6)
    #expect(abs(length(5, .shown) + length(5, .hidden) - Double(strips[4].value)) < 1e-6)
    // What is added ends where the new state does.
    #expect(abs((strips[2].segments.last?.end ?? 0) - now) < 1e-6)
    #expect(abs((strips[3].segments.last?.end ?? 0) - now) < 1e-6)
  }

  @Test func whatIsAddedStandsOnWhatIsKept() {
    let cell = SampleReports.lstmCell(
      before: 0.8, forget: 0.5, input: 0.5, candidate: 0.4, output: 0.5)
    let lines = text(cell, width: 43)
    #expect(lines[0] == "█ kept  ╱ forgotten  ▒ added")
    #expect(lines[2] == "c' before │████████████████ 0.8000")
    #expect(lines[3] == "f·c' kept │████████╱╱╱╱╱╱╱╱ 0.4000  f = 0.5")
    #expect(lines[4] == "i·c̃ added │        ▒▒▒▒     0.2000  i = 0.5")
    #expect(lines[5] == "c now     │████████▒▒▒▒     0.6000")
    #expect(lines[7] == "h shown   │█████≡≡≡≡≡≡      0.2685  o = 0.5")
  }

  @Test func aPictureGrowsWithWhatHasBeenTold() {
    let whole = SampleReports.lstmCell(
      before: 0.8, forget: 0.5, input: 0.5, candidate: 0.4, output: 0.5)
    var cell = CellPicture(name: "c", kept: whole.kept)
    #expect(text(cell).count == 4)
    #expect(text(cell).last == "f = 0.5 keeps 0.4 of c' = 0.8.")
    cell.added = whole.added
    #expect(text(cell).count == 5)
    cell.now = whole.now
    #expect(text(cell).last?.hasSuffix("together c = 0.6.") == true)
    #expect(text(CellPicture(name: "c")) == ["There is no state to show."])
  }

  @Test func aMixSharesTheWholeWidth() {
    let kept = CellPicture.Passage(
      gate: .init("z", 0.25), source: .init("h'", 1), passed: .init("z·h'", 0.25))
    let lines = text(CellPicture(name: "c", kept: kept, isMix: true), width: 50)
    #expect(lines[1] == "the mix   █████ ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ 0.25 old, 0.75 new")
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity, .greatestFiniteMagnitude, -2, 1e-30])
  func noValuesTrap(value: Float) {
    for width in [1, 5, 20, 80] {
      for gate in [Float(0), 0.5, 1, 7, -3, .nan] {
        var cell = SampleReports.lstmCell(
          before: value, forget: gate, input: gate, candidate: value, output: gate)
        cell.isMix = true
        #expect(!text(cell, width: width).isEmpty)
      }
    }
  }

  private func text(_ cell: CellPicture, width: Int = 80) -> [String] {
    TextRenderer(TerminalCapabilities(width: width)).render(Report(blocks: [.cell(cell)]))
      .split(separator: "\n").map(String.init)
  }
}
