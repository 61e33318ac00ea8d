import Grammar
import Lessons
import Reports

/// `enrol`: says who works, and so fixes the numbers of the questions.
struct EnrolCommand: Command {
  let verb = "enrol"
  let otherVerbs = ["enroll"]
  let purpose = "says who you are, which fixes the numbers in your questions"
  let isAboutCourse = true
  let forms = [
    Form(
      words: [WordParameter("ID", .text, .optional)],
      keys: [Key("class", .text, "the code that your teacher gave")],
      purpose: "Without ID it says who you are. The id goes into what you export, nothing else does"
    )
  ]
  let examples = [
    Example("enrol anna7 class=RNN24", "work as anna7 of the class RNN24"),
    Example("enrol", "who you are"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    let store = ProgressStore(context)
    guard let word = arguments.word else {
      return answer(try store.load().student, isNew: false)
    }
    let student = Student(
      id: try Self.name(word.text, "an id", at: word.range),
      classCode: try arguments.text("class").map {
        try Self.name($0, "a class code", at: arguments.place(of: "class"))
      } ?? "")
    return answer(try store.change { $0.student = student }.student, isNew: true)
  }

  private func answer(_ student: Student, isNew: Bool) -> Report {
    var report = Report(
      title: student.classCode.isEmpty
        ? "You are \(student.id)" : "You are \(student.id) of the class \(student.classCode)")
    report.values = ["id": .text(student.id), "class": .text(student.classCode)]
    report.add(
      marked: isNew
        ? "The numbers in your questions come from this name from now on; open a lesson anew to have them."
        : "`enrol ID class=CODE` changes it.")
    return report
  }

  private static func name(_ text: String, _ what: String, at place: Range<Int>?) throws(Mistake)
    -> String
  {
    guard isName(text) else { throw Mistake("\(what) has \(nameRule)", at: place) }
    return text
  }

  /// Whether a text can be an id or a class code.
  static func isName(_ text: String) -> Bool {
    let isRight = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "._-@+".unicodeScalars.contains($0)
    }
    return isRight && (1...64).contains(text.unicodeScalars.count)
  }

  /// What `isName` asks for, as a message says it.
  static let nameRule = "1 to 64 letters, digits or . _ - @ +"
}
