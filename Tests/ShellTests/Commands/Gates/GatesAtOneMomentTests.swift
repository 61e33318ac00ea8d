import Reports
import Testing

@testable import Shell

struct GatesAtOneMomentTests {
  static let screens: [(name: String, capabilities: TerminalCapabilities)] = [
    ("plain", TerminalCapabilities()),
    ("16", TerminalCapabilities(color: .sixteen)),
    ("24bit", TerminalCapabilities(color: .trueColor)),
  ]

  @Test(arguments: screens)
  func gatesOfOneDayLookAsKept(name: String, capabilities: TerminalCapabilities) throws {
    let text = try ShellHarness(.text, capabilities).text("gates lstm t=42")
    try Golden.expect(text, resembles: "gates-lstm-\(name)", within: 0.001)
  }

  @Test(arguments: GatesCommandTests.models, screens)
  func theAnswerAndThePromptFitAnOldTerminal(
    model: String, screen: (name: String, capabilities: TerminalCapabilities)
  ) throws {
    let shell = try ShellHarness(.text, screen.capabilities)
    _ = try shell.text("model load \(Checkout.weights("own_lstm_u8"))")
    for line in ["gates \(model) t=42", "gates \(model) t=-1", "gates \(model) t=2912"] {
      let lines = try shell.text(line).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count - 1 <= 24, "\(line)")
    }
    let lines = try shell.text("gates \(model) t=42").split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count - 1 <= 23)
  }

  @Test(arguments: [(42, "training day"), (2517, "test day"), (3019, "test day")])
  func theTitleSaysTrainingDayOrTestDay(t: Int, part: String) throws {
    #expect(try ShellHarness().report("gates lstm t=\(t)").title.contains(part))
  }

  @Test func theTitleKnowsValidationDays() throws {
    let shell = try ShellHarness()
    _ = try shell.text("data load ko validation=2015-01-02")
    #expect(try shell.report("gates lstm t=2015-06-01").title.contains("validation day"))
    #expect(try shell.report("gates lstm t=2014-06-02").title.contains("training day"))
  }

  @Test func aFilledNextDayIsSaid() throws {
    let shell = try ShellHarness()
    #expect(try shell.text("gates lstm t=2912").contains("real $46.12 (filled)"))
    #expect(try !shell.text("gates lstm t=2911").contains("filled"))
  }

  @Test func aStepChangesGatesAndXButNotThePrediction() throws {
    let shell = try ShellHarness()
    let last = try shell.report("gates lstm t=42").values
    let third = try shell.report("gates lstm t=42 step=3").values
    #expect(third["step"] == 3 && third["t"] == 42 && third["date"] == "2006-03-06")
    for name in ["prediction", "prediction.dollars", "actual.dollars"] {
      #expect(third[name] == last[name], "\(name)")
    }
    // Step 3 of the window that ends at 42 reads day 35.
    #expect(third["x"] == (try shell.report("gates lstm t=35").values["x"]))
    #expect(third["forget.mean"] != last["forget.mean"])
  }

  @Test func carryHasNoStepAndBeginsAtTheFirstRow() throws {
    let shell = try ShellHarness()
    let json = try shell.json("gates lstm t=0 mode=carry --json")
    #expect(json.value("step") == nil && json.value("mode") == "carry" && json.value("t") == 0)
    #expect(json.value("actual.dollars").number == 20.54)
    // One row from a zero state is one typed input.
    let x = try #require(json.value("x").number)
    let typed = try shell.json("gates lstm x=\(x) --json")
    for name in ["forget.mean", "cell.max", "hidden.min", "prediction"] {
      #expect(json.value(name) == typed.value(name), "\(name)")
    }
  }

  @Test func carryOverTheFirstWindowIsThatWindow() throws {
    let shell = try ShellHarness()
    let carry = try shell.report("gates gru t=9 mode=carry").values
    let window = try shell.report("gates gru t=9").values
    for name in window.names where name != "step" && name != "mode" {
      #expect(carry[name] == window[name], "\(name)")
    }
    let later = try shell.report("gates gru t=42 mode=carry").values
    #expect(later["hidden.mean"] != (try shell.report("gates gru t=42").values["hidden.mean"]))
  }

  @Test(arguments: GatesCommandTests.models)
  func typedInputsGiveTheGatesOfTheirWindow(model: String) throws {
    let shell = try GatesCommandTests.shell()
    let window = try shell.json("data window t=42 --json").block("window").column("High scaled")
    let inputs = window.compactMap(\.float).map(\.description).joined(separator: ",")
    let typed = try shell.json("gates \(model) x=\(inputs) --json")
    let day = try shell.json("gates \(model) t=42 --json")
    #expect(typed["blocks"].items.last { $0["name"] == "gates" } != nil)
    for (a, b) in zip(typed["blocks"].items, day["blocks"].items) where a["kind"] != "paragraph" {
      #expect(a == b)
    }
    #expect(typed.value("prediction") == day.value("prediction"))
    #expect(typed.value("t") == nil && typed.value("date") == nil && typed.value("step") == 10)
    #expect(typed["title"].text?.contains("typed inputs, step 10 of 10") == true)
  }

  @Test func unitsAreSortedByAQuantityLargestFirst() throws {
    let shell = try ShellHarness()
    let plain = try shell.json("gates lstm t=42 --json")
    let sorted = try shell.json("gates lstm t=42 sort=forget --json")
    let table = try #require(sorted["blocks"].items.last { $0["name"] == "gates" })
    let forget = table.column("forget").compactMap(\.number)
    #expect(forget.count == 50 && forget == forget.sorted(by: >))
    #expect(Set(table.column("unit").compactMap(\.number)).count == 50)
    #expect(table.column("unit") != plain["blocks"].items.last?.column("unit"))
    // The columns of the map stand in the same order.
    #expect(
      sorted.block("gates.map")["columns"].items.compactMap(\.text)
        == table.column("unit").compactMap { $0.number.map { String(Int($0)) } })
  }

  @Test func topListsTheUnitsMostOpenFirst() throws {
    let json = try ShellHarness().json("gates lstm t=42 gate=output top=5 --json")
    let output = json.block("top").column("output").compactMap(\.number)
    #expect(output.count == 5 && output == output.sorted(by: >))
    #expect(json.block("top").column("output").first?.float == json.value("output.max").float)
  }

  @Test func aModelWithoutAHeadShowsGatesAndSaysSo() throws {
    let shell = try ShellHarness()
    try shell.saveWithoutHead("lstm", as: "headless.safetensors")
    _ = try shell.text("model load ~/headless.safetensors as=bare")
    let json = try shell.json("gates bare t=42 --json")
    #expect(json.value("prediction") == nil && json.value("prediction.dollars") == nil)
    #expect(json.value("actual.dollars") == 21.02)
    #expect(json.value("forget.mean") == (try shell.json("gates lstm --json")).value("forget.mean"))
    #expect(try shell.text("gates bare t=42").contains("bare has no Dense head"))
  }
}
