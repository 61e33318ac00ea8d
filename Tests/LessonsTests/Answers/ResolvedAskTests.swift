import Grammar
import Reports
import Testing

@testable import Lessons

struct ResolvedAskTests {
  private let draws = Draws([("t", "7"), ("b", "0.8"), ("a", "-3")])
  private let book = AnswerBook([
    "data show t=7": ["high": 20.51], "data show t=6": ["high": 20.4],
    "ewma beta=0.8": ["mean": 0.9, "t": 7], "ewma beta=0": ["mean": 1, "t": 7],
    "negative": ["x": -1], "model lstm": ["kind": "lstm", "parameters": 10451],
  ])

  private func make(
    _ kind: Ask.Kind, question: String = "On row {t}?", hints: [String] = ["Row {t-1} is before."],
    solutions: [String] = [], explanation: String? = nil
  ) throws -> Ask {
    Ask(
      line: 9, kind: kind, question: try draft(question), hints: try hints.map(draft),
      solutions: try solutions.map(draft), explanation: try explanation.map(draft))
  }

  private func number(
    _ answer: String, _ tolerance: Tolerance = .standard, wrongs: [(String, String)] = []
  ) throws -> Ask.Kind {
    .number(
      NumberQuestion(
        answer: try draft(answer), tolerance: tolerance,
        wrongs: try wrongs.map {
          NamedWrong(line: 10, answer: try draft($0.0), reply: try draft($0.1))
        }))
  }

  private func options(_ options: [(Option.Truth, String)]) throws -> Ask.Kind {
    .choice(
      try options.map {
        Option(line: 10, truth: $0.0, text: try draft($0.1), reason: try draft("why \($0.1)"))
      })
  }

  private func resolved(_ ask: Ask, _ student: String = "s001") throws -> ResolvedAsk {
    try ResolvedAsk(ask, draws: draws, seed: seed(student), book)
  }

