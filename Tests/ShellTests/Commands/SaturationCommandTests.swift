import Reports
import Testing

@testable import Shell

struct SaturationCommandTests {
  @Test func theLSTMOnKOIsNeverSaturated() throws {
    let json = try ShellHarness().json("saturation lstm --json")
    let table = json.block("saturation")
    #expect(table.columns == ["gate", "left", "middle", "right"])
    #expect(table.column("gate") == ["input", "forget", "candidate", "output", "hidden"])
    for gate in ["input", "forget", "output"] {
      #expect(json.value(gate + ".left") == 0 && json.value(gate + ".right") == 0)
    }
    #expect(json.value("candidate.left") == nil && json.value("candidate.right") == 0)
    let memories = json.block("memory").column("memory").compactMap(\.number)
    #expect(memories.count == 50 && memories.allSatisfy { (2.5...5).contains($0) })
    let shares = json.block("memory").column("forget").compactMap(\.number)
    let mean = shares.reduce(0, +) / 50
    #expect(abs(try #require(json.value("memory").number) - 1 / (1 - mean)) < 1e-9)
  }

  @Test func theGRUsUpdateIsLeftSaturatedAtTimes() throws {
    let values = try ShellHarness().report("saturation gru on=test").values
    #expect(try #require(values["update.left"]?.number) > 0.03)
    #expect(values["memory"]?.number != nil)
  }

  @Test func aSwitchIsSaturated() throws {
    let shell = try ShellHarness()
    _ = try shell.text("data make latch")
    let values = try shell.report("saturation latch").values
    #expect(try #require(values["forget.right"]?.number) > 0.5)
    #expect(try #require(values["input.left"]?.number) > 0.5)
  }

  @Test func anRNNHasItsStateAlone() throws {
    let json = try ShellHarness().json("saturation rnn --json")
    #expect(json.block("saturation").column("gate") == ["hidden"])
    #expect(json.value("memory") == nil)
    #expect(json["values"].names.contains("memory"))
  }

  @Test func aClampedGateThatKeepsAllRemembersForEver() throws {
    let shell = try ShellHarness()
    try shell.report("clamp lstm forget=1")
    let json = try shell.json("saturation lstm --json")
    #expect(json.value("memory") == "inf")
    #expect(json.value("forget.right") == 1)
  }

  @Test func partsAreCountedAlone() throws {
    let shell = try ShellHarness()
    for (part, windows) in [("train", 2507), ("test", 503), ("all", 3011)] {
      #expect(try shell.report("saturation rnn on=\(part)").title.contains("\(windows) windows"))
    }
    #expect(
      try shell.message("saturation rnn on=validation")
        == "the validation part has no whole window of 10")
  }

  @Test func whatHasNoBoundCannotSaturate() throws {
    let shell = try ShellHarness()
    _ = try shell.text("train rnn activation=relu units=2 epochs=1 as=rectified")
    #expect(
      try shell.message("saturation rectified").hasPrefix("nothing in rectified can saturate"))
  }

  @Test(arguments: ["rnn", "lstm", "gru"])
  func answersFitTheScreen(model: String) throws {
    let lines = try ShellHarness().text("saturation \(model)").split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count - 1 <= 23)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }
}
