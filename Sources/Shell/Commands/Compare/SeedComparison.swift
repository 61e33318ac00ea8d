import Grammar
import MarketSeries
import Recurrent
import Reports

/// What `compare … seeds=` does: each model is trained over the seeds, nothing of it is kept.
struct SeedComparison {
  private let seeds: [Int]
  private let plans: [TrainingPlan]
  private let days: EvaluationDays

  init(
    _ seeds: [Int], _ arguments: Arguments, _ session: inout Session, _ context: CommandContext
  ) throws {
    let place = arguments.place(of: "seeds")
    guard seeds.count <= PermutationTest.largestGroup else {
      throw Mistake(
        "seeds= takes up to \(PermutationTest.largestGroup) seeds here, so that every way to deal "
          + "the runs can be counted", at: place)
    }
    guard Set(seeds).count == seeds.count else {
      throw Mistake("a seed stands twice; the same seed gives the same network", at: place)
    }
    self.seeds = seeds
    var plans: [TrainingPlan] = []
    for word in arguments.words {
      guard !plans.contains(where: { $0.name == word.text }) else {
        throw Mistake("\(word.text) stands twice; name another model", at: word.range)
      }
      plans.append(try TrainingPlan(word, arguments, &session, context))
    }
    self.plans = plans
    days = EvaluationDays(try session.marketData(context), part: .test)
    guard !days.lastRows.isEmpty else {
      throw Mistake(
        "seeds= compares by test error, and the test part has no whole window",
        at: arguments.placeOfKey("seeds"))
    }
  }

  /// Trains and answers.
  ///
  /// - Throws: `Interrupted`.
  func report(_ session: inout Session, _ context: CommandContext) throws -> Report {
    let rows = try train(context)
    session.testLooks += 1
    let names = plans.map(\.name)
    var report = Report(
      title: "\(names.joined(separator: ", ")) over \(count(seeds.count, "seed")), "
        + "test \(days.data.dayNoun)s")
    for name in names {
      guard let spread = SeedSpread(rows.filter { $0.model == name }) else { continue }
      report.values[name + ".rmse.least"] = .double(spread.least)
      report.values[name + ".rmse.mean"] = .double(spread.mean)
      report.values[name + ".rmse.most"] = .double(spread.most)
    }
    let copying = days.errors(of: days.persistence).rmse
    report.values["persistence.rmse"] = .double(copying)
    let tests = pairs.flatMap { permutationTests(of: $0.0, $0.1, rows) }
    if let first = tests.first { report.values["p"] = Value(first.result?.pValue) }
    if tests.count > 1 { report.values["p.sd"] = Value(tests[1].result?.pValue) }
    report.add(spreadTable(rows))
    report.add(testTable(tests))
    var seedTable = SeedTable.table(of: rows)
    seedTable.isShown = false
    report.add(seedTable)
    report.add(paragraph: sentence(tests, rows, copying: copying))
    return report
  }

  private func train(_ context: CommandContext) throws -> [SeedTable.Row] {
    let runs = try TrainingRun.sideBySide(plans, seeds: seeds, context)
    let networks = plans.flatMap { plan in seeds.map { (plan, $0) } }
    return try zip(networks, runs).map { network, run in
      let (plan, seed) = network
      let forecasts = try days.forecasts(of: run.network, target: plan.target, context) ?? []
      return SeedTable.Row(model: plan.name, seed: seed, errors: days.errors(of: forecasts))
    }
  }

  // MARK: Tests

  /// One permutation test: of the RMSE, or of the sd that is left when the bias is taken out.
  private struct Test {
    let first: String
    let second: String
    let measure: String
    /// `nil` where a run ended without a number.
    let result: PermutationTest?
  }

  /// Every two models.
  private var pairs: [(String, String)] {
    let names = plans.map(\.name)
    return names.indices.flatMap { first in
      names[(first + 1)...].map { (names[first], $0) }
    }
  }

  private func permutationTests(
    of first: String, _ second: String, _ rows: [SeedTable.Row]
  ) -> [Test] {
    let measures: [(String, (SeedTable.Row) -> Double)] = [("rmse", \.rmse), ("sd", \.sd)]
    return measures.map { name, measure in
      Test(
        first: first, second: second, measure: name,
        result: PermutationTest(
          rows.filter { $0.model == first }.map(measure),
          rows.filter { $0.model == second }.map(measure)))
    }
  }

  // MARK: Answering

  private func spreadTable(_ rows: [SeedTable.Row]) -> Table {
    let columns = ["least", "mean", "most", "bias, mean", "sd, mean"]
    return Table(
      name: "spread",
      columns: [Table.Column("model")]
        + columns.map { Table.Column($0, digits: .decimals(4)) } + ["beat copying"],
      rows: plans.map { plan in
        let own = rows.filter { $0.model == plan.name }
        let spread = SeedSpread(own)
        let copying = days.errors(of: days.persistence).rmse
        return [
          .text(plan.name), Value(spread?.least), Value(spread?.mean), Value(spread?.most),
          .double(mean(own.map(\.bias))), .double(mean(own.map(\.sd))),
          .integer(own.count { $0.rmse < copying }),
        ]
      })
  }

  private func testTable(_ tests: [Test]) -> Table {
    Table(
      name: "tests",
      columns: [
        "first", "second", "of", Table.Column("difference", digits: .decimals(4)), "as extreme",
        "of all ways", Table.Column("p", digits: .decimals(4)),
      ],
      rows: tests.map { test in
        [
          .text(test.first), .text(test.second), .text(test.measure),
          Value(test.result?.difference), Value(test.result?.extremeCount),
          Value(test.result?.arrangementCount), Value(test.result?.pValue),
        ]
      })
  }

  private func sentence(_ tests: [Test], _ rows: [SeedTable.Row], copying: Double) -> String {
    let beating = rows.count { $0.rmse < copying }
    var text =
      "p is the share of all ways to deal the runs to the two names whose means lie at least as far "
      + "apart: exact, no assumption."
    if let result = tests.first?.result {
      text +=
        " With \(count(seeds.count, "seed")) each the least possible p is "
        + "\(shownNumber(leastP(result)))."
    }
    return text + " \(beating) of \(count(rows.count, "run")) beat copying today "
      + "(\(shownNumber(copying)))."
  }

  /// Two groups of one size can also change places, so that two ways are the most extreme.
  private func leastP(_ result: PermutationTest) -> Double {
    min(1, 2 / Double(result.arrangementCount))
  }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(max(1, values.count))
  }
}
