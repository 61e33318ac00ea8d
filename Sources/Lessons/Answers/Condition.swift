public import Grammar

/// What must hold of a draw, or makes an option right: `A op B [and A op B …]` with one of
/// `<  <=  >  >=  =  !=`, or one expression, which holds where it is not 0.
///
/// Two numbers are equal within a billionth of the larger; of less, equal and more exactly one holds.
public struct Condition: Sendable, Equatable {
  /// How two numbers stand to one another.
  private enum Relation: String, CaseIterable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "="
    case unequal = "!="

    func holds(_ left: Double, _ right: Double) -> Bool {
      let isEqual =
        (left - right).magnitude <= 1e-9 * max(left.magnitude, right.magnitude)
      return switch self {
      case .less: left < right && !isEqual
      case .lessOrEqual: left < right || isEqual
      case .greater: left > right && !isEqual
      case .greaterOrEqual: left > right || isEqual
      case .equal: isEqual
      case .unequal: !isEqual
      }
    }
  }

  /// One comparison.
  private struct Comparison: Sendable, Equatable {
    let left: Expression
    let relation: Relation
    let right: Expression
  }

  private let comparisons: [Comparison]

  /// Reads a condition.
  ///
  /// - Parameters:
  ///   - text: The condition, with the draws in it.
  ///   - origin: Where its first byte stands in the line; the places of mistakes count from there.
  /// - Throws: `Mistake` at the first thing that cannot be read.
  public init(parsing text: String, at origin: Int = 0) throws(Mistake) {
    var comparisons: [Comparison] = []
    for clause in ConditionScanner.clauses(of: text) {
      comparisons.append(try Self.comparison(clause, at: origin))
    }
    self.comparisons = comparisons
  }

  /// Reads a condition of a lesson, with draws put in.
  ///
  /// - Throws: `Mistake` at the first thing that cannot be read.
  init(_ template: Template, _ draws: Draws) throws(Mistake) {
    try self.init(parsing: template.expressionText(with: draws))
  }

  /// The commands between backticks, in the order written.
  public var commands: [String] {
    comparisons.flatMap { ($0.left.commands + $0.right.commands).map(\.text) }
  }

  /// Whether the condition holds.
  ///
  /// - Throws: `Mistake` at what has no value, and what interrupts.
  public func holds(_ evaluator: some Evaluator) throws -> Bool {
    for comparison in comparisons {
      let left = try comparison.left.value(evaluator)
      let right = try comparison.right.value(evaluator)
      guard comparison.relation.holds(left, right) else { return false }
    }
    return true
  }

  private static func comparison(
    _ clause: ConditionScanner.Clause, at origin: Int
  ) throws(Mistake) -> Comparison {
    let left = try Expression(parsing: clause.left, at: origin + clause.leftOffset)
    guard let sign = clause.sign else {
      return Comparison(left: left, relation: .unequal, right: try Expression(parsing: "0"))
    }
    let place = origin + sign.offset..<origin + sign.offset + sign.text.utf8.count
    guard let relation = Relation(rawValue: sign.text) else {
      let signs = Relation.allCases.map(\.rawValue).joined(separator: " ")
      throw Mistake(
        "conditions compare with \(signs)", at: place, hint: sign.text == "==" ? "=" : nil)
    }
    if let second = sign.next {
      throw Mistake(
        "each part of a condition compares once; join parts with and",
        at: origin + second..<origin + second + 1)
    }
    return Comparison(
      left: left, relation: relation,
      right: try Expression(parsing: sign.right, at: origin + sign.rightOffset))
  }
}
