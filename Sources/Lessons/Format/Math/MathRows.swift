import Grammar

/// Lays out an environment with rows and columns.
struct MathRows {
  /// The environment.
  let name: String
  /// Where it begins in the source.
  let place: Range<Int>

  private static let mostRows = 30
  private static let mostColumns = 20

  /// Lays out the rows, the columns under one another.
  ///
  /// - Throws: `Mistake` where there are too many, or where a cell cannot be laid out.
  func box(_ rows: [[[MathItem]]]) throws(Mistake) -> MathBox {
    let columns = rows.map(\.count).max() ?? 0
    guard rows.count <= Self.mostRows, columns <= Self.mostColumns else {
      throw Mistake(
        "there are at most \(Self.mostRows) rows of \(Self.mostColumns) columns", at: place)
    }
    var cells: [[MathBox]] = []
    for row in rows {
      var line: [MathBox] = []
      for cell in row { line.append(try MathLayout().box(cell)) }
      cells.append(line)
    }
    let widths = (0..<columns).map { column in
      cells.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    let lines = cells.map { joined($0, widths) }
    let box = MathBox(rows: lines, baseline: baseline(lines), place: place)
    switch name {
    case "pmatrix": return box.bracketedRows("(", ")")
    case "bmatrix": return box.bracketedRows("[", "]")
    case "vmatrix": return box.bracketedRows("|", "|")
    case "cases": return box.bracketedRows("{", "")
    default: return box
    }
  }

  private func joined(_ cells: [MathBox], _ widths: [Int]) -> MathBox {
    var line = MathBox()
    for (column, width) in widths.enumerated() {
      if column > 0 { line.append(MathBox(String(repeating: " ", count: gap(before: column)))) }
      let cell = column < cells.count ? cells[column] : MathBox()
      line.append(cell.padded(to: width, alignedRight: isAlignedRight(column)))
    }
    return line
  }

  /// Equations are aligned at every other `&`, from the right and the left; numbers from the right.
  private func isAlignedRight(_ column: Int) -> Bool {
    switch name {
    case "aligned": column.isMultiple(of: 2)
    case "cases": false
    default: true
    }
  }

  private func gap(before column: Int) -> Int {
    guard name == "aligned" else { return 2 }
    return column.isMultiple(of: 2) ? 3 : 1
  }

  /// The middle line, of two the upper one; equations under one another stand level with the first.
  private func baseline(_ rows: [MathBox]) -> Int {
    guard name != "aligned" else { return rows.first?.baseline ?? 0 }
    return (rows.reduce(0) { $0 + $1.lines.count } - 1) / 2
  }
}
