import CEditLine

/// The line as it stands in the editor, copied: libedit's own pointers die at the next edit.
struct TypedLine: Equatable {
  let beforeCursor: String
  let afterCursor: String

  init(_ editor: OpaquePointer) {
    guard let line = el_wline(editor)?.pointee, let start = line.buffer, let cursor = line.cursor,
      let end = line.lastchar, start <= cursor, cursor <= end
    else {
      beforeCursor = ""
      afterCursor = ""
      return
    }
    beforeCursor = WideText.string(start, count: cursor - start)
    afterCursor = WideText.string(cursor, count: end - cursor)
  }

  var text: String { beforeCursor + afterCursor }
  var cursorInBytes: Int { beforeCursor.utf8.count }
}
