import MarketSeries
import Recurrent
import Reports

/// What `gradient` answers about models with a head.
struct GradientAnswer {
  let flows: [ModelFlow]
  let place: GradientFlow.Place
  let inputs: ModelInputs

  private var curves: [FlowCurve] { flows.flatMap(\.curves) }
  private var steps: Int { curves.first?.values.count ?? 0 }
  private var daysBefore: [Double] { inputs.daysBefore(steps) }

  func report() -> Report {
    let names = flows.map(\.model.nameWithClamps).joined(separator: ", ")
    var report = Report(title: "\(names) \(inputs.placeText): \(placeWords)")
    report.values = inputs.values
    report.values["to"] = .text(place.rawValue)
    for flow in flows { report.values.merge(flow.values(daysBefore)) }
    if let first = curves.first {
      report.values["peak.step"] = Value(first.peakStep)
      report.values["center"] = Value(first.center(daysBefore))
    }
    if place == .x {
      for curve in curves {
        report.values[curve.name + ".sum"] = .double(curve.values.reduce(0, +))
      }
    }
    if place == .x, curves.count == 1, steps <= 16 {
      report.add(bars(curves[0]))
    } else {
      report.add(plot)
    }
    report.add(FlowTable.table(of: curves, steps: steps))
    report.add(paragraph: sentences.joined(separator: "\n"))
    return report
  }

  // MARK: Pictures

  private var placeWords: String {
    switch place {
    case .state: "‖∂ŷ/∂state‖ at each step"
    case .h: "‖∂ŷ/∂h‖ at each step"
    case .c: "‖∂ŷ/∂c‖ at each step"
    case .x: "∂ŷ/∂x of each step"
    }
  }

  private var plot: LinePlot {
    FlowTable.plot(
      of: curves, y: place == .x ? "slope" : "norm", isSigned: place == .x,
      caption: place == .x
        ? "The slope of the scaled forecast by the scaled input of each step."
        : "How much a small change at each step can move the scaled forecast ŷ.")
  }

  private func bars(_ curve: FlowCurve) -> Bars {
    Bars(
      name: "slopes",
      labels: (0..<steps).map { step in
        let row = inputs.sequenceCount == 1 ? inputs.row.map { $0 - (steps - 1 - step) } : nil
        let date = row.flatMap { inputs.days?.data.dateText($0) }
        return "step \(step + 1)" + (date.map { ", \($0)" } ?? "")
      }, values: curve.values, caption: "The slope of the scaled forecast by each scaled input.")
  }

  // MARK: Sentences

  private var sentences: [String] {
    place == .x ? curves.map(inputSentence) : flows.map(flowSentence) + [warning]
  }

  private func flowSentence(_ flow: ModelFlow) -> String {
    guard let curve = flow.curves.first, let share = curve.shareFirst else {
      return "\(flow.model.name): no gradient stands at the last step."
    }
    var text =
      "\(curve.name): \(percent(share)) of what stands at step \(steps) stands at step 1"
    if let peak = curve.peakStep, peak != steps { text += ", most at step \(peak)" }
    if flow.curves.count > 1, let path = flow.curves[1].shareFirst {
      text += "; its cell path alone, the product of the forget gates, keeps \(percent(path))"
    }
    return text + "."
  }

  private var warning: String {
    "What stands at step 1 is all that training could learn from the oldest input. Gates give the "
      + "chance to keep it, not the fact."
  }

  private func inputSentence(_ curve: FlowCurve) -> String {
    var text = "\(curve.name): the slopes add up to \(shownNumber(curve.values.reduce(0, +)))"
    let isPrices = inputs.days.map { $0.data.dataset.task == nil } ?? false
    if let center = curve.center(daysBefore) {
      text +=
        ", their centre of mass \(shownNumber(center)) "
        + (isPrices ? "days before the day that is forecast" : "steps before what is forecast")
    }
    let isFirst = flows.contains { $0.model.name == curve.name }
    return text + (isPrices && isFirst ? "; copying today has 1 and 1." : ".")
  }

  private func percent(_ share: Double) -> String { shownNumber(100 * share) + " %" }
}

/// The table and the plot of curves over the steps.
enum FlowTable {
  static func table(of curves: [FlowCurve], steps: Int) -> Table {
    Table(
      name: "flow", columns: [Table.Column("step")] + curves.map { Table.Column($0.name) },
      rows: (0..<steps).map { step in
        [.integer(step + 1)] + curves.map { .double($0.values[step]) }
      }, isShown: false)
  }

  /// The curves, on a logarithmic axis where they span more than two decades.
  static func plot(of curves: [FlowCurve], y: String, isSigned: Bool = false, caption: String)
    -> LinePlot
  {
    let sizes = curves.flatMap(\.values)
    let (least, most) = (sizes.min() ?? 0, sizes.max() ?? 0)
    let isWide = !isSigned && least > 0 && most / least > 100
    return LinePlot(
      name: "gradient",
      axis: LinePlot.Axis(x: "step", y: y, scale: isWide ? .logarithmic : .linear),
      series: curves.map { curve in
        LinePlot.Series(
          name: curve.name, x: curve.values.indices.map { Double($0 + 1) },
          y: curve.values.map { $0 })
      }, caption: caption)
  }
}
