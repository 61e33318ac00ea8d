/// Heat maps under one header: those that follow one another and have the same columns.
struct HeatMapPicture {
  private static let greatestCell = 6

  private let typesetter: Typesetter
  private let maps: [HeatMap]
  /// Columns of the screen for the rows' names.
  let labelWidth: Int
  private let columnCount: Int
  /// Columns of the map in one cell, 1 unless there are more than the screen has.
  let binSize: Int
  let cellWidth: Int
  private let columnLabels: [String]

  /// Lays out maps that share the columns of the first.
  init(_ maps: [HeatMap], _ typesetter: Typesetter) {
    self.typesetter = typesetter
    self.maps = maps
    let width = typesetter.width
    let arrow = typesetter.encoded(" →")
    let names = maps.flatMap { map in
      map.rowLabels.map(typesetter.line)
        + [map.rowAxis, map.columnAxis].map { $0.isEmpty ? "" : typesetter.line($0) + arrow }
    }
    labelWidth = min(names.map(displayWidth(of:)).max() ?? 0, max(1, width / 3))

    let labels = maps.first?.columnLabels.map(typesetter.line) ?? []
    columnCount = maps.flatMap { map in map.values.map(\.count) + [labels.count] }.max() ?? 0
    let room = max(1, width - labelWidth - 1)
    binSize = max(1, (columnCount + room - 1) / room)
    let cellCount = max(1, (columnCount + binSize - 1) / binSize)
    columnLabels = stride(from: 0, to: columnCount, by: binSize).map {
      $0 < labels.count ? labels[$0] : ""
    }
    let widest = columnLabels.map(displayWidth(of:)).max() ?? 0
    cellWidth =
      widest < Self.greatestCell && (widest + 1) * cellCount <= room
      ? max(2, widest + 1) : min(2, room / cellCount)
  }

  /// Whether two maps may share a header.
  static func share(_ first: HeatMap, _ second: HeatMap) -> Bool {
    first.columnLabels == second.columnLabels && first.columnAxis == second.columnAxis
  }

  /// The header once, then each map with its scale and its sentence.
  func lines() -> [StyledLine] {
    var lines: [StyledLine] = []
    for (number, map) in maps.enumerated() {
      if let title = map.title { lines += typesetter.lines(typesetter.line(title)) }
      if number == 0 { lines += header(map) }
      lines += map.values.indices.map { row($0, of: map) }
      lines += scaleAndCaption(map)
    }
    return lines
  }

  /// The lines that name the columns.
  func header(_ map: HeatMap) -> [StyledLine] {
    let header = ColumnHeader(
      labels: columnLabels, cellWidth: cellWidth, width: typesetter.width - labelWidth - 1,
      stroke: typesetter.encoded("╷"))
    var lines = header.lines()
    let down = map.rowAxis.isEmpty ? "" : typesetter.line(map.rowAxis) + typesetter.encoded(" ↓")
    let right =
      map.columnAxis.isEmpty ? "" : typesetter.line(map.columnAxis) + typesetter.encoded(" →")
    if lines.count == 1, !down.isEmpty { lines.insert("", at: 0) }
    var names = Array(repeating: "", count: lines.count)
    names[0] = down
    names[names.count - 1] = lines.count > 1 || down.isEmpty ? right : down
    return zip(names, lines).map { StyledLine(label($0) + " " + $1, .dim) }
  }

  private func label(_ text: String) -> String {
    padded(typesetter.clipped(text, to: labelWidth), to: labelWidth)
  }

  /// One row of a map behind its name.
  func row(_ row: Int, of map: HeatMap) -> StyledLine {
    let name = row < map.rowLabels.count ? typesetter.line(map.rowLabels[row]) : ""
    var line = StyledLine(label(name) + " ")
    let shading = Shading(scale: map.scale, range: map.range, capabilities: typesetter.capabilities)
    for value in binned(map.values[row]) {
      let shade = shading.shade(of: value)
      line.append(String(repeating: shade.glyph, count: cellWidth), shade.style)
    }
    return line
  }

  /// The means of the columns that share a cell; NaN where one of them is, so that no fault hides.
  private func binned(_ values: [Float]) -> [Float] {
    guard binSize > 1 else { return values }
    return stride(from: 0, to: values.count, by: binSize).map { start in
      let bin = values[start..<min(start + binSize, values.count)]
      return Float(bin.reduce(0.0) { $0 + Double($1) } / Double(bin.count))
    }
  }

  /// `0 ·░▒▓█ 1  Mean 0.51, …`: the sentence beside the scale where it fits, else below.
  func scaleAndCaption(_ map: HeatMap) -> [StyledLine] {
    let shading = Shading(scale: map.scale, range: map.range, capabilities: typesetter.capabilities)
    var scale = StyledLine(typesetter.number(map.range.lowerBound) + " ")
    for shade in shading.legend() { scale.append(shade.glyph, shade.style) }
    scale.append(" " + typesetter.number(map.range.upperBound))

    var sentences = (map.caption.map { [$0] } ?? Captions.sentences(for: map, typesetter))
      .map(typesetter.line)
    if let note = binningNote { sentences = sentences.map { $0 + " " + note } }
    let room = typesetter.width - scale.width - 2
    if let sentence = sentences.first(where: { displayWidth(of: $0) <= room }) {
      scale.append("  " + sentence)
      return [scale]
    }
    return [scale] + typesetter.lines(sentences.first ?? "")
  }

  private var binningNote: String? {
    guard binSize > 1 else { return nil }
    let rest = columnCount % binSize
    let last = rest > 0 ? ", the last of \(rest)" : ""
    return "Each place is the mean of \(binSize) columns\(last)."
  }
}
