extension ScreenText {
  mutating func perform(_ action: EscapeParser.Action) {
    switch action {
    case .print(let scalar): put(scalar)
    case .control(let byte): control(byte)
    case .escape(let byte): escape(byte)
    case .sequence(let mark, let numbers, let final):
      if mark == UInt8(ascii: "?") {
        setMode(numbers, isOn: final == UInt8(ascii: "h"))
      } else if mark == 0 {
        sequence(numbers, final: Character(Unicode.Scalar(final)))
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Self.width(of: scalar)
    if width == 0 {
      let place = isWrapPending ? cursorColumn : max(cursorColumn - 1, 0)
      cells[cursorRow][place].unicodeScalars.append(scalar)
      return
    }
    if isWrapPending || cursorColumn + width > columns {
      overflowingRows.append(rowNumberOfCursor)
      cursorColumn = 0
      lineFeed()
    }
    isWrapPending = false
    cells[cursorRow][cursorColumn] = String(scalar)
    if width == 2, cursorColumn + 1 < columns { cells[cursorRow][cursorColumn + 1] = "" }
    if cursorColumn + width >= columns {
      cursorColumn = columns - 1
      isWrapPending = true
    } else {
      cursorColumn += width
    }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08: moveTo(column: cursorColumn - 1)
    case 0x09: moveTo(column: (cursorColumn / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: moveTo(column: 0)
    default: break
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch Character(Unicode.Scalar(byte)) {
    case "7": savedCursor = (cursorRow, cursorColumn)
    case "8": moveTo(row: savedCursor.row, column: savedCursor.column)
    case "D": lineFeed()
    case "E":
      moveTo(column: 0)
      lineFeed()
    case "M":
      if cursorRow == scrollingRows.lowerBound { insertRows(1) } else { moveTo(row: cursorRow - 1) }
    case "c": self = ScreenText(columns: columns, rows: rowCount)
    default: break
    }
  }

  private mutating func sequence(_ numbers: [Int?], final: Character) {
    func number(_ place: Int, default absent: Int) -> Int {
      let given = place < numbers.count ? numbers[place] : nil
      return min(max(given ?? absent, 0), 10_000)
    }
    let count = max(number(0, default: 1), 1)
    switch final {
    case "A": moveTo(row: cursorRow - count)
    case "B", "e": moveTo(row: cursorRow + count)
    case "C", "a": moveTo(column: cursorColumn + count)
    case "D": moveTo(column: cursorColumn - count)
    case "E": moveTo(row: cursorRow + count, column: 0)
    case "F": moveTo(row: cursorRow - count, column: 0)
    case "G", "`": moveTo(column: count - 1)
    case "d": moveTo(row: count - 1)
    case "H", "f": moveTo(row: count - 1, column: max(number(1, default: 1), 1) - 1)
    case "J": eraseScreen(number(0, default: 0))
    case "K": eraseRow(number(0, default: 0))
    case "@": insertCells(count)
    case "P": deleteCells(count)
    case "X": blank(row: cursorRow, cursorColumn..<min(cursorColumn + count, columns))
    case "L": insertRows(count)
    case "M": deleteRows(count)
    case "S": scroll(by: count)
    case "s": savedCursor = (cursorRow, cursorColumn)
    case "u": moveTo(row: savedCursor.row, column: savedCursor.column)
    case "r":
      let top = max(number(0, default: 1), 1) - 1
      let bottom = min(number(1, default: rowCount), rowCount)
      scrollingRows = top < bottom ? top..<bottom : 0..<rowCount
      moveTo(row: 0, column: 0)
    default: break
    }
  }

  private mutating func setMode(_ numbers: [Int?], isOn: Bool) {
    guard numbers.contains(where: { $0 == 1_049 || $0 == 47 || $0 == 1_047 }) else { return }
    if isOn, mainCells == nil {
      savedCursor = (cursorRow, cursorColumn)
      mainCells = cells
      eraseScreen(2)
    } else if !isOn, let main = mainCells {
      mainCells = nil
      cells = main
      // The window may have changed meanwhile.
      let (width, height) = (columns, rowCount)
      resize(columns: width, rows: height)
      moveTo(row: savedCursor.row, column: savedCursor.column)
    }
  }
}
