import Testing

@testable import Lessons

@Suite("The review schedule of a question")
struct RecallStateTests {
  private let day = 86_400

  @Test func itComesBackAfterOneThreeEightAndTwentyDaysThenEachTwenty() {
    var state = RecallState(last: 0)
    var gaps: [Int] = []
    for _ in 0..<6 {
      gaps.append((state.due - state.last) / day)
      state.answer(isRight: true, at: state.due)
    }
    #expect(gaps == [1, 3, 8, 20, 20, 20])
  }

  @Test func aMissedOneIsDueAtOnceAndBeginsAnew() {
    var state = RecallState(stage: 2, last: 0)
    state.answer(isRight: false, at: 9 * day)
    #expect(state.due == 9 * day)
    state.answer(isRight: true, at: 9 * day + 60)
    #expect(state.due == 10 * day + 60)
    #expect(state.stage == 0)
  }

  @Test func aSuccessBeforeItIsDueDoesNotMoveItOn() {
    var state = RecallState(stage: 1, last: 0)
    state.answer(isRight: true, at: day)
    #expect(state.stage == 1)
    #expect(state.due == 4 * day)
  }

  @Test func eachAskingHasNumbersOfItsOwn() {
    var state = RecallState(last: 0)
    var attempts: [Int] = []
    for now in 1...3 {
      attempts.append(state.nextAttempt)
      state.answer(isRight: now != 2, at: now)
    }
    #expect(attempts == [1001, 1002, 1003])
  }

  @Test func aQuestionThatIsDoneEntersAtTheFirstStage() {
    var right = QuestionRecord(.ask)
    right.add(Try(attempt: 1, time: 500, given: "2", isRight: true))
    #expect(right.recall == RecallState(last: 500))
    var shown = QuestionRecord(.ask)
    shown.show(attempt: 1, at: 500)
    #expect(shown.recall == RecallState(last: 500, isMissed: true))
  }

  @Test func aMissedOneThatIsRightOnItsPageBeginsAnewButKeepsItsCount() {
    var record = QuestionRecord(.ask)
    record.skip(attempt: 1, at: 500)
    record.finishRecall(isRight: false, at: 600)
    record.add(Try(attempt: 2, time: 700, given: "2", isRight: true))
    #expect(record.recall == RecallState(last: 700, count: 1))
  }

  @Test(arguments: [Int.min, -1, Int.max])
  func numbersOutOfRangeDoNoHarm(number: Int) {
    var state = RecallState(stage: number, last: number, count: number)
    state.answer(isRight: true, at: number)
    state.answer(isRight: false, at: number)
    #expect(state.due >= 0)
    #expect(state.nextAttempt > 1000)
  }
}
