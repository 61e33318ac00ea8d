/// A line of running text, or a block between two lines of three backticks.
enum LessonElement {
  case line(SourceText)
  case fence(Fence)

  /// A block as it stands in the file.
  struct Fence {
    /// The first line, from the first letter of the kind.
    let head: SourceText
    /// The lines of the block.
    let lines: [SourceText]
    /// The first word: what kind of block it is.
    let kind: SourceText

    init(head: SourceText, lines: [SourceText]) {
      self.head = head
      self.lines = lines
      kind = head.dropLast(head.range.count - head.utf8.prefix { $0 != UInt8(ascii: " ") }.count)
    }

    /// What follows the kind on the first line.
    var rest: SourceText { head.dropFirst(kind.range.count).trimmed }
    /// The 1-based line where it begins.
    var line: Int { head.line }
  }

  /// Gathers blocks.
  ///
  /// A block that nothing closes ends at what cannot stand in one: another block, or a new page.
  static func read(_ lines: some Sequence<SourceText>, _ log: inout FaultLog) -> [LessonElement] {
    var elements: [LessonElement] = []
    var head: SourceText?
    var inside: [SourceText] = []
    func close() {
      guard let opened = head else { return }
      elements.append(.fence(Fence(head: opened, lines: inside)))
      head = nil
      inside = []
    }
    for line in lines {
      let isFence = line.trimmed.hasPrefix("```")
      if let opened = head {
        guard !isFence || line.trimmed.text != "```" else {
          close()
          continue
        }
        guard isFence || line.hasPrefix("## ") else {
          inside.append(line)
          continue
        }
        log.add("this block is never closed by a line of three backticks", at: opened)
        close()
      }
      if isFence {
        head = fenceHead(line, &log)
      } else {
        elements.append(.line(line))
      }
    }
    if let opened = head {
      log.add("this block is never closed by a line of three backticks", at: opened)
      close()
    }
    return elements
  }

  private static func fenceHead(_ line: SourceText, _ log: inout FaultLog) -> SourceText {
    if line.indentation > 0 { log.add("a block begins at the margin", at: line) }
    let head = line.trimmed.dropFirst(3).trimmed
    if head.isBlank {
      log.add("the kind of the block is missing behind the backticks, as in ```run", at: line)
    }
    return head
  }
}
