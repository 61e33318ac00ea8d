public import Grammar
import MarketSeries

/// The rows that a `t=` names.
public struct RowSelection: Sendable, Equatable {
  /// Which rows may be named.
  public enum Kind: Sendable, Equatable {
    /// Every row.
    case any
    /// The last row of each whole window; for a row before the first of them, a mistake names
    /// what else the command can do, as `mode=carry`.
    case windowEnd(orElse: String? = nil)

    fileprivate var isWindowEnd: Bool { self != .any }
  }

  /// The rows in the order asked for.
  public let rows: [Int]
  /// Whether one row was named, not a range or a list.
  public let isSingle: Bool
}

extension MarketData {
  /// The rows that `located` names.
  ///
  /// A whole number is a row, from 0; a negative one counts from the end. A date is its row. Ranges
  /// include both ends, and a range of dates snaps inward to trading days.
  ///
  /// - Parameters:
  ///   - located: What was typed behind `t=`.
  ///   - kind: Which rows may be named.
  /// - Returns: One row or more.
  /// - Throws: `Mistake` at the part that names no row, with the rows there are.
  public func rows(
    _ located: Located, _ kind: RowSelection.Kind
  ) throws(Mistake) -> RowSelection {
    switch located.literal {
    case .list(let items):
      var rows: [Int] = []
      for item in items { rows += try self.rows(item, kind).rows }
      return RowSelection(rows: rows, isSingle: false)
    case .range(let low, let high):
      let rows = Array(try range(low, high, located))
      return RowSelection(rows: try rows.checked(kind, in: self, at: low.range), isSingle: false)
    case .text("all"):
      let rows = (0..<dataset.rowCount).filter { !kind.isWindowEnd || isWindowEnd($0) }
      guard !rows.isEmpty else { throw tooShort(at: located.range) }
      return RowSelection(rows: rows, isSingle: false)
    default:
      let rows = try [row(located)].checked(kind, in: self, at: located.range)
      return RowSelection(rows: rows, isSingle: true)
    }
  }

  private func range(
    _ low: Located, _ high: Located, _ whole: Located
  ) throws(Mistake) -> ClosedRange<Int> {
    if case .date(let from) = low.literal, case .date(let through) = high.literal {
      let days = try (date(from, at: low.range), date(through, at: high.range))
      guard days.0 <= days.1 else { throw backwards(whole) }
      guard let inward = dataset.rows(from: days.0, through: days.1) else {
        throw Mistake("no trading day lies in \(whole.text)", at: whole.range)
      }
      return inward
    }
    let ends = try (row(low), row(high))
    guard ends.0 <= ends.1 else { throw backwards(whole) }
    return ends.0...ends.1
  }

  private func row(_ located: Located) throws(Mistake) -> Int {
    switch located.literal {
    case .integer(let value):
      let row = value < 0 ? dataset.rowCount + value : value
      guard (0..<dataset.rowCount).contains(row) else {
        throw Mistake(
          "there is no row \(value); rows run from \(named(0)) to \(named(dataset.rowCount - 1)), "
            + "and -1 is the last", at: located.range)
      }
      return row
    case .date(let literal):
      switch dataset.row(on: try date(literal, at: located.range)) {
      case .success(let row): return row
      case .failure(let gap): throw Mistake(gap.description, at: located.range)
      }
    default:
      throw Mistake(
        "\"\(located.text)\" names no row; write a row as 42 (0 to \(dataset.rowCount - 1)), a date "
          + "as 2008-10-10, a range as 33..42, or all", at: located.range)
    }
  }

  private func date(_ literal: DateLiteral, at range: Range<Int>) throws(Mistake) -> CalendarDate {
    guard let date = CalendarDate(year: literal.year, month: literal.month, day: literal.day) else {
      throw Mistake("the calendar of this data has no such day", at: range)
    }
    return date
  }

  private func backwards(_ located: Located) -> Mistake {
    Mistake(
      "the range \(located.text) runs backwards; write the earlier end first", at: located.range)
  }

  private func tooShort(at range: Range<Int>?) -> Mistake {
    Mistake(
      "the series has \(count(dataset.rowCount, "row")), too few for one window of "
        + "\(dataset.lookBack)", at: range)
  }

  private func isWindowEnd(_ row: Int) -> Bool { dataset.windowEnding(at: row) != nil }

  private func named(_ row: Int) -> String {
    dateText(row).map { "\(row) (\($0))" } ?? "\(row)"
  }

  /// Why no window ends at `row`.
  fileprivate func noWindow(at row: Int, orElse other: String?, _ range: Range<Int>) -> Mistake {
    guard let first = (0..<dataset.rowCount).first(where: isWindowEnd) else {
      return tooShort(at: range)
    }
    guard row < first else {
      return Mistake(
        "t=\(row) lies inside a sequence; sequences end at t=\(first), \(first + dataset.stride), …",
        at: range)
    }
    let day = dateText(first).map { " (\($0))" } ?? ""
    return Mistake(
      "t=\(row) has no whole window of \(count(dataset.lookBack, "value")); the first is "
        + "t=\(first)\(day)" + (other.map { ", or use \($0)" } ?? ""), at: range)
  }
}

extension [Int] {
  /// The rows, when all of them are of the kind.
  fileprivate func checked(
    _ kind: RowSelection.Kind, in data: MarketData, at range: Range<Int>
  ) throws(Mistake) -> [Int] {
    if case .windowEnd(let other) = kind,
      let row = first(where: { data.dataset.windowEnding(at: $0) == nil })
    {
      throw data.noWindow(at: row, orElse: other, range)
    }
    return self
  }
}

extension Session {
  /// The rows that `t=` names, or the row that is set when it was left out.
  ///
  /// - Parameters:
  ///   - located: What was typed behind `t=`; `nil` when it was left out.
  ///   - data: The series.
  ///   - kind: Which rows may be named.
  /// - Returns: One row or more.
  /// - Throws: `Mistake` when a row is not there or ends no window.
  func rows(
    _ located: Located?, in data: MarketData, _ kind: RowSelection.Kind
  ) throws(Mistake) -> RowSelection {
    if let located { return try data.rows(located, kind) }
    do throws(Mistake) {
      return try data.rows(Located(.integer(settings.t), text: String(settings.t)), kind)
    } catch {
      throw Mistake(error.message, at: nil)
    }
  }
}
