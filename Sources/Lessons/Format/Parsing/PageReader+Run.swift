import Grammar

extension PageReader {
  /// Reads commands that run.
  mutating func read(run fence: LessonElement.Fence) {
    let mode = runMode(fence.rest)
    var commands: [Template] = []
    for line in fence.lines where !line.isBlank {
      // A line that must fail may be no command at all, yet must not do harm.
      commands.append(mode == .expectError ? failingCommand(line.trimmed) : command(line.trimmed))
    }
    if commands.isEmpty { log.add("a run block needs a command", at: fence.head) }
    if mode != .expectError { hasAnswer = true }
    blocks.append(.run(RunBlock(mode, commands)))
  }

  private mutating func runMode(_ text: SourceText) -> RunBlock.Mode {
    if text.isBlank { return .shown }
    let modes: [RunBlock.Mode] = [.quiet, .expectError, .typed]
    if let mode = modes.first(where: { $0.rawValue == text.text }) { return mode }
    let names = modes.map(\.rawValue)
    log.add(
      "\(quoted(text.text)) cannot follow run; \(listed(names, "or")) can", at: text,
      hint: nearestWord(to: text.text, among: names))
    return .shown
  }

  private mutating func failingCommand(_ text: SourceText) -> Template {
    template(text, as: .code) { scanned throws(Mistake) in
      try CommandRules.check(Lexer(scanned.probe), of: scanned.probe, drawn: scanned.filledRanges)
    }
  }
}
