/// Where prompt and line lie on the screen, in rows and columns from the start of the prompt.
struct LineLayout {
  let cursorRow: Int
  let lastRow: Int
  let lastColumn: Int

  /// - Parameters:
  ///   - before: The prompt and the line up to the cursor.
  ///   - after: The rest of the line.
  ///   - columns: The width of the window.
  init(before: String, after: String, columns: Int) {
    let columns = max(columns, 1)
    let toCursor = Self.end(of: before, from: 0, columns: columns)
    let toEnd = Self.end(of: after, from: toCursor, columns: columns)
    cursorRow = toCursor / columns
    lastRow = toEnd / columns
    lastColumn = toEnd % columns
  }

  /// The layout of what a reader shows now.
  init(_ reader: EditLineReader) {
    let line = TypedLine(reader.editor)
    self.init(
      before: reader.promptText + line.beforeCursor, after: line.afterCursor,
      columns: Terminal.size(reader.output)?.columns ?? 80)
  }

  /// A wide character that does not fit a row's last column begins the next row.
  private static func end(of text: String, from start: Int, columns: Int) -> Int {
    text.unicodeScalars.reduce(start) { place, scalar in
      let width = displayWidth(of: scalar)
      let left = columns - place % columns
      return place + (width > left ? left : 0) + width
    }
  }
}
