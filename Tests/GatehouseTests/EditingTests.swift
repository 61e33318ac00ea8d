import TestSupport
import Testing

/// Keys at the prompt of the real shell.
struct EditingTests {
  @Test(arguments: [
    ("set x", [KeyStroke.backspace, .backspace], "set"),
    ("gates lstm t=42", [.control("W")], "gates lstm"),
    ("gates lstm t=42", [.control("A"), .control("K")], ""),
    ("gates lstm", [.control("U")], ""),
    ("ates", [.control("A"), KeyStroke("g"), .control("E"), KeyStroke("!")], "gates!"),
    ("ates", [.home, KeyStroke("g"), .end, KeyStroke("!")], "gates!"),
    ("xset", [.home, .delete], "set"),
    ("gates lstm", [KeyStroke("\u{1B}[1;5D"), KeyStroke("x ")], "gates x lstm"),
    (
      "gates lstm", [.alt("b"), .alt("b"), KeyStroke("\u{1B}[1;5C"), KeyStroke("!")], "gates! lstm"
    ),
    ("gates lstm", [.alt("b"), .alt("d")], "gates"),
  ])
  func keysDoWhatTheyDoInOtherShells(_ typed: String, _ keys: [KeyStroke], _ line: String) throws {
    let terminal = try TestUser().openShell()
    terminal.send(typed)
    for key in keys { terminal.send(key) }
    try terminal.expectLine(line.isEmpty ? TestUser.prompt : "gatehouse> \(line)")
  }

  @Test func verbsWordsKeysAndValuesAreCompleted() throws {
    let terminal = try TestUser().openShell()
    for (typed, line) in [
      ("gat\t", "gatehouse> gates"), ("ls\t", "gatehouse> gates lstm"),
      ("ga\t", "gatehouse> gates lstm gate="), ("fo\t", "gatehouse> gates lstm gate=forget"),
      ("mo\t", "gatehouse> gates lstm gate=forget mode="),
      ("c\t", "gatehouse> gates lstm gate=forget mode=carry"),
    ] {
      terminal.send(typed)
      try terminal.expectLine(line)
    }
    terminal.send("x")
    try terminal.expectLine("gatehouse> gates lstm gate=forget mode=carry x")
  }

  @Test(arguments: [
    ("gatse lstm t=7", "gates lstm t=7"), ("set t=7; gates lsmt t=8", "set t=7; gates lstm t=8"),
    ("gates lstm stpe=3", "gates lstm step=3"),
  ])
  func tabAloneTypesWhatWasMeantAfterAMistake(line: String, meant: String) throws {
    let terminal = try TestUser().openShell()
    try terminal.run(line)
    terminal.send("\t")
    try terminal.expectLine("gatehouse> \(meant)")
    try terminal.run("")
    try terminal.run("")
    terminal.send("\te")
    try terminal.expectLine("gatehouse> e")
  }

  @Test func twoCandidatesAreListedAtTheSecondTab() throws {
    let terminal = try TestUser().openShell()
    terminal.send("e\t")
    try terminal.wait(for: "the bell") { $0.screen.bells == 1 }
    terminal.send("\t")
    try terminal.wait(for: "the list, and the line again") {
      $0.screen.promptsSeen == 2 && $0.screen.rowOfCursor == "gatehouse> e"
    }
    #expect(terminal.screen.rows.contains { $0.hasPrefix("evaluate ") })
    #expect(terminal.screen.rows.contains { $0.hasPrefix("explain ") && $0.count > 20 })
  }

  @Test(arguments: [
    ("data load pr\t", "data load prices.csv"), ("data load a\t", "data load 'a b.csv'"),
    ("data load \"a\t", "data load \"a b.csv\""), ("data load 'a\t", "data load 'a b.csv'"),
    ("data load \"it\t", "data load \"it's.csv\""), ("data load it\t", "data load \"it's.csv\""),
    ("data load fo\tin\t", "data load folder/inner.csv"),
    ("set; data load pr\t", "set; data load prices.csv"),
  ])
  func filesAreCompletedAndKeepTheirQuotes(_ typed: String, _ line: String) throws {
    let user = try TestUser()
    for name in ["prices.csv", "a b.csv", "it's.csv", "folder/inner.csv"] {
      try user.home.write(TestUser.prices(40), to: name)
    }
    let terminal = try user.openShell()
    terminal.send(typed)
    try terminal.expectLine("gatehouse> \(line)")
    try terminal.run("")
    #expect(terminal.screen.contains("40 rows from 2020-01-01 to 2020-02-12"))
  }

  @Test func resizingKeepsWhatIsTyped() throws {
    let terminal = try TestUser().openShell(columns: 70)
    terminal.send("gates lstm t=42 unit=7 gate=forget step=3")
    try terminal.expectLine("gatehouse> gates lstm t=42 unit=7 gate=forget step=3")
    terminal.resize(columns: 30, rows: 24)
    try terminal.expectLine("t=7 gate=forget step=3")
    terminal.resize(columns: 70, rows: 24)
    try terminal.expectLine("gatehouse> gates lstm t=42 unit=7 gate=forget step=3")
    terminal.send(.control("U"))
    try terminal.run("set")
    #expect(terminal.screen.hasRow("width", "auto"))
  }

  @Test(arguments: ["data", "gates lstm t=42", "evaluate", "predict lstm t=33..42", "help gates"])
  func answersFitTheWindowAtTheTimeOfPrinting(_ line: String) throws {
    let terminal = try TestUser().openShell(columns: 80, rows: 120)
    terminal.resize(columns: 40, rows: 120)
    try terminal.run("set color=never")
    terminal.enter(line)
    let text = try terminal.text(between: "\(line)\r\n", and: TestUser.prompt)
    let lines = text.split(separator: "\r\n")
    #expect(lines.count > 3)
    for line in lines { #expect(line.count <= 40) }
  }

  @Test func aWindowOfTwentyColumnsStillAnswers() throws {
    let user = try TestUser()
    for line in ["gates lstm t=42", "data", "help", "gates lsmt"] {
      let terminal = try user.startAtTerminal(
        "--color", "never", "-c", line, columns: 20, rows: 200)
      _ = try terminal.waitForExit()
      for row in String(decoding: terminal.output, as: UTF8.self).split(separator: "\r\n") {
        #expect(row.count <= 20)
      }
    }
  }
}
