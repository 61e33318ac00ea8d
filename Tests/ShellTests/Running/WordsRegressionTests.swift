import Testing

@testable import Shell

/// Words of the process that the shell's grammar would read as something else.
struct WordsRegressionTests {
  @Test(arguments: ["[x.csv", "prices [1].csv", "a;b.csv", "#b.csv", "it's.csv", "q\"q.csv"])
  func aFileNameStaysOneWord(name: String) throws {
    let shell = try ShellHarness()
    let task = try Gatehouse.Task(words: ["data", "load", name], files: Files())
    guard case .words(let line) = task else {
      Issue.record("\(task)")
      return
    }
    #expect(try shell.message(line) == "cannot read \(name): no such file")
  }
}
