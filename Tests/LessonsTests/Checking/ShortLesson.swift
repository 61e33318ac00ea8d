import Lessons

/// A lesson of a few pages for tests of the checker, each page given by what stands on it.
struct ShortLesson {
  private let pages: [String]
  private let optionalPages: Set<Int>

  /// Makes a lesson.
  ///
  /// - Parameters:
  ///   - pages: The pages from p1 on, without their titles.
  ///   - optional: The numbers of the pages that the core path leaves out.
  init(_ pages: String..., optional: Set<Int> = []) {
    self.pages = pages
    optionalPages = optional
  }

  /// What the checker finds, each fault as `p2:3: message`, by page and line of the page.
  func faults(
    _ host: BenchHost = BenchHost(),
    progress: @escaping (Double, String) throws -> Void = { _, _ in }
  ) throws -> [String] {
    let (lesson, faults) = LessonParser.parse(Array(text.utf8), file: "short.md")
    guard let lesson else { return faults.map(placed) }
    let checker = LessonChecker(lesson, file: "short.md", host, progress: progress)
    return try checker.faults().map(placed)
  }

  /// The lesson's file.
  private var text: String {
    let minutes = optionalPages.isEmpty ? "9" : "9 core 8"
    return pages.enumerated().reduce(
      "---\ntitle: Short\nformat: 1\nsummary: A few pages.\nminutes: \(minutes)\norder: 1\n---\n"
    ) { text, page in
      let mark = optionalPages.contains(page.offset + 1) ? " optional" : ""
      return text + "\n## Page \(page.offset + 1) {#p\(page.offset + 1)\(mark)}\n\(page.element)\n"
    }
  }

  private func placed(_ fault: LessonFault) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var line = fault.line
    while line > 1, !lines[line - 1].hasPrefix("## ") { line -= 1 }
    let page = lines[line - 1].dropFirst("## Page ".count).prefix { $0 != " " }
    let warning = fault.isWarning ? "warning: " : ""
    return "p\(page):\(fault.line - line): \(warning)\(fault.message)"
  }

  /// A run block of three lines.
  static func run(_ command: String, _ mode: String = "") -> String {
    "```run \(mode)\n\(command)\n```\n"
  }

  /// A question of eight lines for k, which `set` changes; its block begins in the third.
  static func question(isRecalled: Bool = true) -> String {
    """
    How much is k?

    ```ask number
    answer: = `get pick=k`
    solution: 2*`get pick=k`/2
    hint: Ask.
    recall: \(isRecalled ? "yes" : "no")
    ```

    """
  }
}
