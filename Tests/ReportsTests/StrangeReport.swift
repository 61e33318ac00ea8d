import Reports

/// What a stranger's file could make of a report: in every text something that would break out of it.
enum StrangeReport {
  static let text =
    "</text></title><script>alert(1)</script>&amp;\"'\u{1b}[2J\u{202e}]]>|`*[x](y)\u{fffe}"

  static let report: Report = {
    var report = Report(title: text)
    report.values[text] = .text(text)
    report.add(paragraph: text + "\n- " + text)
    report.add(marked: "**\(text)** `\(text)`")
    report.add(equation: text)
    report.add(Table(name: text, columns: [.init(text)], rows: [[.text(text)], [.text("=1+1")]]))
    report.add(
      HeatMap(
        name: text, title: text, rowLabels: [text], columnLabels: [text, text], rowAxis: text,
        columnAxis: text, values: [[.nan, .infinity]], caption: text))
    report.add(
      LinePlot(
        name: text, axis: .init(x: text, y: text),
        series: [
          .init(name: text, x: [0, .nan, 2, .infinity], y: [1, 2, nil, .infinity]),
          .init(name: text, y: [-.greatestFiniteMagnitude, .greatestFiniteMagnitude]),
        ], marks: [.init(x: 1, text: text)], xLabels: .init(texts: [text]), caption: text))
    report.add(
      Bars(
        name: text, labels: [text, text], values: [.nan, -.infinity, .greatestFiniteMagnitude],
        caption: text))
    return report
  }()

  /// All reports of the tests that look at every form.
  static let all = SampleReports.all + [("strange", report)]
}
