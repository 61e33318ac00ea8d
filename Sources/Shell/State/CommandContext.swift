public import Reports

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What a command may use beside its arguments and the session.
public struct CommandContext {
  /// All access to files.
  public let files: Files
  /// Where the program's own files and the user's are.
  public let places: Places
  /// What answers will be drawn on; commands use it only to say what is set.
  public let capabilities: TerminalCapabilities
  /// Called while work goes on; it draws the bar and throws `Interrupted`.
  public private(set) var progress: (WorkProgress) throws -> Void
  /// The lines of the history, oldest first.
  public let history: () -> [String]
  /// The time, in seconds since 1970 (UTC).
  public let now: () -> Int
  /// The variables of the process that the shell heeds.
  public let environment: [String: String]
  /// A clock that only goes forward, for what is timed.
  public let clock: () -> ContinuousClock.Instant
  /// Folders with a teacher's own lessons, before those that come with the program.
  public let lessonFolders: [String]
  /// Whether lessons are shown to a class: block by block, and nothing of them is kept.
  public let isPresenting: Bool
  /// How many threads long work runs on; `nil` for one a processor.
  public internal(set) var threads: Int?
  /// Where the files that a command names are looked for.
  var reach = FileReach.everywhere

  /// Creates a context.
  public init(
    files: Files, places: Places, capabilities: TerminalCapabilities,
    progress: @escaping (WorkProgress) throws -> Void = { _ in },
    history: @escaping () -> [String] = { [] },
    now: @escaping () -> Int = CommandContext.systemTime,
    clock: @escaping () -> ContinuousClock.Instant = { .now },
    environment: [String: String] = [:], lessonFolders: [String] = [], isPresenting: Bool = false,
    threads: Int? = nil
  ) {
    self.files = files
    self.places = places
    self.capabilities = capabilities
    self.progress = progress
    self.history = history
    self.now = now
    self.environment = environment
    self.clock = clock
    self.lessonFolders = lessonFolders + [places.lessonsFolder]
    self.isPresenting = isPresenting
    self.threads = threads
  }

  /// The time of the system's clock.
  public static func systemTime() -> Int { Int(time(nil)) }

  /// The path of a file that comes with the program.
  func dataFile(_ name: String) -> String { places.dataFolder + "/" + name }

  /// The path that a user's word names; `~` is the home folder.
  func path(_ typed: String) -> String { Files.expandTilde(typed, home: places.home) }

  /// The bytes of a file that a user or a lesson names.
  ///
  /// - Throws: `FileError` when the file cannot be read or lies out of reach.
  func read(_ typed: String, limit: Int) throws -> [UInt8] {
    switch reach {
    case .everywhere:
      return try files.read(path(typed), limit: limit)
    case .alsoInside(let folder):
      let isThere = files.exists(path(typed)) || !files.exists(Paths.join(folder, typed))
      return isThere
        ? try files.read(path(typed), limit: limit)
        : try files.read(typed, inside: folder, limit: limit)
    case .onlyInside(let folder):
      return try files.read(typed, inside: folder, limit: limit)
    }
  }

  /// The same context with another reach.
  func reaching(_ reach: FileReach) -> CommandContext {
    var context = self
    context.reach = reach
    return context
  }

  /// The same context with another place to tell of progress.
  func reporting(_ progress: @escaping (WorkProgress) throws -> Void) -> CommandContext {
    var context = self
    context.progress = progress
    return context
  }
}

/// Where the files that a command names are looked for.
enum FileReach: Sendable, Equatable {
  /// Where the word says.
  case everywhere
  /// Where the word says, else in the folder of the lesson that is open.
  case alsoInside(String)
  /// In a lesson's folder and nowhere else: a stranger's lesson reads nothing outside.
  case onlyInside(String)
}

/// How far some work is.
public struct WorkProgress: Sendable {
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
