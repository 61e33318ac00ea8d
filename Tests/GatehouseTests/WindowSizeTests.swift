import TestSupport
import Testing

/// Windows of sizes that nobody chose: tiny, huge, and unknown to the terminal.
struct WindowSizeTests {
  private static let sizes = [(1, 1), (2, 2), (5, 3), (20, 5), (1_000, 500), (0, 0)]

  /// Answers of every kind of picture and text.
  private static let answers = [
    "data plot", "gates lstm t=42", "gates lstm t=all gate=forget", "gates gru unit=3",
    "walk lstm t=42", "predict lstm t=33..42", "ewma beta=0.8,0.5", "evaluate", "help",
    "help train", "explain forget-gate", "lessons", "train rnn units=1 epochs=2 batch=500",
  ]

  @Test(arguments: sizes)
  func anAnswerIsNeverWiderThanTheWindow(_ columns: Int, _ rows: Int) throws {
    let terminal = try TestUser().startAtTerminal(
      "-c", Self.answers.joined(separator: "; "), columns: columns, rows: rows)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(columns == 1 || terminal.screen.overflowingRows.isEmpty)
    #expect(terminal.isSetAsAtStart)
  }

  @Test(arguments: sizes)
  func atThePromptLinesAreEditedAndScreensLeft(_ columns: Int, _ rows: Int) throws {
    let user = try TestUser()
    let terminal = try user.startAtTerminal(columns: columns, rows: rows)
    try terminal.wait(for: "keys to be taken") { !$0.isSetAsAtStart }
    terminal.send("gates lstm t=42 unit=7 " + String(repeating: "x", count: 200))
    for key in [KeyStroke.home, .right, .control("E"), .backspace, .control("U")] {
      terminal.send(key)
    }
    for line in ["cal\t\t1+1", "\u{12}cal", "browse lstm t=42", "walk lstm t=42", "help train"] {
      terminal.enter(line)
      // It leaves a pause or a screen; where there is none, it is no command.
      terminal.enter("q")
    }
    for line in [
      "set pager=off", "lesson welcome", "data", "leave", "calc 6*7; export answer.md", "quit",
    ] {
      terminal.enter(line)
    }
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isSetAsAtStart && !terminal.screen.isAlternate)
    #expect(user.home.text(of: "answer.md")?.contains("= 42") == true)
  }
}
