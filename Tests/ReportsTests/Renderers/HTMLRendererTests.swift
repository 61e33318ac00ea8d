import Reports
import TestSupport
import Testing

struct HTMLRendererTests {
  private func page(_ report: Report, command: String = "gates lstm t=42") throws -> ParsedXML {
    let text = HTMLRenderer().render(report, command: command)
    #expect(text.hasPrefix("<!DOCTYPE html>\n"))
    return try ParsedXML(text)
  }

  @Test(arguments: StrangeReport.all.map(\.name))
  func everyPageIsWellFormedAndHoldsNothingThatRunsOrLoads(name: String) throws {
    let report = try #require(StrangeReport.all.first { $0.name == name }).report
    let page = try page(report, command: StrangeReport.text)
    for element in page.elements {
      #expect(!["script", "iframe", "img", "object", "a", "base"].contains(element.name))
      for (key, value) in element.attributes {
        #expect(!key.hasPrefix("on") && key != "src" && key != "style")
        #expect(key != "href" || value == "data:,")
      }
    }
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
  }

  @Test func thePageSaysItsLanguageItsEncodingAndWhatItMayNotDo() throws {
    let page = try page(SampleReports.gates)
    #expect(page.elements.first?.attributes["lang"] == "en")
    let metas = page.all("meta").map(\.attributes)
    #expect(metas.first == ["charset": "utf-8"])
    let policy = metas.first { $0["http-equiv"] == "Content-Security-Policy" }?["content"] ?? ""
    #expect(policy.hasPrefix("default-src 'none';"))
    #expect(!policy.contains("script"))
    #expect(page.texts("title").first == SampleReports.gates.title)
    #expect(page.texts("h1") == [SampleReports.gates.title])
    #expect(page.texts("code").first == "gates lstm t=42")
  }

  @Test func pythonsAndBrowsersReadTheSameStyleSheet() {
    // In HTML a style sheet is raw text: a reference in it would not be resolved.
    let text = HTMLRenderer().render(SampleReports.gates, command: "")
    let style = text.firstMatch(of: /<style>(.*?)<\/style>/.dotMatchesNewlines())?.1 ?? ""
    #expect(style.contains(".s32 {") && !style.contains("&") && !style.contains(">"))
  }

  @Test func everyPictureHasItsSentenceAndItsNumbers() throws {
    let page = try page(SampleReports.gates)
    #expect(page.all("figure").count == 2)
    #expect(page.texts("figcaption")[0].hasPrefix("Mean 0.4762, least 0 (input, unit 0)"))
    #expect(
      page.texts("summary") == [
        "The numbers of gates", "The numbers of states", "gates: 3 rows", "Named values",
      ])
    let cells = page.elements.filter { $0.name == "td" && $0.path.contains("details") }
    #expect(cells.count == 50 * 4 + 50 * 4 + 3 * 2 + 3 * 2)
    let tips = page.elements.filter { $0.name == "title" && $0.path.last == "rect" }
    #expect(tips.count == 300)
  }

  @Test func linesOfATextStayLinesAndItemsAreAList() throws {
    var report = Report(title: "t")
    report.add(marked: "One\n- **two** `three`\n- four\nfive\nsix")
    let page = try page(report, command: "")
    #expect(page.texts("p") == ["One", "fivesix"])
    #expect(page.all("br").count == 1)
    #expect(page.texts("li") == [" ", "four"])
    #expect(page.texts("strong") == ["two"] && page.texts("code") == ["three"])
  }

  @Test func aReportWithoutBlocksShowsItsValues() throws {
    let page = try page(Report(values: ["forget.mean": .float(0.7193)]))
    #expect(page.texts("td") == ["forget.mean", "0.7193"])
    #expect(page.all("details").isEmpty)
  }
}
