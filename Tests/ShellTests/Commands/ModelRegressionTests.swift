import Testing

@testable import Shell

/// What is said of models that cannot predict, or read several columns.
struct ModelRegressionTests {
  @Test func aModelWithoutHeadIsNotSaidToPredict() throws {
    let shell = try ShellHarness()
    try shell.saveWithoutHead("lstm", as: "bare.safetensors")
    let text = try shell.text("model load ~/bare.safetensors")
    #expect(!text.contains("Its output"))
    #expect(try shell.text("model lstm").contains("Its output is the value asked for"))
    #expect(try shell.text("evaluate").contains("latch, mine, which read other columns or have"))
  }

  @Test func oneModelLeftOutIsOne() throws {
    let shell = try ShellHarness()
    #expect(
      try shell.text("evaluate").contains("Left out: latch, which reads other columns or has"))
  }

  @Test func aModelOfTwoFeaturesSaysWhatDataItNeeds() throws {
    let shell = try ShellHarness()
    try shell.report("model save latch ~/latch.safetensors")
    #expect(
      try shell.text("model load ~/latch.safetensors").contains("It reads 2 values a day"))
  }

  @Test func oneSmallerTermIsOne() throws {
    let shell = try ShellHarness()
    try shell.report("train rnn units=3 epochs=1 as=tiny")
    #expect(try shell.text("gates tiny t=42 unit=1").contains("[1 smaller term]"))
  }

  @Test func oneEpochHasNoCourse() throws {
    let shell = try ShellHarness()
    let text = try shell.text("train rnn units=1 epochs=1 as=tiny")
    #expect(try shell.text("model tiny").contains("trained here, 1 epoch, seed 1"))
    #expect(text.contains("after one epoch"))
    #expect(!text.contains("went from"))
  }
}
