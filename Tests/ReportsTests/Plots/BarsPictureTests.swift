import Reports
import Testing

struct BarsPictureTests {
  @Test func barsGrowFromZeroToTheirValue() {
    let bars = Bars(name: "b", labels: ["a", "bb"], values: [1, 0.5])
    #expect(
      text(bars, width: 18) == """
        a  │██████████ 1.0
        bb │█████ 0.5
        Largest 1 (a),
        smallest 0.5 (bb).

        """)
  }

  @Test func negativeBarsGoLeftWithTheirValuesAtTheirEnds() {
    let bars = Bars(name: "b", labels: ["a", "b"], values: [1, -0.5], caption: "c")
    #expect(
      text(bars, width: 40) == """
        a               │██████████████████ 1.0
        b -0.5 █████████│
        c

        """)
  }

  @Test func onANarrowScreenNegativeValuesStandAtTheFoot() {
    let bars = Bars(name: "b", labels: ["a", "b"], values: [1, -1], caption: "c")
    #expect(text(bars, width: 15) == "a      │████ 1\nb █████│ -1\nc\n")
  }

  @Test func zeroStandsInOneColumn() {
    let values: [Double] = [1, -1e-9, 0, -3, 1e-9, -.infinity]
    let bars = Bars(name: "b", labels: values.map { "\($0)" }, values: values)
    for width in [20, 40, 80, 200] {
      let lines = text(bars, width: width).split(separator: "\n").prefix(values.count)
      let places = lines.compactMap { $0.split(separator: "│").first?.count }
      #expect(places.count == values.count && Set(places).count == 1, "\(places)")
    }
  }

  @Test func whatIsNotZeroLeavesATrace() {
    let bars = Bars(name: "b", labels: ["a", "b", "c"], values: [1, 1e-9, 0])
    #expect(text(bars, width: 40).split(separator: "\n")[1].contains("▏"))
    #expect(!text(bars, width: 40).split(separator: "\n")[2].contains("▏"))
  }

  @Test func noValuesTrap() {
    for values in [[], [.nan], [.infinity, -.infinity], [0, 0], [1.7e308, -1.7e308]] as [[Double]] {
      for width in [1, 20, 80] {
        #expect(!text(Bars(name: "b", labels: ["x"], values: values), width: width).isEmpty)
      }
    }
  }

  private func text(_ bars: Bars, width: Int) -> String {
    TextRenderer(TerminalCapabilities(width: width)).render(Report(blocks: [.bars(bars)]))
  }
}
