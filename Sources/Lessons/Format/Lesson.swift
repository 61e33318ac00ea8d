/// One lesson: what a Markdown file `lessons/<id>.md` holds.
public struct Lesson: Sendable, Equatable {
  /// The file's name without `.md`.
  public let id: String
  /// The title.
  public let title: String
  /// One sentence that `lessons` shows.
  public let summary: String
  /// Minutes for all pages.
  public let minutes: Int
  /// Minutes for the pages that are not optional; nil where none is.
  public let coreMinutes: Int?
  /// The place among the lessons.
  public let order: Int
  /// The ids of lessons that should be done before; they only warn.
  public let needs: [String]
  /// The pages, in order; their ids are unique.
  public let pages: [Page]
  /// A hash of the file's bytes (FNV-1a, 64 bits, hexadecimal): tells whether the file has changed.
  public let fingerprint: String
  /// The 1-based line of each key in the lesson's head.
  public let keyLines: [String: Int]

  /// Makes a lesson.
  public init(
    id: String, title: String, summary: String, minutes: Int, coreMinutes: Int?, order: Int,
    needs: [String], pages: [Page], fingerprint: String, keyLines: [String: Int] = [:]
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.minutes = minutes
    self.coreMinutes = coreMinutes
    self.order = order
    self.needs = needs
    self.pages = pages
    self.fingerprint = fingerprint
    self.keyLines = keyLines
  }
}

/// One page of a lesson, from one `## Title {#id}` to the next.
public struct Page: Sendable, Equatable {
  /// By which progress is kept.
  public let id: String
  /// The title.
  public let title: String
  /// Whether `path=core` leaves it out.
  public let isOptional: Bool
  /// The 1-based line of its title.
  public let line: Int
  /// What is drawn for each student.
  public let variables: Variables
  /// What stands on it, from top to bottom; the paragraph that asks a question stands in the
  /// question's block alone.
  public let blocks: [LessonBlock]

  /// Makes a page.
  public init(
    id: String, title: String, isOptional: Bool = false, line: Int,
    variables: Variables = Variables(), blocks: [LessonBlock]
  ) {
    self.id = id
    self.title = title
    self.isOptional = isOptional
    self.line = line
    self.variables = variables
    self.blocks = blocks
  }
}

/// One part of a page.
public enum LessonBlock: Sendable, Equatable {
  /// Paragraphs, lists, tables.
  case prose(Prose)
  /// What only the teacher's handout prints.
  case teacher(Prose)
  /// Commands that run.
  case run(RunBlock)
  /// An equation.
  case math(MathBlock)
  /// A question that is judged.
  case ask(Ask)
  /// A bet before a run.
  case guess(Guess)
  /// A question for own words.
  case write(WriteBlock)
  /// What the student bet, answered or wrote on another page, shown once more.
  case kept(KeptBlock)
  /// A place that waits for Enter.
  case pause(line: Int)
  /// What must hold of the last answer; for authors, never shown.
  case check(CheckBlock)
}

/// Running text of a page: a paragraph, a list item or a table.
public struct Prose: Sendable, Equatable {
  /// How a piece of text is laid out.
  public enum Kind: Sendable, Equatable {
    /// A paragraph.
    case paragraph
    /// An item of a list, with its mark: `-` or `1.`.
    case item(mark: String)
    /// A table; each cell is a template of its own. The first row is the head.
    case table(rows: [[Template]])
  }

  /// The layout.
  public let kind: Kind
  /// The text, with `**bold**` and `` `code` `` in it; empty for a table.
  public let text: Template

  /// Makes a piece of text.
  public init(_ kind: Kind, _ text: Template) {
    self.kind = kind
    self.text = text
  }
}

/// Commands that a page runs.
public struct RunBlock: Sendable, Equatable {
  /// How the commands are run.
  public enum Mode: String, Sendable, Equatable, CaseIterable {
    /// Each is shown with the prompt, then its answer.
    case shown
    /// They run unseen.
    case quiet
    /// Each must fail, and its message is shown.
    case expectError = "expect-error"
    /// The student types each.
    case typed = "type"
  }

  /// How.
  public let mode: Mode
  /// One command a line; a template's line is the command's.
  public let commands: [Template]

  /// Makes a run block.
  public init(_ mode: Mode, _ commands: [Template]) {
    self.mode = mode
    self.commands = commands
  }
}

/// An equation in the form of a code host, and in the forms of a terminal.
public struct MathBlock: Sendable, Equatable {
  /// The 1-based line of its fence.
  public let line: Int
  /// The equation as written, for handouts; draws stand in it as `{{t}}`.
  public let source: Template
  /// What a terminal shows, with Unicode; lines are separated by newlines.
  public let plain: Template

  /// Makes an equation.
  public init(line: Int, source: Template, plain: Template) {
    self.line = line
    self.source = source
    self.plain = plain
  }

  /// The equation in LaTeX as a lesson writes it, draws as `{{t}}`.
  public var latex: String {
    source.parts.map { part in
      switch part {
      case .text(let text): text
      case .draw(let name, let offset): "{{\(Template.drawSource(name, offset))}}"
      case .computed: ""
      }
    }.joined()
  }
}

/// A page whose bets, answers and own words come back on the screen: `kept welcome/bet`.
public struct KeptBlock: Sendable, Equatable {
  /// The 1-based line of its fence.
  public let line: Int
  /// The id of the lesson.
  public let lesson: String
  /// The id of its page.
  public let page: String

  /// Names a page.
  public init(line: Int, lesson: String, page: String) {
    self.line = line
    self.lesson = lesson
    self.page = page
  }
}

/// What must hold of the last answer.
public struct CheckBlock: Sendable, Equatable {
  /// One demand.
  public enum Demand: Sendable, Equatable {
    /// `NAME = EXPRESSION within d`: a named value is near a number.
    case near(name: String, Template, Tolerance)
    /// `NAME in a..b`: a named value lies in a range, ends included.
    case inside(name: String, ClosedRange<Double>)
    /// `NAME is "text"`: a named value is that text.
    case text(name: String, String)
    /// `has block NAME`: the answer has a block of that name.
    case block(name: String)
  }

  /// The demands, each with its 1-based line.
  public let demands: [(line: Int, demand: Demand)]

  /// Makes a check.
  public init(_ demands: [(line: Int, demand: Demand)]) {
    self.demands = demands
  }

  /// Whether two checks demand the same at the same lines.
  public static func == (left: CheckBlock, right: CheckBlock) -> Bool {
    left.demands.elementsEqual(right.demands) { $0.line == $1.line && $0.demand == $1.demand }
  }
}
