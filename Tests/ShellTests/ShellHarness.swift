import Foundation
import Grammar
import Recurrent
import Reports
import Testing

@testable import Shell

/// A shell without a process: an interpreter on the checkout's data, an output that records, and a
/// home folder of its own, so that tests name their files `~/prices.csv`.
final class ShellHarness {
  /// The home folder, removed at the end.
  let home: TemporaryFolder
  let interpreter: Interpreter
  private let output = RecordingOutput()
  private let facts: Facts

  /// What a context is made of, shared with the interpreter's closure.
  private final class Facts {
    var capabilities: TerminalCapabilities
    var history: [String] = []
    var progress: (WorkProgress) throws -> Void = { _ in }
    var now = 1_800_000_000
    var clock = ContinuousClock.now

    init(_ capabilities: TerminalCapabilities) {
      self.capabilities = capabilities
    }
  }

  /// A shell with a fresh session; `refusing` is asked before each system call on a file, and an error
  /// number makes the call fail.
  init(
    _ form: AnswerForm = .text, _ capabilities: TerminalCapabilities = .plain,
    keepsGoing: Bool = false, lessons: [String: String] = [:],
    refusing refusal: @escaping @Sendable (FileSystem.Call) -> CInt? = { _ in nil }
  ) throws {
    let home = try TemporaryFolder()
    let lessonFolder = try lessons.isEmpty ? nil : home.makeFolder("lessons")
    for (id, text) in lessons { _ = try home.make("lessons/\(id).md", text) }
    let facts = Facts(capabilities)
    let places = Places(
      environment: ["HOME": home.path, "GATEHOUSE_HOME": Checkout.folder], executable: nil)
    let files = Self.files(writingOnlyBelow: home.path, refusing: refusal)
    self.home = home
    self.facts = facts
    interpreter = Interpreter(form: form, keepsGoing: keepsGoing, output: output) { settings in
      CommandContext(
        files: files, places: places, capabilities: facts.capabilities,
        progress: { try facts.progress($0) }, history: { facts.history }, now: { facts.now },
        clock: { facts.clock },
        lessonFolders: lessonFolder.map { [$0] } ?? [], threads: settings.threads)
    }
    interpreter.session = Self.fresh
  }

  /// Files that can be read everywhere and written at home: no line of a test, however random, leaves
  /// anything in the folder that the tests run in.
  private static func files(
    writingOnlyBelow home: String, refusing refusal: @escaping @Sendable (FileSystem.Call) -> CInt?
  ) -> Files {
    let changes: Set<FileSystem.Call> = [.write, .rename, .link, .makeFolder]
    return Files(
      system: FileSystem { call, path in
        changes.contains(call) && !path.hasPrefix(home) ? EROFS : refusal(call)
      }, patience: .zero)
  }

  /// A session that has read the shipped files and nothing else, read once for all tests.
  private static let fresh: Session = {
    let places = Places(environment: ["GATEHOUSE_HOME": Checkout.folder], executable: nil)
    let context = CommandContext(files: Files(), places: places, capabilities: .plain)
    var session = Session()
    _ = try? session.marketData(context)
    for name in session.modelNames { _ = try? session.model(Word(name, at: 0..<0), context) }
    return session
  }()

  var session: Session { interpreter.session }
  var context: CommandContext { interpreter.context }

  /// The lines that `history` lists.
  var history: [String] {
    get { facts.history }
    set { facts.history = newValue }
  }

  /// The screen that a command may fill; without one nobody is at a terminal.
  var screen: ScriptedScreen? {
    get { output.screen }
    set { output.screen = newValue }
  }

  /// The time, in seconds since 1970.
  var now: Int {
    get { facts.now }
    set { facts.now = newValue }
  }

  /// Lets time go by on the clock that times recordings.
  func tick(by duration: Duration) {
    facts.clock = facts.clock.advanced(by: duration)
  }

