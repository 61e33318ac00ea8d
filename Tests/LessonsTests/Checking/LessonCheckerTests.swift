import Lessons
import Testing

struct LessonCheckerTests {
  // MARK: The session

  @Test func pagesRunInTheSessionThatThePagesBeforeLeave() throws {
    let lesson = ShortLesson(
      ShortLesson.run("set k=2"), ShortLesson.run("get") + "```check\nk = 2 within 0\n```")
    #expect(try lesson.faults() == [])
  }

  @Test func nothingStaysFromOneDrawToTheNext() throws {
    let lesson = ShortLesson(
      "```vary n=1..3\n```\n" + ShortLesson.run("get") + "```check\nk = 1 within 0\n```\n"
        + ShortLesson.run("set k=7"))
    #expect(try lesson.faults() == [])
  }

  @Test func laterPagesBeginAfterTheFirstDrawsOfEarlierOnes() throws {
    let lesson = ShortLesson(
      "```vary n=4..6\n```\n" + ShortLesson.run("set k={n}"),
      ShortLesson.run("get") + "```check\nk = 4 within 0\n```")
    #expect(try lesson.faults() == [])
  }

  @Test func aCommandThatFailsIsToldOnceAndLeftOutLater() throws {
    let lesson = ShortLesson(
      ShortLesson.run("fail"), ShortLesson.run("show x=1"), ShortLesson.run("show x=2"))
    #expect(try lesson.faults() == ["p1:2: `fail` fails: this fails"])
  }

  @Test func aCommandThatMustFailChangesNothing() throws {
    let host = BenchHost()
    let lesson = ShortLesson(ShortLesson.run("fail", "expect-error"), ShortLesson.run("get"))
    #expect(try lesson.faults(host) == [])
    #expect(host.ran == ["get"])
  }

  @Test func lastIsTheLastAnswerOfThePage() throws {
    let say = "Here is {= `last pick=x`}."
    #expect(try ShortLesson(ShortLesson.run("show x=1"), say).faults().count == 1)
    #expect(try ShortLesson(ShortLesson.run("show x=1") + "\n" + say).faults() == [])
  }

