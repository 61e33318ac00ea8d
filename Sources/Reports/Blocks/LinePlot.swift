/// Curves over one horizontal axis.
public struct LinePlot: Sendable, Equatable {
  /// What the axes are.
  public struct Axis: Sendable, Equatable {
    /// How heights follow from values.
    public enum Scale: String, Sendable, Equatable {
      /// Equal differences are equally far apart.
      case linear
      /// Equal ratios are equally far apart; values at or below zero cannot be shown.
      case logarithmic
    }

    /// The horizontal axis, as `t`.
    public var x: String
    /// The vertical axis with its unit, as `dollars`.
    public var y: String
    /// How heights follow from values; the horizontal axis is always linear.
    public var scale: Scale

    /// Names the axes.
    public init(x: String, y: String, scale: Scale = .linear) {
      self.x = x
      self.y = y
      self.scale = scale
    }
  }

  /// One curve.
  public struct Series: Sendable, Equatable {
    /// The curve's name in the legend.
    public var name: String
    /// The places on the horizontal axis, ascending.
    public var x: [Double]
    /// The values there; nil leaves a gap, as does a number that is not finite.
    public var y: [Double?]

    /// Makes a curve.
    public init(name: String, x: [Double], y: [Double?]) {
      self.name = name
      self.x = x
      self.y = y
    }

    /// Makes a curve over 0, 1, 2 and so on.
    public init(name: String, y: [Double?]) {
      self.init(name: name, x: y.indices.map(Double.init), y: y)
    }
  }

  /// A place on the horizontal axis that is pointed out.
  public struct Mark: Sendable, Equatable {
    /// Where.
    public var x: Double
    /// What is there.
    public var text: String

    /// Makes a mark.
    public init(x: Double, text: String) {
      self.x = x
      self.text = text
    }
  }

  /// Texts that stand for whole numbers on the horizontal axis, as dates for rows.
  public struct XLabels: Sendable, Equatable {
    /// The whole number of the first text.
    public var first: Int
    /// The texts of `first`, `first + 1` and so on.
    public var texts: [String]

    /// Makes labels for consecutive whole numbers.
    public init(first: Int = 0, texts: [String]) {
      self.first = first
      self.texts = texts
    }

    /// The text for a place, or nil where none was given.
    public subscript(x: Double) -> String? {
      guard let whole = Int(exactly: x) else { return nil }
      let (place, overflow) = whole.subtractingReportingOverflow(first)
      guard !overflow, texts.indices.contains(place) else { return nil }
      return texts[place]
    }
  }

  /// The name by which a check or a script finds the plot.
  public var name: String
  /// What the axes are.
  public var axis: Axis
  /// The curves.
  public var series: [Series]
  /// The places pointed out.
  public var marks: [Mark]
  /// What the ticks of the horizontal axis say; nil for their numbers.
  public var xLabels: XLabels?
  /// The sentence under the plot; nil for one computed from the values.
  public var caption: String?

  /// Makes a plot.
  public init(
    name: String, axis: Axis, series: [Series], marks: [Mark] = [], xLabels: XLabels? = nil,
    caption: String? = nil
  ) {
    self.name = name
    self.axis = axis
    self.series = series
    self.marks = marks
    self.xLabels = xLabels
    self.caption = caption
  }
}
