public import Reports

/// Text of a lesson with draws and computed numbers in it: `{t}`, `{t-1}`, `{= EXPRESSION}`.
///
/// `{= …}` prints a number in four significant digits, `{$= …}` as dollars and cents, `{%= …}` as a per
/// cent; where the expression is one command between backticks, its value may be a text.
public struct Template: Sendable, Equatable {
  /// One part of the text.
  public enum Part: Sendable, Equatable {
    /// Text as it is.
    case text(String)
    /// A draw, with a whole number added: `{t-1}`.
    case draw(name: String, offset: Int)
    /// A computed number; the expression itself may hold draws.
    case computed(expression: Template, Style)
  }

  /// How a computed number is shown.
  public enum Style: Sendable, Equatable {
    /// Four significant digits.
    case number
    /// `$21.23`.
    case dollars
    /// `73 %`.
    case percent
  }

  /// The parts, in order.
  public let parts: [Part]
  /// The 1-based line where it begins.
  public let line: Int

  /// Makes a template.
  public init(_ parts: [Part], line: Int) {
    self.parts = parts
    self.line = line
  }

  /// Makes a template that is the text itself.
  public init(_ text: String, line: Int) {
    self.init([.text(text)], line: line)
  }

  /// Whether it is the same for every student.
  var isConstant: Bool {
    parts.allSatisfy { if case .text = $0 { true } else { false } }
  }
}

/// The draws of one page for one student and attempt: a name, and its value as text.
public struct Draws: Sendable, Equatable {
  /// The names with their values, in the order of the `vary` block.
  public let values: [(name: String, text: String)]

  /// Makes draws.
  public init(_ values: [(name: String, text: String)] = []) {
    self.values = values
  }

  /// The value of a name as text; nil where it is not drawn.
  public subscript(name: String) -> String? {
    values.first { $0.name == name }?.text
  }

  /// The draws as progress files hold them: `t=42 b=0.8`.
  public var text: String {
    values.map { "\($0.name)=\($0.text)" }.joined(separator: " ")
  }

  /// Whether the same names have the same values.
  public static func == (left: Draws, right: Draws) -> Bool {
    left.values.elementsEqual(right.values, by: ==)
  }
}

/// What the `vary` block of a page declares.
public struct Variables: Sendable, Equatable {
  /// A name and its values, as they are written in text.
  public struct Variable: Sendable, Equatable {
    /// The name.
    public let name: String
    /// The values, at least one.
    public let values: [String]

    /// Makes a variable.
    public init(name: String, values: [String]) {
      self.name = name
      self.values = values
    }
  }

  /// The variables, in the order written.
  public let all: [Variable]
  /// `where CONDITION`: what must hold of a draw; nil where every draw will do.
  public let condition: Template?
  /// The 1-based line of the block; 0 where there is none.
  public let line: Int

  /// Makes a declaration.
  public init(_ all: [Variable] = [], condition: Template? = nil, line: Int = 0) {
    self.all = all
    self.condition = condition
    self.line = line
  }
}

/// What fills the computed parts of templates and judges answers: the shell, or a test.
public protocol Evaluator {
  /// The value that a command between backticks stands for, its place in the expression given: one
  /// named value, chosen by `pick=`. `last pick=NAME` is a value of the lesson's last answer.
  ///
  /// - Throws: `Mistake`, or what interrupts.
  func value(of command: String) throws -> Value

  /// What a command answers in the lesson's session; nothing of it stays.
  ///
  /// - Throws: `Mistake`, or what interrupts.
  func report(of command: String) throws -> Report
}
