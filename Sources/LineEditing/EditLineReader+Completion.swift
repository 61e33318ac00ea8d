import CEditLine

extension EditLineReader {
  /// What Tab does; the answer is libedit's code for what to draw.
  func completeWord() -> UInt8 {
    if isPasting { return insert(" ", deleting: 0) }
    let line = TypedLine(editor)
    let isRepeated = lineOfLastTab == line
    lineOfLastTab = line
    guard let completion = completer(line.text, line.cursorInBytes) else { return UInt8(CC_ERROR) }
    let step = CompletionStep(
      line: line.text, cursor: line.cursorInBytes, completion: completion, isRepeated: isRepeated)
    switch step {
    case .nothing:
      return UInt8(CC_ERROR)
    case .insert(let count, let text):
      lineOfLastTab = nil
      return insert(text, deleting: count)
    case .list(let candidates):
      let size = Terminal.size(output) ?? (columns: 80, rows: 24)
      let list = CandidateList(
        candidates, columns: size.columns, rows: size.rows, isUnicode: Terminal.isUnicode)
      leaveLine("")
      show(list.lines.map { $0 + "\n" }.joined())
      return UInt8(CC_REDISPLAY)
    }
  }

  private func insert(_ text: String, deleting count: Int) -> UInt8 {
    el_deletestr(editor, Int32(clamping: count))
    WideText.with(text) { _ = el_winsertstr(editor, $0) }
    return UInt8(CC_REFRESH)
  }
}
