import Testing

@testable import Lessons

struct TextAnswerTests {
  private let answer = TextAnswer(
    answers: ["cell", "cell state", "c"],
    foreseen: [
      .init(answers: ["hidden", "hidden state", "h"], reply: "By h little comes."),
      .init(answers: ["forget gate", "output gate"], reply: "That is the valve."),
    ])

  @Test(arguments: [
    ("cell", "right"), ("The cell state.", "right"), ("Cell-State", "right"), ("C", "right"),
    ("h", "wrong 1"), ("Hidden", "wrong 1"), ("the forget gate", "wrong 2"),
    ("bias", "wrong"), ("b", "wrong"), ("", "blank"), (" ", "blank"), ("-", "blank"),
    // A slip of the keys in a long word is no try.
    ("cell sate", "unreadable"), ("cellstaet", "unreadable"), ("cell statee", "unreadable"),
    ("cell stage", "unreadable"), ("cel", "wrong"), ("bell state", "wrong"),
    ("cell stgae", "wrong"),
    ("hidden sate", "wrong"), ("forget gatte", "wrong"), ("cell state 2", "wrong"),
  ])
  func verdicts(given: String, label: String) {
    #expect(answer.verdict(on: given).label == label)
  }

  @Test func aForeseenWordHasItsReply() {
    #expect(
      answer.verdict(on: "output gate")
        == .wrong(Misconception(label: "wrong 2", reply: "That is the valve.")))
  }

  @Test(arguments: [
    ("decreases", "wrong"), ("increase", "unreadable"), ("icnreases", "unreadable"),
  ])
  func theFirstLetterCounts(given: String, label: String) {
    #expect(TextAnswer(answers: ["increases"], foreseen: []).verdict(on: given).label == label)
  }

  @Test func foreseesWhatTheAuthorWroteAlone() {
    #expect(answer.foresees("C"))
    #expect(answer.foresees("the hidden state"))
    #expect(!answer.foresees("cells"))
    #expect(!answer.foresees(""))
  }
}
