import Grammar
public import MarketSeries
public import Recurrent
import Reports

/// The series at hand, made ready for the networks.
public struct MarketData: Sendable {
  /// Rows, split, scaling and windows.
  public let dataset: Dataset
  /// The series as it was loaded, with its gaps.
  public let series: Series
  /// The name that answers show: `KO`, the file's or the task's.
  public let title: String
  /// Whether it is the shipped series, for which published figures are known.
  public let isKO: Bool

  /// The windows of a part as sequences over the shared rows, with their scaled targets.
  public func sequences(of part: Part, target: Target) -> Sequences {
    let windows = dataset.windows(of: part)
    return Sequences(
      rows: dataset.scaledRows, features: dataset.features, length: dataset.lookBack,
      firstRows: windows.firstRows, targets: dataset.scaledTargets(of: windows, as: target))
  }

  /// The windows that end at `rows`, without targets; each must be the end of a whole window.
  public func sequences(endingAt rows: [Int]) -> Sequences {
    Sequences(
      rows: dataset.scaledRows, features: dataset.features, length: dataset.lookBack,
      firstRows: rows.map { $0 - dataset.lookBack + 1 }, targets: [])
  }

  /// What a network gives out after each of the windows that end at `rows`; empty without a head.
  ///
  /// - Throws: What `context.progress` throws, or `Mistake` where the numbers overflow.
  func outputs(
    of network: Network, endingAt rows: [Int], holding held: HeldGates = [:],
    _ context: CommandContext
  ) throws -> ContiguousArray<Float> {
    let outputs = try network.predictions(
      for: sequences(endingAt: rows), holding: held, threads: context.threads
    ) {
      try context.progress(
        WorkProgress(
          label: "forecasting", fraction: $0,
          detail: "\(Int($0 * Double(rows.count))) of \(rows.count)"))
    }
    if let place = outputs.firstIndex(where: { !$0.isFinite }) {
      throw Mistake.overflow(of: "the \(type(of: network.cell).title)", "at t=\(rows[place])")
    }
    return outputs
  }

  /// The same series with its gaps filled in another way.
  ///
  /// - Throws: `DataError` when that cannot be done.
  func filled(by policy: MissingPolicy) throws(DataError) -> MarketData {
    guard dataset.task == nil, policy != dataset.options.missing else { return self }
    var options = dataset.options
    options.missing = policy
    return MarketData(
      dataset: try Dataset(series, options: options), series: series, title: title, isKO: isKO)
  }

  /// What an output of a network forecasts, in dollars, when its last input is `row`.
  public func dollars(_ output: Float, target: Target, after row: Int) -> Double {
    dataset.dollars(of: output, afterWindowEndingAt: row, as: target)
  }

  /// What row `row` reads in dollars, the fill where it was missing; `nil` after the data.
  public func high(at row: Int) -> Double? {
    dataset.highs[0].indices.contains(row) ? dataset.highs[0][row] : nil
  }

  /// The date of a row as text; `nil` in a file without dates.
  public func dateText(_ row: Int) -> String? {
    dataset.date(at: row).map(\.description)
  }

  /// What one forecast is of: a day, a row where the file has no dates, a sequence of a made task.
  var dayNoun: String {
    if dataset.task != nil { return "sequence" }
    return dataset.series.dates == nil ? "row" : "day"
  }

  /// A row as answers name it: `t=42, 2006-03-06`.
  public func rowText(_ row: Int) -> String {
    dateText(row).map { "t=\(row), \($0)" } ?? "t=\(row)"
  }

  /// An amount as answers show it: dollars for prices, a plain number for made tasks.
  func amount(_ value: Double) -> String {
    dataset.task == nil ? dollars(value) : shownNumber(value)
  }

  /// A difference of amounts, always with its sign.
  func signedAmount(_ value: Double) -> String {
    (value < 0 ? "−" : "+") + amount(abs(value))
  }

  private func dollars(_ amount: Double) -> String {
    guard amount.isFinite else { return "no number" }
    return (amount < 0 ? "−$" : "$") + Shell.decimals(abs(amount), decimals())
  }

  /// How many decimals tell the values of a column apart: cents, and more where all its values lie
  /// within one dollar, as rates do.
  func decimals(ofColumn column: Int = 0) -> Int {
    let values = dataset.highs[column]
    let span = (values.max() ?? 0) - (values.min() ?? 0)
    guard span > 0, span < 1 else { return 2 }
    var decimals = 4
    var unit = 0.1
    while span < unit, decimals < 15 {
      unit /= 10
      decimals += 1
    }
    return decimals
  }

  /// The digits of a column of amounts or of their errors, two more than an amount has.
  var errorDigits: DigitStyle { .decimals(dataset.task == nil ? decimals() + 2 : 4) }

  /// Refuses a model that reads another number of values a day than the data has.
  ///
  /// - Throws: `Mistake` at `range`.
  func requireFeatures(of model: Model, at range: Range<Int>?) throws(Mistake) {
    let features = model.network.cell.features
    guard features == dataset.features else {
      throw Mistake(
        "\(model.name) reads \(count(features, "value")) a day, the data has "
          + "\(count(dataset.features, "column")); data load FILE columns=… takes other columns",
        at: range)
    }
  }
}
