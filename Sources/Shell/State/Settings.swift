public import MarketSeries
public import Reports

/// What `set` changes: values that many commands fall back on, and how answers look.
public struct Settings: Sendable, Equatable {
  /// The row that commands take when `t=` is left out.
  public var t = 42
  /// The seed that commands take when `seed=` is left out.
  public var seed = 1
  /// What a newly trained network predicts.
  public var target = Target.level
  /// Whose letters, gate order and sense of z shown answers follow.
  public var notation = Notation.keras
  /// How pictures are drawn; `nil` leaves it to the terminal.
  public var canvas: TerminalCapabilities.Canvas?
  /// Whether answers are coloured.
  public var color = TerminalCapabilities.ColorChoice.auto
  /// The width of answers in columns; `nil` follows the window.
  public var width: Int?
  /// How many significant digits shown numbers have.
  public var digits = 4
  /// Whether answers longer than the window pause.
  public var pager = true
  /// How many threads long work runs on; `nil` for one a processor.
  public var threads: Int?

  /// The settings of a new session.
  public init() {}

  /// Takes what belongs to the machine and not to the work: canvas, colour, width, pager and threads.
  mutating func takeMachine(from other: Settings) {
    canvas = other.canvas
    color = other.color
    width = other.width
    pager = other.pager
    threads = other.threads
  }
}
