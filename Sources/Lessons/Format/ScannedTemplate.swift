import Grammar

/// A template and what the checks of its text need.
struct ScannedTemplate {
  let template: Template
  /// The text with digits in the place of draws and computed numbers, byte for byte as long: the
  /// places of mistakes in it are places of the text.
  let probe: String
  /// Where draws and computed numbers stand in it, in bytes.
  let filledRanges: [Range<Int>]
  /// Where draws stand that are no numbers.
  let wordRanges: [Range<Int>]
}

extension ScannedTemplate {
  /// Refuses what is no expression, and commands in it that do not answer with one value.
  ///
  /// - Parameter origin: Where the first byte stands in the text around it.
  /// - Throws: `Mistake` at the place to blame.
  func checkExpression(at origin: Int = 0) throws(Mistake) {
    _ = try Expression(parsing: probe, at: origin)
    try checkValues(at: origin)
  }

  /// Refuses what is no condition: `A < B`, several of them joined by `and`, or one expression.
  ///
  /// - Throws: `Mistake` at the place to blame.
  func checkCondition() throws(Mistake) {
    _ = try Condition(parsing: probe)
    try checkValues(at: 0)
  }

  /// Refuses a command that cannot be run.
  ///
  /// - Throws: `Mistake` at the place to blame.
  func checkCommand() throws(Mistake) {
    let lexer = Lexer(probe)
    try CommandRules.check(lexer, of: probe, drawn: filledRanges)
    if let mistake = CommandLine(lexer, of: probe).mistake { throw mistake }
  }

  // MARK: Values in an expression

  private func checkValues(at origin: Int) throws(Mistake) {
    let commands = commands(at: origin)
    for range in wordRanges where !commands.contains(where: { $0.range.overlaps(range) }) {
      throw Mistake("this draw is a word, which cannot be reckoned with", at: range)
    }
    for command in commands {
      let lexer = Lexer(command.text)
      try CommandRules.check(
        lexer, of: command.text, at: command.range.lowerBound, drawn: filledRanges)
      try checkOneValue(command, lexer)
    }
  }

  /// What stands between backticks.
  private func commands(at origin: Int) -> [Word] {
    commandsInside(probe).map { command in
      let start = origin + command.start
      return Word(command.text, at: start..<start + command.text.utf8.count)
    }
  }

  private func checkOneValue(_ command: Word, _ lexer: Lexer) throws(Mistake) {
    let line = CommandLine(lexer, of: command.text)
    if let mistake = line.mistake { throw mistake.moved(by: command.range.lowerBound) }
    guard line.invocations.count == 1, let invocation = line.invocations.first,
      invocation.pairs.contains(where: { $0.key.text == "pick" })
    else {
      throw Mistake(
        "one command that ends in pick=NAME was expected between the backticks", at: command.range)
    }
  }
}

extension Mistake {
  /// The mistake in a text in which the line begins at `offset`.
  func moved(by offset: Int) -> Mistake {
    Mistake(
      message, at: range.map { $0.lowerBound + offset..<$0.upperBound + offset }, hint: hint)
  }
}
