import Reports
import Testing

struct ReportTests {
  @Test func valuesKeepTheirOrderAndAreReplacedInPlace() {
    var values: NamedValues = ["a": 1, "b": 2]
    values["c"] = 3
    values["a"] = 4
    #expect(values.names == ["a", "b", "c"])
    #expect(values.map(\.value) == [4, 2, 3])
    values["b"] = nil as Value?
    values["c"] = 5
    #expect(values.names == ["a", "c"] && values["c"] == 5 && values["b"] == nil)
    values["b"] = .null
    #expect(values["b"] == .some(.null) && values.count == 3)
  }

  @Test func absentNumbersBecomeNull() {
    #expect(Value(nil as Float?) == .null && Value(0.5 as Float?) == .float(0.5))
    #expect(Value(nil as Double?) == .null && Value(3) == 3)
    #expect(Value.integer(3).number == 3 && Value.text("3").number == nil)
  }

  @Test func blocksAreFoundByName() {
    var report = Report(title: "T")
    report.add(paragraph: "text")
    report.add(Table(name: "gates", columns: ["unit"]))
    #expect(report.block(named: "gates") == .table(Table(name: "gates", columns: ["unit"])))
    #expect(report.block(named: "text") == nil)
  }

  @Test func addingAReportTakesItsBlocksAndValues() {
    var report = Report(title: "T", values: ["a": 1])
    var other = Report(title: "U", values: ["a": 2, "b": 3])
    other.add(equation: "a = b")
    report.add(contentsOf: other)
    #expect(report == Report(title: "T", values: ["a": 2, "b": 3], blocks: other.blocks))
  }
}
