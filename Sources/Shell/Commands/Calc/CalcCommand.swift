import Grammar
import Reports

/// `calc`: the small arithmetic that answers and lessons use too.
struct CalcCommand: Command {
  let verb = "calc"
  let purpose = "reckons: + − × / ^ % and ln exp sqrt tanh sigmoid abs min max"
  let forms = [
    Form(
      words: [WordParameter("EXPRESSION", .text, .any)],
      purpose: "^ binds before the minus sign, so -2^2 is −4; then × and /, then + and −. "
        + "pi and e are known. A command between backticks stands for its value, `last pick=NAME` "
        + "for a value of the last answer")
  ]
  let examples = [
    Example("calc ln(0.5)/ln(0.8)", "the half-life of an average with β = 0.8"),
    Example("calc sigmoid(1)^9", "what nine forget gates with a bias of 1 let through"),
    Example("calc 1 - 35%", "a share and what is left"),
    Example(
      "calc `evaluate pick=lstm.rmse` / `evaluate pick=persistence.rmse`",
      "a number of one answer over a number of another"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    let expression = try TypedExpression(arguments.invocation).expression
    let reader = NamedValueReader(session: session, context: context)
    var named: [(command: String, value: Double)] = []
    let value = try expression.value { word in
      let number = try reader.number(word)
      named.append((word.text, number))
      return number
    }
    var report = Report(title: printable(expression.text))
    report.values["value"] = .double(value)
    report.add(equation: equation(of: expression, named, value))
    if !named.isEmpty {
      report.add(
        Table(
          name: "named", columns: ["command", "value"],
          rows: named.map { [.text(printable($0.command)), .double($0.value)] }, isShown: false))
    }
    return report
  }

  /// `= 3.10628372`; with commands first the expression with their numbers in it.
  private func equation(
    of expression: Expression, _ named: [(command: String, value: Double)], _ value: Double
  ) -> String {
    guard !named.isEmpty else { return "= " + shown(value) }
    let pieces = expression.text.split(separator: "`", omittingEmptySubsequences: false)
    let filled = pieces.indices.map { index in
      let place = index / 2
      return index.isMultiple(of: 2) || !named.indices.contains(place)
        ? String(pieces[index]) : shown(named[place].value)
    }
    return "= " + printable(filled.joined()) + "\n= " + shown(value)
  }

  private func shown(_ value: Double) -> String {
    let text = NumberFormat.text(value, .significant(10))
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }
}

/// The expression of a command line: all that stands behind the verb, with its place.
private struct TypedExpression {
  let expression: Expression

  init(_ invocation: Invocation) throws(Mistake) {
    guard let first = invocation.words.first, let last = invocation.words.last else {
      throw Mistake(
        "\(invocation.verb.text) needs an expression, as ln(0.5)/ln(0.8)",
        at: invocation.range.upperBound..<invocation.range.upperBound)
    }
    let others = invocation.pairs.map(\.key) + invocation.options
    if let stray = others.first(where: { $0.range.lowerBound < last.range.lowerBound }) {
      throw Mistake("keys and options stand behind the expression", at: stray.range)
    }
    let source = Array(invocation.source.utf8)
    let start = first.range.lowerBound - invocation.range.lowerBound
    let end = last.range.upperBound - invocation.range.lowerBound
    guard start >= 0, end <= source.count, start < end else {
      throw Mistake("the expression cannot be read", at: first.range)
    }
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    if invocation.words.count == 1, quotes.contains(source[start]) {
      expression = try Expression(parsing: first.text, at: first.range.lowerBound + 1)
    } else {
      expression = try Expression(
        parsing: String(decoding: source[start..<end], as: UTF8.self),
        at: first.range.lowerBound)
    }
  }
}
