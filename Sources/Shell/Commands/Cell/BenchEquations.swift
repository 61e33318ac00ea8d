import Recurrent
import Reports

/// The equations of one step of a bench, with its numbers in them.
struct BenchEquations {
  let bench: UnitBench
  let step: UnitBench.Step
  let notation: Notation

  /// The equations of any step in letters; a prime marks what was before the step.
  static func letters(of bench: UnitBench, in notation: Notation) -> String {
    let squash = bench.outputActivation
    switch bench.cell {
    case .rnn: return "h = \(bench.squash(of: "hidden").applied(to: "w·x + v·h' + b"))"
    case .lstm:
      return "c = f·c' + i·\(notation.letter("c̃")),  h = o·\(squash.applied(to: "c"))"
    case .gru:
      let candidate = notation.letter("h̃")
      return notation.flipsUpdate
        ? "h = (1 − z)·h' + z·\(candidate)" : "h = z·h' + (1 − z)·\(candidate)"
    }
  }

  /// One equation each for the gates, the candidate and the states, in the order of computation.
  var all: [String] { bench.cell == .rnn ? parts : parts + states }

  /// The equations of the gates and the candidate, for the RNN that of its state.
  private var parts: [String] {
    bench.cell.parts.compactMap { name -> String? in
      guard let part = step.parts[name] else { return nil }
      let isFlipped = name == "update" && notation.flipsUpdate
      let value = shownNumber(isFlipped ? 1 - part.value : part.value)
      guard let sum = part.sum else { return "\(symbol(name)) = \(value)" }
      let squash = bench.squash(of: name)
      let inside = terms(of: name).joined(separator: " + ")
      guard squash != .linear else { return "\(symbol(name)) = \(inside) = \(value)" }
      let head = "\(symbol(name)) = " + (isFlipped ? "1 − " : "")
      return head + "\(squash.applied(to: inside)) = " + (isFlipped ? "1 − " : "")
        + "\(squash.applied(to: shownNumber(sum))) = \(value)"
    }
  }

  /// The equations of the states alone.
  var states: [String] {
    let hidden = shownNumber(step.hidden)
    switch bench.cell {
    case .rnn:
      return parts
    case .lstm:
      let cell = shownNumber(step.cell ?? 0)
      let shown =
        bench.outputActivation == .linear
        ? bracketed(step.cell ?? 0) : bench.outputActivation.applied(to: cell)
      return [
        "c = \(number("forget"))·\(bracketed(step.cellBefore)) + \(number("input"))·"
          + "\(bracketed(step.value("candidate"))) = \(cell)",
        "h = \(number("output"))·\(shown) = \(hidden)",
      ]
    case .gru:
      let update = step.value("update")
      let shown = shownNumber(notation.flipsUpdate ? 1 - update : update)
      let (kept, added) =
        notation.flipsUpdate ? ("(1 − \(shown))", shown) : (shown, "(1 − \(shown))")
      return [
        "h = \(kept)·\(bracketed(step.hiddenBefore)) + \(added)·"
          + "\(bracketed(step.value("candidate"))) = \(hidden)"
      ]
    }
  }

  /// The products of a sum; those with a weight of zero are left out, but for the first.
  private func terms(of name: String) -> [String] {
    guard case .computed(let weights, _) = bench.sources[name] else { return [] }
    let isReset = bench.cell == .gru && name == "candidate"
    let reset = isReset ? bracketed(step.value("reset")) + "·" : ""
    var terms = ["\(bracketed(weights.input))·\(bracketed(step.x))"]
    if weights.recurrent != 0 {
      terms.append("\(reset)\(bracketed(weights.recurrent))·\(bracketed(step.hiddenBefore))")
    }
    if weights.bias != 0 { terms.append(bracketed(weights.bias)) }
    return terms
  }

  private func number(_ part: String) -> String { bracketed(step.value(part)) }

  private func symbol(_ part: String) -> String {
    switch part {
    case "input": "i"
    case "forget": "f"
    case "output": "o"
    case "update": "z"
    case "reset": "r"
    case "candidate": notation.letter(bench.cell == .gru ? "h̃" : "c̃")
    default: "h"
    }
  }

  /// A number inside an equation; a negative one stands in brackets.
  private func bracketed(_ value: Double) -> String {
    value < 0 ? "(\(shownNumber(value)))" : shownNumber(value)
  }
}

extension UnitBench {
  /// The squash of a part that is computed; tanh for one that is given.
  func squash(of part: String) -> Activation {
    if case .computed(_, let activation) = sources[part] { activation } else { .tanh }
  }
}

extension Activation {
  /// The function around its argument; nothing around it for `linear`.
  func applied(to text: String) -> String { self == .linear ? text : "\(symbol)(\(text))" }
}
