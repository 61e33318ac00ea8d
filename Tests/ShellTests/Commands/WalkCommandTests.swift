import Grammar
import Recurrent
import Reports
import Testing

@testable import Shell

struct WalkCommandTests {
  @Test(arguments: [("rnn", 2), ("lstm", 6), ("gru", 4)])
  func aPauseStandsBeforeEachQuantity(model: String, quantities: Int) throws {
    let shell = try ShellHarness()
    for line in ["walk \(model) t=42 unit=7", "walk \(model) t=42"] {
      let report = try shell.report(line)
      #expect(report.blocks.count { $0 == .pause(Pause()) } == quantities)
      let pages = TextRenderer(.plain).pages(of: report)
      #expect(pages.count == quantities + 1)
      for page in pages {
        #expect(page.split(separator: "\n", omittingEmptySubsequences: false).count <= 24)
      }
    }
  }

  @Test(arguments: ["rnn", "lstm", "gru"])
  func theNumbersAreThoseOfGates(model: String) throws {
    let shell = try ShellHarness()
    let walk = try shell.report("walk \(model) t=2008-10-10 unit=7 step=4").values
    let gates = try shell.report("gates \(model) t=2008-10-10 unit=7 step=4").values
    #expect(walk == gates)
    let all = try shell.report("walk \(model) t=42").values
    let expected = try shell.report("gates \(model) t=42").values
    #expect(all == expected)
  }

  @Test(arguments: ["rnn", "lstm", "gru", "before"])
  func thePartsOfEachSumGiveTheSum(model: String) throws {
    let shell = try ShellHarness()
    _ = try shell.text("model new gru reset=before units=8 init=torch seed=3 as=before")
    for unit in [0, 7] {
      let json = try shell.json("walk \(model) t=694 unit=\(unit) --json")
      let parts = json.block("parts")
      #expect(parts.columns == ["gate", "x", "states", "bias", "sum", "value"])
      for row in parts["rows"].items where row.items[4].number != nil {
        let numbers = row.items[1...4].compactMap(\.number)
        #expect(abs(numbers[0] + numbers[1] + numbers[2] - numbers[3]) < 1e-5)
      }
    }
  }

  /// The numbers of a line of an equation, signs taken from the text before them.
  private func sum(printedIn line: Substring) -> (parts: Double, total: Double)? {
    let sides = line.split(separator: " = ")
    guard sides.count == 3, let total = number(sides[2]) else { return nil }
    let text = sides[1].replacing(" − ", with: " + −")
    let terms = text.split(separator: " + ").map { term in
      term.split(separator: " [")[0].split(separator: "·").compactMap(number).reduce(1, *)
    }
    return (terms.reduce(0, +), total)
  }

  private func number(_ text: Substring) -> Double? {
    Double(text.replacing("−", with: "-"))
  }

  @Test(arguments: ["rnn", "lstm", "gru"])
  func thePrintedPartsGiveThePrintedTotal(model: String) throws {
    let shell = try ShellHarness()
    for unit in [3, 30] {
      let report = try shell.report("walk \(model) t=42 unit=\(unit)")
      var sums = 0
      for case .equation(let equation) in report.blocks {
        for line in equation.text.split(separator: "\n") where line.contains("smaller terms]") {
          let (parts, total) = try #require(sum(printedIn: line.replacing("sum: ", with: "")[...]))
          #expect(abs(parts - total) < 5e-4 * max(1, abs(total)), "\(line)")
          sums += 1
        }
      }
      #expect(sums > 0)
    }
  }

  @Test func theNewCellStateIsWhatIsKeptAndWhatIsAdded() throws {
    let json = try ShellHarness().json("walk lstm t=42 unit=7 --json")
    let bars = json.block("cell")
    #expect(bars["labels"].items.map(\.text) == ["c' before", "f·c' kept", "i·c̃ added", "c now"])
    let values = bars["values"].items.compactMap(\.number)
    #expect(abs(values[1] + values[2] - values[3]) < 1e-7)
    #expect(abs(values[3] - (json.value("cell").number ?? 0)) < 1e-7)
  }

  @Test(arguments: [
    ("lstm", ["forget.cell", "candidate.cell", "cell", "hidden"]),
    ("gru", ["update.cell", "reset.cell", "candidate.cell", "hidden"]), ("rnn", []),
  ])
  func thePictureOfTheCellStandsOnThePagesThatItBelongsTo(model: String, names: [String]) throws {
    let report = try ShellHarness().report("walk \(model) t=42 unit=7")
    #expect(pictures(report).map(\.name) == names)
  }

