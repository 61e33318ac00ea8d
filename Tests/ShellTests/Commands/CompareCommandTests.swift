import Recurrent
import Reports
import Testing

@testable import Shell

struct CompareCommandTests {
  @Test func modelsStandSideBySideWithTheFiguresOfGates() throws {
    let shell = try ShellHarness()
    let json = try shell.json("compare rnn lstm gru t=42 --json")
    #expect(json.block("comparison").columns == ["what", "rnn", "lstm", "gru"])
    for name in ["rnn", "lstm", "gru"] {
      let gates = try shell.json("gates \(name) t=42 --json")
      #expect(json.value(name + ".prediction") == gates.value("prediction"))
      #expect(json.value(name + ".prediction.dollars") == gates.value("prediction.dollars"))
      #expect(json.value(name + ".hidden.mean") == gates.value("hidden.mean"))
      #expect(json.value("actual.dollars") == gates.value("actual.dollars"))
    }
    #expect(json.value("lstm.forget.mean").number != nil)
    #expect(!json["values"].names.contains("gru.forget.mean"))
    let forget = json.block("comparison")["rows"].items.first { $0.items[0] == "forget, mean" }
    #expect(forget?.items[1] == .null && forget?.items[3] == .null)
  }

  @Test func afterTheDataThereIsNoError() throws {
    let text = try ShellHarness().text("compare lstm gru t=-1")
    #expect(text.contains("The real value lies after the data"))
  }

  @Test func typedInputsHaveNoDollars() throws {
    let json = try ShellHarness().json("compare lstm gru x=0.5,0.6 --json")
    #expect(json.value("lstm.prediction").number != nil)
    #expect(!json["values"].names.contains("lstm.prediction.dollars"))
  }

  @Test func overSeedsTheFiguresAreThoseOfTrain() throws {
    let shell = try ShellHarness()
    let json = try shell.json("compare rnn gru seeds=1..3 epochs=1 units=2 --json")
    for name in ["rnn", "gru"] {
      let train = try shell.json("train \(name) seeds=1..3 epochs=1 units=2 as=other --json")
      let rows = train.block("seeds").column("rmse").compactMap(\.number)
      #expect(json.value(name + ".rmse.least").number == rows.min())
      #expect(json.value(name + ".rmse.most").number == rows.max())
      let own = json.block("seeds")["rows"].items.filter { $0.items[0] == .text(name) }
      #expect(own.map { $0.items[2].number } == rows)
    }
    let rows = json.block("seeds")["rows"].items
    let groups = ["rnn", "gru"].map { name in
      rows.filter { $0.items[0] == .text(name) }.compactMap { $0.items[2].number }
    }
    let test = try #require(PermutationTest(groups[0], groups[1]))
    #expect(json.value("p").number == test.pValue)
    #expect(json.block("tests").column("of") == ["rmse", "sd"])
    #expect(json.block("tests").column("of all ways") == [20, 20])
  }

  @Test func nothingThatIsTrainedStaysAndTheLookIsCounted() throws {
    let shell = try ShellHarness()
    let before = try shell.report("gates gru").values
    try shell.report("compare rnn gru seeds=1,2 epochs=1 units=2")
    #expect(try shell.report("gates gru").values == before)
    #expect(shell.session.testLooks == 1)
  }

  @Test func threeModelsAreTestedTwoByTwo() throws {
    let json = try ShellHarness().json("compare rnn lstm gru seeds=1,2 epochs=1 units=1 --json")
    #expect(json.block("tests").column("first") == ["rnn", "rnn", "rnn", "rnn", "lstm", "lstm"])
    #expect(json.block("spread").column("model") == ["rnn", "lstm", "gru"])
  }

  @Test(arguments: [
    ("compare lstm", "compare needs MODEL: compare MODEL MODEL [MODEL …]"),
    ("compare lstm lstm", "lstm stands twice; name another model"),
    ("compare lstm lstm seeds=1", "lstm stands twice; name another model"),
    ("compare lstm gru t=40..42", "compare looks at one day; evaluate scores many"),
    ("compare lstm gru epochs=3", "epochs= is for training; add seeds= to train"),
    ("compare lstm gru seeds=1..11", "seeds= takes up to 10 seeds here"),
    ("compare lstm gru seeds=1,1", "a seed stands twice"),
    ("compare lstm gru seeds=1 t=42", "t= does not go with this: seeds= scores all test days"),
    ("compare lstm latch", "latch reads 2 values a day, the data has 1 column"),
  ])
  func mistakesSayWhatIsWrong(line: String, message: String) throws {
    let complaint = try ShellHarness(.text, .init(width: 200)).message(line)
    #expect(complaint.hasPrefix(message), "\(complaint)")
  }
}
