import Reports
import Testing

struct ReportRendererTests {
  @Test func formsStandInOrderOfNameAndOnlyOnce() {
    let names = ReportForm.all.map(\.name)
    #expect(names == Set(names).sorted())
  }

  @Test(arguments: ReportForm.all.map(\.name))
  func everyFormEndsReportsAndMistakesWithANewline(name: String) throws {
    let form = try #require(ReportForm.all.first { $0.name == name })
    let renderer = form.renderer(.plain)
    #expect(renderer.render(SampleReports.gates, command: "gates").hasSuffix("\n"))
    #expect(renderer.render(ReportError(command: "x", message: "no")).hasSuffix("\n"))
  }
}