  /// Called while a network is trained.
  var progress: (WorkProgress) throws -> Void {
    get { facts.progress }
    set { facts.progress = newValue }
  }
}

// MARK: Running

extension ShellHarness {
  /// What one line came to.
  struct Outcome {
    let status: Int32
    /// What was answered, in order.
    let answers: String
    /// What was complained about, in order.
    let complaints: String
  }

  /// Runs a line.
  @discardableResult
  func run(_ line: String) -> Outcome {
    outcome { interpreter.execute(line) }
  }

  /// Runs a script.
  func run(script: String, file: String = "script") -> Outcome {
    outcome { interpreter.execute(script: Array(script.utf8), file: file) }
  }

  private func outcome(_ body: () -> Int32) -> Outcome {
    output.clear()
    let status = body()
    return Outcome(status: status, answers: output.answers, complaints: output.complaints)
  }

  /// The text that a line answers; the line must succeed.
  @discardableResult
  func text(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    let outcome = run(line)
    try #require(outcome.status == 0, "\(outcome.complaints)", sourceLocation: sourceLocation)
    #expect(outcome.complaints == "", sourceLocation: sourceLocation)
    return outcome.answers
  }

  /// The report that a line answers; the line must succeed.
  @discardableResult
  func report(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Report {
    _ = try text(line, sourceLocation: sourceLocation)
    return try #require(session.lastReport, sourceLocation: sourceLocation)
  }

  /// What a line complains of, on the lines that a terminal shows; it must fail and change nothing.
  func complaint(
    _ line: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let before = SessionImage(session, context)
    let outcome = run(line)
    #expect(outcome.status == 1, sourceLocation: sourceLocation)
    #expect(outcome.answers == "", sourceLocation: sourceLocation)
    #expect(SessionImage(session, context) == before, "session", sourceLocation: sourceLocation)
    return outcome.complaints
  }

  /// The sentence that a line complains with, without the line and the caret below it.
  func message(
    _ line: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let complaint = try complaint(line, sourceLocation: sourceLocation)
    return complaint.split(separator: "\n").prefix { !$0.hasPrefix("  ") }.joined(separator: " ")
  }

  /// What a line answers as JSON: one object.
  func json(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> JSON {
    let objects = try jsonObjects(line, sourceLocation: sourceLocation)
    #expect(objects.count == 1, sourceLocation: sourceLocation)
    return try #require(objects.first, sourceLocation: sourceLocation)
  }

  /// What a line answers as JSON: one object a line, and nothing beside.
  func jsonObjects(
    _ line: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [JSON] {
    let outcome = run(line)
    #expect(outcome.complaints == "", sourceLocation: sourceLocation)
    return try outcome.answers.split(separator: "\n").map { try JSON(parsing: String($0)) }
  }
}

extension ShellHarness {
  /// Writes the recurrent layer of a model, without its Dense head, into the home folder.
  func saveWithoutHead(_ model: String, as file: String) throws {
    var copy = session
    let network = try copy.model(Word(model, at: 0..<0), context).network
    var weights = try network.safetensors(convention: .keras, metadata: [:])
    weights.tensors.removeAll { $0.name.hasPrefix("dense") }
    _ = try home.make(file, bytes: weights.serialized())
  }
}

/// Keeps what is answered and complained about.
final class RecordingOutput: AnswerOutput {
  private(set) var answers = ""
  private(set) var complaints = ""
  var screen: ScriptedScreen?

  func answer(_ text: String) { answers += text }
  func waitAtPause() -> Bool { true }
  func complain(_ text: String) { complaints += text }
  func openFullScreen() -> (any FullScreen)? { screen }

  func clear() {
    answers = ""
    complaints = ""
  }
}

/// The checkout that the tests stand in.
enum Checkout {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// A file of weights that PyTorch wrote: `own_lstm_u8` or `own_gru_u8`.
  static func weights(_ name: String) -> String {
    folder + "/Tests/RecurrentTests/Fixtures/Weights/\(name).safetensors"
  }
}
