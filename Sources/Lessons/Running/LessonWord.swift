/// A word that a lesson understands at every prompt.
public enum LessonWord: String, Sendable, Equatable, CaseIterable {
  /// Goes on, as Enter does.
  case next
  /// The page before.
  case back
  /// The next hint.
  case hint
  /// The answer, and on.
  case answer
  /// On without an answer.
  case skip
  /// The page anew, with other numbers.
  case again
  /// Any page.
  case goto
  /// The lesson anew.
  case reset
  /// The pages.
  case menu
  /// How far the student is.
  case progress
  /// What the student answered and wrote.
  case notes
  /// Hands raised, where a lesson is presented.
  case votes
  /// Back to the shell.
  case leave
  /// These words.
  case help

  /// The word as it is typed.
  public var name: String { rawValue }

  /// The word with what may follow it: `goto PAGE`.
  public var usage: String {
    switch self {
    case .goto: "goto PAGE"
    case .notes: "notes [FILE.md]"
    case .votes: "votes COUNT…"
    case .help: "help, ?"
    default: name
    }
  }

  /// What it does, in a few words without a full stop.
  public var purpose: String {
    switch self {
    case .next: "goes on, as Enter does"
    case .back: "returns to the page before"
    case .hint: "gives the next hint to what is asked"
    case .answer: "shows the answer and goes on"
    case .skip: "leaves what is asked and goes on"
    case .again: "begins this page again with new numbers"
    case .goto: "opens any page, by its number or its name"
    case .reset: "forgets your progress in this lesson and begins at page 1"
    case .menu: "lists the pages"
    case .progress: "shows how far you are"
    case .notes: "shows what you answered and wrote, or keeps it in a file"
    case .votes: "puts the hands raised for each option beside what comes"
    case .leave: "returns to the shell and keeps your place"
    case .help: "lists these words; help VERB explains a command"
    }
  }

  /// The words that a review understands: it has no pages.
  static let ofReview: [LessonWord] = [.next, .answer, .skip, .progress, .leave, .help]
}
