import Grammar
import Lessons
import Reports

/// `review`: asks again what is due.
struct ReviewCommand: Command {
  let verb = "review"
  let purpose = "asks again, with new numbers, what is due of the lessons you have done"
  let isAboutCourse = true
  let forms = [
    Form(
      purpose: "A question comes back after 1, 3, 8 and 20 days, a missed one at once")
  ]
  let examples = [
    Example("review", "the questions that are due now"),
    Example("review pick=due", "how many there are"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    let progress = try ProgressStore(context).load()
    let lessons = LessonLibrary(context).lessons
    let due = progress.recalls(dueAmong: lessons, now: context.now())
    var report = Report(title: "Review")
    report.values["due"] = .integer(due.count)
    if !due.isEmpty,
      !arguments.invocation.pairs.contains(where: { $0.key.text == Arguments.pickKey })
    {
      session.request = .converse(.review)
      return report
    }
    report.add(paragraph: sentence(progress, lessons, context.now()))
    return report
  }

  private func sentence(_ progress: Lessons.Progress, _ lessons: [Lesson], _ now: Int) -> String {
    guard let next = progress.nextReview(of: lessons) else {
      return "There is nothing to review yet: questions come from the lessons you have done."
    }
    let days = max(0, next - now + 86_399) / 86_400
    return days == 0
      ? "Some questions are due."
      : "Nothing is due now; the next question comes in \(count(days, "day"))."
  }
}
