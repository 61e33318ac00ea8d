import Testing

@testable import Lessons

struct RunBlockTests {
  @Test(arguments: [
    ("run", RunBlock.Mode.shown), ("run quiet", .quiet), ("run type", .typed),
    ("run expect-error", .expectError),
  ])
  func holdsACommandALine(kind: String, mode: RunBlock.Mode) {
    let blocks = LessonFixture.blocks(
      onPage: "```vary t=1..9\n```\n```\(kind)\ndata show t={t}\n\n  data; model\n```\n")
    let first = Template([.text("data show t="), .draw(name: "t", offset: 0)], line: 15)
    #expect(blocks == [.run(RunBlock(mode, [first, Template("data; model", line: 17)]))])
  }

  @Test(arguments: [
    ("browse lstm", "1: a lesson cannot run browse"),
    ("export a.svg", "1: a lesson cannot run export"),
    ("record a.gate", "1: a lesson cannot run record"),
    ("source a.gate", "1: a lesson cannot run source"),
    ("quit", "1: a lesson cannot run quit"),
    ("exit", "1: a lesson cannot run exit"),
    ("bye", "1: a lesson cannot run bye"),
    ("class report x", "1: a lesson cannot run class"),
    ("lesson ewma", "1: a lesson cannot run lesson"),
    ("lessons", "1: a lesson cannot run lessons"),
    ("review", "1: a lesson cannot run review"),
    ("enrol me", "1: a lesson cannot run enrol"),
    ("progress", "1: a lesson cannot run progress"),
    ("notes a.md", "1: a lesson cannot run notes"),
    ("votes 1 2", "1: a lesson cannot run votes"),
    ("history run 12", "1: a lesson cannot run history"),
    ("\"export\" a.svg", "1: a lesson cannot run export"),
    ("data; export a.svg", "7: a lesson cannot run export"),
    ("calc 1 + `export a.svg pick=x`", "11: a lesson cannot run export"),
    ("model save lstm f", "7: a lesson cannot run model save: it writes a file"),
    ("model \"save\" lstm f", "7: a lesson cannot run model save: it writes a file"),
    ("train rnn table=a.csv", "11: a lesson cannot use table=: it writes a file"),
    ("{w} lstm", "1: the first word of a command cannot be drawn"),
    ("calc `{w} lstm pick=x`", "7: the first word of a command cannot be drawn"),
    ("train {w}=a.csv", "7: a key cannot be drawn"),
    ("data {= 1}", "6: {= stands in running text only; write the expression itself"),
    ("\"\" x", "1: a command was expected here"),
    (";", "1: a command was expected here"),
    ("# comment", "1: a command was expected here"),
  ])
  func refusesWhatALessonMustNotDo(command: String, fault: String) {
    for mode in ["run", "run expect-error", "run type", "run quiet"] {
      let body = "```vary w=gates|data\n```\n```\(mode)\n\(command)\n```\n"
      #expect(LessonFixture.faults(onPage: body) == ["4:\(fault)"])
    }
  }

  @Test(arguments: [
    ("gates \"lstm", "2:7: this quote is never closed"),
    ("t=3", "2:2: a command begins with a verb, not with key=value"),
    ("ewma β=1 beta=", "2:14: beta= needs a value right behind the sign"),
    ("data t=1 t=2", "2:10: t= stands twice; keep one"),
  ])
  func refusesALineThatIsNoCommandUnlessItMustFail(command: String, fault: String) {
    #expect(LessonFixture.faults(onPage: "```run\n\(command)\n```\n") == [fault])
    #expect(LessonFixture.faults(onPage: "```run expect-error\n\(command)\n```\n") == [])
  }

  @Test(arguments: [
    ("```run\n\n```", "1:4: a run block needs a command"),
    ("```run slow\ndata\n```", "1:8: \"slow\" cannot follow run; quiet, expect-error or type can"),
    (
      "```run quiett\ndata\n```",
      "1:8: \"quiett\" cannot follow run; quiet, expect-error or type can; did you mean quiet?"
    ),
    ("```run\ndata", "1:4: this block is never closed by a line of three backticks"),
    (
      "```run\ndata\n\n```pause\n```",
      "1:4: this block is never closed by a line of three backticks"
    ),
    (
      "```run\ndata\n\n## Next {#next}\n\nText",
      "1:4: this block is never closed by a line of three backticks"
    ),
    ("  ```run\ndata\n```", "1:1: a block begins at the margin"),
    ("```\ndata\n```", "1:1: the kind of the block is missing behind the backticks, as in ```run"),
    (
      "```rnu\ndata\n```",
      "1:4: there is no block \"rnu\"; the blocks are run, math, plain, kept, pause, vary, ask, guess, write "
        + "and check; did you mean run?"
    ),
    ("```pause now\n```", "1:10: nothing can follow pause here"),
    ("```pause\nx\n```", "2:1: a pause block is empty"),
  ])
  func refusesABlockWithAFault(body: String, fault: String) {
    #expect(LessonFixture.faults(onPage: body) == [fault])
  }
}
