/// A grid of characters on which curves are drawn, each character of several points.
struct Canvas {
  private struct Cell {
    /// The points that are set, one bit each, row by row.
    var points: UInt8 = 0
    /// The curve that was drawn last.
    var curve: Int?
  }

  let columns: Int
  let rows: Int
  /// Points across.
  let width: Int
  /// Points down.
  let height: Int
  private let kind: TerminalCapabilities.Canvas
  /// Whether a character holds the points of all its curves; else only those of the last, whose
  /// colour it has.
  private let mixesCurves: Bool
  private var cells: [Cell]

  init(_ kind: TerminalCapabilities.Canvas, columns: Int, rows: Int, mixesCurves: Bool) {
    self.kind = kind
    self.mixesCurves = mixesCurves
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    width = self.columns * (kind == .ascii ? 1 : 2)
    height =
      switch kind {
      case .ascii: self.rows
      case .block: self.rows * 2
      case .braille: self.rows * 4
      }
    cells = Array(repeating: Cell(), count: self.columns * self.rows)
  }

  /// The curve drawn last at a character, or nil where it is free.
  func curve(row: Int, column: Int) -> Int? {
    cells[row * columns + column].curve
  }

  /// Sets a point, counted from the upper left; outside the canvas nothing happens.
  mutating func set(x: Int, y: Int, curve: Int) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    let across = width / columns
    let down = height / rows
    let cell = y / down * columns + x / across
    if !mixesCurves, cells[cell].curve != curve { cells[cell].points = 0 }
    cells[cell].points |= 1 << UInt8(y % down * across + x % across)
    cells[cell].curve = curve
  }

  /// Draws a straight line between two points (Bresenham 1965).
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), curve: Int) {
    let across = abs(end.x - start.x)
    let down = -abs(end.y - start.y)
    let (stepX, stepY) = (start.x < end.x ? 1 : -1, start.y < end.y ? 1 : -1)
    var (x, y) = start
    var error = across + down
    while true {
      set(x: x, y: y, curve: curve)
      if (x, y) == end { return }
      let twice = 2 * error
      if twice >= down {
        error += down
        x += stepX
      }
      if twice <= across {
        error += across
        y += stepY
      }
    }
  }

  /// The character of a cell; nil where nothing was drawn.
  ///
  /// - Parameters:
  ///   - row: From the top.
  ///   - column: From the left.
  ///   - letters: One letter a curve, for a canvas in ASCII.
  /// - Returns: The character.
  func glyph(row: Int, column: Int, letters: [String]) -> String? {
    let cell = cells[row * columns + column]
    guard let curve = cell.curve, !letters.isEmpty else { return nil }
    switch kind {
    case .ascii: return letters[curve % letters.count]
    case .block: return Self.quarterBlocks[Int(cell.points & 15)]
    case .braille: return Self.braille(cell.points)
    }
  }

  /// Quarter blocks by bits: upper left 1, upper right 2, lower left 4, lower right 8.
  private static let quarterBlocks = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]

  /// The Braille pattern of eight points, row by row; Unicode counts the upper three rows column by
  /// column.
  private static func braille(_ points: UInt8) -> String {
    let dots: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    let pattern = dots.indices.reduce(UInt32(0x2800)) { pattern, bit in
      points & (1 << UInt8(bit)) != 0 ? pattern | dots[bit] : pattern
    }
    return Unicode.Scalar(pattern).map { String(Character($0)) } ?? " "
  }
}
