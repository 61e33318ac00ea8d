import Reports
import Testing

@testable import Shell

private let squashes = "linear, relu, leakyrelu, tanh, sigmoid"

struct CellCommandTests {
  private func values(_ line: String) throws -> NamedValues {
    try ShellHarness().report(line).values
  }

  @Test func oneValueFadesInARecurrentUnit() throws {
    let text = try ShellHarness().text("cell rnn w=1 v=0.5 x=1,0")
    #expect(text.hasPrefix("One SimpleRNN unit over 2 steps\n  h = tanh(w·x + v·h' + b)\n"))
    #expect(text.contains("1: h = tanh(1·1 + 0.5·0) = tanh(1) = 0.7616\n"))
    #expect(text.contains("2: h = tanh(1·0 + 0.5·0.7616) = tanh(0.3808) = 0.3634\n"))
    let values = try values("cell rnn w=1 v=0.5 x=1,0")
    #expect(values.names == ["h.last", "h.1", "h.2"])
    #expect(abs((values["h.1"]?.number ?? 0) - 0.761594156) < 1e-9)
    #expect(values["h.last"] == values["h.2"])
  }

  @Test(arguments: [
    ("cell rnn w=1 v=0.5 x=1,2", 0.9830), ("cell rnn w=1 v=0.5 x=2,1", 0.9018),
    ("cell rnn w=1 v=2 x=1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0", 0.9575),
    ("cell rnn activation=linear w=0.2 v=0.8 x=1,1", 0.36),
    ("cell rnn activation=relu w=1 x=-1", 0), ("cell rnn v=1 b=0.5 h0=0.5 x=0", 0.7616),
    ("cell gru update=0.5 reset=1 v=0.5 x=1,0", 0.2845), ("cell gru update=1 h0=0.3 x=5,5", 0.3),
    ("cell gru update=0 reset=0 v=9 h0=0.5 x=0", 0), ("cell gru x=1,0 v=0.5", 0.3634),
    ("cell lstm output=0.27 c0=0.82 forget=1 input=0 x=1", 0.1823),
    ("cell lstm output=linear c0=0.82 forget=1 input=0 x=1", 0.82),
    ("cell lstm candidate=0.5 output=0.5,1 x=9,9 input=0.5", 0.4621),
  ])
  func theLastStateIsThatOfTheEquations(line: String, expected: Double) throws {
    #expect(abs((try values(line)["h.last"]?.number ?? .nan) - expected) < 5e-5)
  }

