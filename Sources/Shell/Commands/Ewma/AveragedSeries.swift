import Grammar
import MarketSeries
import Recurrent
import Reports

/// What `ewma` averages: the series at hand, KO, a made signal, or typed numbers.
struct AveragedSeries {
  /// Which rows are asked for.
  enum Selection {
    /// One row, by `t=`.
    case row(Int)
    /// A range of rows; all of them when `t=` was left out.
    case rows(ClosedRange<Int>)
  }

  /// The words that `on=` takes.
  static let names = ["data", "ko"] + TestSignal.allCases.map(\.rawValue)

  /// How many rows of a signal without an end are made at most.
  private static let longestSignal = 10_000

  /// What it is called: `KO`, `hat`.
  let title: String
  /// The values, oldest first.
  let values: [Double]
  /// What the values are measured in: `dollars`, `value`.
  let unit: String
  /// The made signal; nil for prices and typed numbers.
  let signal: TestSignal?
  /// The standard deviation of the noise that was added.
  let noise: Double
  let selection: Selection
  private let data: MarketData?

  init(_ arguments: Arguments, _ session: inout Session, _ context: CommandContext) throws {
    let name = arguments.text("on")
    let signal = name.flatMap(TestSignal.init(rawValue:))
    if signal != .hat { try arguments.refuse("noise", "seed", since: "only on=hat is noisy") }
    if name == "data" || name == "ko" || !arguments.has("on") {
      let atHand = try session.marketData(context)
      let data = name == "ko" && !atHand.isKO ? try ShippedData.ko(context) : atHand
      let values = Array(data.dataset.highs[0])
      guard !values.isEmpty else { throw Mistake("the series has no row", at: nil) }
      let selected = try arguments.located("t").map { try data.rows($0, .any) }
      self.init(
        title: data.title, values: values,
        unit: data.dataset.task == nil ? "dollars" : "value", signal: nil, noise: 0,
        selection: try Self.selection(selected, of: values.count, arguments), data: data)
      return
    }
    let typed = arguments.numbers("on")
    let noise = signal == .hat ? arguments.number("noise") ?? 0.1 : 0
    let length = typed?.count ?? signal?.usualLength ?? 1
    let most = signal == .hat || typed != nil ? length : Self.longestSignal
    let rows = try Self.rows(arguments.located("t"), length: length, most: most)
    let asked = rows.map { max(length, ($0.rows.max() ?? 0) + 1) } ?? length
    let values =
      typed ?? signal?.values(asked).withNoise(
        noise, seed: UInt64(arguments.integer("seed") ?? session.settings.seed)) ?? []
    self.init(
      title: signal?.rawValue ?? count(values.count, "typed value"), values: values, unit: "value",
      signal: signal, noise: noise,
      selection: try Self.selection(rows, of: values.count, arguments), data: nil)
  }

  private init(
    title: String, values: [Double], unit: String, signal: TestSignal?, noise: Double,
    selection: Selection, data: MarketData?
  ) {
    (self.title, self.values, self.unit) = (title, values, unit)
    (self.signal, self.noise, self.selection) = (signal, noise, selection)
    self.data = data
  }

  // MARK: Rows

  private static func selection(
    _ selected: RowSelection?, of count: Int, _ arguments: Arguments
  ) throws(Mistake) -> Selection {
    guard let selected, let first = selected.rows.first, let last = selected.rows.last else {
      return .rows(0...count - 1)
    }
    if selected.isSingle { return .row(first) }
    guard first <= last, selected.rows == Array(first...last) else {
      throw Mistake(
        "the curves run over rows without a gap; write a range as 0..60",
        at: arguments.place(of: "t"))
    }
    return .rows(first...last)
  }

  /// The rows of a signal that `t=` names.
  private static func rows(
    _ located: Located?, length: Int, most: Int
  ) throws(Mistake) -> RowSelection? {
    guard let located else { return nil }
    func row(_ literal: Literal) throws(Mistake) -> Int {
      if case .integer(let value) = literal {
        let row = value < 0 ? length + value : value
        if (0..<most).contains(row) { return row }
      }
      throw Mistake(
        "t=\(located.text): rows of this signal are whole numbers from 0 to \(most - 1), and -1 is "
          + "the last of \(length)", at: located.range)
    }
    switch located.literal {
    case .text("all"): return RowSelection(rows: Array(0..<length), isSingle: false)
    case .range(let low, let high):
      let (first, last) = (try row(low.literal), try row(high.literal))
      guard first <= last else {
        throw Mistake(
          "the range \(located.text) runs backwards; write the earlier end first",
          at: located.range)
      }
      return RowSelection(rows: Array(first...last), isSingle: false)
    default: return RowSelection(rows: [try row(located.literal)], isSingle: true)
    }
  }

  // MARK: Shown

  /// A row as answers name it: `t=42, 2006-03-06`.
  func rowText(_ row: Int) -> String { data?.rowText(row) ?? "t=\(row)" }

  /// The date of a row, where rows have one.
  func dateText(_ row: Int) -> String? { data?.dateText(row) }

  /// Dates for an axis over these rows.
  func labels(_ rows: ClosedRange<Int>) -> LinePlot.XLabels? {
    guard let data, data.dataset.series.dates != nil else { return nil }
    return LinePlot.XLabels(first: rows.lowerBound, texts: rows.map { data.dateText($0) ?? "" })
  }

  /// A value of the series, in dollars where it is a price.
  func amount(_ value: Double) -> String { data?.amount(value) ?? shownNumber(value) }
}

extension TestSignal {
  /// How many values show what the signal is for.
  fileprivate var usualLength: Int {
    switch self {
    case .hat: Self.hatLength
    case .ones, .impulse: 30
    case .ramp: 60
    }
  }
}
