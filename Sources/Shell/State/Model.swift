public import MarketSeries
public import Recurrent

/// A network of the session under its name.
public struct Model: Sendable {
  /// Where a model came from.
  public enum Origin: Sendable, Equatable {
    /// The weights in `data/`, trained by this program.
    case shipped
    /// Trained in this session.
    case trained(epochs: Int, seed: Int)
    /// Made in this session and not trained; the text says how, as "fresh Keras weights, seed 1".
    case made(String)
    /// Read from a file.
    case loaded(file: String, convention: WeightsConvention)
  }

  /// The name that commands call it by.
  public let name: String
  /// The recurrent layer and its head.
  public let network: Network
  /// What its output stands for: tomorrow's value, or tomorrow's minus today's.
  public let target: Target
  /// Where it came from.
  public let origin: Origin
  /// The gates that are held, one clamp a gate; new weights have none.
  public var clamps: [Clamp] = []

  /// The cell's name, `lstm`.
  public var cellName: String { type(of: network.cell).name }
  /// The cell's title, `LSTM`.
  public var cellTitle: String { type(of: network.cell).title }

  /// Where it came from, as a sentence shows it.
  public var originText: String {
    switch origin {
    case .shipped: "shipped with Gatehouse"
    case .trained(let epochs, let seed): "trained here, \(count(epochs, "epoch")), seed \(seed)"
    case .made(let how): how
    case .loaded(let file, let convention):
      "read from \(file), \(convention == .keras ? "Keras" : "PyTorch") weights"
    }
  }
}
