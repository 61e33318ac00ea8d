import Grammar
import Recurrent
import Reports
import Testing

@testable import Shell

struct GradientCommandTests {
  @Test func threeCellsStandSideBySide() throws {
    let json = try ShellHarness().json("gradient rnn lstm gru t=42 --json")
    #expect(json.block("gradient")["kind"] == "line")
    let table = json.block("flow")
    #expect(table.columns == ["step", "rnn", "lstm", "lstm.cell", "gru"])
    #expect(table.column("step") == (1...10).map { .number(Double($0)) })
    for name in ["rnn", "lstm", "lstm.cell", "gru"] {
      let norms = table.column(name).compactMap(\.number)
      #expect(norms.count == 10)
      let share = try #require(json.value(name + ".share.first").number)
      #expect(abs(share - norms[0] / norms[9]) < 1e-12)
    }
    #expect(json.value("peak.step") == json.value("rnn.peak.step"))
    #expect(json.value("center") == json.value("rnn.center"))
    #expect(json.value("t") == 42 && json.value("date") == "2006-03-06")
  }

  @Test func theNormsMatchDifferencesOfTheExactOutput() throws {
    let shell = try ShellHarness()
    var session = shell.session
    let data = try session.marketData(shell.context)
    for name in ["rnn", "lstm", "gru"] {
      let model = try session.model(Word(name, at: 0..<0), shell.context)
      let trace = model.trace(of: data.sequences(endingAt: [42]))
      let inputs = (0..<10).map { trace.input(step: $0).map(Double.init) }
      let table = try shell.json("gradient \(name) to=x --json").block("flow")
      for (step, found) in table.column(name).enumerated() {
        var (above, below) = (inputs, inputs)
        above[step][0] += 1e-5
        below[step][0] -= 1e-5
        let high = try #require(model.network.exactOutput(after: above))
        let low = try #require(model.network.exactOutput(after: below))
        #expect(abs(try #require(found.number) - (high - low) / 2e-5) < 1e-5)
      }
    }
  }

  @Test func theSlopesByTheInputsHaveTheirSumAndCentreOfMass() throws {
    let json = try ShellHarness().json("gradient gru t=2516..3018 to=x --json")
    let slopes = json.block("flow").column("gru").compactMap(\.number)
    let sum = slopes.reduce(0, +)
    #expect(abs(try #require(json.value("gru.sum").number) - sum) < 1e-12)
    let center = zip(slopes, (1...10).reversed()).reduce(0) { $0 + $1.0 * Double($1.1) } / sum
    #expect(abs(try #require(json.value("center").number) - center) < 1e-12)
    // A trained net leans on the last days: persistence would have 1.
    #expect((1...2).contains(center))
  }

  @Test func oneModelsSlopesAreBarsWithTheirDays() throws {
    let json = try ShellHarness().json("gradient lstm to=x --json")
    let bars = json.block("slopes")
    #expect(bars["kind"] == "bars")
    #expect(bars["labels"].items.last == "step 10, 2006-03-06")
    #expect(bars["values"].items == json.block("flow").column("lstm"))
  }

  @Test func hAndCAreGivenAlone() throws {
    let shell = try ShellHarness()
    for place in ["h", "c"] {
      let flow = try shell.json("gradient lstm to=\(place) --json").block("flow")
      #expect(flow.columns == ["step", "lstm"])
    }
    let state = try shell.json("gradient gru --json").block("flow")
    #expect(try shell.json("gradient gru to=h --json").block("flow") == state)
  }

  @Test func typedInputsNeedNoDay() throws {
    let json = try ShellHarness().json("gradient rnn lstm x=0.1,0.2,0.3 --json")
    #expect(json.value("t") == nil)
    #expect(json.block("flow").column("step") == [1, 2, 3])
  }

  @Test func aModelOfTwoFeaturesHasTwoCurvesOfSlopes() throws {
    let shell = try ShellHarness()
    _ = try shell.text("data make latch")
    let json = try shell.json("gradient latch t=100 to=x --json")
    #expect(json.block("flow").columns == ["step", "latch", "latch.x1"])
    #expect(try shell.text("gradient latch t=100").contains("cell path"))
  }

  @Test func withoutAHeadTheStatesReachIsShown() throws {
    let shell = try ShellHarness()
    try shell.saveWithoutHead("lstm", as: "headless.safetensors")
    _ = try shell.text("model load ~/headless.safetensors as=bare")
    let json = try shell.json("gradient bare --json")
    let norms = json.block("flow").column("bare").compactMap(\.number)
    #expect(norms.count == 10 && norms.last == 1)
    #expect(abs(try #require(json.value("bare.share.first").number) - norms[0]) < 1e-12)
    for line in ["gradient bare to=x", "gradient bare lstm", "gradient bare t=40..42"] {
      #expect(try shell.message(line).hasPrefix("bare has no Dense head, so there is no forecast"))
    }
    #expect(try shell.report("saturation bare").values["memory"]?.number != nil)
    #expect(try shell.json("compare bare lstm --json").value("bare.prediction") == nil)
  }

  @Test(arguments: [
    ("gradient gru to=c", "gru has no cell state; to=c is for an LSTM"),
    ("gradient lstm lstm", "lstm stands twice; name another model"),
    ("gradient lstm t=3", "t=3 has no whole window of 10 values"),
    ("gradient lstm latch", "latch reads 2 values a day, the data has 1 column"),
    ("gradient lstm latch x=0.1", "latch reads 2 values a step, lstm reads 1"),
    ("gradient lstm x=0.1 t=42", "t= does not go with this: x= gives the inputs itself"),
    ("gradient lstm to=y", "to=y: expected one of state, h, c, x"),
  ])
  func mistakesSayWhatIsWrong(line: String, message: String) throws {
    let complaint = try ShellHarness(.text, .init(width: 200)).message(line)
    #expect(complaint.hasPrefix(message), "\(complaint)")
  }

  @Test(arguments: ["gradient lstm", "gradient rnn lstm gru", "gradient lstm to=x"])
  func answersFitTheScreen(line: String) throws {
    let lines = try ShellHarness().text(line).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count - 1 <= 25)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }
}
