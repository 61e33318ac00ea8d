import Foundation
import Reports
import Testing

@testable import Shell

struct SquashCommandTests {
  @Test(arguments: [
    ("sigmoid x=0.53", 0.629_483, 0.233_234, 0.25), ("sigmoid", 0.5, 0.25, 0.25),
    ("tanh x=1", 0.761_594, 0.419_974, 1), ("relu x=-2", 0, 0, 1), ("relu x=2", 2, 1, 1),
    ("leakyrelu x=-2", -0.6, 0.3, 1), ("linear x=-2", -2, 1, 1),
  ])
  func valueAndSlopeAreThoseOfTheFunction(
    words: String, value: Double, slope: Double, most: Double
  ) throws {
    let values = try ShellHarness().json("squash \(words) --json")["values"]
    #expect(abs(try #require(values["value"].number) - value) < 1e-6)
    #expect(abs(try #require(values["slope"].number) - slope) < 1e-6)
    #expect(values["slope.max"].number == most)
  }

  @Test func theSigmoidsBoundIsSaid() throws {
    let text = try ShellHarness().text("squash sigmoid x=0.53").replacing("\n", with: " ")
    #expect(text.contains("σ(x) = 1 / (1 + e^−x) = 1 / (1 + e^−0.53) = 0.629483"))
    #expect(text.contains("nowhere above 1/4"))
  }

  @Test func theCurveHasAMarkAndReachesIt() throws {
    let answer = try ShellHarness().json("squash tanh x=-20 --json")
    let plot = answer.block("squash")
    #expect(plot["marks"].items.first?["x"] == -20)
    #expect(plot["series"].items.first?["x"].items.first == -20)
    #expect(plot["series"].items.map { $0["name"] } == ["tanh", "slope"])
  }

  @Test(arguments: ["sigmoid", "tanh", "relu", "leakyrelu", "linear"])
  func anAnswerFitsAScreen(name: String) throws {
    let lines = try ShellHarness(.text, .init(width: 80, height: 24)).text("squash \(name) x=-1.5")
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 25)  // the last line ends with a line feed
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [
    ("squash", "squash needs FUNCTION"), ("squash sigmod", "did you mean sigmoid?"),
    ("squash tanh x=nan", "x=nan: expected a number from -1000000 to 1000000"),
    ("squash tanh 2", "\"2\" is one word too many"),
  ])
  func aMistakeSaysWhatWasExpected(line: String, message: String) throws {
    let complaint = try ShellHarness().complaint(line).replacing("\n", with: " ")
    #expect(complaint.contains(message), "\(complaint)")
  }
}
