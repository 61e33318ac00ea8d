import Grammar
import Recurrent

extension Mistake {
  /// What is said in the place of an answer whose sums have left the range of a Float.
  ///
  /// - Parameters:
  ///   - model: Whose sums they are.
  ///   - place: Where, as `at t=42`.
  /// - Returns: The mistake; no word of the line is to blame.
  static func overflow(of model: String, _ place: String) -> Mistake {
    Mistake(
      "the numbers of \(model) overflow \(place): its weights or inputs are too large to compute with",
      at: nil)
  }
}

extension GateMoments {
  /// Refuses moments at which a sum or a state is no number: a picture of them would show nothing.
  ///
  /// A gate is no number only where the state is none either.
  func refuseOverflow() throws(Mistake) {
    let names = model.network.cell.quantities.map(\.name).filter {
      ["sum", "cell", "hidden"].contains($0)
    }
    for moment in moments + [forecastMoment] {
      for name in names {
        let values = trace.values(of: name, step: moment.step, sequence: moment.sequence)
        guard !values.allSatisfy(\.isFinite) else { continue }
        throw .overflow(
          of: model.name,
          moment.row.map { "at t=\($0)" } ?? "in step \(stepsBefore + moment.step + 1)")
      }
    }
  }
}
