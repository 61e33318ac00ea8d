/// Whose names, shapes and order of gates a file of weights follows.
public enum WeightsConvention: String, CaseIterable, Sendable {
  /// `lstm/kernel` `[features, 4·units]`, gates side by side as columns: the names and shapes of
  /// Keras 3.
  case keras
  /// `lstm.weight_ih_l0` `[4·units, features]`, gates below one another as rows, two biases:
  /// PyTorch's `state_dict`.
  case torch
}

/// A network read from a file of weights, and what the file said about it.
public struct LoadedNetwork: Sendable {
  /// The most units that a layer may have.
  public static let mostUnits = 4096

  /// The network, in Keras' order of gates whatever the file's.
  public let network: Network
  /// Whose convention the file follows.
  public let convention: WeightsConvention
  /// The file's own words about itself, unchecked: not free of control characters.
  public let metadata: [String: String]
  /// What was changed or assumed while reading, each a sentence of our own for the user.
  public let notes: [String]
}
