import Testing

@testable import Shell

/// Bad lessons, and what `lesson` says of each: the first fault, and how many more there are.
struct HostileLessonTests {
  @Test(arguments: files)
  func isRefusedInASentence(_ file: HostileFile) throws {
    let shell = try ShellHarness()
    try shell.expectRefusal(of: file, as: "f.md")
    #expect(shell.interpreter.dialogue == nil)
  }

  /// A sound lesson of one page, with this in its head and these lines on the page.
  private static func lesson(
    title: String = "A lesson", minutes: String = "1", format: String = "1",
    _ lines: String = "Text."
  ) -> String {
    """
    ---
    title: \(title)
    format: \(format)
    summary: What it is about.
    minutes: \(minutes)
    order: 900
    ---

    ## One {#one}

    \(lines)

    """
  }

  private static func file(_ what: String, _ text: String, _ message: String) -> HostileFile {
    file(what, Array(text.utf8), message)
  }

  private static func file(_ what: String, _ bytes: [UInt8], _ message: String) -> HostileFile {
    HostileFile(what, bytes, "lesson ~/f", "~/f.md:" + message)
  }

  private static func command(_ command: String, _ message: String) -> HostileFile {
    file("runs \(command)", lesson("```run\n\(command)\n```"), message)
  }

  static let files: [HostileFile] = [
    // Cut short and damaged
    file("empty", "", "1: a lesson begins with a line --- and then title: … (and 1 more fault)"),
    file(
      "no front matter", "Text.\n",
      "1: a lesson begins with a line --- and then title: … (and 1 more fault)"),
    file(
      "an open front matter", "---\ntitle: A lesson\n",
      "1: the head of the lesson is never closed by a second line --- (and 1 more fault)"),
    file(
      "an open block", lesson("```run\ndata"),
      "11:4: this block is never closed by a line of three backticks"),
    file(
      "an open question", lesson("```ask number\nanswer: 1"),
      "11:4: this block is never closed by a line of three backticks (and 3 more faults)"),
    file("UTF-16", utf16(lesson()), "1: this line is not UTF-8 (and 13 more faults)"),
    file("bytes that are not UTF-8", Array(lesson().utf8) + [0xFF], "12: this line is not UTF-8"),
    file(
      "line ends of old", lesson().replacing("\n", with: "\r"),
      "1: a lesson begins with a line --- and then title: … (and 2 more faults)"),
    file(
      "a NUL", lesson("Te\0xt."),
      "11:3: the character U+0000 is invisible and cannot stand in a lesson"),

    // What a terminal would obey
    file(
      "an escape in the title", lesson(title: "\u{1B}]0;owned\u{7}"),
      "2:8: the character U+001B is invisible and cannot stand in a lesson (and 1 more fault)"),
    file(
      "a C1 control", lesson("Te\u{9B}31mxt."),
      "11:3: the character U+009B is invisible and cannot stand in a lesson"),
    file(
      "an override of direction", lesson("Te\u{202E}xt."),
      "11:3: the character U+202E is invisible and cannot stand in a lesson"),
    file("a tab", lesson("\tText."), "11:1: a tab stands here; write blanks"),
    file(
      "a private character", lesson("Te\u{E000}xt."),
      "11:3: the character U+E000 is invisible and cannot stand in a lesson"),

    // Sizes
    file(
      "a line of 20,000 letters", lesson(String(repeating: "a", count: 20_000)),
      "11: this line has 20000 bytes; a line has at most 10000"),
    file(
      "a megabyte and a bit", lesson() + String(repeating: "Text.\n", count: 170_000),
      "1: a lesson has at most 1 MB; this file has 1020105 bytes"),
    file(
      "100,000 faults", lesson(String(repeating: "\tx\n", count: 100_000)),
      "11:1: a tab stands here; write blanks (and 199 more faults)"),
    file(
      "a minute too many", lesson(minutes: "99999999999999999999"),
      "5:10: minutes: takes minutes as 30 or 30 core 15"),
    file(
      "a format to come", lesson(format: "2"),
      "3:9: this lesson is written for format 2; this program reads format 1"),
    file("a format beyond Int", lesson(format: "99999999999999999999"), "3:9: format: takes 1"),
    file(
      "draws without end", lesson("```vary b=0..1000000000000 by 0.000001\n```\n\n{b}"),
      "11:11: the ends of a range have at most 10 characters"),
    file(
      "1,000 brackets", lesson("{= \(String(repeating: "(", count: 1_000))1}"),
      "11:68: the expression is nested more than 64 deep"),
    file(
      "1,000 braces of mathematics",
      lesson("```math\n\(String(repeating: "{", count: 1_000))x\n```"),
      "12:31: the equation is nested more than 30 deep"),
    file(
      "a number beyond all",
      lesson("How much?\n\n```ask number\nanswer: 1e999\nhint: Much.\nsolution: 1\n```"),
      "14:9: this number is too large"),

    // What a lesson must not do
    command("export ~/x.svg", "12:1: a lesson cannot run export"),
    command("record ~/x.md", "12:1: a lesson cannot run record"),
    command("source /etc/passwd", "12:1: a lesson cannot run source"),
    command("model save lstm ~/x", "12:7: a lesson cannot run model save: it writes a file"),
    command(
      "train rnn epochs=1 seeds=1..2 table=~/x.csv",
      "12:31: a lesson cannot use table=: it writes a file"),
    command("progress export ~/x", "12:1: a lesson cannot run progress"),
    command("lesson print ewma file=~/x", "12:1: a lesson cannot run lesson"),
    command("data; quit", "12:7: a lesson cannot run quit"),
    command("calc `export x.svg`", "12:7: a lesson cannot run export"),
    file(
      "an unknown block", lesson("```shell\nrm -rf /\n```"),
      "11:4: there is no block \"shell\"; the blocks are run, math, plain, kept, pause, vary, ask, guess, write and check"
    ),
    file(
      "a drawn verb", lesson("```vary v=export|data\n```\n\n```run\n{v} x.svg\n```"),
      "11:11: export cannot be drawn: no lesson may run it (and 1 more fault)"),
    file("markup", lesson("<script>alert(1)</script>"), "11:1: a terminal shows no HTML"),
    file("a picture of elsewhere", lesson("![x](/etc/passwd)"), "11:1: a terminal shows no images"),
  ]
}
