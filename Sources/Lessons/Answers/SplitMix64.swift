/// The generator SplitMix64 (Steele, Lea and Flood 2014): 64 bits of state, the same in every language.
struct SplitMix64: Sendable {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A place below `count`: the upper 64 bits of the product of `count` and the next 64 bits.
  ///
  /// - Parameter count: At least 1.
  /// - Returns: The place, from 0.
  mutating func index(below count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// The places below `count` in a drawn order (Fisher and Yates, from the last place down).
  mutating func order(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in order.indices.dropFirst().reversed() {
      order.swapAt(last, index(below: last + 1))
    }
    return order
  }
}
