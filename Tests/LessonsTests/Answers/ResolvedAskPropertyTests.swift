import Grammar
import Reports
import Testing

@testable import Lessons

/// What holds of questions of every kind, for all draws and all lines.
struct ResolvedAskPropertyTests {
  private static let variables = Variables([
    Variables.Variable(name: "t", values: (0..<12).map(String.init)),
    Variables.Variable(name: "a", values: ["-2.5", "0", "0.125", "1000"]),
    Variables.Variable(name: "b", values: ["0.6", "0.8", "0.95"]),
  ])

  /// Answers `show t=…` and `mean beta=…`.
  private static let book = AnswerBook(
    Dictionary(
      uniqueKeysWithValues: (0..<12).map { day in
        ("show t=\(day)", ["high": .double(20 + 0.37 * Double(day)), "t": .integer(day)])
      } + ["0.6", "0.8", "0.95"].map { ("mean beta=\($0)", ["mean": .text("of \($0)")]) }))

  private static func asks() throws -> [Ask] {
    func wrong(_ answer: String) throws -> NamedWrong {
      NamedWrong(line: 2, answer: try draft(answer), reply: try draft("no {t}"))
    }
    func option(_ truth: Option.Truth, _ text: String) throws -> Option {
      Option(line: 2, truth: truth, text: try draft(text), reason: try draft("why {b}"))
    }
    func ask(_ kind: Ask.Kind, _ solutions: [String]) throws -> Ask {
      Ask(
        line: 1, kind: kind, question: try draft("With {a} and {b} on row {t}?"), hints: [],
        solutions: try solutions.map(draft))
    }
    return [
      try ask(
        .number(
          NumberQuestion(
            answer: try draft("{a}^2 + `show t={t} pick=high`*{b}"),
            wrongs: [try wrong("-{a}^2 - 1"), try wrong("{b}")])),
        ["{a}*{a} + {b}*`show t={t} pick=high`", "{b}*(20 + 37%*{t}) + {a}^2"]),
      try ask(
        .number(NumberQuestion(answer: try draft("2507 - {t}"), tolerance: .absolute(0.1))),
        ["-{t} + 2507"]),
      try ask(
        .choice([
          try option(.when(try draft("{a} < 0.1")), "less than 0.1, {a}"),
          try option(.when(try draft("{a} >= 0.1")), "at least 0.1, {a}"),
          try option(.wrong, "the **{b}** of a"), try option(.right, "row {t}, |v| = 12"),
        ]), []),
      try ask(
        .text(
          TextQuestion(
            answers: [try draft("row {t}"), try draft("{t}")],
            wrongs: [(2, [try draft("row {t+1}"), try draft("β")], try draft("no"))])),
        ["Row-{t}.", "the row {t}"]),
      try ask(
        .command(
          CommandQuestion(
            model: try draft("show t={t}"), verb: nil, gapped: nil,
            wrongs: [try wrong("mean beta={b}")])), ["show t={t}"]),
    ]
  }

  private func verdict(_ ask: ResolvedAsk, _ given: String) -> Verdict {
    guard ask.kind == .command, let report = Self.book.reports[given] else {
      return ask.judge(given)
    }
    return ask.judge(report, of: given)
  }

  @Test func whatIsShownAsAnswerAndEverySolutionIsRightForAllDraws() throws {
    for draws in try Self.variables.everyDraw(Self.book) {
      for ask in try Self.asks() {
        let resolved = try ResolvedAsk(ask, draws: draws, seed: seed(draws.text), Self.book)
        for given in [resolved.answerText] + resolved.solutions {
          #expect(verdict(resolved, given) == .right, "\(given) for \(draws.text)")
        }
        for wrong in resolved.foreseenWrongs where resolved.kind != .command {
          #expect(verdict(resolved, wrong.given).label == wrong.label, "\(draws.text)")
        }
      }
    }
  }

  @Test(arguments: 0..<60)
  func anyLineHasAVerdict(number: UInt64) throws {
    var generator = SplitMix64(seed: number)
    let pieces = [
      "0", "9", ".", ",", "e", "-", "+", "%", "$", "(", ")", "`", "^", "/", "=", " ", "ln", "\u{0}",
      "é", "🦊", "σ", "1e308", "\u{301}", "\r\n", "|", "max", "a", "b", "and", "the", "row", "\"",
      "<",
      "**", "\u{a0}", ";", "show t=1", "\u{202e}",
    ]
    let draws = Draws([("t", "3"), ("a", "-2.5"), ("b", "0.6")])
    let asks = try Self.asks().map {
      try ResolvedAsk($0, draws: draws, seed: seed("s\(number)"), Self.book)
    }
    for _ in 0..<50 {
      let line = (0..<generator.index(below: 12)).map { _ in
        pieces[generator.index(below: pieces.count)]
      }.joined()
      let isBlank = line.unicodeScalars.allSatisfy(\.properties.isWhitespace)
      for ask in asks {
        let verdict = ask.judge(line)
        if isBlank { #expect(verdict == .blank) }
        if verdict == .right, let range = ask.acceptedRange {
          guard case .number(let given, _) = GivenNumber(line) else {
            Issue.record("\(line) is no number")
            continue
          }
          #expect(range.contains(given))
        }
      }
      _ = try? Condition(parsing: line).holds(Self.book)
    }
  }
}
