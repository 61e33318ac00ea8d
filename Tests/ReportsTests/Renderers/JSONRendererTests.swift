import Foundation
import Reports
import Testing

struct JSONRendererTests {
  @Test func aReportHasItsKeysInOrder() {
    var report = Report(title: "σ(x)", values: ["t": 42, "date": "2006-03-06"])
    report.values["forget.mean"] = .float(0.72)
    report.values["actual.dollars"] = nil as Value?
    report.values["actual.dollars"] = .null
    report.values["x"] = [.float(0.5), .double(0.1)]
    report.values["filled"] = true
    report.add(
      Table(
        name: "gates", columns: ["unit", "forget"], rows: [[0, .float(0.41)], [1]], isShown: false))
    report.add(
      HeatMap(name: "forget", rowLabels: ["a"], columnLabels: ["0", "1"], values: [[0.5, .nan]]))
    report.add(
      LinePlot(
        name: "ewma", axis: .init(x: "t", y: "dollars", scale: .logarithmic),
        series: [.init(name: "β = 0.8", x: [0, 1], y: [1e-20, nil])],
        marks: [.init(x: 42, text: "here")]))
    report.add(Bars(name: "shares", labels: ["l"], values: [-.infinity]))
    report.addPause()
    report.add(equation: "a\nb")
    report.add(paragraph: "text")
    let expected = """
      {"command":"gates lstm t=42","title":"σ(x)","values":{"t":42,"date":"2006-03-06",\
      "forget.mean":0.72,"actual.dollars":null,"x":[0.5,0.1],"filled":true},"blocks":[\
      {"kind":"table","name":"gates","columns":["unit","forget"],"rows":[[0,0.41],[1,null]]},\
      {"kind":"heatmap","name":"forget","range":[0.0,1.0],"rows":["a"],"columns":["0","1"],\
      "values":[[0.5,"nan"]]},\
      {"kind":"line","name":"ewma","axis":{"x":"t","y":"dollars","scale":"logarithmic"},\
      "marks":[{"x":42.0,"text":"here"}],\
      "series":[{"name":"β = 0.8","x":[0.0,1.0],"y":[1e-20,null]}]},\
      {"kind":"bars","name":"shares","labels":["l"],"values":["-inf"]},\
      {"kind":"equation","text":"a\\nb"},{"kind":"paragraph","text":"text"}]}

      """
    #expect(JSONRenderer().render(report, command: "gates lstm t=42") == expected)
  }

  @Test func aCellHasItsLabelsAndItsPartsWhatIsNotToldIsNull() {
    let kept = CellPicture.Passage(
      gate: .init("f", 0.75), source: .init("c'", 0.4), passed: .init("f·c'", 0.3))
    let report = Report(blocks: [.cell(CellPicture(name: "cell", kept: kept))])
    let expected = """
      {"kind":"cell","name":"cell","labels":["c' before","f·c' kept"],"values":[0.4,0.3],\
      "kept":{"gate":{"symbol":"f","value":0.75},"source":{"symbol":"c'","value":0.4},\
      "passed":{"symbol":"f·c'","value":0.3}},"added":null,"mix":false,"now":null,"shutter":null}
      """
    #expect(JSONRenderer().render(report, command: "").contains(expected))
  }

  @Test func aMistakeHasItsKeysInOrder() {
    let error = ReportError(command: "gates lsmt", message: "no \"lsmt\"", column: 7, hint: "lstm")
    let expected = #"""
      {"command":"gates lsmt","error":{"message":"no \"lsmt\"","column":7,"hint":"lstm","file":null,"line":null}}

      """#
    #expect(JSONRenderer().render(error) == expected)
  }

  @Test(arguments: SampleReports.all.map(\.name))
  func samplesAreOneLineThatAnotherParserReads(name: String) throws {
    let report = try #require(SampleReports.all.first { $0.name == name }?.report)
    let text = JSONRenderer().render(report, command: name)
    #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(object?["title"] as? String == report.title)
    #expect(object?["command"] as? String == name)
  }

  @Test func everyFloatReadsBackAsItself() throws {
    var generator = SystemRandomNumberGenerator()
    var floats = (0..<500).map { _ in Float(bitPattern: generator.next()) }
    floats =
      floats.filter(\.isFinite) + [0, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
    var doubles = (0..<500).map { _ in Double(bitPattern: generator.next()) }
    doubles = doubles.filter(\.isFinite) + [.leastNonzeroMagnitude, .greatestFiniteMagnitude]
    let report = Report(values: [
      "floats": .list(floats.map(Value.float)), "doubles": .list(doubles.map(Value.double)),
    ])
    let text = JSONRenderer().render(report, command: "")
    let lists = text.split(separator: "[").dropFirst().compactMap { $0.split(separator: "]").first }
    #expect(
      lists.first?.split(separator: ",").map { Float($0)?.bitPattern } == floats.map(\.bitPattern))
    #expect(
      lists.dropFirst().first?.split(separator: ",").map { Double($0)?.bitPattern }
        == doubles.map(\.bitPattern))
  }

  @Test func everyStringReadsBackAsItself() throws {
    let scalars = (0...0x2fff).compactMap(Unicode.Scalar.init) + ["😀", "\u{10ffff}"]
    let string = String(String.UnicodeScalarView(scalars))
    let text = JSONRenderer().render(Report(title: string), command: "")
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let title = try #require(object?["title"] as? String)
    #expect(Array(title.unicodeScalars) == Array(string.unicodeScalars))
  }

  @Test func noControlCharacterComesOut() {
    let title = String(String.UnicodeScalarView((0...0x9f).compactMap(Unicode.Scalar.init)))
    let text = JSONRenderer().render(Report(title: title + "\u{202e}\u{2028}"), command: "")
    #expect(
      text.dropLast().unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !(0x7f...0x9f).contains($0.value)
      })
    #expect(text.contains(#"\u001b"#) && text.contains(#"\u202e"#) && text.contains(#"\u2028"#))
  }
}
