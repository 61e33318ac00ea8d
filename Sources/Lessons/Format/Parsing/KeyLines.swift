import Grammar

/// The `key: value` lines and the options of a block.
struct KeyLines {
  /// Keys with their values, in the order written.
  private(set) var entries: [(key: String, value: SourceText)] = []
  /// Lines that begin with a bracket, in the order written.
  private(set) var options: [SourceText] = []

  /// Reads the lines of a block; a line that begins with two blanks continues the one before.
  ///
  /// - Parameters:
  ///   - fence: The block.
  ///   - name: Its name in messages.
  ///   - once: Keys that may stand once.
  ///   - often: Keys that may stand any number of times.
  ///   - takesOptions: Whether lines such as `[x] text | why` may stand in it.
  ///   - log: Takes the faults.
  init(
    _ fence: LessonElement.Fence, of name: String, once: [String], often: [String] = [],
    takesOptions: Bool = false, _ log: inout FaultLog
  ) {
    var seen: Set<String> = []
    for line in Self.joined(fence.lines) {
      if line.hasPrefix("[") {
        if takesOptions {
          options.append(line)
        } else {
          log.add("\(name) takes no options", at: line)
        }
        continue
      }
      guard let colon = line.firstRange(of: ":") else {
        log.add("a line key: value was expected in \(name)", at: line)
        continue
      }
      let keyText = line.part(0..<colon.lowerBound).trimmed
      let key = keyText.text
      let value = line.dropFirst(colon.upperBound).trimmed
      if !once.contains(key), !often.contains(key) {
        log.add(
          "\(name) has no key \(quoted(key)); its keys are \(listed(once + often))", at: keyText,
          hint: nearestWord(to: key, among: once + often))
      } else if once.contains(key), !seen.insert(key).inserted {
        log.add("\(key): stands twice", at: keyText)
      } else if value.isBlank {
        log.add("\(key): needs a value", at: keyText)
      } else {
        entries.append((key, value))
      }
    }
  }

  /// The value of a key; nil where it does not stand there.
  subscript(key: String) -> SourceText? { entries.first { $0.key == key }?.value }

  /// All values of a key, in the order written.
  func all(_ key: String) -> [SourceText] { entries.filter { $0.key == key }.map(\.value) }

  private static func joined(_ lines: [SourceText]) -> [SourceText] {
    var joined: [SourceText] = []
    // A line and those that continue it, where there are any.
    var group: [SourceText] = []
    for line in lines where !line.isBlank {
      if line.indentation >= 2, let last = joined.last {
        group = (group.isEmpty ? [last] : group) + [line.trimmed]
        joined[joined.count - 1] = .joined(group, by: " ")
      } else {
        joined.append(line.trimmed)
        group = []
      }
    }
    return joined
  }
}

extension PageReader {
  /// The value of a key that must stand in a block.
  mutating func required(
    _ key: String, in lines: KeyLines, of name: String, _ fence: LessonElement.Fence
  ) -> SourceText? {
    if let value = lines[key] { return value }
    // A value that was refused has been blamed already.
    if !hasKey(key, in: fence) { log.add("\(name) needs \(key):", at: fence.head) }
    return nil
  }

  private func hasKey(_ key: String, in fence: LessonElement.Fence) -> Bool {
    fence.lines.contains { $0.trimmed.hasPrefix(key + ":") }
  }
}
