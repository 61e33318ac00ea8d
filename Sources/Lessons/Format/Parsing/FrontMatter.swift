import Grammar

/// What stands between the `---` lines at a lesson's beginning.
struct FrontMatter {
  var title = ""
  var summary = ""
  var minutes = 0
  var coreMinutes: Int?
  var order = 0
  var needs: [String] = []
  /// The line of each key.
  private(set) var keyLines: [String: Int] = [:]

  private static let keys = ["title", "format", "summary", "minutes", "order", "needs"]
  private static let example = "a lesson begins with a line --- and then title: …"

  /// Reads the head of a lesson.
  ///
  /// - Parameters:
  ///   - lines: The lines of the file, at least one.
  ///   - log: Takes the faults.
  /// - Returns: What stands in it, and the place of the first line behind it.
  static func read(_ lines: [SourceText], _ log: inout FaultLog) -> (FrontMatter, body: Int) {
    var header = FrontMatter()
    guard lines[0].trimmed.text == "---" else {
      log.add(example, line: 1)
      return (header, 0)
    }
    guard let end = lines.dropFirst().firstIndex(where: { $0.trimmed.text == "---" }) else {
      log.add("the head of the lesson is never closed by a second line ---", line: 1)
      return (header, lines.count)
    }
    for line in lines[1..<end] where !line.isBlank { header.take(line, &log) }
    for key in keys where key != "needs" && header.keyLines[key] == nil {
      log.add("the head of the lesson has no \(key):", line: end + 1)
    }
    return (header, end + 1)
  }

  private mutating func take(_ line: SourceText, _ log: inout FaultLog) {
    guard let colon = line.firstRange(of: ":") else {
      log.add("key: value was expected here, as title: Half-lives", at: line)
      return
    }
    let key = line.part(0..<colon.lowerBound).trimmed
    let value = line.dropFirst(colon.upperBound).trimmed
    let name = key.text
    guard Self.keys.contains(name) else {
      log.add(
        "there is no key \(quoted(name)) here; the keys are \(listed(Self.keys))", at: key,
        hint: nearestWord(to: name, among: Self.keys))
      return
    }
    guard keyLines[name] == nil else {
      log.add("\(name): stands twice", at: key)
      return
    }
    keyLines[name] = line.line
    guard !value.isBlank || name == "needs" else {
      log.add("\(name): needs a value", at: key)
      return
    }
    take(value, of: name, &log)
  }

  private mutating func take(_ value: SourceText, of key: String, _ log: inout FaultLog) {
    switch key {
    case "title": title = value.text
    case "summary": summary = value.text
    case "format": checkFormat(value, &log)
    case "minutes": takeMinutes(value, &log)
    case "order":
      if let number = Self.count(value.text) {
        order = number
      } else {
        log.add("order: takes a whole number such as 3", at: value)
      }
    default: takeNeeds(value, &log)
    }
  }

  private func checkFormat(_ value: SourceText, _ log: inout FaultLog) {
    guard value.text != "1" else { return }
    let isNewer = Self.count(value.text).map { $0 > 1 } ?? false
    log.add(
      isNewer
        ? "this lesson is written for format \(value.text); this program reads format 1"
        : "format: takes 1", at: value)
  }

  private mutating func takeMinutes(_ value: SourceText, _ log: inout FaultLog) {
    let words = value.words.map(\.text)
    let isForm = words.count == 1 || (words.count == 3 && words[1] == "core")
    guard isForm, let all = Self.count(words[0]), all > 0 else {
      log.add("minutes: takes minutes as 30 or 30 core 15", at: value)
      return
    }
    guard words.count == 3 else {
      minutes = all
      return
    }
    guard let core = Self.count(words[2]), core <= all else {
      log.add("the minutes behind core are a whole number up to \(all)", at: value)
      return
    }
    minutes = all
    coreMinutes = core
  }

  private mutating func takeNeeds(_ value: SourceText, _ log: inout FaultLog) {
    for piece in value.split(",").flatMap(\.words) {
      if !LessonParser.isID(piece.text) {
        log.add(
          "\(quoted(piece.text)) is no id of a lesson; an id has \(LessonParser.idRule)", at: piece)
      } else if needs.contains(piece.text) {
        log.add("\(piece.text) stands twice in needs:", at: piece)
      } else {
        needs.append(piece.text)
      }
    }
  }

  /// Warns where the minutes and the pages do not fit.
  func check(_ pages: [Page], _ log: inout FaultLog) {
    let hasOptional = pages.contains(where: \.isOptional)
    let minutesLine = keyLines["minutes"] ?? 1
    if hasOptional, coreMinutes == nil, minutes > 0 {
      log.warn(
        "pages are optional, so minutes: should say how long the others take, as 30 core 15",
        line: minutesLine)
    } else if !hasOptional, coreMinutes != nil {
      log.warn("no page is optional, so core has no meaning in minutes:", line: minutesLine)
    }
  }

  private static func count(_ text: String) -> Int? {
    guard text.utf8.count <= 5, text.allSatisfy(isDigit) else { return nil }
    return Int(text)
  }
}
