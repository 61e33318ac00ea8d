/// The sentences under pictures, computed from their values: what a screen reader gets.
enum Captions {
  // MARK: Heat maps

  /// The sentence for a heat map, then shorter forms of it.
  static func sentences(for map: HeatMap, _ typesetter: Typesetter) -> [String] {
    var sum = 0.0
    var count = 0
    var faults = 0
    var least: (value: Float, row: Int, column: Int)?
    var most: (value: Float, row: Int, column: Int)?
    for (row, values) in map.values.enumerated() {
      for (column, value) in values.enumerated() {
        guard !value.isNaN else {
          faults += 1
          continue
        }
        sum += Double(value)
        count += 1
        if value < least?.value ?? .infinity || least == nil { least = (value, row, column) }
        if value > most?.value ?? -.infinity || most == nil { most = (value, row, column) }
      }
    }
    guard let least, let most else { return ["There is no number to show."] }
    let note = faults > 0 ? " \(counted(faults, "place")) without a number." : ""
    if least.value == most.value {
      return ["All values are \(typesetter.number(least.value))." + note]
    }
    func place(_ extreme: (value: Float, row: Int, column: Int)) -> String {
      let row = named(map.rowAxis, label(map.rowLabels, extreme.row))
      let column = named(map.columnAxis, label(map.columnLabels, extreme.column))
      return "(" + [row, column].filter { !$0.isEmpty }.joined(separator: ", ") + ")"
    }
    func sentence(digits: Int, withMean: Bool) -> String {
      func number(_ value: Float) -> String { NumberFormat.text(value, .significant(digits)) }
      let mean = NumberFormat.text(sum / Double(count), .significant(digits))
      return (withMean ? "Mean \(mean), least " : "Least ")
        + "\(number(least.value)) \(place(least)), most \(number(most.value)) \(place(most))."
        + note
    }
    let digits = typesetter.capabilities.digits
    return [
      sentence(digits: digits, withMean: true), sentence(digits: min(3, digits), withMean: true),
      sentence(digits: min(2, digits), withMean: true), sentence(digits: 2, withMean: false),
    ]
  }

  private static func label(_ labels: [String], _ place: Int) -> String {
    place < labels.count ? labels[place] : String(place)
  }

  /// A label with the name of its axis, where the label is a number that says nothing by itself.
  private static func named(_ axis: String, _ label: String) -> String {
    axis.isEmpty || Double(label) == nil ? label : axis + " " + label
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  // MARK: Curves

  /// The sentence for curves: how each of the first three goes from end to end, and between which
  /// values.
  static func sentence(for plot: LinePlot, _ typesetter: Typesetter) -> String {
    let curves = plot.series.prefix(3).map { Curve($0, in: plot, typesetter) }
    guard !curves.isEmpty else { return "There is no curve to show." }
    // Curves over one stretch name its ends once.
    let ends = curves[0].ends
    let areAlike = curves.count > 1 && ends != nil && curves.allSatisfy { $0.ends == ends }
    var parts = curves.map { areAlike ? $0.withoutEnds : $0.text }
    if plot.series.count > 3 { parts.append(counted(plot.series.count - 3, "more curve")) }
    var sentence = parts.joined(separator: "; ") + "."
    if areAlike, let ends { sentence = "From \(ends.first) to \(ends.last): " + sentence }
    let hidden = plot.series.joinedValues.count { $0.isFinite && $0 <= 0 }
    if plot.axis.scale == .logarithmic, hidden > 0 {
      sentence +=
        " \(counted(hidden, "value")) at or below zero cannot be shown on a logarithmic axis."
    }
    return sentence
  }

  /// What is said of one curve.
  private struct Curve {
    struct Ends: Equatable {
      var first: String
      var last: String
    }

    /// The places of its ends; nil without values.
    var ends: Ends?
    /// Its ends with their places, and its extremes.
    var text: String
    /// The same where the places of the ends have been said.
    var withoutEnds: String

    init(_ series: LinePlot.Series, in plot: LinePlot, _ typesetter: Typesetter) {
      let name = series.name.isEmpty ? "The curve " : series.name + " "
      let points = zip(series.x, series.y).compactMap { x, y in
        y.flatMap { $0.isNaN || x.isNaN ? nil : (x: x, y: $0) }
      }
      guard let first = points.first, let last = points.last,
        let least = points.min(by: { $0.y < $1.y }), let most = points.max(by: { $0.y < $1.y })
      else {
        text = name + "has no value"
        withoutEnds = text
        return
      }
      func number(_ point: (x: Double, y: Double)) -> String { typesetter.number(point.y) }
      func place(_ point: (x: Double, y: Double)) -> String {
        plot.xLabels?[point.x] ?? named(plot.axis.x, typesetter.number(point.x))
      }
      func told(_ point: (x: Double, y: Double)) -> String { "\(number(point)) (\(place(point)))" }
      ends = Ends(first: place(first), last: place(last))
      guard least.y < most.y else {
        text = name + "is always \(number(first))"
        withoutEnds = text
        return
      }
      let heights = [first.y, last.y]
      let extremes =
        switch (heights.contains(least.y), heights.contains(most.y)) {
        case (true, true): ""
        case (true, false): ", never below \(number(least)), most \(told(most))"
        case (false, true): ", least \(told(least)), never above \(number(most))"
        case (false, false): ", least \(told(least)), most \(told(most))"
        }
      // What only falls or rises has its extremes at its ends.
      let course = !extremes.isEmpty ? "goes" : first.y < last.y ? "rises" : "falls"
      text = name + "\(course) from \(told(first)) to \(told(last))" + extremes
      withoutEnds = name + "\(course) from \(number(first)) to \(number(last))" + extremes
    }
  }

  // MARK: Bars

  /// The sentence for bars.
  static func sentence(for bars: Bars, _ typesetter: Typesetter) -> String {
    let pairs = zip(bars.labels, bars.values).filter { !$1.isNaN }
    guard let least = pairs.min(by: { $0.1 < $1.1 }), let most = pairs.max(by: { $0.1 < $1.1 })
    else { return "There is no bar to show." }
    func number(_ value: Double) -> String { typesetter.number(value, bars.digits) }
    guard least.1 < most.1 else { return "All bars are \(number(most.1))." }
    return "Largest \(number(most.1)) (\(most.0)), smallest \(number(least.1)) (\(least.0))."
  }
}

extension Captions {
  /// The sentence for the picture of a cell: as much of its step as has been told.
  static func sentence(for cell: CellPicture, _ typesetter: Typesetter) -> String {
    func told(_ quantity: CellPicture.Quantity) -> String {
      "\(quantity.symbol) = \(typesetter.number(quantity.value))"
    }
    func through(_ passage: CellPicture.Passage, _ verb: String) -> String {
      "\(told(passage.gate)) \(verb) \(typesetter.number(passage.passed.value)) of "
        + told(passage.source)
    }
    var parts: [String] = []
    if let kept = cell.kept { parts.append(through(kept, "keeps")) }
    if let added = cell.added { parts.append(through(added, "adds")) }
    if let now = cell.now { parts.append("together " + told(now)) }
    if let shutter = cell.shutter { parts.append(through(shutter, "shows")) }
    return parts.isEmpty ? "There is no state to show." : parts.joined(separator: ", ") + "."
  }
}

extension [LinePlot.Series] {
  /// The values of all curves, gaps left out.
  fileprivate var joinedValues: some Sequence<Double> { lazy.flatMap(\.y).compactMap { $0 } }
}
