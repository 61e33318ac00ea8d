#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How much of a prediction's gradient stands at each step, averaged over the sequences of a trace.
///
/// Every figure is of ŷ itself, not of a loss, so that a day without a known target has one too.
public struct GradientFlow: Sendable {
  /// What the gradient is taken with respect to.
  public enum Place: String, CaseIterable, Sendable {
    /// All that is carried to the next step: h, or an LSTM's pair (h, c).
    case state
    /// The hidden state alone.
    case h
    /// The LSTM's cell state, through the hidden state of its own step and through all later steps.
    case c
    /// The inputs.
    case x
  }

  private let gradient: CellGradient
  private let trace: CellTrace

  /// Takes what `Network.predictionGradient(of:)` gave for `trace`.
  public init(_ gradient: CellGradient, along trace: CellTrace) {
    self.gradient = gradient
    self.trace = trace
  }

  /// The norm ‖∂ŷ/∂·‖₂ at each step, oldest first, the mean over the sequences; `nil` for the cell
  /// state of a cell that has none.
  ///
  /// The pair (h, c) counts as two independent numbers a unit: what reaches h through later steps, and
  /// what reaches c through the forget gate of the next step; after the last step only h counts.
  public func norms(at place: Place) -> [Double]? {
    switch place {
    case .state:
      guard let cell = gradient.cell, let forget = trace.tensor(of: "forget") else {
        return norms(at: .h)
      }
      return perStep { step, rows in
        let carried = squares(gradient.hidden, step, rows)
        guard step + 1 < trace.steps else { return carried }
        let next = zip(slice(cell, step + 1, rows), slice(forget, step + 1, rows))
        return carried + next.reduce(0) { $0 + Double($1.0 * $1.1) * Double($1.0 * $1.1) }
      }
    case .h: return perStep { squares(gradient.hidden, $0, $1) }
    case .c: return gradient.cell.map { cell in perStep { squares(cell, $0, $1) } }
    case .x: return perStep { squares(gradient.inputs, $0, $1) }
    }
  }

  /// The norm of ∂ŷ/∂c along the cell path alone, at each step: what is left of the last step's after
  /// all forget gates between, `∂ŷ/∂c_T ⊙ f_T ⊙ … ⊙ f_{k+1}`; `nil` for a cell without cell state.
  ///
  /// Hochreiter & Schmidhuber's (1997) carousel: no kernel stands on this path.
  public var cellPath: [Double]? {
    guard let cell = gradient.cell, let forget = trace.tensor(of: "forget"), trace.steps > 0 else {
      return nil
    }
    let last = trace.steps - 1
    var path = Array(slice(cell, last, 0..<trace.batch).map(Double.init))
    var norms = [Double](repeating: 0, count: trace.steps)
    for step in (0...last).reversed() {
      norms[step] = meanNorm(path)
      for (index, f) in slice(forget, step, 0..<trace.batch).enumerated() {
        path[index] *= Double(f)
      }
    }
    return norms
  }

  /// ∂ŷ/∂x with its sign, `[steps][features]`, the mean over the sequences.
  public var inputs: [[Double]] {
    let features = gradient.inputs.shape[2]
    return (0..<trace.steps).map { step in
      var means = [Double](repeating: 0, count: features)
      for (index, value) in slice(gradient.inputs, step, 0..<trace.batch).enumerated() {
        means[index % features] += Double(value) / Double(trace.batch)
      }
      return means
    }
  }

  // MARK: Norms

  /// The mean over the sequences of the root of what `sum` says of one sequence at one step.
  private func perStep(_ sum: (_ step: Int, _ rows: Range<Int>) -> Double) -> [Double] {
    (0..<trace.steps).map { step in
      (0..<trace.batch).reduce(0) { $0 + sqrt(sum(step, $1..<$1 + 1)) } / Double(trace.batch)
    }
  }

  /// Some rows of one step of a tensor `[steps, batch, width]`.
  private func slice(
    _ tensor: Tensor, _ step: Int, _ rows: Range<Int>
  ) -> ContiguousArray<Float>.SubSequence {
    let width = tensor.shape[2]
    let start = step * trace.batch
    return tensor.values[(start + rows.lowerBound) * width..<(start + rows.upperBound) * width]
  }

  private func squares(_ tensor: Tensor, _ step: Int, _ rows: Range<Int>) -> Double {
    slice(tensor, step, rows).reduce(0) { $0 + Double($1) * Double($1) }
  }

  private func meanNorm(_ values: [Double]) -> Double {
    let width = trace.units
    return stride(from: 0, to: values.count, by: width).reduce(0) { sum, start in
      sum + sqrt(values[start..<start + width].reduce(0) { $0 + $1 * $1 })
    } / Double(trace.batch)
  }
}
