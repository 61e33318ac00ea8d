import Testing

@testable import MarketSeries

struct NearestNameTests {
  private let names = ["Date", "Open", "High", "Low", "Close", ""]

  @Test(arguments: [
    ("Hihg", "High"), ("high", "High"), ("Hgh", "High"), ("Clsoe", "Close"), ("Highs", "High"),
    ("LO", "Low"),
  ])
  func twoWrongLettersAreForgiven(word: String, name: String) {
    #expect(nearestName(to: word, among: names) == name)
  }

  @Test(arguments: ["Volume", "", "xy", "Adjusted"])
  func nothingNearIsNamedForOtherWords(word: String) {
    #expect(nearestName(to: word, among: names) == nil)
  }
}
