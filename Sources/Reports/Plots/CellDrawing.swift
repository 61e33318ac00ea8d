/// The picture of a cell on one screen: strips along one axis under a key to their textures.
///
/// What is forgotten is hatched, what is added stands on what is kept, and what a shutter hides
/// lies behind slats; so the parts can be told apart without colour.
struct CellDrawing {
  private static let greatestStrip = 60
  private static let leastStrip = 12

  private let cell: CellPicture
  private let typesetter: Typesetter
  private let strips: [CellPicture.Strip]
  private let labelWidth: Int
  private let numbers: [String]
  /// What stands right of the numbers, as `f = 0.74`; empty where there is no room for any.
  private let gates: [String]
  /// Columns of the screen for the strips, without that of zero.
  private let room: Int
  private let low: Double
  private let high: Double

  init(_ cell: CellPicture, _ typesetter: Typesetter) {
    self.cell = cell
    self.typesetter = typesetter
    strips = cell.strips
    let labels = strips.map { typesetter.line($0.label) } + (cell.isMix ? [Self.mixLabel] : [])
    labelWidth = min(labels.map(displayWidth(of:)).max() ?? 0, max(1, typesetter.width / 3))
    numbers = columnTexts(
      strips.map { .float($0.value) }, style: nil, digits: typesetter.capabilities.digits)
    let gates = strips.map { strip in
      strip.gate.map { "  \(typesetter.line($0.symbol)) = \(typesetter.number($0.value))" } ?? ""
    }
    func widest(_ texts: [String]) -> Int { texts.map(displayWidth(of:)).max() ?? 0 }
    let free = typesetter.width - labelWidth - 3
    let beside = max(
      widest(numbers) + widest(gates), widest([Self.words(ofMixIn: cell, typesetter)]))
    let hasRoom = free - beside >= Self.leastStrip
    self.gates = hasRoom ? gates : gates.map { _ in "" }
    room = min(max(1, free - (hasRoom ? beside : widest(numbers))), Self.greatestStrip)
    let ends = strips.flatMap(\.segments).flatMap { [$0.start, $0.end] }.filter(\.isFinite)
    low = min(0, ends.min() ?? 0)
    high = max(0, ends.max() ?? 0)
  }

  /// The picture with its sentence.
  func lines() -> [StyledLine] {
    let caption = typesetter.line(cell.caption ?? Captions.sentence(for: cell, typesetter))
    guard !strips.isEmpty else { return typesetter.lines(caption) }
    return key() + mix() + strips.indices.map(line) + typesetter.lines(caption)
  }

  // MARK: Strips

  private func line(_ place: Int) -> StyledLine {
    var line = StyledLine(label(typesetter.line(strips[place].label)) + " ")
    let cells = cells(strips[place].segments)
    append(cells[..<zero], to: &line)
    line.append(typesetter.encoded("│"), .dim)
    append(cells[zero...], to: &line)
    line.append(" " + padded(numbers[place], to: widestNumber, alignedRight: true))
    line.append(gates[place])
    return line
  }

  /// The column right of which zero is.
  private var zero: Int { column(of: 0) }

  private var widestNumber: Int { numbers.map(displayWidth(of:)).max() ?? 0 }

  private func label(_ text: String) -> String {
    padded(typesetter.clipped(text, to: labelWidth), to: labelWidth)
  }

  private func column(of value: Double) -> Int {
    let share = high > low ? (value - low) / (high - low) : 0
    return share.isFinite ? Int((min(max(share, 0), 1) * Double(room)).rounded()) : 0
  }

