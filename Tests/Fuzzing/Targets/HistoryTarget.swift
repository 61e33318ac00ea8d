import LineEditing

extension FuzzTarget {
  /// The history of commands: what is written reads back.
  static let history = FuzzTarget(name: "history") { bytes in
    let history = HistoryText(bytes: bytes)
    require(history.lines.count <= HistoryText.limit, "no more lines than the limit")
    require(HistoryText(bytes: history.text.utf8).lines == history.lines, "it reads back")
    for line in history.lines { requirePrintable(line) }
  }
}
