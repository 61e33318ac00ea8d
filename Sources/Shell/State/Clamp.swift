import Recurrent

/// A gate of a model that is held at a value instead of being computed.
public struct Clamp: Sendable, Equatable {
  /// The gate's long name.
  public let gate: String
  /// Whether it is held at its mean over the training windows, not at a typed value.
  public let isMean: Bool
  /// The value of each unit.
  public let values: ContiguousArray<Float>

  /// What it is held at, as it is typed: `update=0`, `forget=mean`.
  var text: String { "\(gate)=\(valueText)" }

  /// What it is held at: `0.5`, or `mean`.
  var valueText: String { isMean ? "mean" : values.first.map { shownNumber($0) } ?? "" }
}

extension Model {
  /// What the clamps give to the equations.
  var held: HeldGates {
    HeldGates(clamps.map { ($0.gate, $0.values) }, uniquingKeysWith: { $1 })
  }

  /// The clamps as titles say them: `clamped: update=0, reset=1`; `nil` where there is none.
  var clampText: String? {
    clamps.isEmpty ? nil : "clamped: " + clamps.map(\.text).joined(separator: ", ")
  }

  /// The name with the clamps behind it: `lstm (clamped: forget=1)`.
  var nameWithClamps: String { clampText.map { "\(name) (\($0))" } ?? name }

  /// The model as titles name it: `LSTM`, `mine (LSTM)`, `LSTM (clamped: forget=1)`.
  var title: String {
    let isOwn = name != cellName
    let notes = [isOwn ? cellTitle : nil, clampText].compactMap(\.self)
    return (isOwn ? name : cellTitle) + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
  }

  /// The same weights with every gate as computed.
  var unclamped: Model {
    var model = self
    model.clamps = []
    return model
  }

  /// Runs the recurrent layer over windows under the clamps.
  func trace(of sequences: Sequences) -> CellTrace {
    network.trace(of: sequences, holding: held)
  }

  /// Runs the recurrent layer over inputs `[steps, batch, features]` under the clamps.
  func trace(_ inputs: Tensor) -> CellTrace { network.trace(inputs, holding: held) }

  /// The outputs for windows under the clamps, one each; empty without a head.
  func predictions(for sequences: Sequences) -> ContiguousArray<Float> {
    network.predictions(for: sequences, holding: held)
  }
}

extension Session {
  /// The models that have a clamp, in the order of `modelNames`.
  var clampedModels: [Model] {
    modelNames.compactMap { loadedModel(named: $0) }.filter(\.isClamped)
  }

  /// The prompt of the shell; it shows which models are clamped.
  var prompt: String {
    let names = clampedModels.map(\.name)
    return names.isEmpty ? "gatehouse> " : "gatehouse [\(names.joined(separator: ", ")) clamped]> "
  }

  /// What to say when new weights take the place of a clamped model; `nil` where there is no clamp.
  func liftedClampSentence(named name: String) -> String? {
    guard let text = loadedModel(named: name)?.clampText else { return nil }
    return "\(name) was \(text); that belonged to the old weights and is lifted."
  }
}

extension Model {
  /// Whether any gate is held.
  var isClamped: Bool { !clamps.isEmpty }
}
