// The vectors of the fast kernels, and how they come from rows of numbers and go back.

/// Sixteen numbers side by side, each a sequence (or a unit) of its own: one register of AVX-512, two
/// of AVX2, four of NEON.
typealias Lanes = SIMD16<Float>

extension Lanes {
  /// How many numbers stand side by side.
  static let width = 16

  /// Sixteen numbers of a row.
  ///
  /// Cut out first, so that the compiler makes one load of it.
  @inline(__always)
  init(_ row: Span<Float>, at place: Int) {
    let r = row.extracting(place..<place + Lanes.width)
    self.init(
      r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7],
      r[8], r[9], r[10], r[11], r[12], r[13], r[14], r[15])
  }

  /// Some numbers of a row, at most sixteen, and zeros behind them.
  init(_ row: Span<Float>, places: Range<Int>) {
    self = .zero
    for (lane, place) in places.enumerated() { self[lane] = row[place] }
  }
}

extension MutableSpan<Float> {
  /// Puts sixteen numbers into a row.
  @inline(__always)
  mutating func set(_ lanes: Lanes, at place: Int) {
    var row = _mutatingExtracting(place..<place + Lanes.width)
    for lane in 0..<Lanes.width { row[lane] = lanes[lane] }
  }

}

extension ContiguousArray<Lanes> {
  /// Zeros.
  init(zeros count: Int) {
    self.init(repeating: .zero, count: count)
  }
}

extension Int {
  /// The least multiple of `step` that is not below this number.
  func roundedUp(to step: Int) -> Int { (self + step - 1) / step * step }

  /// How many fours hold so many numbers.
  var quads: Int { (self + 3) / 4 }

  /// How many vectors hold so many numbers.
  var vectors: Int { (self + Lanes.width - 1) / Lanes.width }
}
