/// The elements of one page.
struct PageSection {
  /// The pages that a lesson may have.
  static let mostPages = 100

  /// The line of its title.
  let title: SourceText
  /// What follows up to the next title.
  var elements: [LessonElement] = []

  /// Cuts a lesson at its page titles.
  static func cut(_ elements: [LessonElement], _ log: inout FaultLog) -> [PageSection] {
    var sections: [PageSection] = []
    var isTold = false
    for element in elements {
      if case .line(let line) = element, line.hasPrefix("## ") {
        guard sections.count < mostPages else {
          log.add("a lesson has at most \(mostPages) pages", at: line)
          break
        }
        sections.append(PageSection(title: line))
      } else if !sections.isEmpty {
        sections[sections.count - 1].elements.append(element)
      } else if !isTold, let line = element.firstVisibleLine {
        log.add("a page begins with ## Title {#id}; nothing stands before the first one", at: line)
        isTold = true
      }
    }
    if sections.isEmpty, !isTold {
      log.add("the lesson has no page; a page begins with ## Title {#id}", line: 1)
    }
    return sections
  }
}

extension LessonElement {
  fileprivate var firstVisibleLine: SourceText? {
    switch self {
    case .line(let line): line.isBlank ? nil : line
    case .fence(let fence): fence.head
    }
  }
}

/// The title of a page: `## A first average {#first}`, `## By hand {#eigen optional}`.
struct PageTitle {
  var text = ""
  var id = ""
  var isOptional = false

  private static let form = "a page begins with ## Title {#id} or ## Title {#id optional}"

  init(_ line: SourceText, _ log: inout FaultLog) {
    let whole = line.dropFirst(3).trimmed
    guard let brace = whole.lastRange(of: "{#"), whole.hasSuffix("}") else {
      log.add("the page has no id; \(Self.form)", at: line)
      return
    }
    let title = whole.part(0..<brace.lowerBound).trimmed
    let words = whole.dropFirst(brace.upperBound).dropLast(1).words
    if title.isBlank {
      log.add("the page has no title; \(Self.form)", at: line)
    } else if let inside = title.firstRange(of: "{") ?? title.firstRange(of: "`") {
      log.add(
        "a title is plain text, without braces and backticks", at: title, offset: inside.lowerBound)
    }
    text = title.text
    guard let first = words.first, LessonParser.isID(first.text) else {
      log.add(
        "an id of a page was expected behind {#; it has \(LessonParser.idRule)", at: whole,
        offset: brace.lowerBound)
      return
    }
    id = first.text
    for word in words.dropFirst() {
      if word.text == "optional" {
        isOptional = true
      } else {
        log.add("only optional can follow the id of a page", at: word, hint: "optional")
      }
    }
  }
}
