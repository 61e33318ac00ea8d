import Foundation
import Reports
import Testing

@testable import Shell

struct PowerCommandTests {
  // MARK: Figures of the course

  @Test(arguments: [
    ("power v=0.9 tau=10", 0.387_420, "vanishes"), ("power v=1.1 tau=10", 2.357_948, "explodes"),
    ("power v=0.9 tau=100", 2.951_267e-5, "vanishes"),
    ("power v=1.1 tau=100", 12_527.829, "explodes"),
    ("power V=[[0.9,5],[0,0.9]] tau=101", 0.014_757, "grows then vanishes"),
    ("power V=[[0.9, 1], [0, 0.9]] tau=10", 3.912_5, "grows then vanishes"),
    ("power ones=0.02 units=50 tau=10", 1, "holds"),
    ("power V=[[0.8,0.6],[-0.6,0.8]]", 1, "holds"), ("power init=keras", 1, "holds"),
  ])
  func normAndVerdictAreThoseOfTheCourse(line: String, norm: Double, verdict: String) throws {
    let answer = try ShellHarness().json(line + " --json")
    let found = try #require(answer.value("norm").number)
    #expect(abs(found - norm) < 1e-4 * norm)
    #expect(answer.value("verdict") == .text(verdict))
  }

  @Test func theHumpIsToldWithItsPeak() throws {
    let shell = try ShellHarness()
    let answer = try shell.json("power V=[[0.9, 5], [0, 0.9]] tau=101 --json")
    #expect(abs(try #require(answer.value("peak").number) - 19.379) < 5e-4)
    #expect(answer.value("peak.k") == 9 && answer.value("tau") == 101)
    #expect(abs(try #require(answer.value("radius").number) - 0.9) < 1e-12)
    #expect(abs(try #require(answer.value("half_life").number) - 6.578_814) < 1e-6)
    #expect(answer.value("half_life.seen") == 63)
    let text = try shell.text("power V=[[0.9, 5], [0, 0.9]] tau=101").replacing("\n", with: " ")
    #expect(text.contains("grows to 19.38 at k=9, is below 1 from k=55 on and vanishes"))
    #expect(text.contains("Eigenvalues: 0.9, 0.9."))
  }

  @Test func saturationWinsOverALargeWeight() throws {
    let shell = try ShellHarness()
    let line = "power v=1.1 u=1 x=0.5 tau=10"
    for line in [line, line + " activation=tanh"] {
      let answer = try shell.json(line + " --json")
      #expect(abs(try #require(answer.value("jacobian.norm").number) - 1.7103e-6) < 5e-11)
      #expect(abs(try #require(answer.value("norm").number) - 2.357_948) < 5e-7)
      #expect(answer.block("powers").columns == ["k", "norm", "jacobian"])
      #expect(answer.block("powers").column("jacobian").first == 1)
    }
    let relu = try shell.json(line + " activation=relu --json").value("jacobian.norm")
    #expect(abs(try #require(relu.number) - 2.357_948) < 5e-7)
  }

