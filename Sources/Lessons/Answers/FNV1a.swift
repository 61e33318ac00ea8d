/// The hash of Fowler, Noll and Vo, variant 1a, of 64 bits: short, and the same in every language.
enum FNV1a {
  /// The hash of some bytes.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
