extension Dataset {
  /// The rows of a part.
  public func rows(of part: Part) -> Range<Int> {
    switch part {
    case .train: trainRows
    case .validation: validationRows
    case .test: testRows
    case .all: 0..<rowCount
    }
  }

  /// The part that a row belongs to; rows behind the data count as test rows.
  public func part(of row: Int) -> Part {
    if row < trainRows.upperBound { return .train }
    return row < validationRows.upperBound ? .validation : .test
  }

  /// The windows whose target's row lies in the part.
  ///
  /// Training windows lie wholly in the training rows. Those of validation and test begin in the
  /// rows before their part, so that its first day is predicted too.
  public func windows(of part: Part) -> Windows {
    let rows = rows(of: part)
    // A window reaches its target from `reach` rows before it.
    let reach = lookBack - 1 + horizon
    guard !rows.isEmpty, rows.upperBound > reach else {
      return Windows(start: 0, stride: stride, length: lookBack, horizon: horizon, count: 0)
    }
    let earliest = max(rows.lowerBound - reach, 0)
    let start = (earliest + stride - 1) / stride * stride
    let last = rows.upperBound - 1 - reach
    return Windows(
      start: start, stride: stride, length: lookBack, horizon: horizon,
      count: start > last ? 0 : (last - start) / stride + 1)
  }

  /// The rows that the part's windows read or predict: the part itself and the rows before it that
  /// its first window needs.
  public func inputRows(of part: Part) -> Range<Int> {
    let windows = windows(of: part)
    guard let first = windows.first, let last = windows.last else { return 0..<0 }
    return first.rows.lowerBound..<max(last.rows.upperBound, last.targetRow + 1)
  }

  /// The rows of the window that ends with a row.
  ///
  /// - Returns: `nil` when there is no such window: too few rows before it, no such row, or a row
  ///   inside a sequence of a made task whose sequences do not overlap.
  public func windowEnding(at row: Int) -> Range<Int>? {
    guard (0..<rowCount).contains(row), row >= lookBack - 1 else { return nil }
    let first = row - (lookBack - 1)
    return first % stride == 0 ? first..<row + 1 : nil
  }

  /// Whether a value of the row was missing and is filled.
  public func isFilled(_ row: Int) -> Bool {
    let index = filled.firstIndex(notBefore: row)
    return index < filled.count && filled[index] == row
  }

  /// The share of test rows whose target is larger than every training row's; `nil` without test
  /// rows.
  ///
  /// There a network must say what it was never shown.
  public var shareOfTestAboveTraining: Double? {
    var most = -Double.infinity
    for row in trainRows where targets[row] > most { most = targets[row] }
    var known = 0
    var above = 0
    for row in testRows where !targets[row].isNaN {
      known += 1
      if targets[row] > most { above += 1 }
    }
    guard most.isFinite, known > 0 else { return nil }
    return Double(above) / Double(known)
  }
}
