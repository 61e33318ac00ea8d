import Grammar
import Reports

extension LessonRunner {
  /// Runs the commands of a block from the one at hand on.
  ///
  /// - Returns: False where one waits, or has failed.
  /// - Throws: What keeps a command's text from being filled.
  mutating func pass(
    _ block: RunBlock, of visit: PageVisit, _ host: some LessonHost
  ) throws -> Bool {
    for number in visit.command..<max(visit.command, block.commands.count) {
      self.visit?.command = number
      let command = try block.commands[number].filled(with: visit.draws, host)
      switch block.mode {
      case .typed where !visit.isRevisit:
        say("Type this line, or press Enter alone:")
        text.add(equation: command)
        awaited = .typing(command: command)
        return false
      case .expectError:
        try showFailing(command, host)
      case .shown, .quiet, .typed:
        guard run(command, isShown: block.mode != .quiet, host) != nil else { return false }
      }
    }
    self.visit?.pass()
    return true
  }

  /// Runs a command of the lesson; where it fails, the student stays and can try again.
  ///
  /// - Returns: Its answer; nil where it failed.
  mutating func run(
    _ command: String, isShown: Bool, failing: Awaited.Failed = .block, _ host: some LessonHost
  ) -> Report? {
    // A title alone waits for what stands below it.
    if isShown || !text.blocks.isEmpty { flush(host) }
    do {
      let report = try host.run(command)
      if isShown { host.show(report, of: command) }
      return report
    } catch {
      flush(host)
      host.complain(mistake(of: error), of: command)
      waitForRetry(failing)
      return nil
    }
  }

  /// Shows a command that is meant to fail, and its message.
  ///
  /// - Throws: What interrupts.
  private mutating func showFailing(_ command: String, _ host: some LessonHost) throws {
    flush(host)
    do {
      host.show(try host.report(of: command), of: command)
    } catch let mistake as Mistake {
      host.complain(mistake, of: command)
    }
  }

  private func mistake(of error: any Error) -> Mistake {
    error as? Mistake ?? Mistake(sentence(of: error), at: nil)
  }

  // MARK: What the student types

  /// Takes a command where one of the lesson is to be typed: what has the same result will do, and
  /// anything else is free play.
  mutating func type(_ line: String, insteadOf command: String, _ host: some LessonHost) {
    guard means(line, thatOf: command, host) else {
      _ = host.runFree(line)
      say("The page goes on with this line:")
      text.add(equation: command)
      return
    }
    finishTyping(command, isTyped: true, host)
  }

  /// Runs the command that was to be typed, and goes on.
  mutating func finishTyping(_ command: String, isTyped: Bool, _ host: some LessonHost) {
    guard
      let report = run(command, isShown: !isTyped, failing: .typed(command: command), host)
    else { return }
    if isTyped { host.show(report, typed: command) }
    passCommand(host)
  }

  /// Goes on behind the command at hand.
  mutating func passCommand(_ host: some LessonHost) {
    visit?.command += 1
    walk(host)
  }

  private func means(_ line: String, thatOf command: String, _ host: some LessonHost) -> Bool {
    guard let typed = Invocation(only: line), let wanted = Invocation(only: command) else {
      return line == command
    }
    if typed.says(thatOf: wanted) { return true }
    // Only a line of the same verb is worth the work.
    guard host.reading(line) == host.reading(command), typed.options.isEmpty,
      let answer = try? host.report(of: line), let model = try? host.report(of: command)
    else { return false }
    return answer.isSame(as: model)
  }
}

extension Report {
  /// Whether two answers hold the same named values, but for the time that they took; where there
  /// are none, the same blocks.
  fileprivate func isSame(as other: Report) -> Bool {
    guard !values.isEmpty else { return other.values.isEmpty && blocks == other.blocks }
    return values.names == other.values.names
      && zip(values, other.values).allSatisfy { $0.name == "seconds" || $0.value == $1.value }
  }
}

extension Invocation {
  /// The one command of a line; nil where there are more or none.
  init?(only line: String) {
    let parsed = CommandLine(parsing: line)
    guard parsed.mistake == nil, parsed.invocations.count == 1, let first = parsed.invocations.first
    else { return nil }
    self = first
  }

  /// Whether another command is the same, but for the order of its keys.
  fileprivate func says(thatOf other: Invocation) -> Bool {
    func pairs(_ invocation: Invocation) -> [String: String] {
      Dictionary(invocation.pairs.map { ($0.key.text, $0.value.text) }) { first, _ in first }
    }
    return verb.text == other.verb.text && words.map(\.text) == other.words.map(\.text)
      && options.map(\.text) == other.options.map(\.text) && pairs(self) == pairs(other)
  }
}
