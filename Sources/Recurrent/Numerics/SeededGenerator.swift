#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A random number generator that gives the same numbers for the same seed, everywhere and always.
///
/// xoshiro256** of Blackman & Vigna (2021, doi:10.1145/3460772), its state filled by SplitMix64 as they
/// advise. Streams of one seed are independent: weights, shuffling and dropout each draw from their own,
/// so that switching one off leaves the others as they were.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Equatable {
  /// What the numbers are for.
  public enum Stream: UInt64, Sendable {
    case general, weights, shuffling, dropout
  }

  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Creates the generator of a seed.
  ///
  /// - Parameters:
  ///   - seed: Any number; near seeds give unrelated numbers.
  ///   - stream: What the numbers are for.
  public init(seed: UInt64, stream: Stream = .general) {
    var filler = SplitMix64(state: seed)
    // The stream is mixed in after one scramble: seed + 1 must not be another stream of seed.
    filler.state = filler.next() ^ (stream.rawValue &* 0xD1B5_4A32_D192_ED03)
    state = (filler.next(), filler.next(), filler.next(), filler.next())
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let result = rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, by: 45)
    return result
  }

  /// A number from 0 up to but without 1, every multiple of 2^−24 alike.
  public mutating func uniform() -> Float { Float(next() >> 40) * 0x1p-24 }

  /// A number from −`limit` to `limit`.
  public mutating func uniform(within limit: Float) -> Float { (2 * uniform() - 1) * limit }

  /// Many numbers made from those that `uniform()` would give, one after the other.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - room: How many zeros follow.
  ///   - value: Makes a number from one of the generator's.
  /// - Returns: `count + room` numbers.
  mutating func draw(
    _ count: Int, room: Int = 0, as value: (Float) -> Float
  ) -> ContiguousArray<Float> {
    // On a copy, whose state stays in registers.
    var generator = self
    var drawn = ContiguousArray<Float>(zeros: count + room)
    var numbers = drawn.mutableSpan
    for index in 0..<count { numbers[index] = value(generator.uniform()) }
    self = generator
    return drawn
  }

  /// A number of the standard normal distribution: mean 0, standard deviation 1 (Box & Muller 1958).
  public mutating func normal() -> Double {
    let radius = Double((next() >> 11) + 1) * 0x1p-53  // above 0, so that its logarithm is finite
    let angle = Double(next() >> 11) * 0x1p-53
    return (-2 * log(radius)).squareRoot() * cos(2 * .pi * angle)
  }

  /// Whether both generators will give the same numbers.
  public static func == (first: Self, second: Self) -> Bool { first.state == second.state }
}

/// Steele, Lea & Flood (2014), doi:10.1145/2660193.2660195: turns any seed into well-mixed bits.
private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

private func rotated(_ bits: UInt64, by places: UInt64) -> UInt64 {
  bits << places | bits >> (64 - places)
}
