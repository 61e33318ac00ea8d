import Recurrent
import Reports

/// The pages of `walk` about one unit.
struct UnitWalk {
  private let moments: GateMoments
  private let moment: GateMoments.Moment
  private let unit: Int
  private let equations: UnitEquations
  private let picture: UnitPicture

  init(_ moments: GateMoments, _ moment: GateMoments.Moment, unit: Int) {
    self.moments = moments
    self.moment = moment
    self.unit = unit
    equations = UnitEquations(moments, moment, unit: unit)
    picture = UnitPicture(moments, moment, unit: unit)
  }

  func report() -> Report {
    var report = Report()
    let quantities = moments.quantities
    report.add(paragraph: opening)
    for (index, quantity) in quantities.enumerated() {
      report.addPause()
      report.values.merge(equations.values(of: quantity))
      report.add(
        paragraph: "\(index + 1) of \(quantities.count): \(quantity.heading(in: moments.notation))")
      report.add(equation: equations.text(of: quantity))
      let sentence = sentence(about: quantity)
      if let bars = bars(of: quantity) {
        report.add(bars)
        if let picture = picture.picture(at: quantity) { report.add(picture) }
      } else if let picture = picture.picture(at: quantity, caption: sentence) {
        report.add(picture)
      } else {
        report.add(paragraph: sentence)
      }
    }
    report.add(partsTable)
    report.add(equations.termsTable(of: quantities))
    return report
  }

  private func value(_ name: String) -> Float {
    moments.value(of: name, unit: unit, at: moment)
  }

  private var hiddenBefore: Float { moments.hiddenBefore(moment)[unit] }

  private var cellBefore: Float? {
    let cells = moments.cellBefore(moment)
    return cells.isEmpty ? nil : cells[unit]
  }

  private var opening: String {
    let states = count(moments.trace.units, "state") + " h' of the step before"
    let own = "its own h' is \(shownNumber(hiddenBefore))"
    let cell = cellBefore.map { ", its c' \(shownNumber($0))" } ?? ""
    return "In come \(moments.inputText(moment)) and the \(states); \(own)\(cell)."
  }

  // MARK: Pictures

  /// The parts of a sum as bars; nil for what has no sum.
  private func bars(of quantity: Quantity) -> Bars? {
    guard quantity.kind != .state, let sum = moments.sums(of: quantity, at: moment)?[unit],
      let terms = moments.sumParts(of: quantity, unit: unit, at: moment)
    else { return nil }
    let parts = [
      ("x", terms.inputs), ("states", terms.states), ("bias", terms.biases), ("sum", sum),
    ]
    return Bars(
      name: quantity.name, labels: parts.map(\.0), values: parts.map { Double($0.1) },
      caption: sentence(about: quantity))
  }

  // MARK: Sentences

  private func sentence(about quantity: Quantity) -> String {
    let now = shownNumber(value(quantity.name))
    if moments.trace.held[quantity.name] != nil {
      return "It is held at \(now), whatever the sum is."
    }
    if let meaning = moments.notation.meaning(of: quantity) {
      let share = Int((Double(value(quantity.name)) * 100).rounded())
      return moments.notation.flips(quantity)
        ? "The sigmoid of the sum leaves \(now) to 1: \(share) % \(meaning)."
        : "The sigmoid makes \(now) of the sum: \(share) % \(meaning)."
    }
    switch (quantity.kind, quantity.name) {
    case (.candidate, _):
      return "The tanh makes \(now) of the sum: this is what may be written into the state."
    case (.sum, _):
      return "The input, the states and the bias add up to \(now)."
    case (_, "cell"):
      return "What is kept and what is added make the new cell state, \(now)."
    case (_, "hidden") where cellBefore != nil:
      return "The cell state goes through tanh, and the output gate shows a part of it: \(now)."
    case (_, "hidden") where moments.quantities.contains { $0.name == "update" }:
      return "What is kept and what is added make the new state, \(now)."
    default:
      return "The squash of the sum is the new state, \(now)."
    }
  }

  // MARK: Numbers

  /// The parts of every sum; for JSON and exports, the screen has the bars.
  private var partsTable: Table {
    Table(
      name: "parts", columns: ["gate", "x", "states", "bias", "sum", "value"],
      rows: moments.quantities.map { quantity in
        let parts = moments.sumParts(of: quantity, unit: unit, at: moment)
        return [
          .text(quantity.name), Value(parts?.inputs), Value(parts?.states), Value(parts?.biases),
          Value(moments.sums(of: quantity, at: moment)?[unit]), .float(value(quantity.name)),
        ]
      }, isShown: false)
  }
}
