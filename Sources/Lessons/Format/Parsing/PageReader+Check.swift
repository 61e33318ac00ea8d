import Grammar

extension PageReader {
  private static let forms =
    "a line of check is NAME = EXPRESSION within d, NAME in a..b, NAME is \"text\" or has block NAME"

  /// Reads what must hold of the last answer.
  mutating func read(check fence: LessonElement.Fence) {
    refuseRest(of: fence)
    if !hasAnswer {
      log.add(
        "no command runs before this block on its page, so it has no answer to check",
        at: fence.head)
    }
    var demands: [(line: Int, demand: CheckBlock.Demand)] = []
    for line in fence.lines where !line.isBlank {
      if let demand = demand(line.trimmed) { demands.append((line.line, demand)) }
    }
    if fence.lines.allSatisfy(\.isBlank) { log.add(Self.forms, at: fence.head) }
    blocks.append(.check(CheckBlock(demands)))
  }

  private mutating func demand(_ line: SourceText) -> CheckBlock.Demand? {
    let words = line.words
    let name = words[0].text
    guard words.count >= 3 else {
      log.add(Self.forms, at: line)
      return nil
    }
    if name == "has", words[1].text == "block", words.count == 3 {
      return .block(name: words[2].text)
    }
    guard isValueName(name) else {
      log.add("\(quoted(name)) cannot be the name of a value", at: words[0])
      return nil
    }
    let value = line.dropFirst(words[2].range.lowerBound - line.range.lowerBound)
    switch words[1].text {
    case "=":
      let (number, tolerance) = toleranced(value)
      return .near(name: name, expression(number), tolerance)
    case "in": return inside(name, value)
    case "is": return text(name, value)
    default:
      log.add(Self.forms, at: words[1])
      return nil
    }
  }

  private mutating func inside(_ name: String, _ value: SourceText) -> CheckBlock.Demand? {
    let ends = value.split("..").map { decimalNumber($0.trimmed.text) }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low <= high else {
      log.add("a range was expected here, as 0.2..0.9", at: value)
      return nil
    }
    return .inside(name: name, low...high)
  }

  private mutating func text(_ name: String, _ value: SourceText) -> CheckBlock.Demand? {
    let inside = value.dropFirst(1).dropLast(1).text
    guard value.range.count >= 2, value.hasPrefix("\""), value.hasSuffix("\""),
      !inside.contains("\"")
    else {
      log.add("a text between double quotes was expected here", at: value)
      return nil
    }
    return .text(name: name, inside)
  }
}

/// Whether a word can be the name of a value, as `forget.mean` or `lstm.rmse`.
func isValueName(_ name: some StringProtocol) -> Bool {
  guard let first = name.first, isLetter(first) else { return false }
  return name.allSatisfy { isLetter($0) || isDigit($0) || "._-".contains($0) }
}
