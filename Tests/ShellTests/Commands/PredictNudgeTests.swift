import Reports
import Testing

@testable import Shell

struct PredictNudgeTests {
  @Test(arguments: ["rnn", "lstm", "gru"], [1, 5, 10])
  func aSmallNudgeMovesTheForecastAsTheGradientSays(model: String, step: Int) throws {
    let shell = try ShellHarness()
    let values = try shell.report("predict \(model) t=42 nudge=\(step):0.0001").values
    let difference = try #require(values["difference"]?.number)
    let linear = try #require(values["difference.linear"]?.number)
    #expect(abs(difference - linear) < 1e-3 * abs(linear) + 1e-10)
    let flow = try shell.json("gradient \(model) t=42 to=x --json").block("flow")
    let slope = try #require(flow.column(model)[step - 1].number)
    #expect(abs(try #require(values["slope"]?.number) - slope) < 1e-12)
    let plain = try shell.report("predict \(model) t=42").values
    #expect(values["prediction"] == plain["prediction"])
    let nudged = try #require(values["prediction.nudged"]?.number)
    #expect(abs(nudged - difference - (try #require(plain["prediction"]?.number))) < 2e-6)
  }

  @Test func aLargeNudgeBends() throws {
    let shell = try ShellHarness()
    let text = try shell.text("predict lstm nudge=10:1")
    #expect(text.contains("the forecast bends"))
    #expect(!(try shell.text("predict lstm nudge=10:0.000001").contains("the forecast bends")))
  }

  @Test func noNudgeMovesNothing() throws {
    let values = try ShellHarness().report("predict lstm nudge=3:0").values
    #expect(values["difference"] == .double(0) && values["difference.linear"] == .double(0))
  }

  @Test(arguments: [
    ("nudge=0:1", "nudge=0:1: the window has steps 1 to 10"),
    ("nudge=11:1", "nudge=11:1: the window has steps 1 to 10"),
    ("nudge=3", "nudge=3: write the step and by how much its scaled input changes, as 1:0.001"),
    ("nudge=3:x", "nudge=3:x: write the step and by how much"),
    ("nudge=3:nan", "nudge=3:nan: write the step and by how much"),
    ("nudge=1:2:3", "nudge=1:2:3: write the step and by how much"),
    ("nudge=1:1e300", "nudge=1:1e300: the change lies between −1000 and 1000"),
    ("nudge=1:1 t=40..42", "nudge= changes one day; give one t"),
    ("nudge=1:1 shift=1", "shift= does not go with this: nudge= changes one day"),
  ])
  func mistakesSayWhatIsWrong(keys: String, message: String) throws {
    let complaint = try ShellHarness(.text, .init(width: 200)).message("predict lstm \(keys)")
    #expect(complaint.hasPrefix(message), "\(complaint)")
  }
}
