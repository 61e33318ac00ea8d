import Recurrent
import Testing

struct BestShiftTests {
  private let actual: [Double] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]

  @Test(arguments: 0...3)
  func findsByHowManyDaysACopyIsLate(_ days: Int) throws {
    let forecast = Array(repeating: 0, count: days) + actual.dropLast(days)
    let best = try #require(BestShift(forecast: forecast, actual: actual, shifts: 0...5))
    #expect(best.shift == days)
    #expect(best.rmse == 0)
    #expect(best.rmses.count == 6)
  }

  @Test func aForecastAheadOfTimeHasANegativeShift() throws {
    let forecast = Array(actual.dropFirst(2)) + [0, 0]
    let best = try #require(BestShift(forecast: forecast, actual: actual, shifts: -3...3))
    #expect(best.shift == -2)
  }

  @Test func allShiftsAreJudgedOnTheSameDays() throws {
    // Shift 1 has a difference on day 1 only, which shift 2 cannot see: neither may count it.
    let best = try #require(
      BestShift(forecast: [0, 90, 1, 1], actual: [1, 1, 1, 1], shifts: 1...2))
    #expect(best.rmses == [0, 0])
    #expect(best.shift == 1)
  }

  @Test(arguments: [0...10, -10...0, -5...5, Int.min...0, 0...Int.max, Int.min...Int.max])
  func withoutADayInCommonThereIsNone(_ shifts: ClosedRange<Int>) {
    #expect(BestShift(forecast: actual, actual: actual, shifts: shifts) == nil)
  }

  @Test func differentLengthsOrNoNumbersGiveNone() {
    #expect(BestShift(forecast: [1], actual: [1, 2], shifts: 0...0) == nil)
    #expect(BestShift(forecast: [], actual: [], shifts: 0...0) == nil)
    #expect(BestShift(forecast: [.nan], actual: [1], shifts: 0...0) == nil)
  }
}
