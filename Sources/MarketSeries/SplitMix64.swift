/// A small seeded generator of random numbers: the same seed gives the same numbers on every
/// machine.
///
/// G. Steele, D. Lea & C. Flood, "Fast splittable pseudorandom number generators" (2014), figure
/// 16, with the constants of S. Vigna's splitmix64.c.
struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in 0..<1, a multiple of 2⁻⁵³.
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A whole number in the range, each as likely but for 2⁻⁵⁰; written here because the standard
  /// library may change its way.
  mutating func integer(in range: Range<Int>) -> Int {
    range.lowerBound + Int(UInt64(range.count).multipliedFullWidth(by: next()).high)
  }
}
