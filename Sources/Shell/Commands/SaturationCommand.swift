import Grammar
import MarketSeries
import Recurrent
import Reports

/// `saturation`: how often gates stand at an end of their range.
struct SaturationCommand: Command {
  let verb = "saturation"
  let purpose = "counts over all windows how often each gate is nearly shut or wide open"
  let forms = [
    Form(
      words: [WordParameter("MODEL", .model)],
      keys: [
        Key(
          "on", .choice(["all", "train", "validation", "test"]), default: "all",
          "the days whose windows are counted")
      ])
  ]
  let examples = [
    Example("saturation lstm", "the LSTM over all windows of the series"),
    Example("saturation gru on=test", "the GRU over the windows of the test days"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    guard let word = arguments.word else { return Report(title: "") }
    let model = try session.model(word, context)
    let data = try session.marketData(context)
    try data.requireFeatures(of: model, at: word.range)
    let part = arguments.text("on") ?? "all"
    let windows = try windows(of: part, data, model, arguments)
    let occupancy = try GateOccupancy(
      of: model.network, over: windows, holding: model.held, threads: context.threads
    ) {
      try context.progress(
        WorkProgress(label: "counting \(model.name)", fraction: $0, detail: "windows"))
    }
    guard !occupancy.rows.isEmpty else {
      throw Mistake(
        "nothing in \(model.name) can saturate: its activation is "
          + "\(model.network.cell.options.activation.rawValue), which has no bound", at: word.range)
    }
    return session.settings.notation.answer(about: model.network.cell.quantities) {
      SaturationAnswer(
        model: model, occupancy: occupancy, part: part, windows: windows.count, notation: $0
      ).report(data)
    }
  }

  private func windows(
    of part: String, _ data: MarketData, _ model: Model, _ arguments: Arguments
  ) throws(Mistake) -> Sequences {
    let windows: Sequences
    if let part = Part(rawValue: part), part != .all {
      windows = data.sequences(of: part, target: model.target)
    } else {
      let ends = (0..<data.dataset.rowCount).filter { data.dataset.windowEnding(at: $0) != nil }
      windows = data.sequences(endingAt: ends)
    }
    guard windows.count > 0 else {
      throw Mistake(
        part == "all"
          ? "the series has no whole window of \(data.dataset.lookBack)"
          : "the \(part) part has no whole window of \(data.dataset.lookBack)",
        at: arguments.place(of: "on"))
    }
    return windows
  }
}

/// What `saturation` answers.
private struct SaturationAnswer {
  let model: Model
  let occupancy: GateOccupancy
  let part: String
  let windows: Int
  let notation: Notation

  /// What is counted, in the order and sense of the notation.
  private var rows: [GateOccupancy.Row] {
    notation.ordered(occupancy.rows.map(\.quantity)).compactMap { quantity in
      let row = occupancy[quantity.name]
      return notation.flips(quantity) ? row?.complement : row
    }
  }

  /// The gate that says how much of the state stays: forget or update; `nil` for a cell without.
  private var keeping: GateOccupancy.Row? { occupancy["forget"] ?? occupancy["update"] }

  func report(_ data: MarketData) -> Report {
    let days = part == "all" ? "" : " of the \(part) \(data.dayNoun)s"
    var report = Report(
      title: "\(model.title) over \(count(windows, "window"))\(days), all steps of each")
    for row in rows {
      report.values["\(row.quantity.name).left"] = Value(row.left.map(mean))
      report.values["\(row.quantity.name).right"] = .double(mean(row.right))
    }
    report.values["memory"] = Value(keeping.map { memory(of: mean($0.means)) })
    if let histogram { report.add(histogram) }
    report.add(saturationTable)
    if let keeping { report.add(memoryTable(keeping)) }
    report.add(paragraph: sentences.joined(separator: " "))
    return report
  }

  // MARK: Blocks

