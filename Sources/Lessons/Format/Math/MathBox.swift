import Reports

/// A part of an equation in lines of equal width.
struct MathBox {
  /// The lines, at least one.
  private(set) var lines: [String]
  /// The columns of each line.
  private(set) var width: Int
  /// The line that stands level with what is beside it.
  private(set) var baseline: Int
  /// Where rows and columns stand in the source; nil where there is but one line.
  private(set) var rowsPlace: Range<Int>?

  /// A box of one line.
  init(_ text: String = "") {
    lines = [text]
    width = displayWidth(of: text)
    baseline = 0
  }

  /// A box of rows that begin at `place` in the source.
  init(rows: [MathBox], baseline: Int, place: Range<Int>) {
    let width = rows.map(\.width).max() ?? 0
    lines = rows.flatMap { $0.padded(to: width).lines }
    if lines.isEmpty { lines = [""] }
    self.width = width
    self.baseline = min(baseline, lines.count - 1)
    rowsPlace = place
  }

  /// Whether it has several lines.
  var isTall: Bool { lines.count > 1 }

  /// The only line, or the one beside which others stand.
  var text: String { lines[baseline] }

  /// Whether it shows anything.
  var isEmpty: Bool { width == 0 && !isTall }

  /// Puts another box to the right.
  mutating func append(_ other: MathBox) {
    guard isTall || other.isTall else {
      lines[0] += other.lines[0]
      width += other.width
      return
    }
    let above = max(baseline, other.baseline)
    let below = max(lines.count - baseline, other.lines.count - other.baseline)
    let left = extended(above: above, below: below)
    let right = other.extended(above: above, below: below)
    lines = zip(left, right).map { $0 + $1 }
    width += other.width
    baseline = above
    rowsPlace = rowsPlace ?? other.rowsPlace
  }

  /// Puts a sign of one line to the right of the uppermost line.
  mutating func appendAtTop(_ other: MathBox) {
    let level = baseline
    baseline = 0
    append(other)
    baseline = level
  }

  /// The box in brackets; where it has several lines, each of them.
  func bracketed(_ open: String, _ close: String) -> MathBox {
    isTall ? bracketedRows(open, close) : MathBox(open + lines[0] + close)
  }

  /// The box with brackets around each line, parted by a blank.
  func bracketedRows(_ open: String, _ close: String) -> MathBox {
    let (left, right) = (open.isEmpty ? "" : open + " ", close.isEmpty ? "" : " " + close)
    var box = self
    box.lines = lines.map { left + $0 + right }
    box.width = displayWidth(of: left) + width + displayWidth(of: right)
    return box
  }

  /// The box filled up with blanks.
  func padded(to width: Int, alignedRight: Bool = false) -> MathBox {
    guard width > self.width else { return self }
    var box = self
    let blanks = String(repeating: " ", count: width - self.width)
    box.lines = lines.map { alignedRight ? blanks + $0 : $0 + blanks }
    box.width = width
    return box
  }

  private func extended(above: Int, below: Int) -> [String] {
    let blank = String(repeating: " ", count: width)
    return [String](repeating: blank, count: above - baseline) + lines
      + [String](repeating: blank, count: below - (lines.count - baseline))
  }
}
