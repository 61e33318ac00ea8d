/// Reads a lesson's file: a small strict subset of Markdown.
public struct LessonParser {
  /// Reads a lesson from the bytes of its file, whatever they are; the work grows with their number.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its name, with or without folders; without `.md` it is the lesson's id.
  /// - Returns: The lesson, nil when there is a fault that is no warning; and the first 200 faults,
  ///   from the first line to the last.
  public static func parse(
    _ bytes: [UInt8], file: String
  ) -> (lesson: Lesson?, faults: [LessonFault]) {
    var log = FaultLog(file: file)
    let id = lessonID(of: file, &log)
    let lines = LessonLines.read(bytes, &log)
    guard !lines.isEmpty else { return (nil, log.sorted) }
    let (header, body) = FrontMatter.read(lines, &log)
    let pages = readPages(LessonElement.read(lines[body...], &log), &log)
    header.check(pages, &log)
    guard log.isLessonSound else { return (nil, log.sorted) }
    let lesson = Lesson(
      id: id, title: header.title, summary: header.summary, minutes: header.minutes,
      coreMinutes: header.coreMinutes, order: header.order, needs: header.needs, pages: pages,
      fingerprint: fingerprint(of: bytes), keyLines: header.keyLines)
    return (lesson, log.sorted)
  }

  /// Whether a word can be the id of a lesson or a page: `eigen-by-hand`.
  public static func isID(_ word: String) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    return word.utf8.count <= 40
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { isLetter($0) && $0.isLowercase || isDigit($0) }
      }
  }

  /// What `isID` asks for, as a message says it.
  static let idRule = "small letters and digits, joined by single hyphens, at most 40"

  private static func lessonID(of file: String, _ log: inout FaultLog) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard name.hasSuffix(".md"), isID(String(name.dropLast(3))) else {
      log.add(
        "the file's name is the lesson's id and .md; an id has \(idRule), as in own-weights.md",
        line: 1)
      return ""
    }
    return String(name.dropLast(3))
  }

  private static func readPages(_ elements: [LessonElement], _ log: inout FaultLog) -> [Page] {
    let sections = PageSection.cut(elements, &log)
    var lineOfID: [String: Int] = [:]
    var pages: [Page] = []
    for section in sections {
      let page = PageReader.read(section, &log)
      if let line = lineOfID[page.id], !page.id.isEmpty {
        log.add("the page id \(page.id) stands already in line \(line)", at: section.title)
      }
      lineOfID[page.id] = page.line
      pages.append(page)
    }
    return pages
  }

  private static func fingerprint(of bytes: [UInt8]) -> String {
    let digits = String(FNV1a.hash(bytes), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
