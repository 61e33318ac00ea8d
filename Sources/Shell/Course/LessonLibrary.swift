import Grammar
import Lessons
import Reports

/// The lessons at hand: those of a teacher's own folders, and those that come with the program.
struct LessonLibrary {
  /// A lesson and the folder of its file, which is all that it may read.
  struct Entry {
    let lesson: Lesson
    let folder: String
  }

  /// The lessons, by their place in the course and then by id; of two with one id the teacher's own one.
  let entries: [Entry]
  /// Why files that look like lessons are none.
  let troubles: [String]

  /// Reads every lesson of the folders.
  init(_ context: CommandContext) {
    var entries: [String: Entry] = [:]
    var troubles: [String] = []
    for folder in context.lessonFolders {
      do {
        for name in try Self.fileNames(in: folder, context) {
          let id = String(name.dropLast(Self.ending.count))
          guard entries[id] == nil else { continue }
          do {
            entries[id] = try Self.entry(Paths.join(folder, name), context)
          } catch {
            troubles.append((error as? Mistake)?.message ?? printable("\(error)"))
          }
        }
      } catch {
        troubles.append("\(error)")
      }
    }
    self.entries = entries.values.sorted {
      ($0.lesson.order, $0.lesson.id) < ($1.lesson.order, $1.lesson.id)
    }
    self.troubles = troubles
  }

  /// The lessons alone.
  var lessons: [Lesson] { entries.map(\.lesson) }

  /// The lesson that a word names: an id, or a file that ends with `.md`.
  ///
  /// - Throws: `Mistake` at the word when there is none, or when its file is no lesson.
  static func entry(_ word: Word, _ context: CommandContext) throws -> Entry {
    if word.text.hasSuffix(ending) { return try entry(context.path(word.text), context) }
    let isName = !word.text.contains("/") && !word.text.isEmpty
    for folder in isName ? context.lessonFolders : [] {
      let path = Paths.join(folder, word.text + ending)
      if context.files.exists(path) { return try entry(path, context) }
    }
    let ids = context.lessonFolders.flatMap { folder in
      ((try? fileNames(in: folder, context)) ?? []).map { String($0.dropLast(ending.count)) }
    }
    throw Mistake(
      "there is no lesson \"\(word.text)\"; lessons lists them", at: word.range,
      hint: nearestWord(to: word.text, among: ids))
  }

  /// The names of the files in a folder that may be lessons, sorted.
  static func fileNames(in folder: String, _ context: CommandContext) throws -> [String] {
    try context.files.list(folder).filter { $0.hasSuffix(ending) && $0 != readMe }
  }

  /// How the name of a lesson's file ends.
  static let ending = ".md"
  /// A file in the folder that is no lesson.
  static let readMe = "README.md"

  private static func entry(_ path: String, _ context: CommandContext) throws -> Entry {
    let (lesson, faults) = try parse(path, context)
    guard let lesson else {
      let errors = faults.filter { !$0.isWarning }
      let more = errors.count > 1 ? " (and \(count(errors.count - 1, "more fault")))" : ""
      throw Mistake(errors.first.map { "\($0)\(more)" } ?? "\(path) is no lesson", at: nil)
    }
    return Entry(lesson: lesson, folder: Paths.folder(of: path))
  }

  /// Reads a file as a lesson.
  ///
  /// - Returns: The lesson, nil where it has faults that are more than warnings.
  /// - Throws: `FileError` when it cannot be read.
  static func parse(
    _ path: String, _ context: CommandContext
  ) throws -> (lesson: Lesson?, faults: [LessonFault]) {
    let bytes = try context.files.read(
      path, limit: FileLimit.lesson, takesPipes: false)
    return LessonParser.parse(bytes, file: path)
  }
}
