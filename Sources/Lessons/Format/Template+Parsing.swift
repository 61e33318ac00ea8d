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
    var scanner = TemplateScanner(
      text, line: line, draws: DrawNames(numbers: draws), syntax: syntax)
    return try scanner.scan().template
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
  /// The most characters that a value of each name has.
  let widths: [String: Int]

  /// Names of whole numbers.
  init(numbers names: Set<String> = []) {
    all = names
    numbers = names
    wholeNumbers = names
    widths = [:]
  }

  init(_ variables: Variables) {
    func names(where holds: (String) -> Bool) -> Set<String> {
      Set(variables.all.filter { $0.values.allSatisfy(holds) }.map(\.name))
    }
    all = names { _ in true }
    numbers = names { decimalNumber($0) != nil }
    wholeNumbers = names { Int($0) != nil }
    widths = Dictionary(
      variables.all.map { ($0.name, $0.values.map(\.utf8.count).max() ?? 1) },
      uniquingKeysWith: max)
  }
}