  @Test func aNumberIsComputedWithTheDrawsInIt() throws {
    let ask = try resolved(
      try make(
        try number(
          "`data show t={t} pick=high`",
          wrongs: [("`data show t={t-1} pick=high`", "Rows start at 0: t={t} is no. {t+1}.")]),
        solutions: ["20 + 0.51"], explanation: "It is {= `data show t={t} pick=high`}."))
    #expect(ask.kind == .number)
    #expect(ask.question == "On row 7?")
    #expect(ask.hints == ["Row 6 is before."])
    #expect(ask.explanation == "It is 20.51.")
    #expect(ask.rightNumber == 20.51)
    #expect(ask.answerText == "20.51")
    #expect(ask.judge("20.5") == .right)
    #expect(
      ask.judge("20.4")
        == .wrong(Misconception(label: "wrong 1", reply: "Rows start at 0: t=7 is no. 8.")))
    #expect(ask.foreseenWrongs == [.init(label: "wrong 1", given: "20.4")])
    #expect(ask.acceptedRange == 20.46...20.560000000000002)
  }

  @Test func negativeDrawsAreSquaredWhole() throws {
    let ask = try resolved(try make(try number("{a}^2"), solutions: ["{a}^2", "9"]))
    #expect(ask.rightNumber == 9)
    #expect(ask.solutions.map(ask.judge) == [.right, .right])
  }

  @Test func aSolutionHasTheNumbersOfItsCommandsInIt() throws {
    let ask = try resolved(
      try make(
        try number("`data show t={t} pick=high` - 0.11"),
        solutions: [
          "`data show t={t-1} pick=high`", "`data show t={t} pick=high` - 0.11",
          "2*`negative pick=x`^2 + 18.4", "({= `data show t={t} pick=high`}) - 0.11",
          "{a} + {= `negative pick=x`} + 24.4",
        ]))
    #expect(
      ask.solutions == [
        "20.4", "20.51 - 0.11", "2*(-1)^2 + 18.4", "(20.51) - 0.11",
        "(-3) + −1 + 24.4",
      ])
    #expect(ask.solutions.map(ask.judge) == Array(repeating: .right, count: 5))
  }

  @Test func whatCannotBeComputedIsThrown() throws {
    #expect(throws: Mistake.self) { try resolved(try make(try number("`nothing pick=x`"))) }
    #expect(throws: Mistake("this divides by 0", at: 0..<3)) {
      try resolved(try make(try number("1/0")))
    }
    #expect(throws: Mistake.self) {
      try resolved(try make(try number("`model lstm pick=kind`")))
    }
  }

  @Test func optionsAreShuffledByTheStudentAndKeepTheirLabels() throws {
    let ask = try make(
      try options([(.right, "{t} days"), (.wrong, "none"), (.wrong, "all"), (.wrong, "{t-1} days")])
    )
    let all = try (0..<60).map { try resolved(ask, "s\($0)") }
    for resolved in all {
      #expect(resolved.options.map(\.letter) == ["a", "b", "c", "d"])
      #expect(resolved.options.map(\.text).sorted() == ["6 days", "7 days", "all", "none"])
      let right = try #require(resolved.options.first { $0.isRight == true })
      #expect(right.label == "option 1: {t} days")
      #expect(right.reason == "why 7 days")
      #expect(resolved.judge(right.letter) == .right)
      #expect(resolved.answerText == "7 days")
      #expect(resolved.judge("6 days").label == "option 4: {t-1} days")
      #expect(resolved.foreseenWrongs.count == 3)
      #expect(resolved.foreseenWrongs.allSatisfy { resolved.judge($0.given).label == $0.label })
    }
    #expect(Set(all.map { $0.options.map(\.text) }).count > 15)
    #expect(try resolved(ask, "s3") == all[3])
  }

  @Test func conditionsSayWhichOptionIsRight() throws {
    let kind = try options([
      (.when(try draft("`data show t={t} pick=high` > 20.45")), "higher"),
      (.when(try draft("`data show t={t} pick=high` <= 20.45")), "lower"),
    ])
    #expect(try resolved(try make(kind)).answerText == "higher")
  }

  @Test func aChoiceWithoutARightOptionIsAMistake() throws {
    let kind = try options([(.when(try draft("{t} > 7")), "more"), (.wrong, "less")])
    let ask = try make(kind)
    #expect(throws: Mistake("no option of the question in line 9 is right", at: nil)) {
      try resolved(ask)
    }
  }

  @Test func aWordIsFoldedAndForeseen() throws {
    let ask = try resolved(
      try make(
        .text(
          TextQuestion(
            answers: [try draft("day {t}"), try draft("c̃")],
            wrongs: [(10, [try draft("hidden"), try draft("h")], try draft("Not row {t}."))])),
        solutions: ["The Day 7."]))
    #expect(ask.answerText == "day 7")
    #expect(ask.judge("Day-7") == .right)
    #expect(ask.judge("c~") == .right)
    #expect(ask.judge("h") == .wrong(Misconception(label: "wrong 1", reply: "Not row 7.")))
    #expect(ask.isForeseen("Hidden") && ask.isForeseen("c tilde") && !ask.isForeseen("help"))
    #expect(ask.foreseenWrongs.map(\.given) == ["hidden", "h"])
    #expect(ask.solutions.map(ask.judge) == [.right])
    #expect(ask.rightNumber == nil && ask.acceptedRange == nil)
  }

  @Test func aCommandIsJudgedByItsAnswer() throws {
    let ask = try resolved(
      try make(
        .command(
          CommandQuestion(
            model: try draft("ewma beta={b}"), verb: nil, gapped: try draft("ewma ____"),
            wrongs: [
              NamedWrong(
                line: 10, answer: try draft("ewma beta=0"), reply: try draft("No memory."))
            ])),
        solutions: ["ewma beta={b}"]))
    #expect(ask.gapped == "ewma ____")
    #expect(ask.answerText == "ewma beta=0.8")
    #expect(ask.awaits(verb: "ewma") && !ask.awaits(verb: "cell"))
    func verdict(_ command: String) throws -> Verdict {
      ask.judge(try book.report(of: command), of: command)
    }
    #expect(try verdict("ewma beta=0.8") == .right)
    #expect(
      try verdict("ewma beta=0") == .wrong(Misconception(label: "wrong 1", reply: "No memory.")))
    #expect(ask.foreseenWrongs == [.init(label: "wrong 1", given: "ewma beta=0")])
    // The answer of another verb is free play, whatever it is.
    let free = ask.judge(try book.report(of: "ewma beta=0.8"), of: "model lstm")
    #expect(free == .unreadable("A command that begins with ewma is awaited here."))
    #expect(ask.judge("42") == .unreadable("A command that begins with ewma is awaited here."))
    #expect(ask.judge(" ") == .blank)
  }

  @Test func aVerbAloneIsMetByAnyAnswerOfIt() throws {
    let ask = try resolved(
      try make(
        .command(CommandQuestion(model: nil, verb: "model", gapped: nil, wrongs: [])),
        solutions: ["model lstm"]))
    #expect(ask.answerText == "model lstm")
    #expect(ask.judge(Report(), of: "model gru") == .right)
    #expect(ask.judge(Report(), of: "").label == "blank")
  }

  @Test func otherQuestionsAwaitNoCommand() throws {
    let ask = try resolved(try make(try number("5")))
    #expect(!ask.awaits(verb: "calc"))
    #expect(!ask.isForeseen("5"))
    #expect(ask.judge(Report(values: ["result": 5]), of: "calc 5").label == "unreadable")
  }
}
