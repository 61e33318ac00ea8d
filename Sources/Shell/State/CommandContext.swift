public import Reports

/// What a command may use beside its arguments and the session.
public struct CommandContext {
  /// All access to files.
  public let files: Files
  /// Where the program's own files and the user's are.
  public let places: Places
  /// What answers will be drawn on; commands use it only to say what is set.
  public let capabilities: TerminalCapabilities
  /// Called while work goes on; it draws the bar and throws `Interrupted`.
  public let progress: (Progress) throws -> Void
  /// The lines of the history, oldest first.
  public let history: () -> [String]

  /// Creates a context.
  public init(
    files: Files, places: Places, capabilities: TerminalCapabilities,
    progress: @escaping (Progress) throws -> Void = { _ in },
    history: @escaping () -> [String] = { [] }
  ) {
    self.files = files
    self.places = places
    self.capabilities = capabilities
    self.progress = progress
    self.history = history
  }

  /// The path of a file that comes with the program.
  func dataFile(_ name: String) -> String { places.dataFolder + "/" + name }

  /// The path that a user's word names; `~` is the home folder.
  func path(_ typed: String) -> String { Files.expandTilde(typed, home: places.home) }
}

/// How far some work is.
public struct Progress: Sendable {
  /// What is being done: `training lstm`.
  public let label: String
  /// The part that is done, 0…1.
  public let fraction: Double
  /// What to show beside the bar: `epoch 12 of 50, loss 0.00132`.
  public let detail: String

  /// Creates a state of the work.
  public init(label: String, fraction: Double, detail: String) {
    self.label = label
    self.fraction = fraction
    self.detail = detail
  }
}

/// The user pressed Ctrl-C, or the process was asked to end, while a command ran.
public struct Interrupted: Error, Sendable, CustomStringConvertible {
  /// Creates it.
  public init() {}
  /// A word for the user.
  public var description: String { "interrupted" }
}
