import Reports
import Testing

@testable import Shell

/// Numbers that leave the range of a computer end in a sentence, never in a picture of nothing.
@Suite("Overflow")
struct OverflowTests {
  // MARK: Training

  @Test(arguments: ["", " seeds=1..2", " clip=1e9", " optimizer=rmsprop", " as=mine"])
  func aTrainingThatDivergesSaysSoAndKeepsNothing(keys: String) throws {
    let shell = try ShellHarness()
    let line = "train rnn rate=100 epochs=1000 units=4 activation=linear" + keys
    #expect(
      try shell.message(line)
        == "the training of \(keys == " as=mine" ? "mine" : "rnn") diverged in epoch 1 with seed 1: "
        + "its weights have grown beyond all numbers, and nothing of it is kept; try a smaller rate= "
        + "or clip=1")
    #expect(try shell.report("gates rnn t=42").values["prediction"]?.number?.isFinite == true)
  }

  @Test(arguments: ["rnn", "lstm", "gru"])
  func theGreatestRateAnswersOrSaysWhyNot(cell: String) throws {
    let shell = try ShellHarness()
    let outcome = shell.run(
      "train \(cell) rate=100 epochs=2 units=4; evaluate \(cell); gates \(cell) t=42; walk \(cell) t=42"
    )
    #expect(!outcome.answers.contains("nan") && !outcome.answers.contains("no number"))
    #expect(outcome.status == 0 || outcome.complaints.contains("diverged in epoch"))
  }

  // MARK: Data

  /// A month and a half of values that test the scaling.
  private static let series: [(name: String, value: @Sendable (Int) -> String)] = [
    ("large", { "\(1 + $0 % 7)e99" }), ("negative", { "-\(1 + $0 % 7)e99" }),
    ("small", { "\(1 + $0 % 7)e-99" }), ("constant", { _ in "7" }),
    ("constant and large", { _ in "1e100" }), ("zero", { _ in "0" }),
    ("less than zero apart", { $0.isMultiple(of: 2) ? "0" : "-0" }),
    ("smallest", { _ in "5e-324" }),
  ]

  @Test(arguments: series.map(\.name))
  func valuesAtTheEndsOfTheRangeGiveNumbers(name: String) throws {
    let value = try #require(Self.series.first { $0.name == name }).value
    let shell = try ShellHarness()
    _ = try shell.home.make("p.csv", "High\n" + (0..<45).map { value($0) + "\n" }.joined())
    for line in [
      "data load ~/p.csv", "data", "data plot", "data show t=all", "data window t=20",
      "train rnn epochs=2 units=2", "evaluate baselines=all", "gates rnn t=20", "walk lstm t=20",
      "predict gru t=20", "predict rnn t=20..40 shift=0..3", "compare rnn lstm gru t=20",
      "gradient rnn t=20", "saturation lstm", "ewma beta=0.9 t=20",
    ] {
      let outcome = shell.run(line)
      #expect(outcome.status == 0, "\(line): \(outcome.complaints)")
      let words = outcome.answers.split { !$0.isLetter }
      #expect(!words.contains("nan") && !words.contains("inf"), "\(line): \(outcome.answers)")
    }
  }

  // MARK: Networks and units

  private func shellWithOverflowingModel() throws -> ShellHarness {
    let shell = try ShellHarness()
    try shell.text(
      "model new rnn units=2 as=big activation=linear kernel=1e30 recurrent_kernel=1e30")
    return shell
  }

  @Test(arguments: [
    ("gates big t=42", "big overflow at t=42"),
    ("gates big t=9..20", "big overflow at t=9"),
    ("gates big t=42 unit=1", "big overflow at t=42"),
    ("gates big t=200 mode=carry", "big overflow at t=200"),
    ("gates big x=1,1,1", "big overflow in step 3"),
    ("walk big t=42", "big overflow at t=42"),
    ("predict big t=42", "the SimpleRNN overflow at t=42"),
    ("predict big t=42..60", "the SimpleRNN overflow at t=42"),
    ("predict big t=42 nudge=1:0.001", "big overflow at t=42"),
    ("evaluate big", "the SimpleRNN overflow at t=2516"),
    ("compare big rnn t=42", "big overflow at t=42, 2006-03-06"),
    ("compare big rnn x=1,1,1", "big overflow on typed inputs"),
    ("gradient big t=42", "big overflow on the way back"),
  ])
  func aNetworkWhoseSumsOverflowSaysWhere(line: String, place: String) throws {
    let shell = try shellWithOverflowingModel()
    #expect(
      try shell.message(line)
        == "the numbers of \(place): its weights or inputs are too large to compute with")
  }

  @Test func whatDoesNotOverflowIsShown() throws {
    let shell = try shellWithOverflowingModel()
    #expect(try shell.report("gates big x=1").values["t"] == .null)
    #expect(try shell.text("model big").contains("2 units"))
  }

  @Test(arguments: [
    ("cell rnn w=1e308 x=1e308", 1), ("cell rnn w=1e308 v=-1e308 activation=linear x=1,1", 2),
    ("cell lstm candidate=linear w=1e308 x=1,1,1", 2), ("cell gru update.w=1e308 x=1,-1e308", 2),
  ])
  func aUnitWhoseSumsOverflowSaysInWhichStep(line: String, step: Int) throws {
    #expect(
      try ShellHarness().message(line)
        == "the numbers overflow in step \(step): the weights or inputs are too large to compute with"
    )
  }
}
