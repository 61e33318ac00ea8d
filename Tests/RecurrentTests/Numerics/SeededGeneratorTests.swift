import Recurrent
import Testing

struct SeededGeneratorTests {
  @Test func sameSeedGivesTheSameNumbers() {
    var (first, second) = (SeededGenerator(seed: 5), SeededGenerator(seed: 5))
    for _ in 0..<100 { #expect(first.next() == second.next()) }
    #expect(first == second)
  }

  @Test func seedsAndStreamsDiffer() {
    var firsts: Set<UInt64> = []
    let streams: [SeededGenerator.Stream] = [.general, .weights, .shuffling, .dropout]
    for seed in UInt64(0)..<50 {
      for stream in streams {
        var generator = SeededGenerator(seed: seed, stream: stream)
        firsts.insert(generator.next())
      }
    }
    #expect(firsts.count == 200)
  }

  /// Trained weights that were written down must come out again in years to come.
  @Test func numbersOfASeedNeverChange() {
    var generator = SeededGenerator(seed: 1)
    let expected: [UInt64] = [
      17_154_914_556_750_032_435, 15_481_925_071_032_317_162, 3_049_712_571_244_418_729,
    ]
    #expect((0..<3).map { _ in generator.next() } == expected)
  }

  @Test func uniformNumbersFillTheirRange() {
    var generator = SeededGenerator(seed: 2)
    let numbers = (0..<20_000).map { _ in generator.uniform() }
    #expect(numbers.allSatisfy { (0..<1).contains($0) })
    #expect(abs(numbers.reduce(0, +) / 20_000 - 0.5) < 0.01)
    let wide = (0..<20_000).map { _ in generator.uniform(within: 3) }
    #expect(wide.allSatisfy { (-3...3).contains($0) })
    #expect(abs(wide.reduce(0, +) / 20_000) < 0.06)
    #expect(wide.contains { $0 < -2.9 } && wide.contains { $0 > 2.9 })
  }

  @Test func normalNumbersHaveMeanZeroAndDeviationOne() {
    var generator = SeededGenerator(seed: 3)
    let numbers = (0..<20_000).map { _ in generator.normal() }
    let mean = numbers.reduce(0, +) / 20_000
    let variance = numbers.reduce(0) { $0 + $1 * $1 } / 20_000
    #expect(abs(mean) < 0.03)
    #expect(abs(variance - 1) < 0.04)
    let within = numbers.filter { abs($0) < 1 }.count
    #expect(abs(Double(within) / 20_000 - 0.6827) < 0.015)
  }
}
