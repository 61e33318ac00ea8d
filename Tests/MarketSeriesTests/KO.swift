import Foundation
import MarketSeries
import Testing

/// The KO series of this checkout, made ready as the course's notebook does unless told otherwise.
enum KO {
  static func bytes() throws -> [UInt8] {
    let checkout = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: checkout.appending(path: "data/ko-high.csv")))
  }

  static func series() throws -> Series {
    try Series(csv: try bytes(), name: "ko")
  }

  static func dataset(
    missing: MissingPolicy = .previous, split: SplitPoint? = nil, validation: SplitPoint? = nil,
    scale: ScaleKind = .minmax, fit: FitRows = .train, lookBack: Int = 10
  ) throws -> Dataset {
    let newYear = try #require(CalendarDate("2016-01-01"))
    return try Dataset(
      try series(),
      options: DataOptions(
        missing: missing, split: split ?? .date(newYear), validation: validation, scale: scale,
        fit: fit, lookBack: lookBack))
  }

  /// The root of the mean squared error, in dollars, of saying that tomorrow is as today.
  static func persistenceRMSE(_ data: Dataset) -> Double {
    let windows = data.windows(of: .test)
    let squares = windows.map { window in
      let error = data.highs[0][window.rows.upperBound - 1] - data.highs[0][window.targetRow]
      return error * error
    }
    return (squares.reduce(0, +) / Double(squares.count)).squareRoot()
  }
}

/// Makes a small series without dates from its first column, NaN where a value is missing.
func makeSeries(_ columns: [Double]..., dates: [String]? = nil) throws -> Series {
  try Series(
    name: "made", dates: dates.map { try $0.map { try #require(CalendarDate($0)) } },
    columnNames: (0..<columns.count).map { "column \($0)" },
    columns: columns.map { ContiguousArray($0) })
}

/// Reads a series from the text of a CSV file.
func readSeries(_ text: String, _ column: String..., date: CSVOptions.DateColumn = .automatic)
  throws(CSVError) -> Series
{
  try Series(
    csv: Array(text.utf8), name: "read", options: CSVOptions(column: column, date: date))
}
