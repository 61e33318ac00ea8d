extension LinePicture {
  /// The horizontal axis: its line, and what its ticks say.
  func foot() -> [StyledLine] {
    let start = labelWidth + 2
    let width = start + columns
    let axis = typesetter.line(plot.axis.x)
    let corner = axis.isEmpty ? "" : axis + typesetter.encoded(" →")
    let fitsCorner = displayWidth(of: corner) <= labelWidth
    var strokes = Array(repeating: typesetter.encoded("─"), count: columns)
    var names = fitsCorner ? padded(corner, to: labelWidth, alignedRight: true) : ""
    for (tick, name) in xTicks() {
      let column = place(tick, x, of: columns)
      // Under its tick if possible in the middle, else shifted, but never beside it.
      let wanted = start + column - displayWidth(of: name) / 2
      let free = names.isEmpty ? 0 : displayWidth(of: names) + 1
      let place = min(max(wanted, free), typesetter.width - displayWidth(of: name))
      guard place >= free, place <= start + column else { continue }
      names = padded(names, to: place) + name
      strokes[column] = typesetter.encoded("┬")
    }
    var lines = [
      StyledLine(
        String(repeating: " ", count: labelWidth + 1) + typesetter.encoded("└") + strokes.joined(),
        .dim), StyledLine(names, .dim),
    ]
    if !fitsCorner {
      let axis = typesetter.clipped(corner, to: typesetter.width)
      lines.append(
        StyledLine(padded(axis, to: min(width, typesetter.width), alignedRight: true), .dim))
    }
    return lines
  }

  /// Beginnings of years or months on a dated axis, else round numbers, or the labels of such rows.
  private func xTicks() -> [(tick: Double, name: String)] {
    if let labels = plot.xLabels,
      let calendar = CalendarTicks(labels, over: x, columns: columns)
    {
      return calendar.ticks
    }
    let widest =
      plot.xLabels.map { labels in
        [x.lowerBound, x.upperBound].compactMap { labels[$0.rounded()] }.map(displayWidth(of:))
          .max() ?? 6
      } ?? 6
    let count = min(max(columns / (widest + 6), 1), 8)
    let ticks = Ticks(covering: x.lowerBound, x.upperBound, count: count, isWhole: isWhole)
    return ticks.values.filter(x.contains).map { tick in
      (tick, plot.xLabels?[tick].map(typesetter.line) ?? ticks.text(tick))
    }
  }

  // MARK: Marks

  /// The marks that lie on the axis, from left to right.
  var visibleMarks: [LinePlot.Mark] {
    plot.marks.filter { x.contains($0.x) }.sorted { $0.x < $1.x }
  }

  /// The column of the canvas in which a mark stands.
  func markColumn(_ mark: LinePlot.Mark) -> Int {
    place(mark.x, x, of: columns)
  }

  /// What the marks say, each at its stroke, in as few lines as there is room.
  func marks() -> [StyledLine] {
    let arrow = typesetter.encoded("▲")
    var lines: [String] = []
    for mark in visibleMarks {
      let column = min(labelWidth + 2 + markColumn(mark), typesetter.width - 1)
      let text = typesetter.line(mark.text)
      let length = displayWidth(of: text) + 2
      // Right of its arrow, near the edge of the screen left of it, in need somewhere.
      var (start, entry) = (column, arrow + " " + text)
      if column + length > typesetter.width {
        if length <= column + 1 {
          (start, entry) = (column + 1 - length, text + " " + arrow)
        } else {
          entry = typesetter.clipped(entry, to: typesetter.width)
          start = typesetter.width - displayWidth(of: entry)
        }
      }
      if let line = lines.firstIndex(where: { displayWidth(of: $0) + 2 <= start }) {
        lines[line] = padded(lines[line], to: start) + entry
      } else {
        lines.append(padded("", to: start) + entry)
      }
    }
    return lines.map { StyledLine($0) }
  }
}
