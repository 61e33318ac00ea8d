public import Reports

/// A verb of the shell.
///
/// One command is one file in `Commands/` and one row in `CommandTable`. Help, completion, error texts and the tests of the
/// examples all read the declaration; `run` is a function from arguments and session to a Report and prints nothing.
public protocol Command: Sendable {
  /// The word that calls it.
  var verb: String { get }
  /// Further words that call it, such as `exit` for `quit`.
  var otherVerbs: [String] { get }
  /// What it answers, in one sentence without a full stop.
  var purpose: String { get }
  /// The ways to call it; the first is the plain one.
  var forms: [Form] { get }
  /// Two or more lines that work as they stand; a test runs each.
  var examples: [Example] { get }
  /// Whether later answers may depend on this one, as on those of `train` and `set`.
  var changesSession: Bool { get }
  /// Whether it opens or keeps lessons, so that no lesson may use it.
  var isAboutCourse: Bool { get }
  /// Whether the answer before it stays the last one, since it only does something with that.
  var keepsLastAnswer: Bool { get }
  /// Answers one call.
  ///
  /// It works on a copy of the session that is kept only when it returns: a command that throws has changed nothing.
  ///
  /// - Throws: `Mistake` with the place to blame, or any error that reads as a sentence.
  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report
}

extension Command {
  /// Most commands have one name.
  public var otherVerbs: [String] { [] }
  /// Most commands answer and leave nothing behind.
  public var changesSession: Bool { false }
  /// Most commands answer something new.
  public var keepsLastAnswer: Bool { false }
  /// Most commands are about networks and data.
  public var isAboutCourse: Bool { false }
}

/// One way to call a command: `data`, `data show`, `data load FILE`.
public struct Form: Sendable {
  /// The word behind the verb that selects this form; `nil` for the plain form.
  public let selector: String?
  /// The words that follow, in order.
  public let words: [WordParameter]
  /// The keys it takes.
  public let keys: [Key]
  /// What this form does; `nil` where the command's purpose says it.
  public let purpose: String?

  /// Creates a form.
  public init(
    _ selector: String? = nil, words: [WordParameter] = [], keys: [Key] = [], purpose: String? = nil
  ) {
    self.selector = selector
    self.words = words
    self.keys = keys
    self.purpose = purpose
  }
}

extension Form {
  /// The keys that help and mistakes list.
  var listedKeys: [Key] { keys.filter(\.isListed) }
}

/// A word that a command takes by its place.
public struct WordParameter: Sendable {
  /// What the word names; it decides what Tab offers.
  public enum Kind: Sendable, Equatable {
    /// A model of the session, or a cell by its name.
    case model
    /// A file.
    case file
    /// A verb of the shell.
    case verb
    /// A word of the glossary.
    case term
    /// A lesson, by its id.
    case lesson
    /// One of these words.
    case choice([String])
    /// A name that the user makes up, or anything else.
    case text
  }

  /// How many words it may be.
  public enum Count: Sendable, Equatable {
    /// Exactly one.
    case one
    /// None or one.
    case optional
    /// Any number, none included.
    case any
  }

  /// Its name in help, in capitals: `MODEL`.
  public let name: String
  /// What it names.
  public let kind: Kind
  /// How many there may be.
  public let count: Count

  /// Creates a parameter.
  public init(_ name: String, _ kind: Kind, _ count: Count = .one) {
    self.name = name
    self.kind = kind
    self.count = count
  }
}

/// A key that a command takes, `t=42`.
public struct Key: Sendable {
  /// The key's name.
  public let name: String
  /// Further names that users may type, such as `f` for `forget`.
  public let otherNames: [String]
  /// What values it takes.
  public let kind: KeyKind
  /// What holds when it is left out, as help shows it; empty for nothing.
  public let defaultText: String
  /// The unit of its value, such as `days` or `scaled`; empty where there is none.
  public let unit: String
  /// What it does, in a few words.
  public let purpose: String
  /// Whether help and mistakes list it; one of many alike is told of by another.
  public let isListed: Bool

  /// Creates a key.
  public init(
    _ name: String, or otherNames: [String] = [], _ kind: KeyKind,
    default defaultText: String = "", unit: String = "", _ purpose: String, isListed: Bool = true
  ) {
    self.name = name
    self.otherNames = otherNames
    self.kind = kind
    self.defaultText = defaultText
    self.unit = unit
    self.purpose = purpose
    self.isListed = isListed
  }
}

/// A command line that shows what a command can do.
public struct Example: Sendable {
  /// The line.
  public let line: String
  /// What it shows, in a few words.
  public let shows: String

  /// Creates an example.
  public init(_ line: String, _ shows: String) {
    self.line = line
    self.shows = shows
  }
}
