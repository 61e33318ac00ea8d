import Testing

@testable import Lessons

@Suite("What is asked again")
struct ProgressReviewTests {
  private let day = 86_400

  /// A lesson of two pages: a bet and a question, a question that is not recallable and one that is.
  private func lesson(_ id: String, order: Int) -> Lesson {
    func ask(isRecallable: Bool = true) -> LessonBlock {
      .ask(
        Ask(
          line: 1, kind: .number(NumberQuestion(answer: Template("2", line: 1))),
          question: Template("How many?", line: 1), hints: [], solutions: [],
          isRecallable: isRecallable))
    }
    let guess = LessonBlock.guess(
      Guess(
        line: 1, kind: .choice([]), question: Template("Which?", line: 1), command: nil,
        outcome: nil, explanation: nil))
    return Lesson(
      id: id, title: id, summary: "", minutes: 1, coreMinutes: nil, order: order, needs: [],
      pages: [
        Page(id: "p1", title: "One", line: 1, blocks: [guess, .pause(line: 2), ask()]),
        Page(id: "p2", title: "Two", line: 1, blocks: [ask(isRecallable: false), ask()]),
        Page(id: "p3", title: "Three", isOptional: true, line: 1, blocks: []),
      ], fingerprint: "a")
  }

  /// The questions right at the times given; p2 is done when both pages are wanted.
  private func progress(
    _ times: [(lesson: String, page: String, question: Int, time: Int)], isDone: Bool = true
  ) -> Progress {
    var progress = Progress(student: Student(id: "ada"))
    for (lesson, page, question, time) in times {
      var record = QuestionRecord(.ask)
      record.add(Try(attempt: 1, time: time, given: "2", isRight: true))
      var whole = progress.lessons[lesson] ?? LessonProgress(fingerprint: "a")
      for id in ["p1", "p2"] where whole.pages[id] == nil {
        whole.pages[id] = PageRecord(isDone: isDone)
      }
      whole.pages[page]?.questions[question] = record
      progress.lessons[lesson] = whole
    }
    return progress
  }

  @Test func whatHasWaitedLongestComesFirst() {
    let progress = progress([("b", "p1", 2, 50), ("a", "p1", 2, 100), ("a", "p2", 2, 100)])
    #expect(progress.due(at: 49 + day) == [])
    #expect(
      progress.due(at: 100 + day) == [
        QuestionKey(lesson: "b", page: "p1", question: 2),
        QuestionKey(lesson: "a", page: "p1", question: 2),
        QuestionKey(lesson: "a", page: "p2", question: 2),
      ])
  }

  @Test func reviewTakesRecallableQuestionsOfLessonsThatAreDone() {
    let lessons = [lesson("a", order: 1), lesson("b", order: 2)]
    let done = progress([("a", "p1", 2, 1), ("a", "p2", 1, 2), ("gone", "p1", 2, 1)])
    #expect(done.due(at: 9 * day).count == 3)
    #expect(
      done.review(at: 9 * day, of: lessons) == [
        QuestionKey(lesson: "a", page: "p1", question: 2)
      ])
    #expect(progress([("a", "p1", 2, 1)], isDone: false).review(at: 9 * day, of: lessons) == [])
  }

  @Test func aLessonOpensWithTheOneBeforeAndTheOneThreeBefore() {
    let lessons = ["d", "a", "c", "b"].map { lesson($0, order: Int($0.utf8.first ?? 0)) }
    let progress = progress([
      ("a", "p1", 2, 5), ("a", "p2", 2, 4), ("b", "p1", 2, 1), ("c", "p2", 1, 1), ("c", "p1", 2, 9),
    ])
    #expect(
      progress.openingRecalls(of: lesson("d", order: 100), among: lessons) == [
        QuestionKey(lesson: "c", page: "p1", question: 2),
        QuestionKey(lesson: "a", page: "p2", question: 2),
      ])
    #expect(progress.openingRecalls(of: lesson("a", order: 97), among: lessons) == [])
    #expect(progress.openingRecalls(of: lesson("x", order: 1), among: lessons) == [])
  }

  @Test func aMissedOneOpensTheNextLessonFirst() {
    var progress = progress([("a", "p1", 2, 5), ("a", "p2", 2, 400)])
    let missed = QuestionKey(lesson: "a", page: "p2", question: 2)
    progress[missed]?.finishRecall(isRight: false, at: 500)
    let lessons = [lesson("a", order: 1), lesson("b", order: 2)]
    #expect(progress.openingRecalls(of: lessons[1], among: lessons) == [missed])
  }

  @Test func aQuestionIsFoundByItsPlaceAmongTheQuestionsOfItsPage() {
    let lesson = lesson("a", order: 1)
    func ask(_ page: String, _ question: Int, of id: String = "a") -> Ask? {
      lesson.ask(at: QuestionKey(lesson: id, page: page, question: question))
    }
    #expect(ask("p1", 1) == nil)
    #expect(ask("p1", 2)?.isRecallable == true)
    #expect(ask("p2", 1)?.isRecallable == false)
    #expect(ask("p2", 3) == nil)
    #expect(ask("p9", 1) == nil)
    #expect(ask("p1", 2, of: "b") == nil)
    #expect(ask("p1", .min) == nil)
  }

  @Test func aLessonIsDoneWithoutItsOptionalPages() {
    let progress = progress([("a", "p1", 2, 1)])
    #expect(progress.lessons["a"]?.isDone(lesson("a", order: 1)) == true)
  }
}
