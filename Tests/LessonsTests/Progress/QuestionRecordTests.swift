import Testing

@testable import Lessons

@Suite("The record of a question")
struct QuestionRecordTests {
  private func answer(
    _ given: String, isRight: Bool = false, attempt: Int = 1, time: Int = 100
  ) -> Try {
    Try(attempt: attempt, time: time, draws: "t=42", given: given, isRight: isRight)
  }

  @Test func aRightAnswerSettlesIt() {
    var record = QuestionRecord(.ask)
    record.add(answer("1"))
    #expect(record.outcome == .open)
    #expect(record.recall == nil)
    record.add(answer("2", isRight: true))
    #expect(record.outcome == .right)
    #expect(record.settledIn == 1)
    #expect(record.tries.map(\.number) == [1, 2])
    #expect(!record.isRightAtFirstTry)
  }

  @Test func theSameLineTwiceInAnAttemptIsOneTry() {
    var record = QuestionRecord(.ask)
    let isNew = [answer("1"), answer("1", time: 200), answer("1", attempt: 2)].map {
      record.add($0)
    }
    #expect(isNew == [true, false, true])
    #expect(record.tries.map(\.attempt) == [1, 2])
    #expect(record.tries.map(\.number) == [1, 1])
  }

  @Test func aShownAnswerTypedAfterwardsEarnsNothing() {
    var record = QuestionRecord(.ask)
    record.show(attempt: 1, at: 100)
    record.add(answer("2", isRight: true))
    #expect(record.outcome == .shown)
    record.add(answer("3", isRight: true, attempt: 2))
    #expect(record.outcome == .right)
    #expect(!record.isRightAtFirstTry)
  }

  @Test func aSkippedQuestionMayBeAnsweredAfterAll() {
    var record = QuestionRecord(.ask)
    record.skip(attempt: 1, at: 100)
    #expect(record.outcome == .skipped)
    record.add(answer("2", isRight: true))
    #expect(record.outcome == .right)
    #expect(record.isRightAtFirstTry)
  }

  @Test func whoSkipsAndComesBackIsStillAtTheFirstTry() {
    var record = QuestionRecord(.ask)
    record.skip(attempt: 1, at: 100)
    record.add(answer("2", isRight: true, attempt: 2))
    #expect(record.isRightAtFirstTry)
  }

  @Test func lookingAgainAfterARightAnswerDoesNotSpoilIt() {
    var record = QuestionRecord(.ask)
    record.add(answer("2", isRight: true))
    record.show(attempt: 2, at: 100)
    #expect(!record.hasBeenShown)
    #expect(record.isRightAtFirstTry)
  }

  @Test func whatIsReachedIsNeverLost() {
    var record = QuestionRecord(.ask)
    record.add(answer("2", isRight: true))
    let recall = record.recall
    record.skip(attempt: 2, at: 500)
    record.show(attempt: 2, at: 600)
    record.add(answer("3", isRight: true, attempt: 2))
    #expect(record.outcome == .right)
    #expect(record.settledIn == 1)
    #expect(record.recall == recall)
    #expect(record.isRightAtFirstTry)
  }

  @Test func aBetIsSettledWhateverComes() {
    var record = QuestionRecord(.guess)
    record.add(answer("1"))
    #expect(record.outcome == .bet)
    #expect(record.recall == nil)
  }

  @Test func ownWordsAreKeptWithTheirCriteria() {
    var record = QuestionRecord(.write)
    record.write(
      QuestionRecord.Writing(text: "It fades.", time: 7, criteria: [3, 1, 3]), attempt: 1)
    #expect(record.outcome == .written)
    #expect(record.writing?.criteria == [1, 3])
    #expect(record.recall == nil)
  }

  @Test func hintsAreTheMostOfAnyAttempt() {
    var record = QuestionRecord(.ask)
    record.showHints(2)
    record.showHints(1)
    #expect(record.hints == 2)
  }

  @Test func wrongTriesAreBoundedAndARightOneIsStillTaken() {
    var record = QuestionRecord(.ask)
    for number in 0..<2_000 { record.add(answer("\(number)")) }
    #expect(record.tries.count == 50)
    record.add(answer("right", isRight: true))
    #expect(record.tries.count == 51)
    #expect(record.tries.last?.number == 51)
    #expect(record.outcome == .right)
  }

  @Test func longAnswersAreCutAtACharacter() {
    let one = answer("a" + String(repeating: "é", count: 300))
    #expect(one.given.utf8.count == 399)
    #expect(answer("short").given == "short")
  }

  @Test func anAnswerToARecallIsNoAnswerInTheLesson() {
    var record = QuestionRecord(.ask)
    record.show(attempt: 1, at: 100)
    record.addRecall(answer("2", isRight: true, attempt: 1001))
    #expect(record.outcome == .shown)
    #expect(record.tries.count == 1)
  }
}
