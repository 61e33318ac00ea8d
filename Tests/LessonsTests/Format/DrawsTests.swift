import Testing

@testable import Lessons

@Suite("The draws of a page")
struct DrawsTests {
  @Test func areWrittenAsProgressFilesHoldThem() {
    let draws = Draws([("t", "42"), ("b", "0.80")])
    #expect(draws.text == "t=42 b=0.80")
    #expect(draws["b"] == "0.80")
    #expect(draws["v"] == nil)
  }
}
