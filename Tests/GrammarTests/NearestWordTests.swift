import Testing

@testable import Grammar

struct NearestWordTests {
  private let verbs = ["data", "evaluate", "gates", "gradient", "model", "quit", "set", "train"]

  @Test(arguments: [
    ("gatse", "gates"), ("gate", "gates"), ("GATES", "gates"), ("evalaute", "evaluate"),
    ("eval", "evaluate"), ("modle", "model"), ("dta", "data"), ("tarin", "train"),
  ])
  func aSlipFindsItsWord(typed: String, meant: String) {
    #expect(nearestWord(to: typed, among: verbs) == meant)
  }

  @Test(arguments: ["zzzz", "x", "", "banana", "q", "sap", "dots"])
  func nothingNearSuggestsNothing(typed: String) {
    #expect(nearestWord(to: typed, among: verbs) == nil)
  }

  @Test func shortKeysAreNearOnlyWhenMostOfThemIsRight() {
    #expect(nearestWord(to: "tt", among: ["t", "unit"]) == "t")
    #expect(nearestWord(to: "xy", among: ["t", "unit"]) == nil)
  }

  @Test func theDistanceCountsSwapsAsOne() {
    #expect(editDistance(Array("ab"), Array("ba")) == 1)
    #expect(editDistance(Array("kitten"), Array("sitting")) == 3)
    #expect(editDistance([], Array("ab")) == 2)
  }
}
