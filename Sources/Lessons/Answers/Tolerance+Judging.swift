/// How far from a number another may lie to stand for it.
struct Reach: Sendable, Equatable {
  /// The greatest distance.
  let distance: Double
  /// Whether that distance itself is near enough.
  let includesEnd: Bool

  /// Whether `given` stands for `number`.
  ///
  /// A little more than the rounding of such sums is granted, or taken where the end is left out:
  /// 0.277 − 0.276 is a trifle more than 0.001.
  func holds(_ given: Double, near number: Double) -> Bool {
    let slack = distance * 1e-9 + max(given.magnitude, number.magnitude) * 1e-15
    let apart = (given - number).magnitude
    return includesEnd ? apart <= distance + slack : apart < distance - slack
  }
}

extension Tolerance {
  /// Whether `given` is near enough to the right number.
  ///
  /// - Parameters:
  ///   - given: A finite number.
  ///   - right: The right number.
  /// - Returns: Whether it lies within the tolerance, both ends included; a whole number that is
  ///   right by the standard tolerance must be met nearer than a half.
  public func accepts(_ given: Double, for right: Double) -> Bool {
    reach(around: right).holds(given, near: right)
  }

  /// The least and the greatest number that stand for the right one; both are accepted.
  public func acceptedRange(around right: Double) -> ClosedRange<Double> {
    let reach = reach(around: right)
    let distance = reach.includesEnd ? reach.distance : reach.distance * (1 - 1e-6)
    return right - distance...right + distance
  }

  /// How far from the right number an answer may lie.
  func reach(around right: Double) -> Reach {
    switch self {
    case .absolute(let distance): Reach(distance: distance.magnitude, includesEnd: true)
    case .relative(let share):
      Reach(distance: (share * right).magnitude, includesEnd: true)
    case .standard: Self.standardReach(around: right)
    }
  }

  /// How far from a wrong number that an author foresaw an answer may lie to be taken for it: as near,
  /// in proportion, as the right one must be met.
  func reach(around wrong: Double, besides right: Double) -> Reach {
    let standard = Self.standardReach(around: wrong)
    switch self {
    case .standard: return standard
    case .relative: return reach(around: wrong)
    case .absolute(let distance):
      let share = right == 0 || wrong == 0 ? 1 : (wrong / right).magnitude
      let carried = distance.magnitude * share
      return carried > standard.distance ? Reach(distance: carried, includesEnd: true) : standard
    }
  }

  /// Half a unit of the third significant digit, of a whole number less than a half at most; zero, which
  /// has no such digit, is met within half a thousandth.
  private static func standardReach(around number: Double) -> Reach {
    guard number != 0 else { return Reach(distance: 0.0005, includesEnd: true) }
    let half = powerOfTen(decimalExponent(of: number) - 2) / 2
    let isWhole = (number - number.rounded()).magnitude <= number.magnitude * 1e-12
    return isWhole && half >= 0.5
      ? Reach(distance: 0.5, includesEnd: false) : Reach(distance: half, includesEnd: true)
  }
}
