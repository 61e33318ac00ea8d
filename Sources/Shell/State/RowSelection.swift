public import Grammar
import MarketSeries

/// The rows that a `t=` names.
public struct RowSelection: Sendable, Equatable {
  /// The rows in the order asked for.
  public let rows: [Int]
  /// Whether one row was named, not a range or a list.
  public let isSingle: Bool
}

extension MarketData {
  /// The rows that `located` names.
  ///
  /// A whole number is a row, from 0; a negative one counts from the end. A date is its row. Ranges include both ends, and a range
  /// of dates snaps inward to trading days.
  ///
  /// - Parameters:
  ///   - located: What was typed behind `t=`.
  ///   - first: The first row allowed: 0, or the end of the first window.
  /// - Throws: `Mistake` at the part that names no row, with the rows there are.
  public func rows(_ located: Located, from first: Int) throws(Mistake) -> RowSelection {
    switch located.literal {
    case .list(let items):
      var rows: [Int] = []
      for item in items {
        rows += try self.rows(item, from: first).rows
      }
      return RowSelection(rows: rows, isSingle: false)
    case .range(let low, let high):
      return RowSelection(rows: Array(try range(low, high, located, from: first)), isSingle: false)
    case .text("all"):
      guard first < dataset.rowCount else { throw tooShort(at: located.range) }
      return RowSelection(rows: Array(first..<dataset.rowCount), isSingle: false)
    default:
      let row = try self.row(located)
      try check(row, from: first, at: located.range)
      return RowSelection(rows: [row], isSingle: true)
    }
  }

  /// The last row of the first window.
  public var firstWindowEnd: Int { dataset.lookBack - 1 }

  private func range(
    _ low: Located, _ high: Located, _ whole: Located, from first: Int
  ) throws(Mistake) -> ClosedRange<Int> {
    let rows: ClosedRange<Int>
    if case .date(let from) = low.literal, case .date(let through) = high.literal {
      let days = try (date(from, at: low.range), date(through, at: high.range))
      guard days.0 <= days.1 else { throw backwards(whole) }
      guard let inward = dataset.rows(from: days.0, through: days.1) else {
        throw Mistake("no trading day lies in \(whole.text)", at: whole.range)
      }
      rows = inward
    } else {
      let ends = try (row(low), row(high))
      guard ends.0 <= ends.1 else { throw backwards(whole) }
      rows = ends.0...ends.1
    }
    try check(rows.lowerBound, from: first, at: low.range)
    return rows
  }

  private func backwards(_ located: Located) -> Mistake {
    Mistake("the range \(located.text) runs backwards; write the earlier end first", at: located.range)
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
      let date = try date(literal, at: located.range)
      switch dataset.row(on: date) {
      case .success(let row): return row
      case .failure(let gap): throw Mistake(gap.description, at: located.range)
      }
    default:
      throw Mistake(
        "\"\(located.text)\" names no row; write a row as 42, a date as 2008-10-10, a range as "
          + "33..42, or all", at: located.range)
    }
  }

  private func date(_ literal: DateLiteral, at range: Range<Int>) throws(Mistake) -> CalendarDate {
    guard let date = CalendarDate(year: literal.year, month: literal.month, day: literal.day) else {
      throw Mistake("the calendar has no such day", at: range)
    }
    return date
  }

  private func check(_ row: Int, from first: Int, at range: Range<Int>) throws(Mistake) {
    guard row < first else { return }
    guard first < dataset.rowCount else { throw tooShort(at: range) }
    throw Mistake(
      "t=\(row) has no whole window of \(dataset.lookBack) values; the first is t=\(first)"
        + (dateText(first).map { " (\($0))" } ?? "") + ", or use mode=carry", at: range)
  }

  private func tooShort(at range: Range<Int>?) -> Mistake {
    Mistake(
      "the series has \(dataset.rowCount) rows, too few for one window of \(dataset.lookBack)",
      at: range)
  }

  private func named(_ row: Int) -> String {
    dateText(row).map { "\(row) (\($0))" } ?? "\(row)"
  }
}

extension Session {
  /// The rows that `t=` names, or the row that is set when it was left out.
  ///
  /// - Parameters:
  ///   - located: What was typed behind `t=`; `nil` when it was left out.
  ///   - data: The series.
  ///   - first: The first row allowed.
  /// - Throws: `Mistake` when a row is not there or too early.
  func rows(
    _ located: Located?, in data: MarketData, from first: Int
  ) throws(Mistake) -> RowSelection {
    if let located { return try data.rows(located, from: first) }
    let unplaced = Located(.integer(settings.t), text: String(settings.t))
    do throws(Mistake) {
      return try data.rows(unplaced, from: first)
    } catch {
      throw Mistake(error.message, at: nil)
    }
  }
}
