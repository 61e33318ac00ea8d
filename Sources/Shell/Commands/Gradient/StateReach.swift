import Recurrent
import Reports

/// What `gradient` answers about a model without a head: how far any change of the state reaches.
struct StateReach {
  let model: Model
  let inputs: ModelInputs

  /// Multiplies the Jacobians of all steps.
  ///
  /// - Throws: What `progress` throws; it is called with the part that is done.
  func report(progress: (Double) throws -> Void) rethrows -> Report {
    let trace = model.trace(inputs.tensor)
    let steps = (0..<trace.steps).map { trace.input(step: $0).map(Double.init) }
    let jacobians = StateJacobians(of: model.network.cell, inputs: steps, holding: model.held)
    // The state before the first step is zero and belongs to no step.
    let norms = Array(try jacobians.productNorms(progress: progress).dropFirst())
    let curve = FlowCurve(name: model.name, values: norms)

    var report = Report(
      title: "\(model.nameWithClamps) \(inputs.placeText): "
        + "‖∂state of the last step/∂state‖ at each step")
    report.values = inputs.values
    report.values.merge(
      [
        "to": "state", "\(model.name).share.first": Value(curve.shareFirst),
        "peak.step": Value(curve.peakStep),
        "center": Value(curve.center(inputs.daysBefore(norms.count))),
      ])
    report.add(
      FlowTable.plot(
        of: [curve], y: "norm",
        caption: "How much a small change at each step can move the state of the last one."))
    report.add(FlowTable.table(of: [curve], steps: norms.count))
    report.add(
      paragraph: "\(model.name) has no Dense head, so there is no forecast. Shown is the largest "
        + "factor by which a change of the state at a step can change the last state: from step 1 "
        + "it is \(shownNumber(norms.first ?? 1)).")
    return report
  }
}
