import TestSupport
import Testing

/// Somebody who has the sample lessons.
struct LessonDesk {
  let user: TestUser
  /// The options by which the program finds the lessons.
  let options: [String]

  /// A user whose environment has these variables beside the usual ones.
  init(_ variables: [String: String] = [:]) throws {
    user = try TestUser(variables)
    options = ["--lessons", user.home.path("lessons")]
    for (id, text) in SampleLessons.texts { try user.home.write(text, to: "lessons/\(id).md") }
  }

  /// Opens the shell.
  func openShell(_ arguments: String..., isEditing: Bool = true) throws -> TypedShell {
    try TypedShell(user.startAtTerminal(options + arguments), isEditing: isEditing)
  }

  /// Opens the shell, and in it the lesson on shares at one of its four pages.
  func openShares(at page: Int = 1) throws -> TypedShell {
    let shell = try openShell()
    try shell.type("lesson shares", upTo: "shares \(page)/4>")
    return shell
  }

  /// What another process finds kept of a lesson.
  func kept(of lesson: String = "shares") throws -> KeptOfLesson {
    try user.kept(of: lesson, options)
  }

  /// What another process finds of answers and own words to the lesson on shares.
  func notes() throws -> String {
    try user.run(options + ["notes", "shares"]).output
  }
}

extension TypedShell {
  /// Answers the first page of the lesson on shares, and turns to the second.
  func finishFirstPage() throws {
    let text = shown.description
    let beta = try #require(text.firstRange(of: "β = ").map { text[$0.upperBound...].prefix(3) })
    try type("1 - \(beta)", upTo: "shares 1/4>")
    #expect(shown.holds("Right."))
    try type("", upTo: "shares 2/4>")
  }

  /// Goes from the second page of the lesson on shares to the third.
  func finishSecondPage() throws {
    for line in ["data show t=42", "", "0.35", "no, it does not"] {
      try type(line, upTo: "shares 2/4>")
    }
    #expect(shown.holds("and so it is."))
    try type("", upTo: "shares 3/4>")
  }
}

/// What is kept of one lesson, as `progress` tells it.
struct KeptOfLesson: Equatable {
  /// The pages done, of all.
  var pages: String
  /// The questions answered.
  var right: Int
  /// Those answered right at the first try.
  var rightAtOnce: Int
  /// Those whose answer was shown, or that were skipped.
  var missed: Int
}

extension TestUser {
  /// What another process finds kept of a lesson.
  func kept(of lesson: String, _ options: [String] = []) throws -> KeptOfLesson {
    let answer = try JSONValue(parsing: run(options + ["progress", "--json"]).output)
    let table = answer["blocks"]?.elements?.first { $0["name"] == .string("progress") }
    let rows = table?["rows"]?.elements?.compactMap(\.elements) ?? []
    let row = try #require(rows.first { $0.first == .string(lesson) })
    func count(_ place: Int) -> Int {
      if case .number(let number) = row[place] { Int(number) } else { -1 }
    }
    return KeptOfLesson(
      pages: row[1].text ?? "", right: count(2), rightAtOnce: count(3), missed: count(4))
  }
}
