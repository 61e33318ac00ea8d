import Grammar
import LineEditing
import Recurrent
import Reports
import Testing

@testable import Shell

struct BrowserTests {
  /// What a line draws when these keys are struck, the last drawing first, and what it answers.
  private func browse(
    _ line: String, _ keys: [LineEditing.Key], in shell: ShellHarness, size: (Int, Int) = (80, 24)
  ) throws -> (last: String, answer: String) {
    let screen = ScriptedScreen(keys + [.character("q")], size: size)
    shell.screen = screen
    let answer = try shell.text(line)
    #expect(screen.isClosed)
    return (screen.drawings.last ?? "", answer)
  }

  private func keys(_ text: String) -> [LineEditing.Key] {
    text.map { $0 == "\n" ? .enter : .character($0) }
  }

  @Test func itShowsWhatTheShellShows() throws {
    let shell = try ShellHarness()
    let shown = try browse("browse lstm t=42 gate=forget", [], in: shell)
    #expect(
      shown.last.hasPrefix("forget: LSTM at t=42, 2006-03-06 (training day), step 10 of 10\n"))
    let forecast = try shell.text("gates lstm t=42 gate=forget steps=all")
    let sentence = try #require(forecast.split(separator: "\n").last)
    #expect(shown.last.contains(sentence))
    #expect(shown.last.split(separator: "\n", omittingEmptySubsequences: false).count == 24)
  }

  @Test func itEndsWithTheCommandThatShowsTheSame() throws {
    let shell = try ShellHarness()
    let keys: [LineEditing.Key] = [.right, .down, .down, .pageDown]
    let shown = try browse("browse lstm t=42", keys, in: shell)
    #expect(
      shown.answer
        == "The same in the shell: `gates lstm t=66 gate=candidate steps=all`\n")
    let kept = try #require(shell.session.lastReport)
    #expect(try shell.report("gates lstm t=66 gate=candidate steps=all") == kept)
  }

  @Test func aDayIsTyped() throws {
    let shell = try ShellHarness()
    let shown = try browse("browse gru", keys("2008-10-10\n"), in: shell)
    #expect(shown.last.contains("GRU at t=698, 2008-10-10 (training day)"))
    let typing = try browse("browse gru", keys("2008-1"), in: shell)
    #expect(typing.last.hasSuffix("\nGo to row or date: 2008-1_"))
  }

  @Test(arguments: [
    ("2008-10-11\n", "2008-10-11 was no trading day; the nearest are 2008-10-10 and 2008-10-13"),
    ("3\n", "t=3 has no whole window of 10 values; the first is t=9 (2006-01-17)"),
    ("99999\n", "there is no row 99999; rows run from 0 (2006-01-03) to 3019 (2017-12-29), and"),
    ("1-2-3\n", "\"1-2-3\" names no row"),
  ])
  func aDayThatIsNotThereIsToldAndNothingMoves(typed: String, notice: String) throws {
    let shell = try ShellHarness()
    let shown = try browse("browse lstm t=42", keys(typed), in: shell)
    #expect(shown.last.contains(notice))
    #expect(shown.last.contains("LSTM at t=42"))
  }

  @Test func aUnitShowsItsNumbers() throws {
    let shell = try ShellHarness()
    let shown = try browse("browse lstm t=42 gate=forget unit=7 step=4", [], in: shell)
    #expect(shown.last.contains("step 4 of 10, unit 7"))
    let equation = try #require(
      shell.text("gates lstm t=42 unit=7 step=4 gate=forget").split(separator: "\n").dropFirst()
        .first)
    #expect(shown.last.contains(equation))
  }

  @Test func shadesAreStretchedAndBack() throws {
    let shell = try ShellHarness()
    let own = try browse("browse lstm t=42 gate=forget", [], in: shell).last
    let stretched = try browse("browse lstm t=42 gate=forget", keys("s"), in: shell).last
    #expect(stretched != own && !stretched.contains("1.00"))
    #expect(try browse("browse lstm t=42 gate=forget", keys("ss"), in: shell).last == own)
    // Where all values are one there is nothing to stretch.
    _ = try shell.text("clamp lstm forget=0.5")
    let held = try browse("browse lstm t=42 gate=forget", [], in: shell).last
    let heldShades = try browse("browse lstm t=42 gate=forget", keys("s"), in: shell).last
    #expect(held == heldShades)
  }

  @Test func allEquationsStandInATallWindow() throws {
    let shell = try ShellHarness()
    let shown = try browse("browse lstm t=42 unit=7", [], in: shell, size: (120, 50))
    for gate in ["input: i = ", "forget: f = ", "candidate: ", "cell: c = ", "hidden: h = "] {
      #expect(shown.last.contains(gate))
    }
  }

  @Test func aClampStaysInTheSessionAndIsSaid() throws {
    let shell = try ShellHarness()
    let shown = try browse("browse lstm t=42 gate=forget", keys("c0.5\n"), in: shell)
    #expect(shown.last.contains("LSTM (clamped: forget=0.5) t=42 2006-03-06 step 10"))
    #expect(
      shown.answer.hasSuffix("\nlstm stays clamped: forget=0.5; `unclamp lstm` lets it go.\n"))
    #expect(shell.session.prompt == "gatehouse [lstm clamped]> ")
    let released = try browse("browse lstm t=42 gate=forget", keys("c\n"), in: shell)
    #expect(released.answer.hasSuffix("\nlstm is not clamped any more.\n"))
    #expect(shell.session.prompt == "gatehouse> ")
  }

  @Test func lettingOneGateGoKeepsTheOthersToTheLastDigit() throws {
    let shell = try ShellHarness()
    _ = try shell.text("clamp lstm forget=0.123456 input=mean output=1")
    let before = shell.session.clampedModels[0].clamps
    let shown = try browse("browse lstm gate=output", keys("c\n"), in: shell)
    #expect(shown.answer.contains("lstm stays clamped: input=mean, forget=0.1235;"))
    #expect(shell.session.clampedModels[0].clamps == before.filter { $0.gate != "output" })
  }

  @Test(arguments: [
    ("c7\n", "forget=7: a gate lies between 0 and 1"),
    ("cx\n", "forget=x: expected a number, or mean"),
    ("c\n", "forget is not clamped"),
  ])
  func aClampThatCannotBeIsTold(typed: String, notice: String) throws {
    let shell = try ShellHarness()
    let shown = try browse("browse lstm gate=forget", keys(typed), in: shell)
    #expect(shown.last.contains(notice))
    #expect(shell.session.prompt == "gatehouse> ")
  }

  @Test func keysStruckAheadAreDrawnOnce() throws {
    let shell = try ShellHarness()
    let screen = ScriptedScreen(Array(repeating: .right, count: 100) + [.character("q")])
    screen.isAhead = true
    shell.screen = screen
    let answer = try shell.text("browse lstm t=42")
    #expect(answer.contains("t=142"))
    #expect(screen.drawings.isEmpty)
  }

  @Test func controlCLeavesAsInterrupted() throws {
    let shell = try ShellHarness()
    shell.screen = ScriptedScreen([.right, .interrupt])
    let outcome = shell.run("browse lstm t=42; data")
    #expect(outcome.status == ExitStatus.interrupted)
    #expect(outcome.answers.contains("t=43") && !outcome.answers.contains("KO"))
  }

  @Test(arguments: [
    "lstm", "gru", "rnn", "latch", "mine",
  ])
  func everyModelCanBeBrowsedInEveryWindow(model: String) throws {
    let shell = try ShellHarness()
    _ = try shell.text("model load \(Checkout.weights("own_gru_u8")) as=mine")
    if model == "latch" { _ = try shell.text("data make latch seed=1") }
    let gates = try shell.context.gateCount(of: model, shell.session)
    for size in [(40, 10), (40, 12), (80, 24), (120, 40), (200, 60)] {
      let keys: [LineEditing.Key] =
        [.end, .character("u")] + Array(repeating: .down, count: gates) + [.home, .pageDown]
      let screen = ScriptedScreen(keys + [.character("?"), .enter, .character("q")], size: size)
      shell.screen = screen
      _ = try shell.text("browse \(model)")
      for drawing in screen.drawings {
        let lines = drawing.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == size.1)
        for line in lines { #expect(displayWidth(of: String(line)) <= size.0, "\(line)") }
      }
      #expect(screen.drawings.count == keys.count + 3)
    }
  }

  @Test func twoColumnsCanBeBrowsed() throws {
    let shell = try ShellHarness()
    let rows = (0..<60).map { "2020-01-01,\(10 + $0 % 7),\($0 % 5)" }
    _ = try shell.home.make("two.csv", (["Date,High,Low"] + rows).joined(separator: "\n"))
    _ = try shell.text("data load ~/two.csv columns=High,Low date=none split=0.8")
    _ = try shell.text("model new lstm units=4 features=2 as=mine")
    let shown = try browse("browse mine t=-1", [.left], in: shell)
    #expect(shown.last.contains("mine (LSTM) at t=58 (test row), step 10 of 10"))
  }

  @Test func aSeriesWithoutAWindowCannotBeBrowsed() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("p.csv", LoadFormTests.prices(rows: 9))
    _ = try shell.text("data load ~/p.csv")
    #expect(try shell.message("browse lstm") == "the series is too short for one window of 10")
  }

  @Test func aWindowThatIsTooSmallSaysSo() throws {
    let shell = try ShellHarness()
    let shown = try browse("browse lstm", [], in: shell, size: (39, 10))
    #expect(shown.last.hasPrefix("The window is 39 by 10; this needs 40\nby 10. q leaves.\n"))
  }

  @Test func elsewhereItSaysWhatToUse() throws {
    let shell = try ShellHarness()
    #expect(
      try shell.complaint("browse lstm t=57 gate=f")
        == "browse needs the keys and the screen of a terminal; here use "
        + "gates lstm t=57 gate=forget steps=all\n")
    shell.screen = ScriptedScreen([.character("q")])
    let json = try shell.json("browse lstm --json")
    #expect(json.names == ["command", "error"])
  }

  @Test(arguments: [
    ("browse", "browse needs MODEL"), ("browse lstn", "there is no model \"lstn\""),
    ("browse lstm t=3", "t=3 has no whole window"),
    ("browse lstm t=33..42", "browse begins at one day, as t=42"),
    ("browse lstm unit=50", "unit=50: lstm has units 0 to 49"),
    ("browse lstm step=11", "step=11: the window has steps 1 to 10"),
    ("browse rnn gate=forget", "rnn has no quantity \"forget\""),
    ("browse latch", "latch reads 2 values a day"),
  ])
  func mistakesAreToldAtTheirPlace(line: String, message: String) throws {
    let shell = try ShellHarness()
    shell.screen = ScriptedScreen([.character("q")])
    #expect(try shell.message(line).contains(message))
    #expect(shell.screen?.drawings.isEmpty == true)
  }

  @Test func theSetDayIsTheNearestWindow() throws {
    let shell = try ShellHarness()
    _ = try shell.text("data make adding length=50 seed=1")
    _ = try shell.text("model new lstm units=4 features=2 as=mine")
    let shown = try browse("browse mine", [.right], in: shell)
    #expect(shown.answer.contains("gates mine t=99 "))
  }
}

extension CommandContext {
  fileprivate func gateCount(of model: String, _ session: Session) throws -> Int {
    var session = session
    return try session.model(Word(model, at: 0..<0), self).network.cell.quantities.count
  }
}
