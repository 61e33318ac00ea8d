import Reports

/// Notes as the file that its name asks for.
enum MarkdownFile {
  /// A page where the name ends in `.html`, else the Markdown as it is.
  static func bytes(_ markdown: String, for file: String) -> [UInt8] {
    guard file.lowercased().hasSuffix(".html") else { return Array(markdown.utf8) }
    var title = ""
    var rest = markdown[...]
    if rest.hasPrefix("# ") {
      let line = rest.prefix { $0 != "\n" }
      title = String(line.dropFirst(2))
      rest = rest.dropFirst(line.count)
    }
    let report = Report(title: title, markdown: String(rest))
    return Array(HTMLRenderer().render(report, command: "").utf8)
  }
}
