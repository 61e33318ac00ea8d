import Testing

@testable import Reports

struct TextRendererTests {
  // MARK: Properties

  @Test(arguments: SampleReports.all.map(\.name))
  func noLineIsWiderThanANarrowScreen(name: String) throws {
    let report = try #require(SampleReports.all.first { $0.name == name }?.report)
    for width in [1, 2, 3, 5, 8, 13, 19] {
      let renderer = TextRenderer(TerminalCapabilities(width: width, unicode: width % 2 == 0))
      for line in lines(renderer.render(report)) {
        #expect(displayWidth(of: line) <= width, "\(line)")
      }
    }
  }

  /// The last step of rendering cuts what is too wide; on common screens there is nothing to cut.
  @Test(arguments: SampleReports.all.map(\.name))
  func noLineIsWiderThanTheScreenAndNothingIsCutOff(name: String) throws {
    let report = try #require(SampleReports.all.first { $0.name == name }?.report)
    for width in Array(20...30) + Array(stride(from: 33, through: 200, by: 7)) {
      var capabilities = TerminalCapabilities(width: width, unicode: width % 3 != 0)
      capabilities.canvas = width % 2 == 0 ? .block : .braille
      for line in TextRenderer(capabilities).styledPages(of: report).joined() {
        #expect(line.width <= width, "\(line.text(.none)) at \(width)")
      }
    }
  }

  @Test(arguments: SampleReports.all.map(\.name))
  func withoutColorThereIsNoEscapeByte(name: String) throws {
    let report = try #require(SampleReports.all.first { $0.name == name }?.report)
    for unicode in [true, false] {
      let text = TextRenderer(TerminalCapabilities(unicode: unicode)).render(report)
      #expect(!text.utf8.contains(0x1b))
    }
    let colored = TextRenderer(TerminalCapabilities(color: .sixteen)).render(report)
    #expect(colored.utf8.contains(0x1b))
  }

  @Test(arguments: SampleReports.all.map(\.name))
  func withoutUnicodeThereIsNoByteBeyondASCII(name: String) throws {
    let report = try #require(SampleReports.all.first { $0.name == name }?.report)
    for color in TerminalCapabilities.ColorDepth.allCases {
      let text = TextRenderer(TerminalCapabilities(color: color, unicode: false)).render(report)
      #expect(!text.utf8.contains { $0 > 0x7f })
    }
  }

  @Test func nothingFromOutsideSteersTheTerminal() {
    let evil = "\u{1b}[2J\u{9b}31m\u{202e}\r\n\t\u{7}東\0"
    var report = Report(title: evil, values: [evil: .text(evil)])
    report.add(paragraph: evil)
    report.add(equation: evil)
    report.add(Table(name: evil, columns: [.init(evil)], rows: [[.text(evil)], [[.text(evil)]]]))
    report.add(
      HeatMap(
        name: evil, title: evil, rowLabels: [evil], columnLabels: [evil, evil], rowAxis: evil,
        columnAxis: evil, values: [[0, 1]]))
    let series = LinePlot.Series(name: evil, y: [0, 1])
    report.add(
      LinePlot(
        name: evil, axis: .init(x: evil, y: evil), series: [series, series],
        marks: [.init(x: 1, text: evil)], xLabels: .init(texts: [evil, evil])))
    report.add(Bars(name: evil, labels: [evil], values: [1], caption: evil))
    let error = ReportError(
      command: evil, message: evil, column: 3, hint: evil, file: evil, line: 1, source: evil)
    for width in [1, 20, 80, 300] {
      for unicode in [true, false] {
        let renderer = TextRenderer(
          TerminalCapabilities(width: width, unicode: unicode, isTerminal: true))
        let values = renderer.render(Report(values: [evil: 1, evil + "b": .text(evil)]))
        let text = renderer.render(report) + renderer.render(error) + values
        #expect(printable(text) == text)
        #expect(lines(text).allSatisfy { displayWidth(of: $0) <= max(width, 2) })
      }
    }
  }

  @Test func stylesEndWithTheirLine() {
    let text = TextRenderer(TerminalCapabilities(color: .trueColor)).render(SampleReports.gates)
    for line in text.split(separator: "\n") where line.contains("\u{1b}") {
      let last = line.split(separator: "\u{1b}").last ?? ""
      #expect(last.hasPrefix("[0m"))
    }
  }

  // MARK: Layout

