/// The screen of a terminal as text: what a person sees after all the bytes that a program has
/// sent.
///
/// It knows what line editors and full-screen programs need of an xterm: the cursor's ways,
/// erasing, inserting and deleting, wrapping at the last column, scrolling, the alternate screen,
/// wide characters. Colours are left out.
public struct ScreenText: Sendable, CustomStringConvertible {
  /// The width of the window.
  public private(set) var columns: Int

  /// The height of the window.
  public private(set) var rowCount: Int

  /// The row of the cursor, from 0.
  public internal(set) var cursorRow = 0

  /// The column of the cursor, from 0.
  public internal(set) var cursorColumn = 0

  /// The rows that have gone over the upper edge, the oldest first, without spaces at their ends.
  public internal(set) var scrolledOff: [String] = []

  /// The rows at which text ran over the last column, by their number from the first ever shown.
  public internal(set) var overflowingRows: [Int] = []

  /// How often the bell rang.
  public internal(set) var bells = 0

  /// The number of the cursor's row, counted from the first that was ever shown.
  public var rowNumberOfCursor: Int { scrolledOff.count + cursorRow }

  /// Whether a full-screen program has switched to the alternate screen.
  public var isAlternate: Bool { mainCells != nil }

  /// One place: a character with what combines with it; empty to the right of a wide one.
  typealias Cell = String

  var cells: [[Cell]]
  var mainCells: [[Cell]]?
  var savedCursor = (row: 0, column: 0)
  var isWrapPending = false
  var scrollingRows: Range<Int>
  var parser = EscapeParser()

  /// An empty screen.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    rowCount = rows
    scrollingRows = 0..<rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows from top to bottom, without spaces at their ends.
  public var rows: [String] { cells.map(Self.text) }

  /// A row by its number from the first ever shown, without spaces at its end.
  public func row(_ number: Int) -> String {
    number < scrolledOff.count
      ? scrolledOff[number] : Self.text(of: cells[number - scrolledOff.count])
  }

  /// The row of the cursor, without spaces at its end.
  public var rowOfCursor: String { Self.text(of: cells[cursorRow]) }

  /// All rows that are not empty below the last text, as lines.
  public var description: String {
    let last = rows.lastIndex { !$0.isEmpty } ?? -1
    return rows[...last].joined(separator: "\n")
  }

  /// Whether some row holds the text.
  public func contains(_ text: String) -> Bool {
    rows.contains { $0.contains(text) }
  }

  /// Takes what a program has written.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if let action = parser.action(after: byte) { perform(action) }
    }
  }

  /// Gives the window another size: as in xterm, nothing flows; what does not fit is cut off.
  public mutating func resize(columns: Int, rows: Int) {
    let surplus = max(cursorRow + 1 - rows, 0)
    scrolledOff += cells.prefix(surplus).map(Self.text)
    cells.removeFirst(surplus)
    cursorRow -= surplus
    cells = cells.prefix(rows).map { Self.fitted($0, to: columns, filler: " ") }
    cells = Self.fitted(cells, to: rows, filler: Array(repeating: " ", count: columns))
    self.columns = columns
    rowCount = rows
    scrollingRows = 0..<rows
    cursorColumn = min(cursorColumn, columns - 1)
    isWrapPending = false
  }

  private static func fitted<Element>(
    _ elements: [Element], to count: Int, filler: Element
  ) -> [Element] {
    elements.prefix(count) + Array(repeating: filler, count: max(count - elements.count, 0))
  }

  static func text(of cells: [Cell]) -> String {
    let end = cells.lastIndex { $0 != " " && $0 != "" }.map { $0 + 1 } ?? 0
    return cells[..<end].joined()
  }
}
