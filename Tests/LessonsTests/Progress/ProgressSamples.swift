@testable import Lessons

/// A generator of numbers that are the same on every machine (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}

extension Progress {
  /// A progress of few names and small numbers, so that two of them have much in common.
  static func random(_ dice: inout Dice) -> Progress {
    var progress = Progress(student: Student(id: dice.pick(["ada", "ben"]), classCode: "R"))
    for id in ["ewma", "lstm"] where dice.number(0...3) > 0 {
      var lesson = LessonProgress(
        fingerprint: dice.pick(["a0", "b1"]), currentPage: dice.pick([nil, "p1", "p2"]),
        corePathOnly: dice.number(0...1) == 1, visited: dice.number(0...2))
      lesson.pages = random(pages: &dice)
      if dice.number(0...4) == 0 {
        lesson.reset()
        lesson.pages.merge(random(pages: &dice)) { $1 }
      }
      progress.lessons[id] = lesson
    }
    return progress
  }

  private static func random(pages dice: inout Dice) -> [String: PageRecord] {
    var pages: [String: PageRecord] = [:]
    for id in ["p1", "p2", "p\"3\""] where dice.number(0...2) > 0 {
      var page = PageRecord(
        attempt: dice.number(1...3), isDone: dice.number(0...1) == 1,
        finished: dice.pick([nil, 10, 20]), seconds: dice.number(0...90))
      for place in 1...3 where dice.number(0...2) > 0 { page.questions[place] = .random(&dice) }
      pages[id] = page
    }
    return pages
  }
}

extension QuestionRecord {
  static func random(_ dice: inout Dice) -> QuestionRecord {
    var record = QuestionRecord(dice.pick(Kind.allCases))
    for _ in 0..<dice.number(0...5) {
      let attempt = dice.number(1...2)
      let now = dice.number(1...4)
      switch dice.number(0...6) {
      case 0: record.skip(attempt: attempt, at: now)
      case 1: record.show(attempt: attempt, at: now)
      case 2: record.showHints(dice.number(0...3))
      case 3:
        let text = dice.pick(["It fades.", "Tabs\tand \"quotes\"\nand \u{1b}[2J"])
        let writing = Writing(text: text, time: now, criteria: [dice.number(1...3)])
        record.write(writing, attempt: attempt)
      case 4: record.finishRecall(isRight: dice.number(0...1) == 1, at: now)
      default:
        record.add(
          Try(
            attempt: attempt, time: now, draws: dice.pick(["", "t=42 b=0.8"]),
            given: dice.pick(["0,35", "b", "a c", "sigmoid(0.53)"]),
            label: dice.pick([nil, "one minus"]), isRight: dice.number(0...2) == 0,
            right: dice.pick([nil, 0.1, -1e-30, 2507])))
      }
    }
    return record
  }
}
