import Testing

@testable import Lessons

struct EveryDrawTests {
  private let nobody = AnswerBook()

  private func variables(_ counts: [Int], where condition: String? = nil) throws -> Variables {
    let names = ["a", "b", "t", "v"]
    return Variables(
      zip(names, counts).map { name, count in
        Variables.Variable(name: name, values: (1...count).map(String.init))
      }, condition: try condition.map(draft), line: 3)
  }

  @Test func fewCombinationsAllComeInOrder() throws {
    let draws = try variables([2, 3]).everyDraw(nobody)
    #expect(
      draws.map(\.text) == ["a=1 b=1", "a=1 b=2", "a=1 b=3", "a=2 b=1", "a=2 b=2", "a=2 b=3"])
  }

  @Test func asManyAsTheLimitAllCome() throws {
    #expect(try variables([20, 10]).everyDraw(limit: 200, nobody).count == 200)
    #expect(try variables([201]).everyDraw(limit: 200, nobody).count == 200)
    #expect(try variables([3]).everyDraw(limit: 0, nobody).isEmpty)
  }

  @Test func rareDrawsAreAllFound() throws {
    let draws = try variables([50, 50], where: "{a} = {b} and {a} > 47").everyDraw(nobody)
    #expect(draws.map(\.text) == ["a=48 b=48", "a=49 b=49", "a=50 b=50"])
  }

  @Test(arguments: [
    [51, 4, 16], [4, 16, 51], [100, 100], [10_000, 10_000, 10_000], [7, 11, 13, 17],
  ])
  func manyCombinationsAreSpreadOverAllValues(counts: [Int]) throws {
    let variables = try variables(counts)
    let draws = try variables.everyDraw(limit: 200, nobody)
    #expect(draws.count == 200)
    #expect(Set(draws.map(\.text)).count == 200)
    #expect(try variables.everyDraw(limit: 200, nobody) == draws)
    for variable in variables.all {
      let seen = Set(draws.compactMap { $0[variable.name] })
      #expect(
        seen.count > min(variable.values.count, 200) * 6 / 10, "\(variable.name) of \(counts)")
      #expect(seen.contains(variable.values[0]))
      #expect(seen.contains(variable.values[variable.values.count - 1]))
    }
  }
}
