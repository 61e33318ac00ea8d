import Recurrent
import Reports

/// The product of the step Jacobians of a recurrence, beside the powers of its matrix.
struct TrueProduct {
  let recurrence: PlainRecurrence
  let inputs: [[Double]]
  /// The norms of ∂h_τ/∂h_{τ−k}, k = 0…τ−1.
  let norms: [Double]

  var activation: Activation { recurrence.activation }

  /// The least and the greatest slope that the steps between the states met; nil for a single state.
  var slopes: (least: Double, most: Double)? {
    let met = recurrence.states(for: inputs).dropFirst().flatMap { state in
      state.sums.map { activation.slope(at: $0) }
    }
    guard let least = met.min(), let most = met.max() else { return nil }
    return (least, most)
  }
}

/// The answer of `power`: the norms as a line on a logarithmic axis, and what rules them.
struct PowerAnswer {
  let source: PowerSource
  let powers: MatrixPowers
  let product: TrueProduct?

  private var tau: Int { powers.norms.count }
  private var last: Int { tau - 1 }

  func report() -> Report {
    var report = Report(title: "\(source.title): V^k for k = 0…\(last) (τ = \(tau))")
    report.values = values
    report.add(plot)
    report.add(table)
    report.add(eigenvalueTable)
    let sentences = [eigenvalues, fate, product.map(sentence)].compactMap(\.self)
    report.add(paragraph: sentences.joined(separator: " "))
    return report
  }

  private var values: NamedValues {
    var values: NamedValues = [
      "radius": .double(powers.radius), "norm": .double(powers.norms[last]), "tau": .integer(tau),
      "sigma.max": .double(powers.largestSingularValue), "half_life": .double(powers.halfLife),
      "half_life.seen": Value(powers.halfLifeSeen), "verdict": .text(powers.verdict.rawValue),
      "peak": .double(powers.norms[powers.peak]), "peak.k": .integer(powers.peak),
      "units": .integer(powers.matrix.size),
    ]
    if let product {
      values["activation"] = .text(product.activation.rawValue)
      values["jacobian.norm"] = .double(product.norms[last])
    }
    return values
  }

  // MARK: Blocks

  private var plot: LinePlot {
    // A logarithmic axis has no place for 0 and infinity; rounding around 1 is no news.
    func line(_ name: String, _ norms: [Double]) -> LinePlot.Series {
      LinePlot.Series(
        name: name,
        y: norms.map { norm in
          guard norm > 0, norm.isFinite else { return nil }
          return abs(norm - 1) < 1e-7 ? 1 : norm
        })
    }
    var lines = [line("norm of V^k", powers.norms)]
    if let product { lines.append(line("true product with \(product.activation)", product.norms)) }
    return LinePlot(
      name: "norms", axis: LinePlot.Axis(x: "k", y: "norm", scale: .logarithmic), series: lines,
      caption: remainder)
  }

  private var table: Table {
    let columns = ["k", "norm"] + (product == nil ? [] : ["jacobian"])
    return Table(
      name: "powers", columns: columns.map { Table.Column($0) },
      rows: powers.norms.indices.map { k in
        [.integer(k), .double(powers.norms[k])] + (product.map { [.double($0.norms[k])] } ?? [])
      }, isShown: false)
  }

  private var eigenvalueTable: Table {
    Table(
      name: "eigenvalues", columns: ["real", "imaginary", "modulus"],
      rows: powers.eigenvalues.map {
        [.double($0.real), .double($0.imaginary), .double($0.modulus)]
      },
      isShown: false)
  }

  // MARK: Sentences

  private var remainder: String {
    guard last > 0 else { return "V^0 changes nothing: a single state has no step behind it." }
    let norm = powers.norms[last]
    let size =
      norm == .infinity ? "beyond the largest number that a computer holds" : shownNumber(norm)
    let steps =
      last == 1
      ? "the step between τ = 2 states multiplies"
      : "the \(last) steps between τ = \(tau) states multiply"
    return
      "The norm of V^\(last) is \(size): \(steps) a difference, or a gradient on its way back, "
      + "by up to that, if nothing squashes."
  }

  private var fate: String {
    let radius = shownNumber(powers.radius)
    let stretch = shownNumber(powers.largestSingularValue)
    let facts = "Spectral radius \(radius), largest singular value \(stretch): "
    switch powers.verdict {
    case .vanishes:
      return facts + "it vanishes. " + halving
    case .growsThenVanishes:
      return facts + hump + ". Singular values rule the start, the radius the end. " + halving
    case .holds:
      return facts + "it holds, neither vanishing nor growing without end."
    case .explodes:
      guard powers.radius > 1 + MatrixPowers.tolerance else {
        return facts
          + "it explodes, though slowly: a repeated eigenvalue of modulus 1 lets it grow."
      }
      let doubling = shownNumber(powers.doublingTime)
      return facts + "it explodes, in the long run twice as large every \(doubling) steps."
    }
  }

  /// How high the norm grows before it vanishes, as far as it was computed.
  private var hump: String {
    guard powers.peak < last else { return "it grows up to k=\(last), and vanishes in the end" }
    let peak = "it grows to \(shownNumber(powers.norms[powers.peak])) at k=\(powers.peak)"
    let below = powers.norms.lastIndex { $0 >= 1 }.map { $0 + 1 } ?? last
    return below < last
      ? "\(peak), is below 1 from k=\(below) on and vanishes" : "\(peak) and then vanishes"
  }

  /// The half-life in the long run and the one that is seen.
  private var halving: String {
    guard powers.radius > 0 else {
      let steps = count(powers.matrix.size, "step")
      return "All eigenvalues are 0: after \(steps) at the latest nothing is left."
    }
    let seen =
      powers.halfLifeSeen.map { "the first norm of a half or less comes at k=\($0)" }
      ?? "up to k=\(last) no norm is a half or less"
    return "In the long run half is lost every \(shownNumber(powers.halfLife)) steps; \(seen)."
  }

  /// All eigenvalues of a small matrix.
  private var eigenvalues: String? {
    guard (2...4).contains(powers.matrix.size) else { return nil }
    let texts = powers.eigenvalues.compactMap { value -> String? in
      if value.imaginary == 0 { return shownNumber(value.real) }
      // A pair is told once.
      guard value.imaginary > 0 else { return nil }
      return "\(shownNumber(value.real)) ± \(shownNumber(value.imaginary))i"
    }
    return "Eigenvalues: \(texts.joined(separator: ", "))."
  }

  private func sentence(about product: TrueProduct) -> String {
    let norm = shownNumber(product.norms[last])
    let head = "With \(product.activation) the true product ∂h_\(tau)/∂h_1 has norm \(norm)"
    guard let slopes = product.slopes else { return head + "." }
    let (least, most) = (shownNumber(slopes.least), shownNumber(slopes.most))
    return head + ": each step also multiplies by the slope at its sums, "
      + (least == most ? "here \(least)." : "here from \(least) to \(most).")
  }
}