  @Test(arguments: ["lstm", "gru", "before"], ["keras", "chung"])
  func whatThePictureKeepsAndAddsIsTheNewState(model: String, notation: String) throws {
    let shell = try ShellHarness()
    _ = try shell.text("model new gru reset=before units=8 init=torch seed=3 as=before")
    _ = try shell.text("set notation=\(notation)")
    let report = try shell.report("walk \(model) t=694 unit=5")
    for blocks in [report.blocks, report.shownBlocks ?? report.blocks] {
      let pictures = pictures(Report(blocks: blocks))
      let whole = try #require(pictures.last)
      let (kept, added) = (try #require(whole.kept), try #require(whole.added))
      let now = try #require(whole.now)
      #expect(abs(kept.passed.value + added.passed.value - now.value) < 1e-6)
      #expect(.float(now.value) == report.values[model == "lstm" ? "cell" : "hidden"])
      for passage in pictures.flatMap({ [$0.kept, $0.added, $0.shutter] }).compactMap(\.self) {
        #expect(abs(passage.gate.value * passage.source.value - passage.passed.value) < 1e-6)
      }
    }
  }

  @Test func theResetStandsBeforeWhatItActsOn() throws {
    let shell = try ShellHarness()
    _ = try shell.text("model new gru reset=before units=8 init=torch seed=3 as=before")
    let sources = try ["gru", "before"].map { model in
      let report = try shell.report("walk \(model) t=42 unit=7")
      return pictures(report).first { $0.name == "reset.cell" }?.shutter?.source.symbol
    }
    #expect(sources == ["U·h' + b'", "h'"])
  }

  private func pictures(_ report: Report) -> [CellPicture] {
    report.blocks.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
  }

  @Test func lettersFollowTheNotationAndNumbersStay() throws {
    let shell = try ShellHarness()
    let keras = try shell.json("walk gru t=42 unit=7 --json")
    _ = try shell.text("set notation=chung")
    #expect(try shell.json("walk gru t=42 unit=7 --json") == keras)
    let text = try shell.text("walk gru t=42 unit=7")
    #expect(text.contains("(1−z)·h' kept"))
    #expect(text.contains(Notation.flipSentence))
    _ = try shell.text("set notation=pytorch")
    #expect(try shell.text("walk lstm t=42").contains("3 of 6: the candidate g"))
  }

  @Test func typedInputsTakeThePlaceOfADay() throws {
    let shell = try ShellHarness()
    let json = try shell.json("walk lstm x=0.5,0.6 unit=0 step=1 --json")
    #expect(json.value("t") == .null && json.value("x").float == 0.5)
    let text = try shell.text("walk lstm x=0.5,0.6 unit=0 step=1").replacing("\n", with: " ")
    #expect(text.contains("its own h' is 0, its c' 0."))
    _ = try shell.text("model new gru features=2 units=2 head=no as=two")
    let two = try shell.text("walk two x=[[0.5,0.6],[0.7,0.8]] unit=1")
    #expect(two.contains("In come x = 0.7, 0.8 and the 2 states"))
    #expect(two.contains("two has no Dense head"))
  }

  @Test func aHeldGateIsSaidToBeHeld() throws {
    let shell = try ShellHarness()
    _ = try shell.text("clamp lstm forget=0.5")
    #expect(try shell.text("walk lstm t=42").contains("It is held, whatever the sums are."))
    #expect(try shell.text("walk lstm t=42 unit=7").contains("It is held at 0.5, whatever the sum"))
  }

  @Test func theFirstStepBeginsWithNothing() throws {
    let text = try ShellHarness().text("walk lstm t=42 step=1").replacing("\n", with: " ")
    #expect(text.contains("and the 50 states h' of the step before, all of them 0."))
  }

  @Test func aCarriedStateIsWalkedToo() throws {
    let shell = try ShellHarness()
    let walk = try shell.json("walk lstm t=5 mode=carry unit=1 --json")
    #expect(walk.value("mode") == "carry" && walk.value("step") == .null)
  }

  @Test(arguments: [
    ("walk", "walk needs MODEL: walk MODEL [t=] [unit=] [step=] [mode=] [x=]"),
    ("walk lsmt", "there is no model \"lsmt\"; models: rnn, lstm, gru, latch; did you mean lstm?"),
    ("walk lstm t=33..42", "walk goes through one day, as t=42"),
    ("walk lstm unit=50", "unit=50: lstm has units 0 to 49"),
    ("walk lstm step=11", "step=11: there are steps 1 to 10"),
    ("walk lstm x=0.5 t=42", "t= does not go with this: x= gives the inputs itself"),
    (
      "walk lstm mode=carry step=2",
      "step= does not go with this: mode=carry has no steps, its state runs on"
    ),
    (
      "walk latch",
      "latch reads 2 values a day, the data has 1 column; data load FILE columns=… takes other columns"
    ),
  ])
  func mistakesSayWhatWasExpected(line: String, message: String) throws {
    let complaint = try ShellHarness(.text, .init(width: 300)).message(line)
    #expect(complaint == message)
  }
}