  @Test func aClosedInputGateHoldsTheCell() throws {
    let json = try ShellHarness().json(
      "cell lstm forget=1 input=1,0,0,0 x=0.7,0.1,0.9,0.2 --json")
    for name in ["cell.1", "cell.2", "cell.3", "cell.4", "cell.last"] {
      #expect(abs((json.value(name).number ?? 0) - 0.604367777) < 1e-9)
    }
    let steps = json.block("steps")
    #expect(
      steps.columns == [
        "step", "x", "candidate.sum", "input", "forget", "candidate", "output", "cell", "hidden",
      ])
    #expect(steps.column("input") == [1, 0, 0, 0])
    #expect(json.block("states")["series"].items.count == 2)
  }

  @Test func gatesAreComputedWhereTheirWeightsAreTyped() throws {
    let json = try ShellHarness().json("cell lstm forget.b=1 forget.w=2 x=1,-1 --json")
    #expect(json.block("steps").column("forget.sum") == [3, -1])
    let forget = json.block("steps").column("forget").compactMap(\.number)
    #expect(abs(forget[0] - 0.952574) < 1e-6)
    let text = try ShellHarness().text("cell lstm forget.b=1 forget.w=2 x=1,-1 step=2")
    #expect(text.contains("f = σ(2·(−1) + 1) = σ(−1) = 0.2689"))
    #expect(text.contains("Not typed: input = 1, output = 1."))
  }

  @Test func tiedGatesMakeTheAverage() throws {
    let ewma = try values("cell lstm forget=0.8 input=0.2 candidate=linear x=1,1,1")
    #expect(abs((ewma["cell.last"]?.number ?? 0) - (1 - 0.512)) < 1e-12)
  }

  @Test(arguments: [
    "cell lstm forget=1 input=1,0,0,0 x=0.7,0.1,0.9,0.2", "cell rnn w=1 v=2 x=1,0,0,0,0,0,0,0",
    "cell gru update=0.5 reset=1 x=1,0,0",
  ])
  func theAnswerFitsAScreen(line: String) throws {
    let lines = try ShellHarness().text(line).split(
      separator: "\n", omittingEmptySubsequences: false)
    // The last piece is the prompt's line.
    #expect(lines.count <= 24)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func aWeightOfZeroThatWasNotTypedIsSaid() throws {
    #expect(try ShellHarness().text("cell rnn x=1,0").contains("v is 0, so nothing of h'"))
    #expect(try !ShellHarness().text("cell rnn v=0 x=1,0").contains("v is 0"))
    #expect(try ShellHarness().text("cell gru x=1,0").contains("so reset does nothing"))
  }

  @Test func lettersFollowTheNotationAndNumbersStay() throws {
    let shell = try ShellHarness()
    let line = "cell gru update.b=1 v=0.5 x=1,0 step=2"
    let keras = try shell.json(line + " --json")
    _ = try shell.text("set notation=chung")
    let text = try shell.text(line)
    #expect(text.contains("z = 1 − σ(0·0 + 1) = 1 − σ(1) = 0.2689"))
    #expect(text.contains("h = (1 − 0.2689)·0.2048 + 0.2689·"))
    #expect(try shell.json(line + " --json") == keras)
    _ = try shell.text("set notation=pytorch")
    #expect(try shell.text("cell lstm x=1").contains("\n  c = f·c' + i·g,  h = o·tanh(c)"))
  }

  @Test(arguments: [
    ("cell", "cell needs a word behind it: rnn, lstm, gru"),
    ("cell ltsm x=1", "cell does not know \"ltsm\"; it takes rnn, lstm, gru; did you mean lstm?"),
    ("cell rnn", "cell needs what goes in, one number a step: x=1,0,0"),
    ("cell rnn x=1,a", "x=a: expected a number, or a list of such, as 0.5,0.8"),
    ("cell rnn x=nan", "x=nan: expected a number, or a list of such, as 0.5,0.8"),
    (
      "cell rnn x=1 forget=1",
      "cell rnn has no key forget=; its keys are x, w, v, b, activation, h0, step, pick"
    ),
    (
      "cell lstm x=1,2 forget=1,0,1",
      "forget= has 3 values for 2 steps of x; give one for all steps or one for each"
    ),
    ("cell lstm x=1 output=2", "output=2: expected \(squashes), or numbers from 0 to 1"),
    (
      "cell lstm x=1 output=0.5,tanh",
      "output=tanh: expected \(squashes), or numbers from 0 to 1"
    ),
    (
      "cell lstm x=1 candidate=tahn",
      "candidate=tahn: expected \(squashes), or numbers as 1,0,2; did you mean tanh?"
    ),
    (
      "cell lstm x=1 candidate=1..3",
      "candidate=1..3: expected \(squashes), or numbers as 1,0,2"
    ),
    (
      "cell lstm x=1 forget=1 forget.w=2",
      "forget.w= does not go with forget=, which gives the gate itself"
    ),
    (
      "cell lstm x=1 candidate=0.5 w=2",
      "w= does not go with this: candidate= gives the candidate itself"
    ),
    ("cell gru x=1 step=2", "step=2: there are steps 1 to 1"),
  ])
  func mistakesSayWhatWasExpected(line: String, message: String) throws {
    let complaint = try ShellHarness(.text, .init(width: 300)).message(line)
    #expect(complaint == message)
  }
}
