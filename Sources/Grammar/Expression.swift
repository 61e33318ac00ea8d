/// Arithmetic as `calc`, answers and lessons write it: `ln(0.5)/ln(0.8)`.
///
/// From the weakest to the strongest: `+ −`, `× /`, the minus before a number, `^` (from the right, so
/// `-2^2` is −4 and `2^3^2` is 2⁹), `%` behind a number (a hundredth). Numbers are written as `.35`,
/// `0,35`, `3.5e-1`, `35%` or `$0.35`. There are `pi`, `e` and the functions of `ExpressionFunction`; a
/// command between backticks stands for a named value of its answer.
public struct Expression: Sendable, Equatable {
  /// One step of the computation on a stack of numbers: no nesting, so no input is too deep to run.
  struct Instruction: Sendable, Equatable {
    enum Operation: Sendable, Equatable {
      case push(Double)
      case command(Word)
      case negate
      case percent
      case add
      case subtract
      case multiply
      case divide
      case power
      case call(ExpressionFunction, count: Int)
    }

    let operation: Operation
    /// The place to blame when this step has no finite result.
    let range: Range<Int>
  }

  /// The expression as typed.
  public let text: String
  let instructions: [Instruction]

  /// Reads an expression.
  ///
  /// - Parameters:
  ///   - text: The expression.
  ///   - origin: Where its first byte stands in the line; the places of mistakes count from there.
  /// - Throws: `Mistake` at the first thing that cannot be read.
  public init(parsing text: String, at origin: Int = 0) throws(Mistake) {
    var parser = ExpressionParser(text, at: origin)
    instructions = try parser.parse()
    self.text = text
  }

  /// The commands between backticks in the order written, each with its place, without the backticks.
  public var commands: [Word] {
    instructions.compactMap { instruction in
      if case .command(let word) = instruction.operation { word } else { nil }
    }
  }

  /// Computes the expression.
  ///
  /// - Parameter namedValue: Gives the number that a command between backticks stands for.
  /// - Returns: A finite number.
  /// - Throws: `Mistake` at the part that has no finite result; what `namedValue` throws.
  public func value(namedValue: (Word) throws -> Double) throws -> Double {
    var stack: [Double] = []
    for instruction in instructions {
      switch instruction.operation {
      case .push(let number):
        stack.append(number)
      case .command(let word):
        let number = try namedValue(word)
        guard number.isFinite else {
          throw Mistake("this is \(number), which cannot be reckoned with", at: instruction.range)
        }
        stack.append(number)
      case .negate, .percent, .add, .subtract, .multiply, .divide, .power, .call:
        let arguments = stack.suffix(instruction.operation.argumentCount)
        let result = try instruction.result(of: Array(arguments))
        stack.removeLast(arguments.count)
        stack.append(result)
      }
    }
    return stack.last ?? 0
  }

  /// Computes an expression in which no command may stand.
  ///
  /// - Returns: A finite number.
  /// - Throws: `Mistake` at the part that has no finite result, or at a command.
  public func value() throws -> Double {
    try value { word in
      throw Mistake("no command can stand in this expression", at: word.range)
    }
  }
}

extension Expression.Instruction.Operation {
  var argumentCount: Int {
    switch self {
    case .push, .command: 0
    case .negate, .percent: 1
    case .add, .subtract, .multiply, .divide, .power: 2
    case .call(_, let count): count
    }
  }
}

extension Expression.Instruction {
  /// The result of this step.
  ///
  /// - Throws: `Mistake` when it is no finite number.
  func result(of arguments: [Double]) throws(Mistake) -> Double {
    let result: Double
    switch operation {
    case .push(let number): result = number
    case .command: result = .nan
    case .negate: result = -arguments[0]
    case .percent: result = arguments[0] / 100
    case .add: result = arguments[0] + arguments[1]
    case .subtract: result = arguments[0] - arguments[1]
    case .multiply: result = arguments[0] * arguments[1]
    case .divide:
      guard arguments[1] != 0 else { throw Mistake("this divides by 0", at: range) }
      result = arguments[0] / arguments[1]
    case .power:
      if arguments[0] == 0, arguments[1] < 0 {
        throw Mistake("0 has no negative power", at: range)
      }
      result = ExpressionFunction.power(arguments[0], arguments[1])
      if result.isNaN {
        throw Mistake("a negative number has only whole powers", at: range)
      }
    case .call(let function, _):
      if let objection = function.objection(to: arguments) {
        throw Mistake(objection, at: range)
      }
      result = function.value(of: arguments)
    }
    guard result.isFinite else { throw Mistake("the result is too large", at: range) }
    return result
  }
}
