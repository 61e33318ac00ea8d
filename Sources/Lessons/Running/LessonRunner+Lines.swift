import Grammar

/// What a line means to a conversation.
enum LineMeaning: Equatable {
  /// Nothing but blanks.
  case blank
  /// A word of lessons, with what follows it.
  case word(LessonWord, String?)
  /// A command of the shell that the lesson does not wait for, or what is near to one.
  case command
  /// A command of the shell that the lesson waits for.
  case typed(String)
  /// An answer to what is asked.
  case answer(String)
  /// Anything else.
  case other
}

extension LessonRunner {
  /// What a line means here and now; nothing changes by asking.
  func meaning(of line: String, _ host: some LessonHost) -> LineMeaning {
    let line = line.withoutOuterBlanks
    if line.isEmpty { return .blank }
    if let ask = awaited.ask, ask.isForeseen(line) || ask.hasOption(line) { return .answer(line) }
    if let (word, argument) = word(in: line) { return .word(word, argument) }
    let reading = host.reading(line)
    switch awaited {
    case .ask, .recall: return meaning(ofAnswer: line, reading)
    case .bet(let guess):
      if case .other = reading { return .answer(line) }
      if case .bet = guess.judge(bet: line), !reading.isCommand { return .answer(line) }
      return guess.options.contains { $0.text.isSpelt(as: line) } ? .answer(line) : .command
    case .words:
      // A sentence may begin as a command does.
      let isShort = line.split(separator: " ").count < 4
      return reading.isCommand && isShort ? .command : .answer(line)
    case .criteria(let dialogue):
      if dialogue.ticked(by: line) != nil { return .answer(line) }
    case .typing:
      if reading.isCommand { return .typed(line) }
    case .nothing, .pause, .pageEnd, .retry:
      break
    }
    return reading == .other ? .other : .command
  }

  private func meaning(ofAnswer line: String, _ reading: LineReading) -> LineMeaning {
    guard let ask = awaited.ask else { return .other }
    switch reading {
    case .command(let verb):
      return ask.awaits(verb: verb) ? .typed(line) : .command
    case .nearCommand:
      switch ask.kind {
      case .command: return .command
      case .text: return line.contains(" ") ? .command : .answer(line)
      case .number, .choice:
        if case .unreadable = ask.judge(line) { return .command }
        return .answer(line)
      }
    case .other: return .answer(line)
    }
  }

  /// The lesson's word that a line is; nil for anything else.
  ///
  /// Words are known in small and capital letters; only `goto` and `notes` take a second one, and
  /// `answer 0.35` gives an answer.
  private func word(in line: String) -> (LessonWord, String?)? {
    let pieces = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard let first = pieces.first?.lowercased() else { return nil }
    guard let word = first == "?" ? .help : LessonWord(rawValue: first) else { return nil }
    guard pieces.count > 1 else { return (word, nil) }
    let rest = String(pieces[1]).withoutOuterBlanks
    switch word {
    case .goto:
      return awaited.isWords && rest.contains(" ") ? nil : (word, rest)
    case .notes:
      return awaited.isWords && !Self.isForNotes(rest) ? nil : (word, rest)
    case .answer:
      return awaited.ask == nil ? nil : (word, rest)
    case .votes:
      return isPresented && !awaited.isWords ? (word, rest) : nil
    default:
      return nil
    }
  }

  /// Takes a line that answers what is asked.
  mutating func take(_ line: String, _ host: some LessonHost) {
    switch awaited {
    case .recall(let dialogue): answer(dialogue, with: line, host)
    case .ask(let dialogue): answer(dialogue, with: line, host)
    case .bet(let guess): bet(line, on: guess, host)
    case .words(let dialogue): write(line, dialogue, host)
    case .criteria(let dialogue): tick(line, dialogue, host)
    case .typing(let command): type(line, insteadOf: command, host)
    case .nothing, .pause, .pageEnd, .retry: sayWhatIsAwaited(insteadOf: line)
    }
  }

  /// What stands here for a line that means nothing.
  mutating func sayWhatIsAwaited(insteadOf line: String) {
    if suggestWord(insteadOf: line) { return }
    switch awaited {
    case .typing:
      say("Type the line as it stands above, or press Enter alone to have it run.")
    case .criteria(let dialogue): sayHowToTick(dialogue)
    case .retry: say("Enter tries again; `skip` goes on without.")
    case .nothing, .recall, .ask, .bet, .words, .pause, .pageEnd:
      say("Nothing is asked just now. Enter goes on; `menu` lists the pages.")
    }
  }

  /// Offers the word of lessons that was meant, where one is near.
  ///
  /// - Returns: Whether there was one.
  mutating func suggestWord(insteadOf line: String) -> Bool {
    guard !line.contains(" "), let word = nearestWord(to: line, among: words.map(\.name)) else {
      return false
    }
    say("Did you mean `\(word)`?")
    return true
  }
}

extension Awaited {
  /// The question that waits for its answer; nil where none does.
  var ask: ResolvedAsk? {
    switch self {
    case .ask(let dialogue): dialogue.ask
    case .recall(let dialogue): dialogue.ask
    default: nil
    }
  }

  var isWords: Bool {
    if case .words = self { true } else { false }
  }
}

extension LineReading {
  var isCommand: Bool {
    if case .command = self { true } else { false }
  }
}

extension ResolvedAsk {
  /// Whether a line is all the words of an option.
  fileprivate func hasOption(_ line: String) -> Bool {
    options.contains { $0.text.isSpelt(as: line) }
  }
}

extension String {
  /// Whether a line spells this text, in small or capital letters.
  fileprivate func isSpelt(as line: String) -> Bool { lowercased() == line.lowercased() }

  /// The text without blanks at both ends.
  var withoutOuterBlanks: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
