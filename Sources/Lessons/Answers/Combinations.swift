import Grammar

/// The combinations of the values of a page's variables, numbered from 0; the last variable runs fastest.
struct Combinations {
  private let variables: Variables
  private let count: Int

  /// - Throws: `Mistake` when there are too many to number, or a variable has no value.
  init(of variables: Variables) throws(Mistake) {
    var count = 1
    for variable in variables.all {
      let (product, overflow) = count.multipliedReportingOverflow(by: variable.values.count)
      guard !overflow, product > 0 else {
        throw Mistake(
          overflow
            ? "the variables of line \(variables.line) have too many combinations"
            : "\(variable.name) has no values", at: nil)
      }
      count = product
    }
    self.variables = variables
    self.count = count
  }

  /// The place of each variable's value in a drawn combination.
  func drawn(with generator: inout SplitMix64) -> [Int] {
    var places: [Int] = []
    for variable in variables.all { places.append(generator.index(below: variable.values.count)) }
    return places
  }

  /// The place of each variable's value in a numbered combination.
  func places(_ number: Int) -> [Int] {
    var rest = number
    var places: [Int] = []
    for variable in variables.all.reversed() {
      places.append(rest % variable.values.count)
      rest /= variable.values.count
    }
    return places.reversed()
  }

  /// The values in those places.
  func draws(_ places: [Int]) -> Draws {
    Draws(zip(variables.all, places).map { ($0.name, $0.values[$1]) })
  }

  /// Whether the condition holds of the values in those places.
  func satisfies(_ places: [Int], _ evaluator: some Evaluator) throws -> Bool {
    guard let template = variables.condition else { return true }
    return try Condition(template, draws(places)).holds(evaluator)
  }

  /// Numbers of combinations, each once, such that the first of them are spread over all values of all
  /// variables: both ends, then steps of the golden section, which share no factor with the count.
  func spread(atMost limit: Int) -> [Int] {
    let whole = UInt64(count)
    var step = max(1, UInt64(Double(count) * 0.618_033_988_749_895))
    while Self.greatestCommonDivisor(step, whole) > 1 { step -= 1 }
    var numbers = count > 1 ? [0, count - 1] : [0]
    var next: UInt64 = 0
    while numbers.count < min(limit, count) {
      next = (next + step) % whole
      if next != 0, next != whole - 1 { numbers.append(Int(next)) }
    }
    return numbers
  }

  private static func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (a, b) = (a, b)
    while b > 0 { (a, b) = (b, a % b) }
    return a
  }
}
