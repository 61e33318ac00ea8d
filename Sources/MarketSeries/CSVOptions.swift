/// Which columns of a CSV file are read, and how.
public struct CSVOptions: Sendable, Equatable {
  /// Where the dates stand.
  public enum DateColumn: Sendable, Equatable {
    /// The column called Date, else the first one that holds dates, else the file has none.
    case automatic
    /// The column of this name.
    case named(String)
    /// The file is read without dates.
    case none
  }

  /// The names of the number columns, the target first; empty takes the first numeric column of the
  /// file.
  public var column: [String]
  /// Where the dates stand.
  public var date: DateColumn

  /// Options that read the given columns; by default the first numeric one, and the dates where
  /// there are any.
  public init(column: [String] = [], date: DateColumn = .automatic) {
    self.column = column
    self.date = date
  }
}

/// What a file may hold at most, so that a hostile one is refused before it fills the memory.
struct CSVLimits: Sendable {
  var fieldBytes = 65_536
  var columns = 10_000
  var rows = 50_000_000
}
