public import Grammar
import Lessons
import Recurrent
public import Reports

/// Everything that one command leaves for the next.
///
/// It is a value: a command works on a copy, and only a command that succeeds hands its copy back. Arrays are shared until
/// written, so a copy costs nothing.
public struct Session: Sendable {
  /// What `set` changes.
  public var settings = Settings()
  /// How often this session has looked at the test rows.
  public var testLooks = 0
  /// The last answer.
  public internal(set) var lastReport: Report?
  /// The command that it answers, as typed.
  var lastCommand = ""
  /// What a command asks of the shell beside its answer.
  var request: Request?
  private var data: MarketData?
  private var models: [String: Model] = [:]

  /// Something that only the shell around the session can do.
  enum Request: Sendable, Equatable {
    /// Leave.
    case quit
    /// Run the lines of a script; the request's own command shows nothing.
    case runScript(path: String, text: [UInt8])
    /// Run a line of the history again.
    case runLine(String)
    /// Show a text for other programs as it stands, in the place of the report.
    case showVerbatim(String)
    /// Write files, once nothing else of the command can fail: a failed command has written nothing.
    case write([OutputFile])
    /// The command was interrupted and kept what was whole.
    case interrupted
    /// Fill the screen and go on from this state by single keys.
    case browse(BrowseState)
    /// Open a lesson or a review.
    case converse(Topic)
    /// Begin or end a recording, or tell of it.
    case record(Recording.Request)
    /// The command answers, and yet ends with another status than success.
    case end(status: Int32)
  }

  /// A file that a command writes.
  struct OutputFile: Sendable, Equatable {
    let path: String
    let bytes: [UInt8]
    /// Whether a file that is there is replaced.
    let overwrite: Bool
  }

  /// What a dialogue is about.
  enum Topic: Sendable, Equatable {
    /// A lesson, in the folder of its file.
    case lesson(Lesson, folder: String, corePathOnly: Bool)
    /// What is due of the lessons done.
    case review
  }

  /// A new session on the KO series and the shipped models; nothing is read before it is asked for.
  public init() {}
}

extension Session {
  /// The session with what it has read and made, as if nobody had asked it anything.
  var withoutTraces: Session {
    var session = self
    session.lastReport = nil
    session.lastCommand = ""
    session.testLooks = 0
    session.request = nil
    return session
  }
}

// MARK: The series

extension Session {
  /// The series at hand; KO is read on first use.
  ///
  /// - Throws: `Mistake` when the shipped series cannot be read.
  public mutating func marketData(_ context: CommandContext) throws -> MarketData {
    if let data { return data }
    let data = try ShippedData.ko(context)
    self.data = data
    return data
  }

  /// Puts another series in the place of the one at hand.
  public mutating func replaceData(with data: MarketData) {
    self.data = data
  }
}

// MARK: The models

extension Session {
  /// The names of all models, shipped ones first.
  public var modelNames: [String] {
    ShippedData.modelNames + models.keys.filter { !ShippedData.modelNames.contains($0) }.sorted()
  }

  /// The model that a word names; a shipped one is read on first use.
  ///
  /// - Throws: `Mistake` at the word when there is none, or when its file cannot be read.
  public mutating func model(_ word: Word, _ context: CommandContext) throws -> Model {
    if let model = models[word.text] { return model }
    guard ShippedData.modelNames.contains(word.text) else {
      throw Mistake(
        "there is no model \"\(word.text)\"; models: \(modelNames.joined(separator: ", "))",
        at: word.range, hint: nearestWord(to: word.text, among: modelNames))
    }
    let model = try ShippedData.model(named: word.text, context)
    models[word.text] = model
    return model
  }

  /// The model of that name, where it was already used.
  func loadedModel(named name: String) -> Model? { models[name] }

  /// Puts `model` under its name.
  public mutating func keep(_ model: Model) {
    models[model.name] = model
  }

  /// Brings the shipped model of that name back, or forgets one that is not shipped.
  ///
  /// - Returns: Whether there was anything to forget.
  public mutating func forgetModel(named name: String) -> Bool {
    models.removeValue(forKey: name) != nil
  }
}
