/// A heat map on a full screen, the row and the column pointed at marked, with as many of its rows as there is
/// room for.
struct PointedMap {
  private let header: [StyledLine]
  private let allRows: [StyledLine]
  private var foot: [StyledLine]
  private let row: Int?
  /// The rows that are shown.
  private var rows: Range<Int>

  /// Lays out all rows.
  init(_ map: HeatMap, row: Int?, column: Int?, _ typesetter: Typesetter) {
    let isUnicode = typesetter.capabilities.unicode
    var marked = map
    marked.rowLabels = map.rowLabels.enumerated().map {
      ($0 == row ? isUnicode ? "► " : "> " : "  ") + $1
    }
    // The sentence is about the map without its marks, and stands beside the scale or nowhere.
    marked.caption = ""
    let picture = HeatMapPicture([marked], typesetter)
    var header = picture.header(marked)
    if let column, let names = header.first {
      let place = picture.labelWidth + 1 + column / picture.binSize * picture.cellWidth
      header[0] = Self.pointing(to: place, above: names, isUnicode ? "▼" : "v")
    }
    self.header = header
    allRows = map.values.indices.map { picture.row($0, of: marked) }
    var scale = picture.scaleAndCaption(marked)
    let room = typesetter.width - (scale.first?.width ?? 0)
    let sentences = Captions.sentences(for: map, typesetter).map(typesetter.line)
    if scale.count == 1, let sentence = sentences.first(where: { displayWidth(of: $0) <= room }) {
      scale[0].append(sentence)
    }
    foot = scale
    self.row = row
    rows = map.values.indices
  }

  /// The upper line of the header with an arrow down to a column.
  private static func pointing(to place: Int, above names: StyledLine, _ arrow: String)
    -> StyledLine
  {
    let names = names.text(.none)
    var line = StyledLine(padded(String(names.prefix(place)), to: place), .dim)
    line.append(arrow, .bold)
    line.append(String(names.dropFirst(place + 1)), .dim)
    return line
  }

  /// All lines shown.
  var lines: [StyledLine] { header + allRows[rows] + foot }

  /// How many lines it would take with so many rows, or with all where it has fewer.
  func height(ofRows count: Int) -> Int { header.count + min(count, allRows.count) + foot.count }

  /// Keeps the rows around the one pointed at, as many as fit, and at least one.
  mutating func shrink(to height: Int) {
    guard !allRows.isEmpty, self.height(ofRows: .max) > height else { return }
    foot = Array(foot.prefix(1))
    let count = max(1, min(allRows.count, height - header.count - foot.count))
    let first = min(max(0, (row ?? 0) - count / 2), allRows.count - count)
    rows = first..<first + count
  }
}
