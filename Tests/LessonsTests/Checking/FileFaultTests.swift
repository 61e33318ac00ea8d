import Testing

/// What the parser finds before the checker begins: each is told at its place, and the checker does not run.
struct FileFaultTests {
  /// A fault of the file, planted in the sound lesson.
  struct Misprint: Sendable, CustomTestStringConvertible {
    let new: String
    let old: String
    /// Line and column of each fault that must be told.
    let places: [String]

    init(_ new: String, for old: String, _ places: String...) {
      self.new = new
      self.old = old
      self.places = places
    }

    var testDescription: String { new }
  }

  private static let option = QuestionFaultTests.option
  private static let hint = "hint: It has a name of its own."

  @Test(arguments: [
    Misprint("format: 2", for: "format: 1", "3:9"),
    Misprint("titel: Sound", for: "title: A sound lesson", "2:1", "8"),
    Misprint("minutes: 10 core 11", for: "minutes: 10 core 8", "5:10"),
    Misprint("order: first", for: "order: 5", "6:8"),
    Misprint("needs: Series", for: "needs: series", "7:8"),
    Misprint("## Runs", for: "## Runs {#runs}", "10:1"),
    Misprint("## Numbers {#runs}", for: "## Numbers {#numbers}", "67:1"),
    Misprint("# A heading", for: "- an item", "14:1"),
    Misprint("| two |", for: "| two | {= `show x=2 pick=x`} |", "19:1"),
    Misprint("export x.svg", for: "show x=2 y=-3", "22:1"),
    Misprint("x > 2", for: "x = 4/2 within 0.001", "26:3"),
    Misprint("h_t = \\wrong{x}", for: "h_t = \\tanh(W x_t + V h_{t-1})", "51:7"),
    Misprint("```puase", for: "```pause", "62:4"),
    Misprint("> pupil: Two minutes.", for: "> teacher: Two minutes.", "65:1"),
    Misprint(
      "```vary b=0.6|0.7|0.8 where {b} < 1", for: "```vary b=0.6|0.7|0.8 k=2..4 where {k} < 4",
      "72:38", "75:15", "76:14", "77:15", "79:15", "80:23"),
    Misprint("answre: = {b}^{k}", for: "answer: = {b}^{k} within 1%", "74:4", "75:1"),
    Misprint("answer: = {b}^ within 1%", for: "answer: = {b}^{k} within 1%", "75:15"),
    Misprint("wrong: = {b}*{k}", for: "wrong: = {b}*{k} | The factors multiply.", "76:8"),
    Misprint("[y] the average of all | So.", for: option, "89:1"),
    Misprint("explain: So.", for: hint, "100:4"),
    Misprint("hint: So.", for: "solution: cell state", "100:4"),
    Misprint("pick: x y", for: "pick: x", "127:7"),
    Misprint("close: near", for: "close: 20%", "128:8"),
    Misprint("```kept sound", for: "```kept sound/numbers", "148:4"),
    Misprint("hint: {q}", for: hint, "104:7"),
    Misprint("hint: **bold", for: hint, "104:7"),
    Misprint(
      "criterion: A.\ncriterion: B.\ncriterion: C.\ncriterion: D.",
      for: "criterion: I say that it comes first.", "142:4"),
    Misprint("```vary n=1..2\n```\n\n```ask number", for: "```ask number", "74:4"),
    Misprint("```pause", for: "```ask text", "101:1"),
    Misprint("minutes:", for: "minutes: 10 core 8", "5:1"),
    Misprint("needs: series series", for: "needs: series", "7:15"),
    Misprint("", for: "What is carried from step to step?", "100:4"),
    Misprint("close: 20%\nclose: 10%", for: "close: 20%", "129:1"),
    Misprint(
      "[x] the average that fades", for: "[x] the average that fades | Each step takes a share.",
      "88:1"),
  ])
  func isFound(misprint: Misprint) throws {
    let host = BenchHost()
    let text = try SoundLesson.planting(misprint.new, for: misprint.old)
    let found = try SoundLesson.faults(in: text, host)
    #expect(found.count == misprint.places.count)
    for (fault, place) in zip(found, misprint.places) {
      #expect(fault.hasPrefix("sound.md:\(place): "))
    }
    #expect(host.ran.isEmpty && host.asked.isEmpty)
  }
}
