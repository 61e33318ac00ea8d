import Grammar
import MarketSeries
import Reports

/// What `browse` shows of three answers: the map of a gate, the step that is pointed at, and the prices.
struct BrowsePage {
  let state: BrowseState
  let model: Model
  let data: MarketData
  /// The answer to `state.mapCommand`.
  let map: Report
  /// The answer to `state.momentCommand`.
  let moment: Report
  /// The answer to `data plot` over the rows around.
  let price: Report

  /// The rows whose prices are shown: some windows before the day, and some days after it.
  static func rows(around row: Int, in dataset: Dataset) -> ClosedRange<Int> {
    let count = min(dataset.rowCount, 2 * dataset.lookBack + 40)
    let first = min(max(0, row - count * 3 / 4), dataset.rowCount - count)
    return first...first + count - 1
  }

  /// The page.
  ///
  /// - Throws: `Mistake` when an answer lacks its picture.
  func page() throws(Mistake) -> ScreenPage {
    guard case .heatmap(var units)? = shown(map).first(where: { $0.name == state.gate }),
      case .line(let plot)? = price.block(named: "series")
    else { throw Mistake("there is nothing to show of \(state.gate)", at: nil) }
    // The page's title names the gate.
    units.title = nil
    if state.isStretched, units.scale == .sequential { units.range = units.extremes }
    // What there is more of lies across.
    let stepsDown = state.units > state.steps
    return ScreenPage(
      titles: titles, curve: curve(plot), map: stepsDown ? units.transposed : units,
      row: stepsDown ? state.step - 1 : state.unit,
      column: stepsDown ? state.unit : state.step - 1,
      equations: equations, chosenEquation: state.gateIndex, sentences: sentences,
      shortSentence: shortSentence, foot: foot)
  }

  private func shown(_ report: Report) -> [Block] { report.shownBlocks ?? report.blocks }

  // MARK: Words

  private var titles: [String] {
    let date = map.values["date"].flatMap { $0 == .null ? nil : NumberFormat.text($0) }
    let day = ["t=\(state.row)", date].compactMap(\.self).joined(separator: " ")
    let place = "\(day) step \(state.step)" + (state.unit.map { " unit \($0)" } ?? "")
    let isHeld = model.clamps.contains { $0.gate == state.gate }
    let gate = state.gate + (isHeld ? " (clamped)" : "")
    return [
      "\(state.gate): \(moment.title)", "\(state.gate): \(model.title) \(place)",
      "\(gate): \(model.name) \(place)", "\(gate): \(place)", "\(gate): \(day)",
    ]
  }

  private var equations: [String] {
    guard state.unit != nil else { return [] }
    return shown(moment).compactMap {
      if case .equation(let equation) = $0 { equation.text } else { nil }
    }
  }

  private var sentences: [String] {
    shown(map).compactMap { if case .paragraph(let paragraph) = $0 { paragraph.text } else { nil } }
  }

  private var shortSentence: String {
    let amounts = zip(["predicted", "real"], ["prediction.dollars", "actual.dollars"]).compactMap {
      name, value in number(value).map { "\(data.amount($0)) \(name)" }
    }
    return amounts.joined(separator: ", ")
  }

  private var foot: ScreenPage.Foot {
    if let notice = state.notice { return .notice(notice) }
    switch state.entry {
    case .day(let typed):
      return .entry(["Go to row or date:"], typed: typed)
    case .clamp(let typed):
      return .entry(
        ["Hold \(state.gate) at (nothing lets go):", "Hold \(state.gate) at:"], typed: typed)
    case nil:
      let few = "? keys  q leaves"
      return .keys([
        "← → day  ↑ ↓ gate  [ ] step  u unit  c clamp  s shades  " + few,
        "← → day  ↑ ↓ gate  " + few,
      ])
    }
  }

  /// The keys, a line each, on the smallest screen.
  static let help = """
    ← →        the day before, the next
    PgUp PgDn  a month
    Home End   the first and the last day
    42 Enter   that row, as 2008-10-10 Enter
    ↑ ↓        the gate
    [ ]        the step of the window
    u U        the unit, with its numbers
    c          hold the gate, or let it go
    s          stretch the shades, and back
    q Esc      leave; now any key goes on
    """

  // MARK: The curve

  private func curve(_ plot: LinePlot) -> ScreenPage.Curve {
    let last = Double(state.row)
    let target = Double(state.row + data.dataset.horizon)
    let points = zip(["predicted", "real"], ["prediction.dollars", "actual.dollars"]).compactMap {
      name, value in number(value).map { ScreenPage.Curve.Point(name, x: target, y: $0) }
    }
    return ScreenPage.Curve(
      plot, window: last - Double(state.steps - 1)...last, points: points)
  }

  private func number(_ name: String) -> Double? {
    guard case .double(let value)? = map.values[name], value.isFinite else { return nil }
    return value
  }
}

extension HeatMap {
  /// From the least value to the greatest; the map's own range where they are one.
  fileprivate var extremes: ClosedRange<Float> {
    let finite = values.joined().filter(\.isFinite)
    guard let least = finite.min(), let most = finite.max(), least < most else { return range }
    return least...most
  }
}
