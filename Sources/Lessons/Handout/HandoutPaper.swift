/// The Markdown of a handout, part by part.
struct HandoutPaper {
  private(set) var markdown = ""
  private var endsWithItem = false

  /// Begins a part of the text, a blank line before it.
  private mutating func begin(isItem: Bool = false) {
    // The items of a list stand together.
    if !markdown.isEmpty, !(isItem && endsWithItem) { markdown += "\n" }
    endsWithItem = isItem
  }

  mutating func heading(_ text: String, level: Int) {
    begin()
    markdown += "\(String(repeating: "#", count: level)) \(text)\n"
  }

  mutating func paragraph(_ text: String) {
    begin()
    markdown += text + "\n"
  }

  mutating func item(_ mark: String, _ text: String) {
    begin(isItem: true)
    markdown += "\(mark) \(text)\n"
  }

  mutating func table(_ rows: [[String]]) {
    guard let head = rows.first else { return }
    begin()
    for cells in [head, head.map { _ in "---" }] + rows.dropFirst() {
      markdown += "| \(cells.joined(separator: " | ")) |\n"
    }
  }

  mutating func quote(_ paragraphs: [String]) {
    guard !paragraphs.isEmpty else { return }
    begin()
    markdown += paragraphs.map { "> \($0)\n" }.joined(separator: ">\n")
  }

  mutating func fence(_ lines: [String], kind: String = "") {
    begin()
    markdown += "```\(kind)\n" + lines.map { $0 + "\n" }.joined() + "```\n"
  }

  /// Lines to write on.
  mutating func room(lines: Int, label: String = "") {
    for line in 0..<lines {
      let prefix = line == 0 && !label.isEmpty ? label + " " : ""
      paragraph(prefix + String(repeating: "_", count: 60 - prefix.count))
    }
  }
}