  @Test func aBetThatCannotBePosedLeavesNothingToCheck() throws {
    let lesson = ShortLesson(
      "How much is {= 1/0}?\n\n```guess number\nrun: get\npick: k\n```\n"
        + "```check\nk = 1 within 0\n```")
    #expect(
      try lesson.faults() == [
        "p1:1: {= 1/0} fails: this divides by 0", "p1:8: no command has answered before this",
      ])
  }

  // MARK: The core path

  @Test func thePagesOfTheCorePathDoWithoutTheOthers() throws {
    let page = ShortLesson.run("get") + "```check\nk = 2 within 0\n```"
    let message =
      "with path=core, without the optional pages: k is not what it should be (it is 1, expected 2)"
    #expect(try ShortLesson(ShortLesson.run("set k=2"), page, optional: [2]).faults() == [])
    #expect(
      try ShortLesson(ShortLesson.run("set k=2"), page, optional: [1]).faults()
        == ["p2:5: \(message)"])
    #expect(try ShortLesson(ShortLesson.run("set k=2"), page, optional: [1, 2]).faults() == [])
  }

  @Test func whatFailsOnBothPathsIsToldOnce() throws {
    let lesson = ShortLesson(
      ShortLesson.run("set k=2"), ShortLesson.run("get") + "```check\nk = 3 within 0\n```",
      optional: [1])
    #expect(
      try lesson.faults() == ["p2:5: k is not what it should be (it is 2, expected 3)"])
  }

  // MARK: Reviews

  private let dependence =
    "the answer depends on commands that ran before, so review cannot ask it: write recall: no"

  @Test func aQuestionThatDependsOnEarlierCommandsCannotBeRecalled() throws {
    let set = ShortLesson.run("set k=2")
    for pages in [
      ShortLesson(set, "\n" + ShortLesson.question()),
      ShortLesson(set + "\n" + ShortLesson.question()),
    ] {
      let faults = try pages.faults()
      #expect(faults.count == 1)
      #expect(faults.first?.hasSuffix(dependence) == true)
    }
    let unrecalled = ShortLesson.question(isRecalled: false)
    #expect(try ShortLesson(set, "\n" + unrecalled).faults() == [])
    #expect(
      try ShortLesson(ShortLesson.run("show x=2"), "\n" + ShortLesson.question()).faults() == [])
  }

  @Test func aQuestionAboutTheLastAnswerCannotBeRecalled() throws {
    let question = ShortLesson.question().replacing("`get pick=k`", with: "`last pick=k`")
    let lesson = ShortLesson(ShortLesson.run("get") + "\n" + question)
    #expect(try lesson.faults() == ["p1:7: \(dependence)"])
  }

  @Test func theSessionOfThePageGoesOnBehindAQuestionThatWasRecalled() throws {
    let lesson = ShortLesson(
      ShortLesson.run("set k=2") + "\n" + ShortLesson.question() + ShortLesson.run("get")
        + "```check\nk = 2 within 0\n```")
    #expect(try lesson.faults() == ["p1:7: \(dependence)"])
  }

  @Test func drawsThatDependOnEarlierCommandsCannotBeRecalled() throws {
    let page =
      "```vary n=1..3 where {n} >= `get pick=k`\n```\n\nHow much is {n}?\n\n" + """
        ```ask number
        answer: {n}
        hint: Look.
        solution: {n}+1-1
        ```
        """
    let message =
      "the draws depend on commands of earlier pages, so review cannot ask what is asked here: "
      + "write recall: no"
    #expect(try ShortLesson(ShortLesson.run("set k=2"), page).faults() == ["p2:1: \(message)"])
    #expect(try ShortLesson(ShortLesson.run("show x=2"), page).faults() == [])
    let unrecalled = page.replacing("hint: Look.", with: "hint: Look.\nrecall: no")
    #expect(try ShortLesson(ShortLesson.run("set k=2"), unrecalled).faults() == [])
  }

  // MARK: Draws

  @Test func aFaultOfManyDrawsIsToldOnceWithTheFirstOfThem() throws {
    let lesson = ShortLesson("```vary a=1..9 b=x|y\n```\n\n{a}{b}: {= 1/({a}-{a})} {= 1/({a}-4)}")
    #expect(
      try lesson.faults() == [
        "p1:4: {= 1/({a}-{a})} fails: this divides by 0 (with a=1 b=x)"
      ])
    let other = ShortLesson("```vary a=1..9 b=x|y\n```\n\n{a}{b}: {= 1/({a}-4)}")
    #expect(
      try other.faults() == ["p1:4: {= 1/({a}-4)} fails: this divides by 0 (with a=4 b=x)"])
  }

  @Test func atMostTwoHundredDrawsAreTried() throws {
    let host = BenchHost()
    let lesson = ShortLesson("```vary a=1..1000\n```\n" + ShortLesson.run("show x={a}"))
    #expect(try lesson.faults(host) == [])
    #expect(Set(host.ran).count == 200)
    #expect(host.ran.contains("show x=1") && host.ran.contains("show x=1000"))
  }

  @Test func aPageWhoseDrawsFailIsCheckedWithTheFirstValues() throws {
    let lesson = ShortLesson(
      "```vary a=3|4 where {a} > 5\n```\n" + ShortLesson.run("set k={a}"),
      ShortLesson.run("get") + "```check\nk = 3 within 0\n```")
    #expect(try lesson.faults().count == 1)
  }

  // MARK: Progress and interruption

  @Test func tellsHowFarItIs() throws {
    var told: [(Double, String)] = []
    let lesson = ShortLesson("```vary a=1..2\n```\n\n{a}", "Text.")
    _ = try lesson.faults { told.append(($0, $1)) }
    #expect(told.map(\.0) == [0, 0.25, 0.5])
    #expect(told.map(\.1) == ["p1", "p1", "p2"])
  }

  @Test(arguments: [
    ShortLesson.run("stop"), ShortLesson.run("stop", "expect-error"), "Now {= `stop pick=x`}.",
    "> teacher: {= `stop pick=x`}", "```vary a=1..2 where {a} < `stop pick=x`\n```\n\n{a}",
    ShortLesson.run("get") + "```check\nk = `stop pick=x` within 1\n```",
    ShortLesson.question().replacing("`get pick=k`", with: "`stop pick=x`"),
    ShortLesson.run("get")
      + ShortLesson.question().replacing("`get pick=k`", with: "`stop pick=x`"),
    "Bet?\n\n```guess number\nrun: stop\npick: k\n```",
    "Bet?\n\n```guess number\nrun: get\npick: k\nwrong: = `stop pick=x` | So.\n```",
    "Bet?\n\n```guess choice\n[if `stop pick=k` > 1] yes | So.\n[ ] no | So.\n```",
    "Do it.\n\n```ask command\nsame-result-as: stop\nhint: So.\nsolution: stop\n```",
  ])
  func anInterruptionEndsIt(page: String) throws {
    #expect(throws: BenchHost.Interrupted.self) { try ShortLesson(page).faults() }
  }

  @Test func whatProgressThrowsEndsIt() throws {
    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try ShortLesson("Text.", "More.").faults { _, page in if page == "p2" { throw Enough() } }
    }
  }
}
