import MarketSeries
public import Recurrent

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The daily High of Coca-Cola as the shell trains on it: scaled, in windows of 10 days.
public struct MarketData {
  /// The folder of the project.
  public static let project = URL(filePath: #filePath)
    .appending(path: "../../../..").standardizedFileURL.path

  private let data: Dataset

  /// Reads the project's data.
  ///
  /// - Throws: An error of the file system, or `DataError`.
  public init() throws {
    let bytes = try Data(contentsOf: URL(filePath: Self.project + "/data/ko-high.csv"))
    let series = try Series(csv: Array(bytes), name: "ko")
    guard let split = CalendarDate(year: 2016, month: 1, day: 1) else { throw DataError.noRows }
    data = try Dataset(series, options: DataOptions(split: .date(split)))
  }

  /// All 3,020 days, scaled.
  public var rows: ContiguousArray<Float> { data.scaledRows }

  /// The 2,507 windows that networks learn from, each with its next day.
  public var trainingWindows: Sequences {
    let windows = data.windows(of: .train)
    return Sequences(
      rows: rows, features: 1, length: windows.length, firstRows: windows.firstRows,
      targets: .init(windows.map { rows[$0.targetRow] }))
  }

  /// All 3,011 windows.
  public var allWindows: Sequences {
    Sequences(
      rows: rows, features: 1, length: data.lookBack,
      firstRows: Array(0...rows.count - data.lookBack), targets: [])
  }

  /// All days as one sequence, over which the state is carried.
  public var carriedDays: Sequences {
    Sequences(rows: rows, features: 1, length: rows.count, firstRows: [0], targets: [])
  }
}
