/// One unit of a gated cell over one step: its old state, what a gate keeps of it, what is written
/// on top, and what a gate lets through like a shutter.
///
/// A part that is nil has not been told yet, so that a walk through the cell can draw the picture
/// part by part. `kept` and `added` together are `now`: `c = f·c' + i·c̃` of the LSTM,
/// `h = z·h' + (1 − z)·h̃` of the GRU.
public struct CellPicture: Sendable, Equatable {
  /// A number and the letters that stand for it in the equations.
  public struct Quantity: Sendable, Equatable {
    /// The letters, as `c'`.
    public var symbol: String
    /// The number.
    public var value: Float

    /// Names a number.
    public init(_ symbol: String, _ value: Float) {
      self.symbol = symbol
      self.value = value
    }
  }

  /// What a gate lets pass of a value.
  public struct Passage: Sendable, Equatable {
    /// The gate: how far it is open, from 0 to 1, as `f` or `1 − z`.
    public var gate: Quantity
    /// What stands before the gate, as `c'`.
    public var source: Quantity
    /// What comes through, as `f·c'`: the product of both.
    public var passed: Quantity

    /// Names a gate, what stands before it and what comes through.
    public init(gate: Quantity, source: Quantity, passed: Quantity) {
      self.gate = gate
      self.source = source
      self.passed = passed
    }
  }

  /// The name by which a check or a script finds the picture.
  public var name: String
  /// What is kept of the old state, which is its source.
  public var kept: Passage?
  /// What is written of the candidate, which is its source.
  public var added: Passage?
  /// Whether the gates of both are one, which mixes old and new: what it does not keep it writes.
  public var isMix: Bool
  /// The new state, the sum of what is kept and what is added.
  public var now: Quantity?
  /// What shows through a gate that does not change the state: `o` over tanh(c) of the LSTM, `r`
  /// over the old state of the GRU.
  public var shutter: Passage?
  /// The sentence under the picture; nil for one computed from the values.
  public var caption: String?

  /// Makes a picture.
  public init(
    name: String, kept: Passage? = nil, added: Passage? = nil, isMix: Bool = false,
    now: Quantity? = nil, shutter: Passage? = nil, caption: String? = nil
  ) {
    self.name = name
    self.kept = kept
    self.added = added
    self.isMix = isMix
    self.now = now
    self.shutter = shutter
    self.caption = caption
  }
}
