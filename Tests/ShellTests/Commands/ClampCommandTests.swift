import Grammar
import LineEditing
import Recurrent
import Reports
import Testing

@testable import Shell

struct ClampCommandTests {
  // MARK: What it does to the numbers

  @Test func aGRUWithResetOneAndUpdateZeroIsARNN() throws {
    let shell = try ShellHarness()
    try shell.report("clamp gru reset=1 update=0")
    var session = shell.session
    let model = try session.model(Word("gru", at: 0..<0), shell.context)
    let data = try session.marketData(shell.context)
    let cell = try #require(model.network.cell as? GRUCell)
    // h' = tanh(W_h·x + b_h + U_h·h + b'_h), written out in Double.
    let (n, width) = (cell.units, 3 * cell.units)
    let p = cell.parameters.map(Double.init)
    let biasStart = width + n * width
    let trace = model.trace(of: data.sequences(endingAt: [42]))
    var h = [Double](repeating: 0, count: n)
    for step in 0..<10 {
      let x = Double(trace.input(step: step)[0])
      let old = h
      for unit in 0..<n {
        let column = 2 * n + unit
        var sum = p[column] * x + p[biasStart + column] + p[biasStart + width + column]
        for other in 0..<n { sum += p[width + other * width + column] * old[other] }
        h[unit] = Activation.tanh.value(at: sum)
      }
    }
    let json = try shell.json("gates gru t=42 --json")
    for (found, expected) in zip(json.table("gates").column("hidden"), h) {
      #expect(abs(try #require(found.number) - expected) < 1e-5)
    }
  }

  @Test func aStepOfThatGRUEqualsTheRNNOnItsCandidateBlock() throws {
    let shell = try ShellHarness()
    try shell.report("clamp gru reset=1 update=0")
    var session = shell.session
    let model = try session.model(Word("gru", at: 0..<0), shell.context)
    let cell = try #require(model.network.cell as? GRUCell)
    let (n, width) = (cell.units, 3 * cell.units)
    let p = cell.parameters
    let block = { (start: Int) in p[start + 2 * n..<start + width] }
    var rnn = SimpleRNNCell(units: n, features: 1)
    var parameters = ContiguousArray(block(0))
    for unit in 0..<n { parameters += block(width + unit * width) }
    let biases = zip(block(width + n * width), block(2 * width + n * width))
    parameters += biases.map { $0 + $1 }
    rnn.parameters = parameters
    let inputs = Tensor(shape: [1, 1, 1], values: [0.4])
    let start = CellState(
      hidden: Tensor(
        shape: [1, n], values: .init((0..<n).map { Float($0 % 7) / 10 - 0.3 })))
    let gated = cell.forward(inputs, from: start, holding: model.held).finalState.hidden.values
    let plain = rnn.forward(inputs, from: start).finalState.hidden.values
    // One step, two orders of adding up: 1e-7 is the last bit of a Float near one.
    let exact = cell.stateStep(
      [0.4], from: start.hidden.values.map(Double.init), holding: model.held)
    let exactPlain = rnn.stateStep([0.4], from: start.hidden.values.map(Double.init), holding: [:])
    for unit in 0..<n {
      #expect(abs(exact.state[unit] - exactPlain.state[unit]) < 1e-7)
      #expect(abs(gated[unit] - plain[unit]) < 1e-6)
    }
  }

  @Test func updateOneHoldsTheStateAtZeroAndTheForecastAtTheBias() throws {
    let shell = try ShellHarness()
    try shell.report("clamp gru update=1")
    let values = try shell.report("gates gru t=42").values
    #expect(values["hidden.max"] == .float(0) && values["hidden.min"] == .float(0))
    let bias = try #require(try shell.report("model gru").values["dense.bias"]?.number)
    let predicted = try #require(values["prediction.dollars"]?.number)
    #expect(abs(predicted - (25.4 * bias + 19.6)) < 1e-5)
    // Nothing flows to any input.
    let flow = try shell.json("gradient gru to=x --json").block("flow")
    #expect(flow.column("gru").allSatisfy { $0 == 0 })
  }

