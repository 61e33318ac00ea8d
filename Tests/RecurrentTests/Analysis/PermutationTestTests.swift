import Recurrent
import Testing

struct PermutationTestTests {
  @Test func groupsThatDoNotOverlapAreTheMostExtreme() throws {
    let test = try #require(PermutationTest([1, 2, 3], [4, 5, 6]))
    #expect(test.difference == -3)
    #expect(test.arrangementCount == 20)
    #expect(test.extremeCount == 2)
    #expect(test.pValue == 0.1)
  }

  @Test func countsByHandWhereTheGroupsOverlap() throws {
    // Of the sums of three out of 1, 2, 3, 4, 6, total 16: 6 7 8 9 9 10 11 11 12 13, mean 9.6; seen
    // 6, 3.6 away.
    let test = try #require(PermutationTest([1, 2, 3], [4, 6]))
    #expect(test.arrangementCount == 10)
    #expect(test.extremeCount == 1)
    let milder = try #require(PermutationTest([1, 2, 4], [3, 6]))
    #expect(milder.extremeCount == 3)
  }

  @Test func equalGroupsGiveOne() throws {
    let test = try #require(PermutationTest([0.1, 0.2, 0.3], [0.3, 0.1, 0.2]))
    #expect(test.pValue == 1)
  }

  @Test func tiesCountWhateverTheOrderOfTheSum() throws {
    // 0.1 + 0.2 + 0.3 depends on the order: both ways that mirror the one seen have to be found.
    let test = try #require(PermutationTest([0.3, 0.2, 0.1], [0.6, 0.5, 0.4]))
    #expect(test.extremeCount == 2)
  }

  @Test func swappingTheGroupsTurnsTheSignOnly() throws {
    let (a, b) = ([0.31, 0.98, 0.6], [0.46, 0.81, 0.7, 0.5])
    let one = try #require(PermutationTest(a, b))
    let other = try #require(PermutationTest(b, a))
    #expect(abs(one.difference + other.difference) < 1e-15)
    #expect(one.pValue == other.pValue)
  }

  @Test func tenAgainstTenIsStillExact() throws {
    let test = try #require(
      PermutationTest((0..<10).map(Double.init), (10..<20).map(Double.init)))
    #expect(test.arrangementCount == 184_756)
    #expect(test.extremeCount == 2)
  }

  @Test(arguments: [
    ([], [1.0]), ([1.0], []), ([1.0], [.nan]), ([.infinity], [1.0]),
    (Array(repeating: 0, count: 11), [1.0]),
  ])
  func whatCannotBeDealtGivesNothing(_ first: [Double], _ second: [Double]) {
    #expect(PermutationTest(first, second) == nil)
  }
}
