/// A matrix of numbers, each shown as a shade.
public struct HeatMap: Sendable, Equatable {
  /// What the shades stand for.
  public enum Scale: Sendable, Equatable {
    /// From little to much: gates, shares.
    case sequential
    /// From negative over zero to positive: states, weights.
    case diverging
  }

  /// The name by which a check or a script finds the map.
  public var name: String
  /// A line above the map; nil for none.
  public var title: String?
  /// The values at both ends of the scale; what lies outside gets the shade of the end.
  public var range: ClosedRange<Float>
  /// What the shades stand for.
  public var scale: Scale
  /// The names of the rows, from top to bottom.
  public var rowLabels: [String]
  /// The names of the columns, from left to right.
  public var columnLabels: [String]
  /// What the rows are, as `gate`; empty for nothing to say.
  public var rowAxis: String
  /// What the columns are, as `unit`; empty for nothing to say.
  public var columnAxis: String
  /// The numbers, shape `[rows, columns]`; a missing one counts as NaN.
  public var values: [[Float]]
  /// The sentence under the map; nil for one computed from the values.
  public var caption: String?

  /// Makes a heat map.
  public init(
    name: String, title: String? = nil, range: ClosedRange<Float> = 0...1,
    scale: Scale = .sequential, rowLabels: [String], columnLabels: [String],
    rowAxis: String = "", columnAxis: String = "", values: [[Float]], caption: String? = nil
  ) {
    self.name = name
    self.title = title
    self.range = range
    self.scale = scale
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.rowAxis = rowAxis
    self.columnAxis = columnAxis
    self.values = values
    self.caption = caption
  }

  /// The range −m…m of a diverging scale, m the greatest finite absolute value; −1…1 where there is
  /// none.
  public static func symmetricRange(of values: [[Float]]) -> ClosedRange<Float> {
    let greatest = values.joined().lazy.filter(\.isFinite).map(abs).max() ?? 1
    let bound = greatest > 0 ? greatest : 1
    return -bound...bound
  }
}