  @Test func answersSayTheDifferenceFromTheUnclampedModel() throws {
    let shell = try ShellHarness()
    let free = try shell.json("gates gru t=42 --json")
    #expect(free.value("difference.max") == nil)
    try shell.report("clamp gru z=0.9")
    let clamped = try shell.json("gates gru t=42 --json")
    #expect(clamped.value("prediction.unclamped") == free.value("prediction"))
    #expect(clamped.value("prediction") != free.value("prediction"))
    let pairs = ["update", "reset", "candidate", "hidden"].flatMap { name in
      zip(free.table("gates").column(name), clamped.table("gates").column(name))
    }
    let largest = pairs.map { abs(($0.float ?? 0) - ($1.float ?? 0)) }.max()
    #expect(clamped.value("difference.max").float == largest)
    // Of what is shown alone.
    let reset = try shell.report("gates gru t=42 gate=reset").values["difference.max"]?.number
    #expect(try #require(reset) < 0.1)
  }

  @Test func meanIsTheMeanOverTheTrainingWindows() throws {
    let shell = try ShellHarness()
    let before = try shell.json("saturation lstm on=train --json")
    let means = before.block("memory").column("forget").compactMap(\.float)
    try shell.report("clamp lstm forget=mean")
    let after = try shell.json("gates lstm t=42 --json").table("gates").column("forget")
    #expect(after.compactMap(\.float) == means)
  }

