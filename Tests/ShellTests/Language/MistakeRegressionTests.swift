import Testing

@testable import Shell

/// Mistakes whose texts once misled or left the reader alone.
struct MistakeRegressionTests {
  @Test(arguments: [
    ("evaluate beta=1", "beta=1: expected a number from 0 to 0.999999, or a list of such"),
    ("gates lstm unit=-1", "unit=-1: expected a whole number from 0 on"),
    ("gates lstm steps=3", "steps=3: expected all"),
    ("train rnn epochs=1 seeds=a", "seeds=a: expected whole numbers from 0 on, as 3, 1..5 or 1,4"),
  ])
  func aBadValueIsToldTheLegalOnes(line: String, text: String) throws {
    let shell = try ShellHarness()
    #expect(try shell.complaint(line).contains(text))
  }

  @Test(arguments: ["42", "2008-10-10", "33..42"])
  func aDayWithoutItsKeyIsToldTheKey(day: String) throws {
    let shell = try ShellHarness()
    #expect(
      try shell.complaint("gates lstm \(day)")
        .hasPrefix("\"\(day)\" stands alone; if it is a day, write t=\(day)"))
    #expect(try shell.complaint("quit \(day)").contains("one word too many"))
  }

  @Test func aModelInThePlaceOfACommandIsToldTheOrder() throws {
    let shell = try ShellHarness()
    #expect(
      try shell.message("lstm gates")
        == "lstm is a model; a command stands before it, as in gates lstm")
  }

  @Test func onlyGatesOffersModeCarry() throws {
    let shell = try ShellHarness()
    #expect(try shell.complaint("gates lstm t=3").contains("mode=carry"))
    for line in ["predict lstm t=3", "data window t=3"] {
      #expect(
        try shell.message(line)
          == "t=3 has no whole window of 10 values; the first is t=9 (2006-01-17)")
    }
  }

  @Test(arguments: [
    ("split=1.5", 20), ("validation=1990-01-01", 25), ("missing=drop split=0", 33),
  ])
  func aSplitThatCannotBeIsShownAtItsPlace(keys: String, column: Int) throws {
    let shell = try ShellHarness(.json)
    let line = "data load ko \(keys)"
    #expect(try shell.json(line)["error"]["column"].number == Double(column), "\(line)")
  }

  @Test(arguments: ["persistence", "load", "save", "reset", "new"])
  func aModelCannotTakeANameThatMeansSomethingElse(name: String) throws {
    let shell = try ShellHarness()
    #expect(
      try shell.message("train rnn units=1 epochs=1 as=\(name)")
        == "\(name) means something else here; choose another name")
  }

  @Test func namesOfCellsHaveTheRightArticle() throws {
    let shell = try ShellHarness()
    #expect(try shell.message("train lstm activation=relu").contains("the LSTM's gates have"))
    #expect(try shell.message("train lstm reset=before").contains("the LSTM has no reset gate"))
  }
}
