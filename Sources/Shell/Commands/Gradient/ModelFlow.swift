import Recurrent
import Reports

/// One curve of `gradient`: a figure at each step of the window.
struct FlowCurve {
  /// The column's name: the model's, or `lstm.cell` for the cell path.
  let name: String
  /// Oldest step first.
  let values: [Double]

  /// The oldest step's size over the newest's; `nil` where the newest is zero.
  var shareFirst: Double? {
    guard let first = values.first, let last = values.last, last != 0 else { return nil }
    return abs(first) / abs(last)
  }

  /// The step at which the size is largest, from 1; `nil` where nothing is above zero.
  var peakStep: Int? {
    guard let peak = values.indices.max(by: { (abs(values[$0]), $1) < (abs(values[$1]), $0) }),
      values[peak] != 0
    else { return nil }
    return peak + 1
  }

  /// Where the weight of the curve lies, in days before the forecast; `nil` where its sum is zero.
  ///
  /// Signs count, so that what cancels cancels.
  func center(_ daysBefore: [Double]) -> Double? {
    let sum = values.reduce(0, +)
    guard sum != 0 else { return nil }
    return zip(values, daysBefore).reduce(0) { $0 + $1.0 * $1.1 } / sum
  }
}

extension FlowCurve {
  fileprivate func times(_ factor: Double) -> FlowCurve {
    FlowCurve(name: name, values: values.map { $0 * factor })
  }

  fileprivate func plus(_ other: FlowCurve) -> FlowCurve {
    FlowCurve(name: name, values: zip(values, other.values).map { $0 + $1 })
  }
}

/// The curves of one model.
struct ModelFlow {
  let model: Model
  /// The curve that counts, and beside an LSTM's state its cell path; one a feature for `to=x`.
  let curves: [FlowCurve]

  /// Runs a model back through its windows, some at a time so that memory stays small; `nil` without
  /// a head.
  ///
  /// - Throws: What `progress` throws; it is called with the part that is done.
  init?(
    _ model: Model, place: GradientFlow.Place, inputs: ModelInputs,
    progress: (Double) throws -> Void
  ) rethrows {
    self.model = model
    var sums: [FlowCurve] = []
    let total = inputs.sequenceCount
    let batch = model.network.windowsAtATime
    for start in stride(from: 0, to: total, by: batch) {
      if start > 0 { try progress(Double(start) / Double(total)) }
      let windows = start..<min(start + batch, total)
      let trace = model.trace(inputs.tensor(of: windows))
      guard let gradient = model.network.predictionGradient(of: trace) else { return nil }
      let curves = Self.curves(GradientFlow(gradient, along: trace), of: model, at: place)
      let share = Double(windows.count) / Double(total)
      let parts = curves.map { $0.times(share) }
      sums = sums.isEmpty ? parts : zip(sums, parts).map { $0.plus($1) }
    }
    curves = sums
  }

  private static func curves(
    _ flow: GradientFlow, of model: Model, at place: GradientFlow.Place
  ) -> [FlowCurve] {
    guard place != .x else {
      let slopes = flow.inputs
      return (0..<model.network.cell.features).map { feature in
        FlowCurve(
          name: feature == 0 ? model.name : "\(model.name).x\(feature)",
          values: slopes.map { $0[feature] })
      }
    }
    var curves = [FlowCurve(name: model.name, values: flow.norms(at: place) ?? [])]
    if place == .state, let path = flow.cellPath {
      curves.append(FlowCurve(name: model.name + ".cell", values: path))
    }
    return curves
  }

  /// Whether no curve has left the range of numbers.
  var isFinite: Bool { curves.allSatisfy { $0.values.allSatisfy(\.isFinite) } }

  /// `lstm.share.first`, `lstm.peak.step`, `lstm.center`, and the cell path's share.
  func values(_ daysBefore: [Double]) -> NamedValues {
    var values = NamedValues()
    for curve in curves {
      values[curve.name + ".share.first"] = Value(curve.shareFirst)
      values[curve.name + ".peak.step"] = Value(curve.peakStep)
      values[curve.name + ".center"] = Value(curve.center(daysBefore))
    }
    return values
  }
}