  @Test func aMeanNeedsATrainingWindow() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("p.csv", LoadFormTests.prices(rows: 40))
    _ = try shell.text("data load ~/p.csv split=5")
    #expect(
      try shell.message("clamp lstm forget=mean")
        == "the training part has no whole window to take the mean of")
  }

  @Test func theSenseOfUpdateIsSaidWhereTheNotationTurnsItRound() throws {
    let shell = try ShellHarness()
    let sentence = "update= is typed in Keras' sense, in every notation: how much is kept."
    #expect(try !shell.text("clamp gru update=0.5").contains(sentence))
    _ = try shell.text("set notation=chung")
    #expect(try shell.text("clamp gru update=0.5").contains(sentence))
    #expect(try !shell.text("clamp lstm forget=0.5").contains(sentence))
  }

  // MARK: Who honours it

  @Test(arguments: [
    "gates lstm", "gates lstm unit=7", "gates lstm t=33..42", "gates lstm x=0.1,0.2",
    "gates lstm mode=carry", "predict lstm", "predict lstm t=2600..2660",
    "predict lstm nudge=1:0.1", "evaluate lstm", "gradient lstm", "saturation lstm",
    "compare lstm gru",
  ])
  func everyForwardVerbHonoursItAndSaysSo(line: String) throws {
    let shell = try ShellHarness()
    let free = try shell.report(line)
    try shell.report("clamp lstm forget=0.25")
    let clamped = try shell.report(line)
    #expect(clamped.title.contains("clamped: forget=0.25"))
    #expect(clamped.values != free.values)
    try shell.report("unclamp lstm")
    let again = try shell.report(line)
    #expect(again.values == free.values && again.title == free.title)
  }

  @Test func equationsSayThatTheGateIsHeld() throws {
    let shell = try ShellHarness()
    try shell.report("clamp lstm forget=0.25")
    let text = try shell.text("gates lstm unit=7")
    #expect(text.contains("clamped: f = 0.25 instead"))
  }

  @Test func trainingAndSavingDoNotHonourIt() throws {
    let shell = try ShellHarness()
    let line = "train rnn units=2 epochs=1 as=small; train gru units=2 epochs=1 as=gated"
    _ = try shell.text(line)
    let free = try Data(of: "gated", in: shell)
    try shell.report("clamp gated update=1")
    #expect(try Data(of: "gated", in: shell) == free)
    // New weights are nobody's clamp.
    let text = try shell.text("train gru units=2 epochs=1 as=gated")
    #expect(text.contains("gated was clamped: update=1"))
    #expect(try Data(of: "gated", in: shell) == free)
    #expect(try shell.report("clamp").values["clamps"] == .integer(0))
  }

  /// The bytes that `model save` writes.
  private struct Data: Equatable {
    let bytes: [UInt8]

    init(of name: String, in shell: ShellHarness) throws {
      try shell.report("model save \(name) ~/\(name).safetensors overwrite=yes")
      let path = shell.home.path + "/\(name).safetensors"
      bytes = try Files().read(path, limit: FileLimit.weights)
    }
  }

  // MARK: Keeping and showing

  @Test func clampsAddUpInTheCellsOrderAndTheLastOfAGateCounts() throws {
    let shell = try ShellHarness()
    try shell.report("clamp lstm o=1 f=0.5")
    let report = try shell.report("clamp lstm input=0 f=0.75")
    #expect(report.title == "lstm (clamped: input=0, forget=0.75, output=1)")
    #expect(report.values["forget"] == .float(0.75))
    try shell.report("clamp gru update=0")
    let list = try shell.json("clamp --json")
    #expect(list.block("clamps").column("model") == ["lstm", "lstm", "lstm", "gru"])
    #expect(list.value("clamps") == 4)
    #expect(try shell.report("unclamp lstm").values["lifted"] == .integer(3))
    #expect(try shell.report("clamp").values["clamps"] == .integer(1))
    #expect(try shell.report("unclamp").values["lifted"] == .integer(1))
    #expect(try shell.text("unclamp").contains("No gate was clamped"))
  }

  @Test func thePromptShowsIt() throws {
    let shell = try ShellHarness()
    #expect(shell.session.prompt == "gatehouse> ")
    try shell.report("clamp gru update=0")
    #expect(shell.session.prompt == "gatehouse [gru clamped]> ")
    try shell.report("clamp lstm forget=mean")
    #expect(shell.session.prompt == "gatehouse [lstm, gru clamped]> ")
    try shell.report("unclamp")
    #expect(shell.session.prompt == "gatehouse> ")
  }

  @Test func ownWeightsAreClampedLikeTheShippedOnes() throws {
    let shell = try ShellHarness()
    _ = try shell.text("model load \(Checkout.weights("own_gru_u8"))")
    try shell.report("clamp mine r=mean z=0.5")
    #expect(
      try shell.report("gates mine").title.hasPrefix("mine (GRU, clamped: update=0.5, reset=mean)"))
  }

  @Test func tabOffersTheGatesAndMean() throws {
    let shell = try ShellHarness()
    let completer = ShellCompleter(session: shell.session, context: shell.context)
    let keys = completer.completion(for: "clamp lstm for", cursorInBytes: 14)
    #expect(keys?.candidates.map(\.text) == ["forget="])
    let values = completer.completion(for: "clamp lstm forget=", cursorInBytes: 18)
    #expect(values?.candidates.map(\.text) == ["mean"])
  }

  // MARK: Mistakes

  @Test(arguments: [
    ("clamp gru forget=1", "gru has no gate \"forget\"; its gates are update, reset, candidate"),
    (
      "clamp lstm reset=1",
      "lstm has no gate \"reset\"; its gates are input, forget, candidate, output"
    ),
    ("clamp lstm forget=1.5", "forget=1.5: a gate lies between 0 and 1"),
    ("clamp lstm forget=-0.1", "forget=−0.1: a gate lies between 0 and 1"),
    ("clamp lstm g=-2", "candidate=−2: the candidate lies between −1 and 1"),
    ("clamp lstm forget=maen", "forget=maen: expected a number, or mean; did you mean mean?"),
    ("clamp lstm forget=nan", "forget=nan: expected a number, or mean"),
    ("clamp lstm forget=1 f=0", "f= is forget= again; keep one"),
    ("clamp rnn reset=1", "rnn is a SimpleRNN, which has no gate to hold; try lstm or gru"),
    ("clamp forget=1", "clamp needs a model before forget=, as clamp lstm forget=1"),
    (
      "clamp lstm forgte=1",
      "clamp has no key forgte=; its keys are input, forget, output, update, "
    ),
    ("clamp lsmt forget=1", "there is no model \"lsmt\"; models: rnn, lstm, gru, latch; "),
    ("unclamp lsmt", "there is no model \"lsmt\"; models: rnn, lstm, gru, latch; "),
    ("clamp latch forget=mean", "latch reads 2 values a day, the data has 1 column; "),
  ])
  func mistakesNameWhatIsRight(line: String, message: String) throws {
    let complaint = try ShellHarness(.text, .init(width: 200)).message(line)
    #expect(complaint.hasPrefix(message), "\(complaint)")
  }
}

extension JSON {
  /// The first table of that name; a picture may share it.
  fileprivate func table(_ name: String) -> JSON {
    self["blocks"].items.first { $0["kind"] == "table" && $0["name"] == .text(name) } ?? .null
  }
}
