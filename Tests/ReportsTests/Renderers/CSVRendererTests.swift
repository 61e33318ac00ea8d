import Reports
import Testing

struct CSVRendererTests {
  private func text(_ blocks: Block..., values: NamedValues = [:]) -> String {
    CSVRenderer().render(Report(values: values, blocks: blocks), command: "")
  }

  private let map = Block.heatmap(
    HeatMap(
      name: "m", rowLabels: ["f"], columnLabels: ["0"], rowAxis: "gate", columnAxis: "unit",
      values: [[0.25, .nan]]))

  @Test func theFirstTableComesBeforeAnyPicture() {
    let table = Table(name: "t", columns: ["a", "b"], rows: [[1, "x"], [nil]], isShown: false)
    #expect(text(map, .table(table)) == "\"a\",\"b\"\n1,\"x\"\n,\n")
  }

  @Test func aPictureIsOneNumberARow() {
    #expect(
      text(.paragraph(Paragraph("p")), map)
        == "\"gate\",\"unit\",\"value\"\n\"f\",\"0\",0.25\n\"f\",\"1\",nan\n")
    #expect(
      text(
        .line(
          LinePlot(
            name: "l", axis: .init(x: "t", y: "dollars"),
            series: [.init(name: "β = 0.8", x: [0, 0.5], y: [1, nil])],
            xLabels: .init(texts: ["2006-01-03"]))))
        == "\"series\",\"t\",\"label\",\"dollars\"\n\"β = 0.8\",0,\"2006-01-03\",1\n\"β = 0.8\",0.5,,\n"
    )
    #expect(
      text(.bars(Bars(name: "b", labels: ["=x"], values: [-0.1])))
        == "\"label\",\"value\"\n\"'=x\",-0.1\n")
  }

  @Test func withoutBothTheNamedValuesAreWritten() {
    #expect(
      text(.paragraph(Paragraph("p")), values: ["loss": .float(0.1), "x": [1, 0.1]])
        == "\"name\",\"value\"\n\"loss\",0.1\n\"x\",\"1, 0.1\"\n")
  }

  @Test func everyDigitIsWritten() {
    #expect(
      text(.table(Table(name: "t", columns: ["a"], rows: [[.double(0.1 + 0.2)], [.float(0.1)]])))
        == "\"a\"\n0.30000000000000004\n0.1\n")
  }
}
