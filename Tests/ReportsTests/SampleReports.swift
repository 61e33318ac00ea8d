import Foundation
import Reports

/// Reports of the kinds that the commands answer, with made-up numbers.
enum SampleReports {
  static let all: [(name: String, report: Report)] = [
    ("gates", gates), ("ewma", ewma), ("powers", powers), ("gradient", gradient),
    ("unit", unit), ("time", time), ("text", text), ("cells", cells),
  ]

  /// What `gates lstm t=42` answers.
  static let gates: Report = {
    var report = Report(title: "LSTM gates on day t=42 (2006-03-06), step 10 of the window")
    report.values["t"] = 42
    report.values["date"] = "2006-03-06"
    report.values["forget.mean"] = .float(0.7193)
    let names = ["input", "forget", "output", "candidate", "cell", "hidden"]
    let rows = names.indices.map { row in
      (0..<50).map { unit -> Float in
        let wave = Float((unit * (7 + row * 3) + row * 11) % 50) / 49
        return row < 3 ? wave : (wave - 0.5) * Float(row) / 2
      }
    }
    report.add(
      HeatMap(
        name: "gates", rowLabels: Array(names[..<3]), columnLabels: (0..<50).map(String.init),
        rowAxis: "gate", columnAxis: "unit", values: Array(rows[..<3])))
    report.add(
      HeatMap(
        name: "states", range: HeatMap.symmetricRange(of: Array(rows[3...])), scale: .diverging,
        rowLabels: Array(names[3...]), columnLabels: (0..<50).map(String.init), rowAxis: "gate",
        columnAxis: "unit", values: Array(rows[3...])))
    report.add(
      Table(
        name: "statistics", columns: ["gate", "mean", "sd", "min", "max", "below 0.1"],
        rows: names.indices.map { row in
          let values = rows[row]
          let mean = values.reduce(0, +) / 50
          let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 50
          return [
            .text(names[row]), .float(mean), .float(variance.squareRoot()),
            Value(values.min()), Value(values.max()), .integer(values.count { $0 < 0.1 }),
          ]
        }))
    report.add(
      Table(
        name: "gates", columns: ["unit", "input"],
        rows: (0..<3).map { [.integer($0), .float(rows[0][$0])] }, isShown: false))
    report.add(paragraph: "A training day: the model has seen 2006-03-07.")
    report.add(paragraph: "Prediction $20.93, the High of 2006-03-07 is $21.02.")
    return report
  }()

  /// What `ewma beta=0.8,0.5 t=42` answers.
  static let ewma: Report = {
    var report = Report(title: "EWMA of the High of KO")
    let x = (0..<200).map(Double.init)
    func curve(_ beta: Double) -> [Double?] {
      var mean = 0.0
      return x.map { day in
        let price = 20 + day / 20 + (Int(day) % 37 < 18 ? 2 : -2)
        mean = beta * mean + (1 - beta) * price
        return mean
      }
    }
    let dates = (0..<200).map { day in
      "2010-\(twoDigits(2 + day / 20))-\(twoDigits(1 + day % 20))"
    }
    report.add(
      LinePlot(
        name: "ewma", axis: .init(x: "t", y: "dollars"),
        series: [
          .init(name: "β = 0.8", x: x, y: curve(0.8)),
          .init(name: "β = 0.98", x: x, y: curve(0.98)),
        ],
        marks: [.init(x: 42, text: "t=42, 2010-04-03"), .init(x: 60, text: "split")],
        xLabels: .init(texts: dates)))
    report.add(equation: "μ̂ₜ = μₜ / (1 − βᵗ⁺¹)\n    = 10.0224 / (1 − 0.8³) = 20.5377")
    report.add(
      Bars(
        name: "weights", labels: (0..<8).map { "\($0) days ago" },
        values: (0..<8).map { 0.2 * [1, 0.8, 0.64, 0.512, 0.41, 0.328, 0.262, 0.21][$0] }))
    return report
  }()

  /// What `power v=0.5 tau=50` answers.
  static let powers: Report = {
    var report = Report(title: "Powers of v = 0.5")
    var norms: [Double] = [1]
    for _ in 1..<50 { norms.append(norms[norms.count - 1] / 2) }
    report.add(
      LinePlot(
        name: "powers", axis: .init(x: "k", y: "norm of V^k", scale: .logarithmic),
        series: [.init(name: "", y: norms)]))
    report.add(
      Table(
        name: "powers", columns: ["k", "norm"],
        rows: [0, 1, 2, 10, 49].map { [.integer($0), .double(norms[$0])] }))
    report.add(paragraph: "It vanishes: after 50 steps 1.776e-15 of it is left.")
    return report
  }()

