import Recurrent
import Reports

/// The picture of one unit of a gated cell, as far as a walk through it has come.
struct UnitPicture {
  private let moments: GateMoments
  private let moment: GateMoments.Moment
  private let unit: Int

  init(_ moments: GateMoments, _ moment: GateMoments.Moment, unit: Int) {
    self.moments = moments
    self.moment = moment
    self.unit = unit
  }

  /// What the page of a quantity draws; nil where nothing of the picture belongs to it.
  func picture(at quantity: Quantity, caption: String? = nil) -> CellPicture? {
    switch type(of: moments.model.network.cell).name {
    case LSTMCell.name: lstm(at: quantity, caption)
    case GRUCell.name: gru(at: quantity, caption)
    default: nil
    }
  }

  // MARK: The LSTM: c = f·c' + i·c̃, h = o·tanh(c)

  private func lstm(at quantity: Quantity, _ caption: String?) -> CellPicture? {
    let before = moments.cellBefore(moment)[unit]
    let kept = passage(("f", value("forget")), of: ("c'", before))
    let written = (moments.notation.letter("c̃"), value("candidate"))
    let added = passage(("i", value("input")), of: written)
    let cell = value("cell")
    switch quantity.name {
    case "forget": return CellPicture(name: "forget.cell", kept: kept)
    case "candidate": return CellPicture(name: "candidate.cell", kept: kept, added: added)
    case "cell":
      return CellPicture(
        name: "cell", kept: kept, added: added, now: .init("c", cell), caption: caption)
    case "hidden":
      var shutter = passage(
        ("o", value("output")), of: ("tanh(c)", Activation.tanh.value(at: cell)))
      shutter.passed = .init("h", value("hidden"))
      return CellPicture(
        name: "hidden", kept: kept, added: added, now: .init("c", cell), shutter: shutter,
        caption: caption)
    default: return nil
    }
  }

  // MARK: The GRU: h = z·h' + (1 − z)·h̃

  private func gru(at quantity: Quantity, _ caption: String?) -> CellPicture? {
    let z = value("update")
    let isFlipped = moments.notation.flipsUpdate
    let (keeping, writing) = isFlipped ? (("1−z", 1 - z), ("z", z)) : (("z", z), ("1−z", 1 - z))
    let before = ("h'", moments.hiddenBefore(moment)[unit])
    let kept = passage(keeping, of: before)
    let added = passage(writing, of: (moments.notation.letter("h̃"), value("candidate")))
    switch quantity.name {
    case "update": return CellPicture(name: "update.cell", kept: kept, isMix: true)
    case "reset":
      return CellPicture(
        name: "reset.cell", shutter: passage(("r", value("reset")), of: resetSource ?? before))
    case "candidate":
      return CellPicture(name: "candidate.cell", kept: kept, added: added, isMix: true)
    case "hidden":
      return CellPicture(
        name: "hidden", kept: kept, added: added, isMix: true, now: .init("h", value("hidden")),
        caption: caption)
    default: return nil
    }
  }

  /// What the old states bring to the unit's candidate, where the reset acts on that sum; nil where
  /// it acts on each state.
  private var resetSource: (String, Float)? {
    let cell = moments.model.network.cell
    guard cell.options.resetAfter else { return nil }
    let terms = cell.terms(
      of: "candidate", unit: unit, step: moment.step, sequence: moment.sequence, in: moments.trace)
    let sum = terms.reduce(0.0) { sum, term in
      switch term.source {
      case .recurrent, .recurrentBias: sum + Double(term.weight) * Double(term.value)
      case .input, .bias: sum
      }
    }
    return ("U·h' + b'", Float(sum))
  }

  // MARK: Numbers

  private func value(_ name: String) -> Float {
    moments.value(of: name, unit: unit, at: moment)
  }

  private func passage(
    _ gate: (symbol: String, value: Float), of source: (symbol: String, value: Float)
  ) -> CellPicture.Passage {
    func factor(_ symbol: String) -> String {
      symbol.contains { "−+".contains($0) } ? "(\(symbol))" : symbol
    }
    return CellPicture.Passage(
      gate: .init(gate.symbol, gate.value), source: .init(source.symbol, source.value),
      passed: .init(factor(gate.symbol) + "·" + factor(source.symbol), gate.value * source.value))
  }
}
