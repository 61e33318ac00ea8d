import Grammar

extension PageReader {
  /// Reads the options of a choice: at least two, at least one of them right.
  mutating func options(
    _ lines: KeyLines, _ name: String, _ fence: LessonElement.Fence
  ) -> [Option] {
    let faultsBefore = log.faults.count
    let options = lines.options.compactMap { option($0) }
    // An option that could not be read may have been the one that is missed here.
    guard log.faults.count == faultsBefore else { return options }
    if options.count < 2 {
      log.add("\(name) needs two options or more, as [x] text | why", at: fence.head)
    } else if options.allSatisfy({ $0.truth == .wrong }) {
      log.add("no option is right; the right one begins with [x]", at: fence.head)
    }
    return options
  }

  private mutating func option(_ line: SourceText) -> Option? {
    guard let end = Self.closingBracket(of: line) else {
      log.add("this [ is never closed; an option is [x] text | why", at: line)
      return nil
    }
    let mark = line.part(1..<end).trimmed
    let truth: Option.Truth
    switch mark.text {
    case "x", "X": truth = .right
    case "": truth = .wrong
    case let text where text.hasPrefix("if "):
      truth = .when(condition(mark.dropFirst(3).trimmed))
    default:
      log.add("an option begins with [x], [ ] or [if CONDITION]", at: line)
      return nil
    }
    let rest = line.dropFirst(end + 1)
    guard let bar = rest.firstRange(of: " | "), !rest.part(0..<bar.lowerBound).isBlank,
      !rest.dropFirst(bar.upperBound).isBlank
    else {
      log.add("an option needs its text and the reason behind a bar, as [x] text | why", at: line)
      return nil
    }
    return Option(
      line: line.line, truth: truth, text: prose(rest.part(0..<bar.lowerBound).trimmed),
      reason: prose(rest.dropFirst(bar.upperBound).trimmed))
  }

  /// The bracket that closes the first one, outside of commands between backticks.
  private static func closingBracket(of line: SourceText) -> Int? {
    var depth = 0
    var isCommand = false
    for (index, byte) in line.text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "`"): isCommand.toggle()
      case _ where isCommand: continue
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      default: continue
      }
      if depth == 0 { return index }
    }
    return nil
  }
}
