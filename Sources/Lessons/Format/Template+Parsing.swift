public import Grammar

extension Template {
  /// What braces mean in a text.
  public enum Syntax: Sendable, Equatable, CaseIterable {
    /// Running text: draws `{t-1}`, computed numbers `{= …}`, and `\{` for a brace.
    case text
    /// Expressions and commands: draws `{t-1}`, and `\{` for a brace.
    case code
    /// Equations: draws are written `{{t-1}}`; other braces are LaTeX's.
    case math
  }

  /// Reads a text with draws and computed numbers in it.
  ///
  /// The expressions of computed numbers are read as well, so that a mistake in one is found here.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - line: The 1-based line where it begins.
  ///   - draws: The names that the page draws.
  ///   - syntax: What braces mean in it.
  /// - Returns: The template.
  /// - Throws: `Mistake` at the first brace that is neither a draw nor a computed number, at an
  ///   expression that cannot be read, or at a command in it that no lesson may run.
  public static func parse(
    _ text: String, line: Int, draws: Set<String>, as syntax: Syntax = .text
  ) throws(Mistake) -> Template {
    try TemplateScanner.scan(
      text, line: line, draws: DrawNames(numbers: draws), syntax: syntax
    ).template
  }
}

/// The names that a page draws, by what they can be used for.
struct DrawNames {
  /// Every name.
  let all: Set<String>
  /// Those whose values are all numbers.
  let numbers: Set<String>
  /// Those whose values are all whole numbers, so that `{t-1}` has a meaning.
  let wholeNumbers: Set<String>
  private let variables: [Variables.Variable]

  /// Names of whole numbers.
  init(numbers names: Set<String> = []) {
    all = names
    numbers = names
    wholeNumbers = names
    variables = []
  }

  init(_ variables: Variables) {
    self.variables = variables.all
    all = Set(variables.all.map(\.name))
    let whole = variables.all.filter { $0.values.allSatisfy(Self.isWholeNumber) }
    wholeNumbers = Set(whole.map(\.name))
    let others = variables.all.filter { variable in
      !whole.contains { $0.name == variable.name }
        && variable.values.allSatisfy { decimalNumber($0) != nil }
    }
    numbers = wholeNumbers.union(others.map(\.name))
  }

  /// The most characters that a value of each name has.
  var widths: [String: Int] {
    Dictionary(
      variables.map { ($0.name, $0.values.map(\.utf8.count).max() ?? 1) }, uniquingKeysWith: max)
  }

  /// Whether a value can be added to; a page may have thousands of them.
  private static func isWholeNumber(_ value: String) -> Bool {
    let digits = value.utf8.first == UInt8(ascii: "-") ? value.utf8.dropFirst() : value.utf8[...]
    return (1...18).contains(digits.count) ? digits.allSatisfy(isDigit) : Int(value) != nil
  }
}
