/// What a screen can show: a plain value, so that every picture can be tested without a terminal.
public struct TerminalCapabilities: Sendable, Equatable {
  /// How many colours there are.
  public enum ColorDepth: Int, Sendable, Equatable, Comparable, CaseIterable {
    /// No colour and no other attribute: not one escape byte.
    case none
    /// The sixteen colours of the terminal's theme.
    case sixteen
    /// xterm's cube of 256 colours.
    case twoFiftySix
    /// 24 bits a colour.
    case trueColor

    /// Fewer colours come first.
    public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  /// The characters of which curves are made.
  public enum Canvas: String, Sendable, Equatable, CaseIterable {
    /// Quarter blocks, four points a character.
    case block
    /// Braille patterns, eight points a character.
    case braille
    /// One letter a point.
    case ascii
  }

  /// What the user asked for with `--color`.
  public enum ColorChoice: String, Sendable, Equatable, CaseIterable {
    /// Colour on a terminal that has it, unless the environment forbids it.
    case auto
    /// Colour also into a file or a pipe.
    case always
    /// No colour.
    case never
  }

  /// Columns of the screen, at least 1.
  public var width: Int {
    didSet { width = max(1, width) }
  }
  /// Lines of the screen; nil where nothing scrolls away.
  public var height: Int?
  /// How many colours there are.
  public var color: ColorDepth
  /// Whether characters beyond ASCII arrive.
  public var unicode: Bool
  /// Whether letters are light on dark.
  public var darkBackground: Bool
  /// The characters of which curves are made; without Unicode always those of ASCII.
  public var canvas: Canvas
  /// Significant digits of numbers whose column or bars do not say.
  public var digits: Int
  /// Whether somebody looks at it.
  public var isTerminal: Bool

  /// Makes capabilities; a width below 1 counts as 1.
  public init(
    width: Int = 80, height: Int? = nil, color: ColorDepth = .none, unicode: Bool = true,
    darkBackground: Bool = true, canvas: Canvas = .block, digits: Int = 4,
    isTerminal: Bool = false
  ) {
    self.width = max(1, width)
    self.height = height
    self.color = color
    self.unicode = unicode
    self.darkBackground = darkBackground
    self.canvas = canvas
    self.digits = digits
    self.isTerminal = isTerminal
  }

  /// A file or pipe of 80 columns without colour.
  public static let plain = TerminalCapabilities()
}
