/// Gathers lines into paragraphs, items and tables.
struct ProseReader {
  private enum Kind: Equatable {
    case paragraph
    case item(mark: String)
    case table
    case teacher
  }

  private var kind: Kind?
  private var lines: [SourceText] = []

  /// Takes the next line of the page.
  mutating func take(_ line: SourceText, _ page: inout PageReader) {
    guard !line.isBlank else {
      end(&page)
      return
    }
    if let fault = Self.fault(of: line) {
      end(&page)
      page.log.add(fault, at: line, offset: line.indentation)
    } else if line.hasPrefix(">") {
      takeTeacher(line, &page)
    } else if line.hasPrefix("|") {
      begin(.table, continuing: kind == .table, line, &page)
    } else if let (mark, text) = Self.item(line) {
      begin(.item(mark: mark), continuing: false, text, &page)
    } else {
      takeText(line, &page)
    }
  }

  /// Ends what is being gathered.
  mutating func end(_ page: inout PageReader) {
    guard let kind else { return }
    switch kind {
    case .paragraph:
      page.blocks.append(.prose(Prose(.paragraph, page.prose(.joined(lines, by: " ")))))
    case .item(let mark):
      page.blocks.append(.prose(Prose(.item(mark: mark), page.prose(.joined(lines, by: " ")))))
    case .teacher:
      page.blocks.append(.teacher(Prose(.paragraph, page.prose(.joined(lines, by: " ")))))
    case .table:
      page.read(table: lines)
    }
    self.kind = nil
    lines = []
  }

  private mutating func begin(
    _ kind: Kind, continuing: Bool, _ line: SourceText, _ page: inout PageReader
  ) {
    if !continuing { end(&page) }
    self.kind = kind
    lines.append(line.trimmed)
  }

  private mutating func takeText(_ line: SourceText, _ page: inout PageReader) {
    switch kind {
    case .item where line.indentation < 2:
      page.log.add(
        "a blank line parts a list from the text behind it; an item goes on behind two blanks",
        at: line)
      begin(.paragraph, continuing: false, line, &page)
    case .item(let mark):
      begin(.item(mark: mark), continuing: true, line, &page)
    case .teacher:
      page.log.add("a blank line parts a note for the teacher from the text behind it", at: line)
      begin(.paragraph, continuing: false, line, &page)
    case .paragraph, .table, nil:
      if line.indentation > 0 {
        page.log.add(
          "a paragraph stands at the margin; only a list's item goes on behind blanks", at: line)
      }
      begin(.paragraph, continuing: kind == .paragraph, line, &page)
    }
  }

  private mutating func takeTeacher(_ line: SourceText, _ page: inout PageReader) {
    let text = line.dropFirst(1).trimmed
    let mark = "teacher:"
    if text.hasPrefix(mark) {
      begin(.teacher, continuing: false, text.dropFirst(mark.utf8.count), &page)
    } else if kind == .teacher {
      if !text.isBlank { lines.append(text) }
    } else {
      end(&page)
      page.log.add(
        "a quote is a note for the teacher and begins with > teacher:", at: line)
    }
  }

  /// The mark and the text of a list's item.
  private static func item(_ line: SourceText) -> (mark: String, text: SourceText)? {
    if line.hasPrefix("- ") { return ("-", line.dropFirst(2)) }
    let digits = line.text.prefix { isDigit($0) }
    guard (1...3).contains(digits.count), line.dropFirst(digits.count).hasPrefix(". ") else {
      return nil
    }
    return (digits + ".", line.dropFirst(digits.count + 2))
  }

  /// Whether the line begins as `1) `.
  private static func isBracketItem(_ text: String) -> Bool {
    let digits = text.prefix { isDigit($0) }
    return (1...3).contains(digits.count) && text.dropFirst(digits.count).hasPrefix(") ")
  }

  /// Whether there is nothing but one sign, three times or more, that Markdown makes a rule of.
  private static func isRule(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count >= 3 else { return false }
    return "-=*_".utf8.contains(first) && text.utf8.allSatisfy { $0 == first }
  }

  /// What Markdown has and a lesson has not.
  private static func fault(of line: SourceText) -> String? {
    let text = line.trimmed
    // What begins with a letter is text.
    if let first = text.utf8.first, isLetter(first) { return nil }
    let isIndented = line.indentation > 0
    switch true {
    case text.hasPrefix("#") && text.text.drop(while: { $0 == "#" }).hasPrefix(" "):
      return "there are no headings but page titles; ## Title {#id} starts a page"
    case text.hasPrefix("~~~"):
      return "a block stands between lines of three backticks"
    case text.hasPrefix("* ") || text.hasPrefix("+ ") || isBracketItem(text.text):
      return "an item of a list begins with - or 1."
    case isIndented && item(text) != nil:
      return "a list begins at the margin, and none stands in another"
    case isIndented && (text.hasPrefix("|") || text.hasPrefix(">")):
      return "tables and notes begin at the margin"
    case isRule(text.text):
      return "a terminal shows no rules"
    default:
      return nil
    }
  }
}
