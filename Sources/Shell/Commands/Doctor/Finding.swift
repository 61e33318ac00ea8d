import Recurrent
import Reports

/// What `doctor` has found out about one thing.
struct Finding {
  /// What was looked at.
  let name: String
  /// How it is.
  let found: String
  /// The same for scripts.
  let values: NamedValues
  /// What to do, without a full stop; `nil` where all is well.
  var advice: String?

  /// The program itself.
  static var program: Finding {
    Finding(
      name: "program", found: "Gatehouse \(Gatehouse.version)",
      values: ["version": .text(Gatehouse.version)])
  }

  /// What the networks run on.
  static var processor: Finding {
    let bits = Processors.vectorBits
    let processors = Processors.available
    return Finding(
      name: "processor",
      found: "built for \(Processors.architecture)"
        + (bits > 0 ? " with vectors of \(bits) bits" : "") + "; may use "
        + (processors == 1 ? "1 processor" : "\(processors) processors"),
      values: [
        "architecture": .text(Processors.architecture), "vector.bits": .integer(bits),
        "processors": .integer(processors),
      ])
  }
}
