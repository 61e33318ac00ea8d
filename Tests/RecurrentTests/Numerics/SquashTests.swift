import Testing

@testable import Recurrent

struct SquashTests {
  /// Every 50,021st of all bit patterns: both signs, subnormal numbers, the infinities' neighbours.
  private static let numbers = stride(from: 0, to: UInt64(UInt32.max), by: 50_021)
    .map { Float(bitPattern: UInt32($0)) }.filter { $0.isFinite }

  @Test(arguments: [(Activation.tanh, 4e-7), (.sigmoid, 2.5e-7)])
  func quickFormsStayNearTheLibrary(activation: Activation, bound: Double) throws {
    var numbers = ContiguousArray(Self.numbers)
    numbers += stride(from: Float(-20), through: 20, by: 1 / 1_024)
    let squashed = numbers.squashed(activation)
    let range = try #require(activation.range)
    let worst = zip(numbers, squashed).map { x, y in
      range.contains(y) ? abs(Double(y) - activation.value(at: Double(x))) : .infinity
    }.max()
    #expect(try #require(worst) < bound)
  }

  @Test(arguments: [Activation.tanh, .sigmoid])
  func infinitiesGoToTheEndsAndNotANumberStays(activation: Activation) throws {
    let range = try #require(activation.range)
    let squashed = ContiguousArray<Float>([-.infinity, .infinity, .nan]).squashed(activation)
    #expect(squashed[0] == range.lowerBound)
    #expect(squashed[1] == range.upperBound)
    #expect(squashed[2].isNaN)
  }

  @Test func smallNumbersKeepTheirDigits() {
    let squashed = ContiguousArray<Float>([1e-30, -1e-12, 1e-6]).squashed(.tanh)
    #expect(squashed == [1e-30, -1e-12, 1e-6])
  }

  @Test(arguments: Activation.allCases)
  func rowsAgreeWithSingleValues(activation: Activation) {
    let sums: ContiguousArray<Float> = [-2.5, -0.1, 0, 0.3, 4]
    let values = sums.squashed(activation)
    let slopes = sums.slopes(of: activation, values: values)
    for (index, sum) in sums.enumerated() {
      #expect(abs(values[index] - activation.value(at: sum)) < 1e-6)
      #expect(abs(slopes[index] - activation.slope(at: sum)) < 1e-6)
    }
  }
}