  @Test func sentencesStandTogetherAndLongerTextsApart() {
    var report = Report(title: "T")
    report.add(paragraph: "One.")
    report.add(paragraph: "Two.")
    report.add(paragraph: "Three\nlines.")
    report.add(equation: "a = b")
    report.add(equation: "c = d")
    #expect(
      TextRenderer(.plain).render(report)
        == "T\nOne.\nTwo.\n\nThree\nlines.\n\n  a = b\n  c = d\n")
  }

  @Test func pausesPartPagesAndLeaveNoTrace() {
    var report = Report(title: "T")
    report.add(paragraph: "One.")
    report.addPause()
    report.add(paragraph: "Two.")
    let renderer = TextRenderer(.plain)
    #expect(renderer.pages(of: report) == ["T\nOne.\n", "Two.\n"])
    #expect(renderer.render(report) == "T\nOne.\nTwo.\n")
  }

  @Test func aPickedValueStandsAloneWithEveryDigitForScripts() {
    let report = Report(values: ["rmse": .float(0.280912)])
    #expect(TextRenderer(.plain).render(report) == "0.280912\n")
    #expect(TextRenderer(TerminalCapabilities(isTerminal: true)).render(report) == "0.2809\n")
  }

  @Test func severalValuesWithoutBlocksAreListed() {
    let report = Report(title: "T", values: ["t": 42, "date": nil])
    #expect(TextRenderer(.plain).render(report) == "T\nt = 42\ndate = -\n")
  }

  @Test func anEmptyReportIsNoText() {
    #expect(TextRenderer(.plain).render(Report()).isEmpty)
  }

  @Test func aReportOfHiddenTablesShowsItsTitleOnly() {
    var report = Report(title: "T")
    report.add(Table(name: "gates", columns: ["unit"], rows: [[0]], isShown: false))
    #expect(TextRenderer(.plain).render(report) == "T\n")
  }

  // MARK: Mistakes

  @Test func aMistakePointsAtItsColumn() {
    let error = ReportError(
      command: "gates lsmt t=42", message: "there is no model lsmt", column: 7, hint: "lstm")
    #expect(
      TextRenderer(.plain).render(error)
        == "there is no model lsmt; did you mean lstm?\n  gates lsmt t=42\n        ^\n")
  }

  @Test func aMistakeInAScriptNamesItsPlace() {
    let error = ReportError(
      command: "x", message: "No verb x.", column: 3, file: "a.gate", line: 12, source: "  x")
    #expect(TextRenderer(.plain).render(error) == "a.gate:12:3: No verb x.\n    x\n    ^\n")
  }

  @Test func aMistakeWithoutPlaceIsItsMessage() {
    let error = ReportError(command: "data load", message: "cannot read \u{1b}c.csv")
    #expect(TextRenderer(.plain).render(error) == "cannot read \\ec.csv\n")
  }

  @Test func aMessageIsOneLineOffATerminalAndFitsOne() {
    let error = ReportError(command: "x", message: "one two three four five six", hint: "seven")
    let message = "one two three four five six; did you mean seven?\n"
    #expect(TextRenderer(TerminalCapabilities(width: 20)).render(error) == message)
    let shown = TextRenderer(TerminalCapabilities(width: 20, isTerminal: true)).render(error)
    #expect(lines(shown).count > 1 && lines(shown).allSatisfy { $0.count <= 20 })
  }

  @Test(arguments: [1, 80, 150, 299, 300, 301, 100_000])
  func theCaretStandsUnderTheColumnOfALongLine(column: Int) throws {
    let command = String((0..<300).map { Character(UnicodeScalar(UInt8(97 + $0 % 26))) })
    let error = ReportError(command: command, message: "m", column: column)
    for width in [20, 40, 80] {
      let text = lines(TextRenderer(TerminalCapabilities(width: width)).render(error))
      try #require(text.count == 3)
      #expect(text.allSatisfy { displayWidth(of: $0) <= width })
      let place = try #require(text[2].firstIndex(of: "^"))
      let offset = text[2].distance(from: text[2].startIndex, to: place)
      let pointed = text[1].dropFirst(offset).first
      let expected = column <= 300 ? Array(command)[column - 1] : nil
      #expect(pointed == expected)
    }
  }

  @Test func theCaretCountsWideCharactersAsTheTerminalDoes() {
    let error = ReportError(command: "説明 x\u{7}=?", message: "m", column: 6)
    #expect(TextRenderer(.plain).render(error) == "m\n  説明 x\\x07=?\n            ^\n")
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
