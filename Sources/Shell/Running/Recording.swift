import MarketSeries
import Reports

/// What `record` writes down of a session.
///
/// What was typed and what it came to is one entry, which is added to the file once it is answered, whole
/// or not at all: a shell that is killed leaves a file of whole entries.
final class Recording {
  /// What the file is, by the end of its name.
  enum Kind: String, CaseIterable {
    case gate
    case md
    case cast

    /// In a few words, for help and answers.
    var purpose: String {
      switch self {
      case .gate: "the commands, to be run again"
      case .md: "commands and answers, to be read"
      case .cast: "a film with its timing (asciicast)"
      }
    }
  }

  /// What the user asks for.
  enum Request: Sendable, Equatable {
    case begin(Kind, file: String, overwrite: Bool)
    case end
    case tell
  }

  /// Something that was typed, and what has been shown for it.
  private struct Entry {
    let prompt: String
    let typed: String
    let start: Double
    /// The texts, with the time of each.
    var shown: [(time: Double, text: String)] = []
  }

  let kind: Kind
  /// The file as the user named it.
  let file: String
  private(set) var entryCount = 0
  private let path: String
  private let files: Files
  private let clock: () -> ContinuousClock.Instant
  private let start: ContinuousClock.Instant
  /// When the prompt last appeared.
  private var promptTime = 0.0
  private var entry: Entry?

  /// A recording into a file that holds its `beginning` by now.
  init(_ kind: Kind, file: String, _ context: CommandContext) {
    self.kind = kind
    self.file = file
    path = context.path(file)
    files = context.files
    clock = context.clock
    start = clock()
  }

  /// What the file begins with.
  static func beginning(_ kind: Kind, _ context: CommandContext) -> String {
    let day = CalendarDate(daysSinceEpoch: context.now() / 86_400).description
    switch kind {
    case .gate: return "# Recorded by Gatehouse \(Gatehouse.version) on \(day)\n"
    case .md: return "# A session of Gatehouse, \(day)\n"
    case .cast:
      return Asciicast.header(
        width: context.capabilities.width, height: context.capabilities.height ?? 24,
        timestamp: context.now(), title: "Gatehouse, \(day)")
    }
  }

  // MARK: Entries

  /// Whether something typed is being answered.
  var isInEntry: Bool { entry != nil }

  /// Something was typed behind a prompt.
  func begin(_ typed: String, behind prompt: String) {
    entry = Entry(prompt: prompt, typed: printable(typed), start: time)
  }

  /// Something was shown.
  func show(_ text: String) {
    entry?.shown.append((time, text))
  }

  /// The answer is whole: adds the entry to the file, unless nothing was shown.
  ///
  /// - Parameter succeeded: Whether it did what was asked; commands to be run again leave out what failed.
  /// - Throws: `FileError`; the file is as it was then.
  func end(succeeded: Bool) throws(FileError) {
    defer {
      entry = nil
      promptTime = time
    }
    guard let entry, !entry.shown.isEmpty, succeeded || kind != .gate else { return }
    try files.append(
      text(of: entry), to: path, permissions: 0o644, makingFolders: false)
    entryCount += 1
  }

  private func text(of entry: Entry) -> String {
    switch kind {
    case .gate:
      return entry.typed + "\n"
    case .md:
      let shown = entry.shown.map(\.text).joined()
      return "\n" + MarkdownText.fenced(entry.prompt + entry.typed + "\n" + withoutStyles(shown))
        + "\n"
    case .cast:
      let events = [(promptTime, entry.prompt), (entry.start, entry.typed + "\n")] + entry.shown
      return events.map { Asciicast.output($1, at: $0) }.joined()
    }
  }

  /// Seconds since the recording began.
  private var time: Double {
    let parts = (clock() - start).components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}

/// The text without the sequences that switch colours and bold on and off, the only ones that answers hold.
private func withoutStyles(_ text: String) -> String {
  var result = ""
  var isInside = false
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\u{1b}": isInside = true
    case "m" where isInside: isInside = false
    default: if !isInside { result.unicodeScalars.append(scalar) }
    }
  }
  return result
}