  /// What `gradient rnn lstm gru t=42` answers.
  static let gradient: Report = {
    var report = Report(title: "How much of the gradient reaches each step, t=42")
    report.add(
      Table(
        name: "flow",
        columns: [
          "step", "rnn", "lstm", "lstm.cell", "gru", .init("share", digits: .percent(1)), "note",
        ],
        rows: (1...5).map { step in
          let value = Float(step) / 7
          return [
            .integer(step), .float(value * value), .float(value), .float(value / 3), nil,
            .double(Double(value) / 4), .text(step == 5 ? "the newest step, in whose words…" : "a"),
          ]
        }))
    report.add(
      Bars(name: "change", labels: ["rnn", "lstm", "gru"], values: [-0.31, 0.72, 0.1]))
    return report
  }()

  /// What `gates lstm t=42 unit=7` answers.
  static let unit: Report = {
    var report = Report(title: "Unit 7 of the LSTM on day t=42 (2006-03-06), step 10")
    report.add(equation: "f = σ(0.412·0.0354 + 0.287 + 1.000) = σ(1.302) = 0.7862")
    report.add(equation: "c' = f ⊙ c + i ⊙ c̃ = 0.7862·0.1204 + 0.3310·(−0.2207) = 0.0216")
    report.addPause()
    report.add(
      paragraph: """
        The forget gate keeps 78.6 % of the cell state, which is a memory of 1/(1−f) = 4.7 steps:
        - longer than that of the mean unit;
        - shorter than the window, so that the oldest of the ten days hardly counts any \
        more in what the unit says.
        1. A numbered item.
        """)
    return report
  }()

  /// What `gates lstm gate=forget t=0..299` answers.
  static let time: Report = {
    var report = Report(title: "Forget gate by day")
    let days = (0..<300).map { "2006-\(twoDigits(1 + $0 / 28))-\(twoDigits(1 + $0 % 28))" }
    let values = (0..<6).map { unit in (0..<300).map { Float(($0 * (unit + 1)) % 100) / 100 } }
    report.add(
      HeatMap(
        name: "forget", title: "forget gate", rowLabels: (0..<6).map(String.init),
        columnLabels: days, rowAxis: "unit", columnAxis: "t", values: values))
    report.add(
      HeatMap(
        name: "steps", rowLabels: ["0", "1"], columnLabels: (1...10).map(String.init),
        rowAxis: "unit", columnAxis: "step",
        values: [
          (0..<10).map { Float($0) / 10 },
          [.nan, 0.5, .infinity] + Array(repeating: 0.1, count: 7),
        ]))
    return report
  }()

  /// What strangers and narrow columns do.
  static let text: Report = {
    var report = Report(title: "A lesson by \u{1b}[31msomebody\u{1b}[0m")
    report.add(
      paragraph: "東京の株価 and 👩‍👩‍👧 and a bell \u{7} and an override \u{202e}drawkcab, café.")
    report.add(
      Table(
        name: "verbs", columns: ["verb", "purpose"],
        rows: [
          [
            "ewma",
            "exponentially weighted moving averages, plain and with their beginning corrected",
          ],
          ["gates", "every gate of every unit of a cell on one day, or of one unit on many days"],
          ["日本語", "wide\ncharacters"],
        ]))
    report.add(Table(name: "none", columns: ["a", "b"]))
    return report
  }()

  /// What `walk` shows of a unit of an LSTM and of a GRU at the end of their steps.
  static let cells: Report = {
    var report = Report(title: "The state of unit 7")
    report.add(lstmCell(before: 0.82, forget: 0.75, input: 0.5, candidate: 0.31, output: 0.4))
    report.add(lstmCell(before: 0.5, forget: 0.9, input: 0.8, candidate: -0.94, output: 0.7))
    report.add(
      CellPicture(
        name: "reset.cell",
        shutter: .init(
          gate: .init("r", 0.3), source: .init("U·h' + b'", -1.2),
          passed: .init("r·(U·h' + b')", 0.3 * -1.2))))
    report.add(
      CellPicture(
        name: "hidden",
        kept: .init(
          gate: .init("z", 0.62), source: .init("h'", -0.4), passed: .init("z·h'", 0.62 * -0.4)),
        added: .init(
          gate: .init("1−z", 0.38), source: .init("h̃", -0.7),
          passed: .init("(1−z)·h̃", 0.38 * -0.7)),
        isMix: true, now: .init("h", 0.62 * -0.4 + 0.38 * -0.7)))
    return report
  }()

  /// `c = f·c' + i·c̃`, `h = o·tanh(c)` with made-up gates.
  static func lstmCell(
    before: Float, forget: Float, input: Float, candidate: Float, output: Float
  ) -> CellPicture {
    let cell = forget * before + input * candidate
    let squashed = Float(tanh(Double(cell)))
    return CellPicture(
      name: "cell",
      kept: .init(
        gate: .init("f", forget), source: .init("c'", before),
        passed: .init("f·c'", forget * before)),
      added: .init(
        gate: .init("i", input), source: .init("c̃", candidate),
        passed: .init("i·c̃", input * candidate)),
      now: .init("c", cell),
      shutter: .init(
        gate: .init("o", output), source: .init("tanh(c)", squashed),
        passed: .init("h", output * squashed)))
  }

  private static func twoDigits(_ number: Int) -> String {
    (number < 10 ? "0" : "") + String(number)
  }
}
