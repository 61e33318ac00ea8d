/// What fills a whole screen: a curve with a stretch of it pointed out, a map below it, and words.
///
/// It has no form; `ScreenRenderer` lays it out for the window at hand.
public struct ScreenPage: Sendable, Equatable {
  /// A curve with a stretch of it pointed out, and single values beside it.
  public struct Curve: Sendable, Equatable {
    /// A value that lies on no curve.
    public struct Point: Sendable, Equatable {
      /// What it is, as `predicted`.
      public var name: String
      /// Its place on the horizontal axis.
      public var x: Double
      /// The value.
      public var y: Double

      /// Makes a point.
      public init(_ name: String, x: Double, y: Double) {
        self.name = name
        self.x = x
        self.y = y
      }
    }

    /// The curve; several are drawn as one.
    public var plot: LinePlot
    /// The stretch of the horizontal axis that is pointed out, as a network's window.
    public var window: ClosedRange<Double>
    /// The single values, two at most.
    public var points: [Point]

    /// Makes a curve.
    public init(_ plot: LinePlot, window: ClosedRange<Double>, points: [Point] = []) {
      self.plot = plot
      self.window = window
      self.points = points
    }
  }

  /// What the last line is for.
  public enum Foot: Sendable, Equatable {
    /// Keys that can be struck; the first of the texts that fits is shown.
    case keys([String])
    /// Something to be told.
    case notice(String)
    /// What is asked for, the longest form first, and what has been typed.
    case entry([String], typed: String)
  }

  /// What is shown, in a line; the first of the texts that fits is taken.
  public var titles: [String]
  /// The curve on top.
  public var curve: Curve
  /// The map below.
  public var map: HeatMap
  /// The row of the map that is pointed at; nil for none.
  public var row: Int?
  /// The column of the map that is pointed at; nil for none.
  public var column: Int?
  /// Equations below the map; where there is no room for all, only the chosen one.
  public var equations: [String]
  /// The place of the chosen equation.
  public var chosenEquation: Int
  /// The sentences below, the most important one first.
  public var sentences: [String]
  /// What stands in the place of the first sentence where that takes more than a line.
  public var shortSentence: String
  /// The last line.
  public var foot: Foot

  /// Makes a page.
  public init(
    titles: [String], curve: Curve, map: HeatMap, row: Int?, column: Int? = nil,
    equations: [String] = [], chosenEquation: Int = 0, sentences: [String],
    shortSentence: String, foot: Foot
  ) {
    self.titles = titles
    self.curve = curve
    self.map = map
    self.row = row
    self.column = column
    self.equations = equations
    self.chosenEquation = chosenEquation
    self.sentences = sentences
    self.shortSentence = shortSentence
    self.foot = foot
  }
}

extension HeatMap {
  /// The same map with rows and columns exchanged.
  public var transposed: HeatMap {
    var map = self
    (map.rowLabels, map.columnLabels) = (columnLabels, rowLabels)
    (map.rowAxis, map.columnAxis) = (columnAxis, rowAxis)
    map.values = columnLabels.indices.map { column in
      values.map { column < $0.count ? $0[column] : .nan }
    }
    return map
  }
}
