import Testing

@testable import MarketSeries

struct MadeTaskTests {
  @Test func theLatchAsksForTheValueAtTheLastMark() throws {
    let task = MadeTask.latch(seed: 1)
    let (values, marks) = (task.series.columns[0], task.series.columns[1])
    #expect(task.series.rowCount == 3000)
    #expect(task.series.columnNames == ["value", "mark"])
    #expect(task.trainCount == 2471)
    #expect(task.testCount == 500)
    for (first, target) in zip(task.firstRows, task.targets) {
      let rows = first..<first + task.length
      let marked = try #require(rows.last { marks[$0] == 1 })
      #expect(values[marked] == target)
    }
    #expect(values.allSatisfy { (0...1).contains($0) && ($0 * 100).rounded() / 100 == $0 })
  }

  @Test func theLatchsGapsAreOneToTwenty() {
    var gaps: Set<Int> = []
    for seed in 1...5 {
      let marks = MadeTask.latch(seed: UInt64(seed)).series.columns[1]
      let rows = marks.indices.filter { marks[$0] == 1 }
      #expect((0..<20).contains(rows[0]))
      gaps.formUnion(zip(rows.dropFirst(), rows).map { $0 - $1 })
    }
    #expect(gaps == Set(1...20))
  }

  @Test(arguments: [2, 3, 8])
  func addingAsksForTheSumOfTwoMarkedValues(length: Int) throws {
    let task = try MadeTask.adding(length: length, seed: 1)
    let (values, marks) = (task.series.columns[0], task.series.columns[1])
    #expect(task.trainCount == 2507)
    #expect(task.testCount == 503)
    #expect(task.series.rowCount == 3010 * length)
    for (first, target) in zip(task.firstRows, task.targets) {
      let marked = (first..<first + length).filter { marks[$0] == 1 }
      #expect(marked.count == 2)
      #expect(marked[0] < first + length / 2)
      #expect(marked[1] >= first + length / 2)
      #expect(values[marked[0]] + values[marked[1]] == target)
    }
  }

  @Test func sayingTheExpectedValueErrsByTheLineToBeat() throws {
    let adding = try MadeTask.adding(length: 2, seed: 1)
    let error = adding.targets.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / Double(adding.targets.count)
    #expect(abs(error - adding.lineToBeat) < 0.01)
    #expect(adding.lineToBeat == 1.0 / 6)
    let latch = MadeTask.latch(seed: 1)
    #expect(abs(latch.lineToBeat - 0.085) < 1e-12)
  }

  @Test func theSameSeedMakesTheSameRowsOnEveryMachine() throws {
    #expect(MadeTask.latch(seed: 1) == MadeTask.latch(seed: 1))
    #expect(MadeTask.latch(seed: 1) != MadeTask.latch(seed: 2))
    let one = try MadeTask.adding(length: 3, seed: 1)
    #expect(try MadeTask.adding(length: 3, seed: 1) == one)
    #expect(try MadeTask.adding(length: 3, seed: 2) != one)
    #expect(
      Array(MadeTask.latch(seed: 1).series.columns[0].prefix(5)) == [0.57, 0.75, 0.98, 0.44, 0.44])
  }

  @Test(arguments: [-1, 0, 1, 1001, Int.max])
  func sequencesOfOtherLengthsCannotBeMade(length: Int) {
    #expect(throws: MadeTaskError(length: length)) {
      try MadeTask.adding(length: length, seed: 1)
    }
    #expect(
      MadeTaskError(length: length).description
        == "length=\(length) is out of range; expected 2 to 1000 rows")
  }

  @Test func theLatchIsDataLikeAnyOther() throws {
    let task = MadeTask.latch(seed: 1)
    let data = Dataset(task)
    let train = data.windows(of: .train)
    let test = data.windows(of: .test)
    #expect(train.count == 2471)
    #expect(test.count == 500)
    #expect(train.firstRows + test.firstRows == task.firstRows)
    #expect((Array(train) + Array(test)).map { data.targets[$0.targetRow] } == Array(task.targets))
    #expect(data.windowEnding(at: 42) == 13..<43)
    #expect(data.actual(afterWindowEndingAt: 2999) == task.targets.last)
    #expect(data.actual(afterWindowEndingAt: 28) == nil)
    #expect(data.features == 2)
    #expect(data.lookBack == 30)
    #expect(data.scaledRows.prefix(2) == [Float(task.series.columns[0][0]), 0])
    #expect(data.scaledTargets(of: test, as: .level).last == task.targets.last.map { Float($0) })
  }

  @Test func addingIsDataWhoseSequencesDoNotOverlap() throws {
    let task = try MadeTask.adding(length: 5, seed: 1)
    let data = Dataset(task)
    let windows = data.windows(of: .train)
    #expect(windows.count == 2507)
    #expect(data.windows(of: .test).count == 503)
    #expect(data.windows(of: .all).firstRows == task.firstRows)
    #expect(windows.last == Window(rows: 12_530..<12_535, targetRow: 12_534))
    #expect(data.windowEnding(at: 4) == 0..<5)
    #expect(data.windowEnding(at: 5) == nil)
    #expect(data.actual(afterWindowEndingAt: 4) == task.targets[0])
    #expect(data.actual(afterWindowEndingAt: 5) == nil)
  }
}
