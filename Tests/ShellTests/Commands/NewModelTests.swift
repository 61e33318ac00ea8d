import Grammar
import MarketSeries
import Recurrent
import Reports
import Testing

@testable import Shell

struct NewModelTests {
  @Test(arguments: [("rnn", 2600), ("lstm", 10400), ("gru", 7950)])
  func aFreshModelHasTheUsualSize(cell: String, layer: Int) throws {
    let shell = try ShellHarness()
    let json = try shell.json("model new \(cell) as=a --json")
    #expect(json.value("layer.parameters").number == Double(layer))
    #expect(try shell.report("gates a t=42").title.hasPrefix("a ("))
    #expect(shell.session.modelNames.contains("a"))
  }

  @Test func theSameSeedMakesTheSameModelAsTrainingStartsFrom() throws {
    let shell = try ShellHarness()
    _ = try shell.text("model new lstm units=4 seed=3 as=a; model new lstm units=4 seed=3 as=b")
    _ = try shell.text("model new lstm units=4 seed=4 as=c")
    func forecast(_ name: String) throws -> Double? {
      try shell.report("predict \(name) t=42").values["prediction"]?.number
    }
    #expect(try forecast("a") == forecast("b"))
    #expect(try forecast("a") != forecast("c"))
    #expect(
      try shell.text("model a").hasPrefix("a: LSTM, fresh weights as Keras draws them, seed 3"))
  }

  @Test func aFreshForgetGateHasKerasBiasAndTorchHasNone() throws {
    let shell = try ShellHarness()
    _ = try shell.text("model new lstm as=k; model new lstm init=torch as=p")
    let keras = try shell.report("gates k x=0").values["forget.mean"]?.number ?? 0
    let torch = try shell.report("gates p x=0").values["forget.mean"]?.number ?? 0
    #expect(abs(keras - 0.7311) < 1e-3)
    #expect(abs(torch - 0.5) < 0.05)
  }

  @Test func aToyCellCanBeCheckedWithACalculator() throws {
    let shell = try ShellHarness()
    _ = try shell.text(
      "model new lstm units=1 init=zeros forget.bias=1.386 input.kernel=2 candidate.kernel=1 "
        + "output.recurrent_kernel=3 dense.kernel=10 dense.bias=0.5 as=toy")
    let values = try shell.report("gates toy x=0.5 unit=0").values
    for (name, expression) in [
      ("forget", "sigmoid(1.386)"), ("input", "sigmoid(2*0.5)"), ("candidate", "tanh(0.5)"),
      ("output", "sigmoid(0)"), ("cell", "sigmoid(1)*tanh(0.5)"),
      ("hidden", "0.5*tanh(sigmoid(1)*tanh(0.5))"),
      ("prediction", "10*0.5*tanh(sigmoid(1)*tanh(0.5)) + 0.5"),
    ] {
      let expected = try shell.report("calc \(expression)").values["value"]?.number ?? .nan
      #expect(abs((values[name]?.number ?? .nan) - expected) < 1e-5, "\(name)")
    }
  }

  @Test func aRecurrentUnitOfTypedWeightsIsTheBench() throws {
    let shell = try ShellHarness()
    _ = try shell.text("model new rnn units=1 init=zeros kernel=1 recurrent_kernel=0.5 as=toy")
    let hidden = try shell.report("gates toy x=1,0 unit=0").values["hidden"]?.number ?? .nan
    #expect(abs(hidden - 0.3634) < 5e-5)
  }

  @Test func matricesAreRowsOfInputsAsKerasHasThem() throws {
    let shell = try ShellHarness()
    _ = try shell.text(
      "model new gru units=2 features=1 init=zeros update.bias=1,2 reset.recurrent_bias=3 "
        + "candidate.recurrent_kernel=[[1, 2], [3, 4]] candidate.kernel=5,6 as=m")
    let model = try shell.model("m")
    #expect(
      Array(model.network.cell.parameters) == [
        0, 0, 0, 0, 5, 6,
        0, 0, 0, 0, 1, 2,
        0, 0, 0, 0, 3, 4,
        1, 2, 0, 0, 0, 0,
        0, 0, 3, 3, 0, 0,
      ])
  }

  @Test func helpTellsOfTheParametersOfGatesInASentence() throws {
    let text = try ShellHarness().text("help model")
    #expect(text.contains("forget.bias=1.386"))
    #expect(!text.contains("output.bias"))
    #expect(
      try ShellHarness().complaint("model new lstm forget.bais=1").contains(
        "did you mean forget.bias?"))
  }

  // MARK: From an average

  @Test(arguments: ["lstm", "gru"])
  func anAverageInsideACellFollowsTheSeries(cell: String) throws {
    let shell = try ShellHarness()
    let made = try shell.json("model new \(cell) from=ewma beta=0.8 as=leaky --json")
    #expect(abs((made.value("keep.bias").number ?? 0) - 1.386294361) < 1e-9)
    #expect(made.value("scale") == 0.01)
    let data = try shell.marketData()
    let scaled = data.dataset.scaledRows.map(Double.init)
    let mean = ExponentialAverage.mean(of: scaled, beta: 0.8)
    let bound = LeakyUnit.errorBound(scale: 0.01, greatest: scaled.map(abs).max() ?? 0)
    let state = cell == "lstm" ? "cell" : "hidden"
    for t in [0, 42, 1000, 3019] {
      let values = try shell.report("gates leaky t=\(t) mode=carry unit=0").values
      let found = (values[state]?.number ?? .nan) / 0.01
      #expect(abs(found - mean[t]) < bound, "t=\(t)")
    }
  }

  @Test func theScaleCanBeChosen() throws {
    let shell = try ShellHarness()
    let json = try shell.json("model new gru from=ewma beta=0.5 scale=0.001 as=leaky --json")
    #expect(json.value("scale") == 0.001)
    #expect(abs((json.value("error.bound").number ?? 0) - 1e-6 / 3) < 1e-18)
  }

  @Test(arguments: [
    ("model new", "model new needs CELL: model new CELL"),
    ("model new ltsm", "model does not know \"ltsm\"; it takes rnn, lstm, gru; did you mean lstm?"),
    ("model new lstm as=new", "new means something else here; choose another name"),
    ("model new lstm update.bias=1", "the LSTM has no update.bias; it has input.kernel"),
    (
      "model new rnn forget.bias=1",
      "the SimpleRNN has no forget.bias; it has kernel, recurrent_kernel, bias"
    ),
    ("model new gru reset=before update.recurrent_bias=1", "the GRU has no update.recurrent_bias"),
    ("model new rnn units=2 bias=1,2,3", "bias= takes one number for all, or 2 numbers"),
    (
      "model new rnn units=2 recurrent_kernel=1,2,3,4",
      "recurrent_kernel= takes one number for all, or a matrix of 2 rows and 2 columns"
    ),
    (
      "model new rnn units=2 recurrent_kernel=[[1,2]]",
      "recurrent_kernel= takes one number for all, or a matrix of 2 rows and 2 columns"
    ),
    (
      "model new rnn kernel=a",
      "kernel=a: expected a number for all, a list, or a matrix as [[0.5, 0.2], [0, 0.9]]"
    ),
    ("model new rnn bias=1e300", "bias=1e300: a weight is too large"),
    ("model new lstm head=no dense.bias=1", "dense.bias= does not go with head=no"),
    ("model new lstm activation=relu", "activation= is for the SimpleRNN"),
    ("model new rnn from=ewma beta=0.8", "from=ewma needs gates, so an LSTM or a GRU"),
    ("model new lstm from=ewma", "from=ewma needs the share that is kept: beta=0.8"),
    ("model new lstm from=ewma beta=1", "beta=1: a gate is never quite 0 or 1"),
    ("model new lstm from=ewma beta=1.5", "beta=1.5: expected a number from 0 to 1"),
    ("model new lstm from=ewma beta=0.5 seed=1", "seed= does not go with this"),
    ("model new lstm beta=0.5", "beta= does not go with this: they belong to from=ewma"),
  ])
  func mistakesSayWhatWasExpected(line: String, message: String) throws {
    let complaint = try ShellHarness(.text, .init(width: 400)).message(line)
    #expect(complaint.hasPrefix(message), "\(complaint)")
  }
}

extension ShellHarness {
  fileprivate func model(_ name: String) throws -> Model {
    var copy = session
    return try copy.model(.init(name, at: 0..<0), context)
  }

  fileprivate func marketData() throws -> MarketData {
    var copy = session
    return try copy.marketData(context)
  }
}
