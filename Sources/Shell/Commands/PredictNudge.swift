import Grammar
import MarketSeries
import Recurrent
import Reports

/// What `predict … nudge=STEP:DELTA` answers: what a small change of one input does.
struct PredictNudge {
  private let model: Model
  private let data: MarketData
  private let row: Int
  /// The step whose input is changed, from 0.
  private let step: Int
  /// By how much, scaled.
  private let delta: Double

  /// Reads `nudge=`.
  ///
  /// - Throws: `Mistake` at the value when it is no STEP:DELTA of this window.
  init(_ word: Word, _ model: Model, data: MarketData, row: Int) throws(Mistake) {
    let parts = word.text.split(separator: ":", omittingEmptySubsequences: false)
    let steps = data.dataset.lookBack
    guard parts.count == 2, let step = Int(parts[0]), let delta = decimalNumber(parts[1]) else {
      throw Mistake(
        "nudge=\(word.text): write the step and by how much its scaled input changes, as 1:0.001",
        at: word.range)
    }
    guard (1...max(1, steps)).contains(step) else {
      throw Mistake("nudge=\(word.text): the window has steps 1 to \(steps)", at: word.range)
    }
    guard abs(delta) <= Self.largest else {
      throw Mistake(
        "nudge=\(word.text): the change lies between −\(Int(Self.largest)) and "
          + "\(Int(Self.largest)); scaled prices go from 0 to 1", at: word.range)
    }
    self.model = model
    self.data = data
    self.row = row
    self.step = step - 1
    self.delta = delta
  }

  private static let largest = 1000.0

  /// The answer.
  ///
  /// - Throws: `Mistake` where the numbers overflow.
  func report() throws(Mistake) -> Report {
    let sequences = data.sequences(endingAt: [row])
    let trace = model.trace(of: sequences)
    var inputs = (0..<trace.steps).map { trace.input(step: $0).map(Double.init) }
    let slope = Double(slope(along: trace))
    // In Double: a small change would drown in the rounding of Float.
    let before = model.network.exactOutput(after: inputs, holding: model.held) ?? .nan
    inputs[step][0] += delta
    let after = model.network.exactOutput(after: inputs, holding: model.held) ?? .nan
    guard [slope, dollars(before), dollars(after)].allSatisfy(\.isFinite) else {
      throw .overflow(of: model.name, "at t=\(row)")
    }
    let perScaled = dollars(1) - dollars(0)

    let place = "step \(step + 1) (\(data.rowText(row - trace.steps + 1 + step)))"
    var report = Report(
      title: "\(model.nameWithClamps) after \(data.rowText(row)), the input of \(place) nudged by "
        + shownNumber(delta))
    report.values = [
      "t": .integer(row), "date": Value(data.dateText(row)), "step": .integer(step + 1),
      "delta": .double(delta), "prediction": Value(model.predictions(for: sequences).first),
      "prediction.dollars": .double(dollars(before)), "prediction.nudged": .double(after),
      "prediction.nudged.dollars": .double(dollars(after)), "difference": .double(after - before),
      "slope": .double(slope), "difference.linear": .double(slope * delta),
    ]
    report.add(
      Table(
        name: "nudge", columns: ["what", "scaled", Table.Column(unit, digits: .significant(5))],
        rows: [
          ["forecast", .double(before), .double(dollars(before))],
          ["nudged", .double(after), .double(dollars(after))],
          ["difference", .double(after - before), .double((after - before) * perScaled)],
          ["slope × nudge", .double(slope * delta), .double(slope * delta * perScaled)],
        ]))
    report.add(paragraph: sentence(difference: after - before, slope: slope))
    return report
  }

  private var unit: String { data.dataset.task == nil ? "dollars" : "value" }

  private func dollars(_ output: Double) -> Double {
    data.dollars(Float(output), target: model.target, after: row)
  }

  /// ∂ŷ/∂x of the nudged input.
  private func slope(along trace: CellTrace) -> Float {
    guard let gradient = model.network.predictionGradient(of: trace) else { return .nan }
    return gradient.inputs.values[step * gradient.inputs.shape[2]]
  }

  private func sentence(difference: Double, slope: Double) -> String {
    let linear = slope * delta
    let text =
      "The slope ∂ŷ/∂x of this input is \(shownNumber(slope)), so a nudge of \(shownNumber(delta)) "
      + "should move the forecast by \(shownNumber(linear)); it moves by \(shownNumber(difference))."
    let miss = abs(difference - linear)
    // The slope comes from Float: below this the two agree as well as they can.
    guard miss > 1e-4 * abs(linear) else { return text }
    return text + " They differ because the forecast bends: the smaller the nudge, the nearer."
  }
}
