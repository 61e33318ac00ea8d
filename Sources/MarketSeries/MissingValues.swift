/// A series whose missing values were filled, or whose rows with missing values were dropped.
struct FilledSeries {
  /// The series as loaded; after `drop`, without the dropped rows.
  var series: Series
  /// The columns without a gap.
  var columns: [ContiguousArray<Double>]
  /// The rows in which a value was filled, ascending.
  var filled: [Int]
  /// How many rows of the series as loaded lack a value.
  let missingCount: Int
  /// What a reader should know about the filling, a sentence each.
  var notes: [String] = []

  /// - Throws: `DataError` when a column has no value at all.
  init(_ series: Series, policy: MissingPolicy) throws(DataError) {
    var missing: Set<Int> = []
    for (name, column) in zip(series.columnNames, series.columns) {
      let gaps = column.indices.filter { column[$0].isNaN }
      guard gaps.count < column.count else { throw .columnWithoutValues(name) }
      missing.formUnion(gaps)
    }
    self.series = series
    columns = series.columns
    filled = missing.sorted()
    missingCount = filled.count
    guard !filled.isEmpty else { return }

    switch policy {
    case .drop: try dropRows()
    case .previous: fillWithPrevious()
    case .interpolate: fillByInterpolation()
    case .max: fillWithMaximum()
    }
  }

  private mutating func dropRows() throws(DataError) {
    let kept = columns[0].indices.filter { row in columns.allSatisfy { !$0[row].isNaN } }
    guard !kept.isEmpty else { throw .noRows }
    notes.append(
      filled.count == 1
        ? "1 row was dropped, for it lacks a value."
        : "\(filled.count) rows were dropped, for they lack a value.")
    columns = columns.map { column in ContiguousArray(kept.map { column[$0] }) }
    filled = []
    series = Series(
      unchecked: series.name, dates: series.dates.map { dates in kept.map { dates[$0] } },
      columnNames: series.columnNames, columns: columns, notes: series.notes)
  }

  private mutating func fillWithPrevious() {
    for index in columns.indices {
      fillLeadingGap(ofColumn: index)
      for row in columns[index].indices.dropFirst() where columns[index][row].isNaN {
        columns[index][row] = columns[index][row - 1]
      }
    }
  }

  private mutating func fillByInterpolation() {
    notes.append("Filled values lie between their neighbours, the next of which is a day ahead.")
    for index in columns.indices {
      fillLeadingGap(ofColumn: index)
      var known = 0
      for row in columns[index].indices.dropFirst() where !columns[index][row].isNaN {
        let (from, to) = (columns[index][known], columns[index][row])
        for gap in (known + 1)..<row {
          let share = Double(gap - known) / Double(row - known)
          columns[index][gap] = from * (1 - share) + to * share
        }
        known = row
      }
      for row in columns[index].indices.dropFirst(known + 1) {
        columns[index][row] = columns[index][known]
      }
    }
  }

  private mutating func fillWithMaximum() {
    for index in columns.indices where columns[index].contains(where: \.isNaN) {
      let known = columns[index].indices.filter { !columns[index][$0].isNaN }
      guard let row = known.max(by: { columns[index][$0] < columns[index][$1] }) else { continue }
      let maximum = columns[index][row]
      let gaps = columns[index].indices.filter { columns[index][$0].isNaN }
      let day = series.dates.map { "\($0[row])" } ?? "t=\(row)"
      notes.append(
        "Filled values of \(series.columnNames[index].printable()) are the largest of the whole "
          + "series, \(maximum) of \(day)\(gaps[0] < row ? ", which lies ahead" : "").")
      for gap in gaps { columns[index][gap] = maximum }
    }
  }

  /// Nothing comes before the first value, so the first value itself stands in.
  private mutating func fillLeadingGap(ofColumn index: Int) {
    guard let known = columns[index].firstIndex(where: { !$0.isNaN }), known > 0 else { return }
    for row in 0..<known { columns[index][row] = columns[index][known] }
    notes.append(
      "\(series.columnNames[index].printable()) begins without a value: its first one, of t="
        + "\(known), was carried back.")
  }
}