  @Test func halfLifeIsThatOfTheAverageWithTheSameShare() throws {
    let shell = try ShellHarness()
    #expect(
      try shell.json("power v=0.9 --json").value("half_life")
        == shell.json("ewma beta=0.9 on=ones --json").value("half_life"))
    #expect(try shell.json("power v=0.9 --json").value("half_life.seen") == 7)
    #expect(try shell.json("power v=0.9 tau=3 --json").value("half_life.seen") == .null)
    #expect(try shell.json("power v=1 --json").value("half_life") == "inf")
  }

  // MARK: Blocks

  @Test func thePlotHasALogarithmicAxis() throws {
    let answer = try ShellHarness().json("power v=0.5 tau=5 --json")
    let plot = answer.block("norms")
    #expect(plot["axis"]["scale"] == "logarithmic")
    #expect(plot["series"].items.first?["y"].items == [1, 0.5, 0.25, 0.125, 0.0625])
    let table = answer.block("powers")
    #expect(table.columns == ["k", "norm"])
    #expect(table.column("k") == [0, 1, 2, 3, 4])
  }

  @Test func whatIsBeyondAllNumbersIsSaid() throws {
    let shell = try ShellHarness()
    let answer = try shell.json("power v=1e6 tau=100 --json")
    #expect(answer.value("norm") == "inf")
    #expect(
      try shell.text("power v=1e6 tau=100").replacing("\n", with: " ").contains(
        "beyond the largest number that a computer holds"))
    #expect(try shell.json("power v=1e-6 tau=100 --json").value("norm") == 0)
  }

  @Test func oneStateAndOneStepReadWell() throws {
    let shell = try ShellHarness()
    #expect(try shell.text("power v=0.9 tau=1").contains("V^0 changes nothing"))
    #expect(
      try shell.text("power v=0.9 tau=2").contains("the step between τ = 2 states multiplies"))
    #expect(try shell.text("power v=0").contains("after 1 step at the latest"))
  }

  @Test func aVanishedMatrixAnswers() throws {
    let shell = try ShellHarness()
    let answer = try shell.json("power V=[[0,1],[0,0]] tau=4 --json")
    #expect(answer.block("eigenvalues").column("modulus") == [0, 0])
    #expect(try shell.text("power V=[[0,1],[0,0]] tau=4").contains("nothing is"))
    #expect(try shell.json("power v=0 tau=1 --json").value("norm") == 1)
  }

  // MARK: Models

  @Test func theTrainedRNNStartsOutOrthogonalAndGrowsALittle() throws {
    let answer = try ShellHarness().json("power rnn tau=10 --json")
    #expect((1.0...1.3).contains(try #require(answer.value("radius").number)))
    #expect(answer.value("units") == 50)
  }

  @Test(arguments: [
    ("power lstm gate=forget", "forget"), ("power lstm gate=f", "forget"),
    ("power gru gate=z", "update"), ("power gru gate=n", "candidate"),
  ])
  func aGateNamesItsBlock(line: String, block: String) throws {
    #expect(try ShellHarness().text(line).contains("\(block) block of U, 50 × 50"))
  }

  @Test func differentGatesHaveDifferentBlocks() throws {
    let shell = try ShellHarness()
    let radii = try ["input", "forget", "candidate", "output"].map {
      try shell.json("power lstm gate=\($0) tau=2 --json").value("radius").number
    }
    #expect(Set(radii).count == 4)
  }

  @Test func aModelsOwnInputsTakePartInTheTrueProduct() throws {
    let shell = try ShellHarness()
    let still = try shell.json("power rnn tau=10 x=0 --json")
    let moved = try shell.json("power rnn tau=10 x=5 --json")
    let linear = try shell.json("power rnn tau=10 x=5 activation=linear --json")
    let norm = try #require(linear.value("norm").number)
    #expect(abs(try #require(linear.value("jacobian.norm").number) - norm) < 1e-9 * norm)
    #expect(
      try #require(moved.value("jacobian.norm").number)
        < #require(still.value("jacobian.norm").number))
  }

  @Test func ownWeightsWorkWithoutAHead() throws {
    let shell = try ShellHarness()
    shell.run("model load '\(Checkout.weights("own_gru_u8"))' as=mine")
    #expect(try shell.json("power mine gate=reset --json").value("units") == 8)
  }

  @Test func severalInputsGiveTau() throws {
    let shell = try ShellHarness()
    #expect(try shell.json("power v=0.5 x=1,0,0 --json").value("tau") == 3)
    #expect(try shell.json("power V=[[0.5,0],[0,1]] u=1,2 x=1,0 --json").value("tau") == 2)
  }

  @Test func freshMatricesFollowTheSeed() throws {
    let shell = try ShellHarness()
    func radius(_ line: String) throws -> JSON { try shell.json(line + " --json").value("radius") }
    #expect(try radius("power init=torch tau=2") == radius("power init=torch tau=2 seed=1"))
    #expect(try radius("power init=torch tau=2") != radius("power init=torch tau=2 seed=2"))
    #expect(try shell.json("power init=torch units=7 tau=2 --json").value("units") == 7)
  }

  @Test func workCanBeInterrupted() throws {
    let shell = try ShellHarness()
    shell.progress = { if $0.fraction > 0.2 { throw Interrupted() } }
    #expect(shell.run("power ones=0.1 units=20 tau=50").complaints.contains("interrupted"))
  }

  @Test func whatIsTypedHasABoundedSize() throws {
    func repeated(_ text: String, _ count: Int) -> String {
      Array(repeating: text, count: count).joined(separator: ",")
    }
    let shell = try ShellHarness()
    #expect(
      try shell.message("power V=[\(repeated("[0]", 1_025))]")
        == "V has 1025 rows; power takes up to 1024")
    #expect(
      try shell.message("power v=1 x=\(repeated("0", 10_001))")
        == "x= takes up to 10000 inputs, here are 10001")
  }

  // MARK: Screens

  @Test(arguments: [
    "power v=0.9 tau=10", "power ones=0.02 units=50", "power rnn",
    "power V=[[0.9, 5], [0, 0.9]] tau=101", "power v=1.1 u=1 x=0.5 tau=10 activation=tanh",
  ])
  func anAnswerFitsAScreen(line: String) throws {
    let lines = try ShellHarness(.text, .init(width: 80, height: 24)).text(line)
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 25)  // the last line ends with a line feed
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  // MARK: Mistakes

  @Test(arguments: [
    ("power", "power needs a matrix: v=0.9"), ("power tau=5", "power needs a matrix: v=0.9"),
    ("power v=0.9 ones=1", "v= and ones= both name a matrix; keep one"),
    ("power rnn v=0.9", "rnn and v= both name a matrix; keep one"),
    ("power V=[[1,2],[3]]", "every row needs 2 numbers as the first has; this one has 1"),
    ("power V=[[1,2,3],[4,5,6]]", "V has 2 rows of 3 numbers; powers need a square matrix"),
    ("power V=[[1e101]]", "V holds a number beyond 1e100"),
    ("power V=[[1,nan],[0,1]]", "a number was expected here"),
    ("power V=0.9", "V=0.9: expected a square matrix, as [[0.5, 0.2], [0, 0.9]]"),
    ("power v=inf", "v=inf: expected a number"), ("power v=0.9 tau=0", "tau=0: expected"),
    ("power v=0.9 tau=10001", "tau=10001: expected a whole number from 1 to 10000"),
    ("power ones=1 units=1024 tau=10000", "would take minutes; up to tau=186 will do"),
    ("power ones=1 units=2000", "units=2000: expected a whole number from 1 to 1024"),
    ("power v=0.9 units=5", "units= does not go with this"),
    ("power ones=1 seed=5", "seed= does not go with this"),
    ("power v=0.9 gate=forget", "gate= does not go with this"),
    ("power lstm", "lstm has a recurrent matrix for each gate; name one with gate=: input, forget"),
    ("power lstm gate=forgt", "did you mean forget?"),
    ("power lstm gate=hidden", "hidden has no recurrent matrix of its own; input, forget"),
    ("power gru gate=forget", "gru has no quantity \"forget\""),
    ("power rnn gate=forget", "a SimpleRNN has one recurrent matrix and no gates"),
    ("power lsmt", "there is no model \"lsmt\""), ("power rnn u=1", "input weights of its own"),
    ("power lstm gate=forget x=1", "gradient lstm follows a gated cell through its gates"),
    (
      "power v=0.9 x=1,2 tau=3", "x= has 2 inputs, τ = 3 asks for 3, or for one that stands for all"
    ),
    ("power V=[[1,0],[0,1]] u=1,2,3", "u= has 3 numbers; it takes one, or 2, one a unit"),
    ("power v=1 x=[[1,2]]", "x= takes one number a step"),
    ("power v=1 activation=tan", "did you mean tanh?"),
  ])
  func aMistakeSaysWhatWasExpected(line: String, message: String) throws {
    let complaint = try ShellHarness().complaint(line).replacing("\n", with: " ")
    #expect(complaint.contains(message), "\(complaint)")
  }
}
