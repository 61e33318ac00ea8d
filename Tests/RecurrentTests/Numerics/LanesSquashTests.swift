import Testing

@testable import Recurrent

struct LanesSquashTests {
  /// Every 50,021st of all bit patterns, subnormal numbers and the infinities' neighbours among them,
  /// and all that matters closely spaced.
  private static let numbers: [Float] =
    stride(from: 0, to: UInt64(UInt32.max), by: 50_021).map { Float(bitPattern: UInt32($0)) }
    .filter { $0.isFinite } + Array(stride(from: Float(-20), through: 20, by: 1 / 1_024))

  /// The lanes of a function of many numbers, sixteen at a time.
  private func values(_ numbers: [Float], _ function: (Lanes) -> Lanes) -> [Float] {
    stride(from: 0, to: numbers.count, by: 16).flatMap { start in
      let places = start..<min(start + 16, numbers.count)
      let result = function(Lanes(ContiguousArray(numbers).span, places: places))
      return places.indices.map { result[$0 - start] }
    }
  }

  @Test func tanhStaysNearTheLibraryAndInsideItsRange() throws {
    let worst = zip(Self.numbers, values(Self.numbers, \.tanh)).map { x, y in
      abs(y) < 1 ? abs(Double(y) - Activation.tanh.value(at: Double(x))) : .infinity
    }.max()
    #expect(try #require(worst) < 4e-7)
  }

  @Test func sigmoidStaysNearTheLibraryAndInsideItsRange() throws {
    let worst = zip(Self.numbers, values(Self.numbers, \.sigmoid)).map { x, y in
      0 < y && y < 1 ? abs(Double(y) - Activation.sigmoid.value(at: Double(x))) : .infinity
    }.max()
    #expect(try #require(worst) < 2.1e-7)
  }

  @Test func sigmoidIsHalfAndHalfATanhToTheLastBit() {
    let halves = Self.numbers.map { $0 / 2 }
    let pairs = zip(values(Self.numbers, \.sigmoid), values(halves, \.tanh))
    #expect(pairs.allSatisfy { $0 == 0.5 + $1 / 2 })
  }

  @Test func smallNumbersKeepTheirDigits() {
    let small: [Float] = [1e-30, -1e-12, 1e-6, 1e-3]
    for (x, y) in zip(small, values(small, \.tanh)) { #expect(abs(y / x - 1) < 5e-7) }
  }

  @Test func infinitiesGoNearTheEndsAndNotANumberStays() {
    let special: [Float] = [-.infinity, .infinity, .nan]
    let (tanh, sigmoid) = (values(special, \.tanh), values(special, \.sigmoid))
    #expect(abs(tanh[0] + 1) < 4e-7 && abs(tanh[1] - 1) < 4e-7 && tanh[2].isNaN)
    #expect(sigmoid[0] < 2e-7 && abs(sigmoid[1] - 1) < 2e-7 && sigmoid[2].isNaN)
  }

  @Test func boundsHoldBackAndLetThrough() {
    let bounded = values([-9, -2, 0, 2, 9, .infinity, .nan]) { $0.bounded(by: 2.5) }
    #expect(bounded.dropLast() == [-2.5, -2, 0, 2, 2.5, 2.5])
    #expect(bounded[6].isNaN)
  }
}