  /// How the gates' values are spread over their range; those of h where the cell has no gate.
  private var histogram: HeatMap? {
    let gates = rows.filter { $0.quantity.kind == .gate }
    let rows = gates.isEmpty ? self.rows : gates
    guard let range = rows.first?.quantity.range else { return nil }
    let width = (range.upperBound - range.lowerBound) / Float(GateOccupancy.intervals)
    let starts = (0..<GateOccupancy.intervals).map {
      decimals(Double(range.lowerBound + Float($0) * width), 1)
    }
    let values = rows.map { $0.histogram.map { Float($0) } }
    let most = rows.max { ($0.histogram.max() ?? 0) < ($1.histogram.max() ?? 0) }
    let share = most?.histogram.max() ?? 0
    let start = most?.histogram.firstIndex(of: share).map { starts[$0] } ?? ""
    return HeatMap(
      name: "histogram", title: "How the values are spread", range: 0...max(Float(share), 1e-6),
      rowLabels: rows.map(\.quantity.name), columnLabels: starts, rowAxis: "gate",
      columnAxis: "from", values: values,
      caption:
        "Most in one interval: \(decimals(100 * share, 1)) % of \(most?.quantity.name ?? "") "
        + "from \(start) on.")
  }

  private var saturationTable: Table {
    Table(
      name: "saturation",
      columns: [
        "gate", Table.Column("left", digits: .decimals(4)),
        Table.Column("middle", digits: .decimals(4)), Table.Column("right", digits: .decimals(4)),
      ],
      rows: rows.map { row in
        let (left, right) = (row.left.map(mean), mean(row.right))
        return [
          .text(row.quantity.name), Value(left), .double(1 - (left ?? 0) - right), .double(right),
        ]
      })
  }

  private func memoryTable(_ row: GateOccupancy.Row) -> Table {
    Table(
      name: "memory", columns: ["unit", Table.Column(row.quantity.name), "memory"],
      rows: row.means.enumerated().map {
        [.integer($0.offset), .double($0.element), .double(memory(of: $0.element))]
      }, isShown: false)
  }

  // MARK: Sentences

  private var sentences: [String] {
    var sentences = [
      "left: below 0.1; right: above 0.9, with a sign: beyond ±0.9.", saturatedSentence,
    ]
    if let keeping { sentences.append(memorySentence(keeping)) }
    return sentences
  }

  private var saturatedSentence: String {
    let most = rows.max { ends(of: $0) < ends(of: $1) }
    guard let most, ends(of: most) > 0 else {
      return "Nothing saturates: on these windows the gates act as dimmers, not as switches."
    }
    return "Most saturated is \(most.quantity.name): "
      + "\(decimals(100 * ends(of: most), 1)) % of its values stand at an end."
  }

  private func memorySentence(_ row: GateOccupancy.Row) -> String {
    let letter = row.quantity.symbol
    let memories = row.means.map(memory)
    let least = memories.indices.min { memories[$0] < memories[$1] } ?? 0
    let most = memories.indices.max { memories[$0] < memories[$1] } ?? 0
    let mean = mean(row.means)
    let spread =
      memories.count < 2
      ? ""
      : "; by unit from \(shownNumber(memories[least])) (unit \(least)) to "
        + "\(shownNumber(memories[most])) (unit \(most))"
    // Where the letter says what is new, the memory is one over it.
    let isNew = notation.flips(row.quantity)
    let formula = isNew ? "1/\(letter)" : "1/(1 − \(letter))"
    return "Mean \(letter) is \(shownNumber(isNew ? 1 - mean : mean)): a memory \(formula) of "
      + "\(shownNumber(memory(of: mean))) steps\(spread)."
  }

  private func ends(of row: GateOccupancy.Row) -> Double {
    (row.left.map(mean) ?? 0) + mean(row.right)
  }

  /// How many steps a gate that keeps this share remembers; infinite for a gate that keeps all.
  private func memory(of share: Double) -> Double { share < 1 ? 1 / (1 - share) : .infinity }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(max(1, values.count))
  }
}
