extension ScreenText {
  mutating func moveTo(row: Int? = nil, column: Int? = nil) {
    cursorRow = min(max(row ?? cursorRow, 0), rowCount - 1)
    cursorColumn = min(max(column ?? cursorColumn, 0), columns - 1)
    isWrapPending = false
  }

  mutating func lineFeed() {
    isWrapPending = false
    if cursorRow == scrollingRows.upperBound - 1 {
      scroll(by: 1)
    } else {
      cursorRow = min(cursorRow + 1, rowCount - 1)
    }
  }

  mutating func scroll(by count: Int) {
    for _ in 0..<min(count, scrollingRows.count) {
      let gone = cells.remove(at: scrollingRows.lowerBound)
      cells.insert(emptyRow, at: scrollingRows.upperBound - 1)
      if scrollingRows.lowerBound == 0, !isAlternate { scrolledOff.append(Self.text(of: gone)) }
    }
  }

  mutating func insertRows(_ count: Int) {
    guard scrollingRows.contains(cursorRow) else { return }
    for _ in 0..<min(count, scrollingRows.upperBound - cursorRow) {
      cells.remove(at: scrollingRows.upperBound - 1)
      cells.insert(emptyRow, at: cursorRow)
    }
  }

  mutating func deleteRows(_ count: Int) {
    guard scrollingRows.contains(cursorRow) else { return }
    for _ in 0..<min(count, scrollingRows.upperBound - cursorRow) {
      cells.remove(at: cursorRow)
      cells.insert(emptyRow, at: scrollingRows.upperBound - 1)
    }
  }

  mutating func insertCells(_ count: Int) {
    let count = min(count, columns - cursorColumn)
    cells[cursorRow].removeLast(count)
    cells[cursorRow].insert(contentsOf: Array(repeating: " ", count: count), at: cursorColumn)
  }

  mutating func deleteCells(_ count: Int) {
    let count = min(count, columns - cursorColumn)
    cells[cursorRow].removeSubrange(cursorColumn..<(cursorColumn + count))
    cells[cursorRow] += Array(repeating: " ", count: count)
  }

  /// 0 erases from the cursor on, 1 up to it, 2 all.
  mutating func eraseScreen(_ what: Int) {
    let rows = what == 0 ? (cursorRow + 1)..<rowCount : what == 1 ? 0..<cursorRow : 0..<rowCount
    for row in rows { cells[row] = emptyRow }
    if what < 2 { eraseRow(what) }
  }

  /// 0 erases from the cursor on, 1 up to it, 2 all.
  mutating func eraseRow(_ what: Int) {
    switch what {
    case 0: blank(row: cursorRow, cursorColumn..<columns)
    case 1: blank(row: cursorRow, 0..<(cursorColumn + 1))
    default: cells[cursorRow] = emptyRow
    }
  }

  mutating func blank(row: Int, _ range: Range<Int>) {
    for column in range { cells[row][column] = " " }
  }

  private var emptyRow: [Cell] { Array(repeating: " ", count: columns) }
}
