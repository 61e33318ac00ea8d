/// One horizontal bar a label, from zero to its value.
public struct Bars: Sendable, Equatable {
  /// The name by which a check or a script finds the bars.
  public var name: String
  /// What each bar is, from top to bottom.
  public var labels: [String]
  /// The length of each bar; negative ones go left of zero.
  public var values: [Double]
  /// How the values are shown; nil for the digits that the terminal's user has set.
  public var digits: DigitStyle?
  /// The sentence under the bars; nil for one computed from the values.
  public var caption: String?

  /// Makes bars.
  public init(
    name: String, labels: [String], values: [Double], digits: DigitStyle? = nil,
    caption: String? = nil
  ) {
    self.name = name
    self.labels = labels
    self.values = values
    self.digits = digits
    self.caption = caption
  }
}
