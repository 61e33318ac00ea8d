extension Report {
  /// Takes the Markdown that handouts and notes are written in apart into blocks.
  public init(title: String, markdown: String) {
    self.init(title: title)
    var fenced: [Substring]?
    var part: [Substring] = []
    func flush(into report: inout Report) {
      guard let first = part.first else { return }
      let text = part.joined(separator: "\n")
      if first.hasPrefix("|") {
        report.add(equation: text)
      } else if first.hasPrefix("#") {
        report.add(marked: "**\(text.drop { $0 == "#" || $0 == " " })**")
      } else {
        report.add(marked: text)
      }
      part = []
    }
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        flush(into: &self)
        if let lines = fenced { add(equation: lines.joined(separator: "\n")) }
        fenced = fenced == nil ? [] : nil
      } else if fenced != nil {
        fenced?.append(line)
      } else if line.isEmpty {
        flush(into: &self)
      } else {
        part.append(line)
      }
    }
    flush(into: &self)
  }
}
