import Grammar
public import MarketSeries
public import Recurrent

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
    return (amount < 0 ? "−$" : "$") + decimals(abs(amount), 2)
  }

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
