import Reports
import Testing

struct GoldenTextTests {
  @Test(arguments: SampleReports.all.map(\.name), [80, 120])
  func samplesLookAsKept(name: String, width: Int) throws {
    let report = try #require(SampleReports.all.first { $0.name == name }?.report)
    var capabilities = TerminalCapabilities.plain
    capabilities.width = width
    try Golden.expect(TextRenderer(capabilities).render(report), equals: "\(name)-\(width)")
  }

  @Test(arguments: [
    ("24bit", TerminalCapabilities(color: .trueColor)),
    ("24bit-light", TerminalCapabilities(color: .trueColor, darkBackground: false)),
    ("256", TerminalCapabilities(color: .twoFiftySix)),
    ("16", TerminalCapabilities(color: .sixteen)),
    ("ascii", TerminalCapabilities(unicode: false)),
  ])
  func gatesLookAsKeptWithEveryNumberOfColors(
    name: String, capabilities: TerminalCapabilities
  ) throws {
    let text = TextRenderer(capabilities).render(SampleReports.gates)
    try Golden.expect(text, equals: "gates-80-\(name)")
  }

  @Test(arguments: [
    ("ewma-80-braille", TerminalCapabilities(canvas: .braille)),
    ("ewma-80-ascii", TerminalCapabilities(unicode: false)),
    ("ewma-80-24bit", TerminalCapabilities(color: .trueColor)),
    ("ewma-20", TerminalCapabilities(width: 20)),
    ("ewma-80-24bit-light", TerminalCapabilities(color: .trueColor, darkBackground: false)),
  ])
  func curvesLookAsKeptOnEveryCanvas(name: String, capabilities: TerminalCapabilities) throws {
    try Golden.expect(TextRenderer(capabilities).render(SampleReports.ewma), equals: name)
  }

  @Test(arguments: [
    ("24bit", TerminalCapabilities(color: .trueColor)),
    ("24bit-light", TerminalCapabilities(color: .trueColor, darkBackground: false)),
    ("16", TerminalCapabilities(color: .sixteen)),
    ("ascii", TerminalCapabilities(unicode: false)),
  ])
  func cellsLookAsKeptInColorAndInASCII(name: String, capabilities: TerminalCapabilities) throws {
    let text = TextRenderer(capabilities).render(SampleReports.cells)
    try Golden.expect(text, equals: "cells-80-\(name)")
  }

  @Test(arguments: [
    TerminalCapabilities.plain, TerminalCapabilities(color: .sixteen),
    TerminalCapabilities(color: .trueColor), TerminalCapabilities(unicode: false),
  ])
  func gatesOfOneDayFitAnOldTerminalWithItsPrompt(capabilities: TerminalCapabilities) {
    let text = TextRenderer(capabilities).render(SampleReports.gates)
    #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } <= 23)
  }
}