  /// What stands in each column; a stretch too short for one leaves a trace where it is free.
  private func cells(_ segments: [CellPicture.Segment]) -> [Cell] {
    var cells = Array(repeating: Cell.free, count: room)
    for segment in segments where segment.start.isFinite && segment.end.isFinite {
      let ends = [column(of: segment.start), column(of: segment.end)].sorted()
      for column in ends[0]..<ends[1] { cells[column] = .part(segment.kind) }
      let isNegative = segment.end < segment.start
      let trace = isNegative ? ends[0] - 1 : ends[0]
      if ends[0] == ends[1], segment.start != segment.end, cells.indices.contains(trace),
        cells[trace] == .free
      {
        cells[trace] = .trace(segment.kind, isNegative: isNegative)
      }
    }
    return cells
  }

  private enum Cell: Equatable {
    case free
    case part(CellPicture.Segment.Kind)
    case trace(CellPicture.Segment.Kind, isNegative: Bool)
  }

  private func append(_ cells: ArraySlice<Cell>, to line: inout StyledLine) {
    for cell in cells {
      switch cell {
      case .free: line.append(" ")
      case .part(let kind): line.append(glyph(kind), style(kind))
      case .trace(let kind, let isNegative):
        let stroke = isNegative ? "▕" : "▏"
        line.append(typesetter.capabilities.unicode ? stroke : glyph(kind), style(kind))
      }
    }
  }

  // MARK: The mix

  private static let mixLabel = "the mix"

  /// The one gate that keeps and writes, as shares of the whole width.
  private func mix() -> [StyledLine] {
    guard cell.isMix, let gate = cell.kept?.gate else { return [] }
    let share = Double(min(max(gate.value, 0), 1))
    let width = share.isNaN ? 0 : Int((share * Double(room)).rounded())
    var line = StyledLine(label(Self.mixLabel) + " ")
    line.append(String(repeating: glyph(.kept), count: width), style(.kept))
    line.append(" ")
    line.append(String(repeating: glyph(.added), count: room - width), style(.added))
    let words = " " + Self.words(ofMixIn: cell, typesetter)
    if line.width + displayWidth(of: words) <= typesetter.width { line.append(words) }
    return [line]
  }

  private static func words(ofMixIn cell: CellPicture, _ typesetter: Typesetter) -> String {
    guard cell.isMix, let gate = cell.kept?.gate else { return "" }
    return "\(typesetter.number(gate.value)) old, \(typesetter.number(1 - gate.value)) new"
  }

  // MARK: Textures

  /// What the textures mean, those that the picture has.
  private func key() -> [StyledLine] {
    let words: [(CellPicture.Segment.Kind, String)] = [
      (.kept, "kept"), (.forgotten, "forgotten"), (.added, "added"),
      (.hidden, "behind the shutter"),
    ]
    var kinds = strips.flatMap(\.segments).map(\.kind)
    if cell.isMix { kinds.append(.added) }
    var lines = [StyledLine()]
    for (kind, word) in words where kinds.contains(kind) {
      let width = lines[lines.count - 1].width
      if width > 0 {
        if width + 4 + word.utf8.count > typesetter.width {
          lines.append(StyledLine())
        } else {
          lines[lines.count - 1].append("  ")
        }
      }
      lines[lines.count - 1].append(glyph(kind), style(kind))
      lines[lines.count - 1].append(" " + word)
    }
    return lines
  }

  private func glyph(_ kind: CellPicture.Segment.Kind) -> String {
    let isUnicode = typesetter.capabilities.unicode
    return switch kind {
    case .source, .kept, .shown: isUnicode ? "█" : "#"
    case .forgotten: isUnicode ? "╱" : "/"
    // Beside a solid bar the lighter shade is plainer, but it takes half of a colour away.
    case .added: isUnicode ? (typesetter.isColored ? "▓" : "▒") : "+"
    case .hidden: isUnicode ? "≡" : "="
    }
  }

  private func style(_ kind: CellPicture.Segment.Kind) -> TextStyle {
    let number: Int
    switch kind {
    case .source: return .plain
    case .kept, .forgotten: number = 0
    case .added: number = 1
    case .shown, .hidden: number = 2
    }
    return TextStyle(foreground: CurvePalette.color(number, typesetter.capabilities))
  }
}
