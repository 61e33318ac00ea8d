import Reports
import Testing

struct ReportRendererTests {
  @Test func formsStandInOrderOfTheirEndingsAndOnlyOnce() {
    let endings = FileForm.all.map(\.ending)
    #expect(endings == Set(endings).sorted())
  }

  @Test(arguments: FileForm.all.map(\.ending), StrangeReport.all.map(\.name))
  func everyFormOfEveryReportEndsWithANewlineAndHoldsNoControlCharacter(
    ending: String, name: String
  ) throws {
    let form = try #require(FileForm.all.first { $0.ending == ending })
    let report = try #require(StrangeReport.all.first { $0.name == name }).report
    let text = form.renderer(4).render(report, command: "gates \u{1b}[2J")
    #expect(text.hasSuffix("\n"))
    for scalar in text.unicodeScalars where scalar != "\n" {
      let category = scalar.properties.generalCategory
      #expect(category != .control, "U+\(String(scalar.value, radix: 16))")
    }
  }
}
