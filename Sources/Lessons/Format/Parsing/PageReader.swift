import Grammar

/// Reads one page: its draws first, then what stands on it from top to bottom.
struct PageReader {
  var log: FaultLog
  /// What the page draws.
  let names: DrawNames
  /// What has been read.
  var blocks: [LessonBlock] = []
  /// Whether a command has run on the page, so that a check has something to look at.
  var hasAnswer = false

  /// Reads a page.
  static func read(_ section: PageSection, _ log: inout FaultLog) -> Page {
    let title = PageTitle(section.title, &log)
    let variables = VariablesReader.read(section.elements, &log)
    var reader = PageReader(log: log, names: DrawNames(variables))
    reader.read(section.elements[...])
    if reader.blocks.isEmpty, reader.log.isLessonSound {
      reader.log.add("the page is empty", at: section.title)
    }
    log = reader.log
    return Page(
      id: title.id, title: title.text, isOptional: title.isOptional, line: section.title.line,
      variables: variables, blocks: reader.blocks)
  }

  private mutating func read(_ elements: ArraySlice<LessonElement>) {
    var prose = ProseReader()
    var rest = elements
    while let element = rest.popFirst() {
      switch element {
      case .line(let line):
        prose.take(line, &self)
      case .fence(let fence):
        prose.end(&self)
        if fence.kind.text == "math" {
          read(math: fence, plain: takePlain(from: &rest))
        } else {
          read(fence)
        }
      }
    }
    prose.end(&self)
  }

  /// The `plain` block right behind an equation.
  private func takePlain(
    from elements: inout ArraySlice<LessonElement>
  ) -> LessonElement.Fence? {
    let next = elements.firstIndex { element in
      if case .line(let line) = element { !line.isBlank } else { true }
    }
    guard let next, case .fence(let fence) = elements[next], fence.kind.text == "plain" else {
      return nil
    }
    elements = elements[(next + 1)...]
    return fence
  }

  private static let kinds = [
    "run", "math", "plain", "kept", "pause", "vary", "ask", "guess", "write", "check",
  ]

  private mutating func read(_ fence: LessonElement.Fence) {
    switch fence.kind.text {
    case "run": read(run: fence)
    case "ask": read(ask: fence)
    case "guess": read(guess: fence)
    case "write": read(write: fence)
    case "check": read(check: fence)
    case "kept": read(kept: fence)
    case "pause": read(pause: fence)
    case "vary": break
    case "plain": log.add("a plain block stands right behind a math block", at: fence.head)
    case "": break
    case let kind:
      log.add(
        "there is no block \(quoted(kind)); the blocks are \(listed(Self.kinds))", at: fence.head,
        hint: nearestWord(to: kind, among: Self.kinds))
    }
  }

  private mutating func read(kept fence: LessonElement.Fence) {
    let names = fence.rest.text.split(separator: "/", omittingEmptySubsequences: false)
    guard names.count == 2, names.allSatisfy({ LessonParser.isID(String($0)) }) else {
      log.add("a lesson and its page were expected, as in kept welcome/bet", at: fence.head)
      return
    }
    blocks.append(
      .kept(KeptBlock(line: fence.line, lesson: String(names[0]), page: String(names[1]))))
    refuseLines(of: fence)
  }

  private mutating func read(pause fence: LessonElement.Fence) {
    blocks.append(.pause(line: fence.line))
    refuseRest(of: fence)
    refuseLines(of: fence)
  }

  /// Refuses lines in a block that has none.
  private mutating func refuseLines(of fence: LessonElement.Fence) {
    if let line = fence.lines.first(where: { !$0.isBlank }) {
      log.add("a \(fence.kind.text) block is empty", at: line)
    }
  }

  /// Refuses words behind the kind of a block.
  mutating func refuseRest(of fence: LessonElement.Fence) {
    guard !fence.rest.isBlank else { return }
    log.add("nothing can follow \(fence.kind.text) here", at: fence.rest)
  }

  /// Takes the paragraph or item right before a block as its question, out of the running text.
  mutating func takeQuestion(of fence: LessonElement.Fence) -> Template {
    // A note for the teacher is not on the screen, so it may stand between.
    let place = blocks.lastIndex { if case .teacher = $0 { false } else { true } }
    if let place, case .prose(let prose) = blocks[place] {
      switch prose.kind {
      case .paragraph, .item:
        blocks.remove(at: place)
        return prose.text
      case .table:
        break
      }
    }
    log.add("the question is missing: a paragraph right before this block", at: fence.head)
    return Template([], line: fence.line)
  }

  // MARK: Templates

  /// Reads a text; nil where it has a fault.
  mutating func scan(_ text: SourceText, as syntax: Template.Syntax) -> ScannedTemplate? {
    do throws(Mistake) {
      return try TemplateScanner.scan(text.text, line: text.line, draws: names, syntax: syntax)
    } catch {
      log.add(error, in: text)
      return nil
    }
  }

  /// Reads a text in one syntax and checks it further; a fault is logged, and what stands for the
  /// text then is never shown.
  mutating func template(
    _ text: SourceText, as syntax: Template.Syntax = .text,
    check: (ScannedTemplate) throws(Mistake) -> Void
  ) -> Template {
    guard let scanned = scan(text, as: syntax) else { return Template([], line: text.line) }
    do throws(Mistake) {
      try check(scanned)
    } catch {
      log.add(error, in: text)
    }
    return scanned.template
  }

  /// Running text with `**bold**` and `` `code` `` in it.
  mutating func prose(_ text: SourceText) -> Template {
    // Much of it holds no mark at all.
    guard text.utf8.contains(where: Self.isMark) else {
      return Template(text.isBlank ? [] : [.text(text.text)], line: text.line)
    }
    return template(text) { scanned throws(Mistake) in
      try InlineMarks.check(scanned.probe)
    }.withPlainLinks
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"),
      UInt8(ascii: "["), UInt8(ascii: "<"):
      true
    default: false
    }
  }

  /// A command.
  mutating func command(_ text: SourceText) -> Template {
    template(text, as: .code) { scanned throws(Mistake) in try scanned.checkCommand() }
  }

  /// An expression.
  mutating func expression(_ text: SourceText) -> Template {
    template(text, as: .code) { scanned throws(Mistake) in try scanned.checkExpression() }
  }

  /// A condition.
  mutating func condition(_ text: SourceText) -> Template {
    template(text, as: .code) { scanned throws(Mistake) in try scanned.checkCondition() }
  }
}
