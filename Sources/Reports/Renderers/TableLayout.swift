/// A table laid out for one screen: aligned columns, in several parts where the screen is too
/// narrow.
struct TableLayout {
  private struct Column {
    var title: String
    var cells: [String]
    var isNumeric: Bool
    /// The columns of the screen that the widest cell takes.
    var width: Int
  }

  private struct Slot {
    var column: Int
    var width: Int
  }

  /// Texts wider than this may be broken into several lines when the table is too wide.
  private static let narrowText = 20
  private static let gap = 2

  private let typesetter: Typesetter
  private let columns: [Column]
  private let rowCount: Int

  init(_ table: Table, _ typesetter: Typesetter) {
    self.typesetter = typesetter
    rowCount = table.rows.count
    columns = table.columns.indices.map { place in
      let values = table.rows.indices.map { table.cell(row: $0, column: place) }
      let style = table.columns[place].digits
      let cells = columnTexts(values, style: style, digits: typesetter.capabilities.digits)
        .map(typesetter.line)
      let title = typesetter.line(table.columns[place].name)
      return Column(
        title: title, cells: cells,
        isNumeric: Table.isNumeric(values),
        width: cells.reduce(displayWidth(of: title)) { max($0, displayWidth(of: $1)) })
    }
  }

  /// The lines of the table.
  func lines() -> [StyledLine] {
    guard !columns.isEmpty else { return [] }
    var lines: [StyledLine] = []
    for (number, slots) in parts().enumerated() {
      if number > 0 { lines.append(StyledLine()) }
      lines += header(slots)
      lines.reserveCapacity(lines.count + rowCount)
      let isNarrow = slots.contains { $0.width < columns[$0.column].width }
      for row in 0..<rowCount {
        if isNarrow {
          lines += brokenRow(row, slots)
        } else {
          lines.append(self.row(row, slots))
        }
      }
      if rowCount == 0 { lines.append(StyledLine("(no rows)")) }
    }
    return lines
  }

  // MARK: Widths

  /// The columns side by side; each part begins with the first column.
  private func parts() -> [[Slot]] {
    var slots = columns.indices.map { Slot(column: $0, width: columns[$0].width) }
    shrinkTexts(&slots)
    if Self.width(of: slots) <= typesetter.width { return [slots] }

    // The first column may take a third, but leaves room for the widest of the others.
    let widest = slots.dropFirst().map(\.width).max() ?? 0
    let room = max(typesetter.width / 3, typesetter.width - Self.gap - widest)
    slots[0].width = min(slots[0].width, slots.count > 1 ? room : typesetter.width)
    let most = max(1, typesetter.width - Self.gap - slots[0].width)

    var parts: [[Slot]] = []
    var part = [slots[0]]
    for var slot in slots.dropFirst() {
      slot.width = min(slot.width, most)
      if part.count > 1, Self.width(of: part + [slot]) > typesetter.width {
        parts.append(part)
        part = [slots[0]]
      }
      part.append(slot)
    }
    return parts + [part]
  }

  /// Takes columns of the screen from the widest texts, as long as that helps.
  private func shrinkTexts(_ slots: inout [Slot]) {
    while case let excess = Self.width(of: slots) - typesetter.width, excess > 0 {
      let texts = slots.indices.filter { !columns[slots[$0].column].isNumeric }
      guard let widest = texts.max(by: { slots[$0].width < slots[$1].width }),
        slots[widest].width > Self.narrowText
      else { return }
      let next = texts.filter { $0 != widest }.map { slots[$0].width }.max() ?? 0
      let least = max(Self.narrowText, min(next, slots[widest].width - 1))
      slots[widest].width = max(least, slots[widest].width - excess)
    }
  }

  private static func width(of slots: [Slot]) -> Int {
    slots.reduce(0) { $0 + $1.width } + gap * (slots.count - 1)
  }

  // MARK: Lines

  private func header(_ slots: [Slot]) -> [StyledLine] {
    let titles = slots.map { slot in
      let column = columns[slot.column]
      return padded(
        typesetter.clipped(column.title, to: slot.width), to: slot.width,
        alignedRight: column.isNumeric)
    }
    let line = joined(titles)
    guard !typesetter.isColored else {
      return [StyledLine(line, TextStyle(isUnderlined: true))]
    }
    let rule = typesetter.capabilities.unicode ? "─" : "-"
    return [
      StyledLine(line), StyledLine(joined(slots.map { String(repeating: rule, count: $0.width) })),
    ]
  }

  /// One row whose cells all have room.
  private func row(_ row: Int, _ slots: [Slot]) -> StyledLine {
    StyledLine(
      joined(
        slots.map { slot in
          let column = columns[slot.column]
          return padded(column.cells[row], to: slot.width, alignedRight: column.isNumeric)
        }))
  }

  /// One row; a text that is wider than its place goes on in the next lines.
  private func brokenRow(_ row: Int, _ slots: [Slot]) -> [StyledLine] {
    let cells = slots.map { slot in
      let column = columns[slot.column]
      let cell = column.cells[row]
      return column.isNumeric
        ? [typesetter.clipped(cell, to: slot.width)] : wrapped(cell, to: max(1, slot.width))
    }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { number in
      StyledLine(
        joined(
          zip(slots, cells).map { slot, lines in
            padded(
              number < lines.count ? lines[number] : "", to: slot.width,
              alignedRight: columns[slot.column].isNumeric)
          }))
    }
  }

  private func joined(_ cells: [String]) -> String {
    cells.joined(separator: String(repeating: " ", count: Self.gap))
  }
}
