public import Grammar
import Reports

extension Template {
  /// The text as a lesson writes it, draws and expressions in braces.
  ///
  /// A template of an equation is written otherwise: see `MathBlock.latex`.
  public var source: String {
    parts.map { part in
      switch part {
      case .text(let text): text.map { $0 == "{" ? "\\{" : String($0) }.joined()
      case .draw(let name, let offset): "{\(Self.drawSource(name, offset))}"
      case .computed(let expression, .number): "{= \(expression.source)}"
      case .computed(let expression, .dollars): "{$= \(expression.source)}"
      case .computed(let expression, .percent): "{%= \(expression.source)}"
      }
    }.joined()
  }

  /// The commands between backticks of an expression, draws in braces.
  public var commands: [String] {
    let pieces = source.split(separator: "`", omittingEmptySubsequences: false)
    return pieces.indices.dropLast().filter { !$0.isMultiple(of: 2) }.map { String(pieces[$0]) }
  }

  /// The commands between backticks in the computed numbers of a text, draws in braces.
  public var computedCommands: [String] {
    parts.flatMap { part -> [String] in
      if case .computed(let expression, _) = part { expression.commands } else { [] }
    }
  }

  /// The text for one student: draws put in, numbers computed.
  ///
  /// - Parameters:
  ///   - draws: The student's draws.
  ///   - evaluator: Answers the commands between backticks.
  /// - Returns: The text, without a brace of the format.
  /// - Throws: `Mistake` for what is not drawn or has no value; what `evaluator` throws.
  public func filled(with draws: Draws, _ evaluator: some Evaluator) throws -> String {
    var result = ""
    for part in parts {
      switch part {
      case .text(let text):
        result += text
      case .draw(let name, let offset):
        result += try draws.text(of: name, adding: offset)
      case .computed(let template, let style):
        result += try template.expression(with: draws).text(style, evaluator)
      }
    }
    return result
  }

  /// The expression for one student; negative draws stand in brackets, so that `{a}^2` is a square.
  ///
  /// - Parameter draws: The student's draws.
  /// - Returns: The expression, its commands between backticks ready to be run.
  /// - Throws: `Mistake` for what is not drawn, or where the text is no expression.
  public func expression(with draws: Draws) throws(Mistake) -> Expression {
    try Expression(parsing: expressionText(with: draws))
  }

  /// The text of an expression for one student, as `expression(with:)` reads it.
  ///
  /// - Throws: `Mistake` for what is not drawn.
  func expressionText(with draws: Draws) throws(Mistake) -> String {
    var text = ""
    var isInCommand = false
    for part in parts {
      switch part {
      case .text(let piece):
        text += piece
        let backticks = piece.utf8.count { $0 == UInt8(ascii: "`") }
        if !backticks.isMultiple(of: 2) { isInCommand.toggle() }
      case .draw(let name, let offset):
        let value = try draws.text(of: name, adding: offset)
        text += value.hasPrefix("-") && !isInCommand ? "(\(value))" : value
      case .computed:
        throw Mistake("a computed number cannot stand in an expression", at: nil)
      }
    }
    return text
  }

  /// The same text without blanks at both ends.
  var trimmed: Template {
    var parts = self.parts
    if case .text(let text)? = parts.first {
      parts[0] = .text(String(text.drop { $0 == " " }))
    }
    if let last = parts.indices.last, case .text(var text) = parts[last] {
      while text.last == " " { text.removeLast() }
      parts[last] = .text(text)
    }
    return Template(parts.filter { $0 != .text("") }, line: line)
  }

  static func drawSource(_ name: String, _ offset: Int) -> String {
    offset == 0 ? name : offset < 0 ? "\(name)\(offset)" : "\(name)+\(offset)"
  }
}

extension Draws {
  /// A draw's value with a whole number added.
  ///
  /// - Throws: `Mistake` where there is none.
  func text(of name: String, adding offset: Int) throws(Mistake) -> String {
    guard let value = self[name] else {
      throw Mistake("no value was drawn for \(name)", at: nil)
    }
    guard offset != 0 else { return value }
    guard let number = Int(value) else {
      throw Mistake("\(name) is \(value), no whole number to add to", at: nil)
    }
    let (sum, isTooFar) = number.addingReportingOverflow(offset)
    guard !isTooFar else { throw Mistake("\(name) is too large to add to", at: nil) }
    return String(sum)
  }
}

extension Expression {
  /// The value, each command between backticks answered by the evaluator.
  ///
  /// - Throws: `Mistake` at what has no value; what `evaluator` throws.
  func value(_ evaluator: some Evaluator) throws -> Double {
    try value { try evaluator.value(of: $0.text).number(at: $0) }
  }

  /// The value as running text shows it; where the whole is one command, its value may be a text.
  ///
  /// - Throws: `Mistake` where there is no value; what `evaluator` throws.
  fileprivate func text(_ style: Template.Style, _ evaluator: some Evaluator) throws -> String {
    if let word = commands.first, text == "`\(word.text)`" {
      let value = try evaluator.value(of: word.text)
      return value.isNumber ? style.text(try value.number(at: word)) : NumberFormat.text(value)
    }
    return style.text(try value(evaluator))
  }
}

extension Value {
  /// The number, where a command between backticks stands for one.
  ///
  /// - Throws: `Mistake` at the command, where it stands for none.
  func number(at word: Word) throws(Mistake) -> Double {
    guard let number else {
      throw Mistake("`\(word.text)` is \(NumberFormat.text(self)), no number", at: word.range)
    }
    guard number.isFinite else {
      throw Mistake("`\(word.text)` is \(number), which cannot be reckoned with", at: word.range)
    }
    return number
  }
}

extension Template.Style {
  /// A number as running text shows it, with a true minus sign.
  func text(_ number: Double) -> String {
    let text =
      switch self {
      case .number: NumberFormat.text(number.magnitude)
      case .dollars: "$" + NumberFormat.text(number.magnitude, .decimals(2))
      case .percent: NumberFormat.text(number.magnitude * 100, .significant(3)) + " %"
      }
    return number < 0 && text.contains { ("1"..."9").contains($0) } ? "−" + text : text
  }
}
