/// Reads an expression into instructions, by recursive descent of bounded depth.
struct ExpressionParser {
  typealias Operation = Expression.Instruction.Operation

  /// How deep brackets, functions and powers may stand in each other.
  private static let greatestDepth = 64

  private var scanner: ExpressionScanner
  private var instructions: [Expression.Instruction] = []
  private var depth = 0

  init(_ text: String, at origin: Int) {
    scanner = ExpressionScanner(text, at: origin)
  }

  /// Reads the whole text.
  ///
  /// - Throws: `Mistake` at the first thing that cannot be read.
  mutating func parse() throws(Mistake) -> [Expression.Instruction] {
    try readSum()
    if let rest = scanner.peek() {
      let message =
        switch rest {
        case ")": "nothing opened this )"
        case ",": "a comma stands only in numbers and between the arguments of min and max"
        default: "a sign such as + or * was expected here"
        }
      throw scanner.mistake(message)
    }
    return instructions
  }

  // MARK: Signs, from the weakest to the strongest

  private mutating func readSum() throws(Mistake) {
    let start = scanner.place
    try deeper()
    try readProduct()
    while let sign = scanner.take("+", or: "-") {
      try readProduct()
      emit(sign == "+" ? .add : .subtract, from: start)
    }
    depth -= 1
  }

  private mutating func readProduct() throws(Mistake) {
    let start = scanner.place
    try readSigned()
    while let sign = scanner.take("*", or: "/") {
      if sign == "*", scanner.peek() == "*" {
        throw scanner.mistake("powers are written with ^, as 0.8^10")
      }
      try readSigned()
      emit(sign == "*" ? .multiply : .divide, from: start)
    }
  }

  private mutating func readSigned() throws(Mistake) {
    let start = scanner.place
    var isNegative = false
    while let sign = scanner.take("+", or: "-") {
      if sign == "-" { isNegative.toggle() }
    }
    try readPower()
    if isNegative { emit(.negate, from: start) }
  }

  private mutating func readPower() throws(Mistake) {
    let start = scanner.place
    try readPrimary()
    while scanner.take("%") { emit(.percent, from: start) }
    guard scanner.take("^") else { return }
    try deeper()
    try readSigned()
    depth -= 1
    emit(.power, from: start)
  }

  // MARK: What signs stand between

  private mutating func readPrimary() throws(Mistake) {
    let start = scanner.place
    if scanner.take("(") {
      try readSum()
      try close(from: start)
    } else if scanner.peek() == "`" {
      emit(.command(try scanner.takeCommand()), from: start)
    } else if let number = try scanner.takeNumber() {
      emit(.push(number), from: start)
    } else if let name = scanner.takeName() {
      try readNamed(name, from: start)
    } else {
      throw scanner.mistake(
        scanner.peek() == nil
          ? "the expression ends where a number was expected"
          : "a number, a bracket or a function was expected here")
    }
  }

  private mutating func readNamed(_ name: String, from start: Int) throws(Mistake) {
    if let constant = Self.constants[name] {
      emit(.push(constant), from: start)
      return
    }
    let range = start..<scanner.end
    guard let function = ExpressionFunction(rawValue: name == "σ" ? "sigmoid" : name) else {
      let names = ExpressionFunction.allCases.map(\.rawValue)
      throw Mistake(
        "there is no \"\(name)\" here; the functions are \(names.joined(separator: ", "))",
        at: range, hint: name == "log" ? "ln" : nearestWord(to: name, among: names))
    }
    guard scanner.take("(") else {
      throw Mistake(
        "\(function.rawValue) needs its argument in brackets, as \(function.rawValue)(0.5)",
        at: range)
    }
    let outside = scanner.commaParts
    scanner.commaParts = function.takesSeveral
    try readSum()
    var count = 1
    while function.takesSeveral, scanner.take(",") {
      try readSum()
      count += 1
    }
    scanner.commaParts = outside
    try close(from: start)
    emit(.call(function, count: count), from: start)
  }

  private static let constants: [String: Double] = [
    "pi": .pi, "π": .pi, "e": 2.718281828459045,
  ]

  // MARK: Steps

  private mutating func close(from start: Int) throws(Mistake) {
    guard !scanner.take(")") else { return }
    throw scanner.peek() == nil
      ? Mistake("this bracket is never closed", at: start..<start + 1)
      : scanner.mistake("a sign such as + or * or a closing bracket was expected here")
  }

  private mutating func emit(_ operation: Operation, from start: Int) {
    instructions.append(.init(operation: operation, range: start..<max(start, scanner.end)))
  }

  private mutating func deeper() throws(Mistake) {
    depth += 1
    guard depth <= Self.greatestDepth else {
      throw scanner.mistake("the expression is nested more than \(Self.greatestDepth) deep")
    }
  }
}
