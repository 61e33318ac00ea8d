import MarketSeries
import Testing

struct DatasetTests {
  @Test func theCountsOfKOAreTheNotebooks() throws {
    let data = try KO.dataset()
    let counts = [
      data.trainRows.count, data.testRows.count, data.windows(of: .train).count,
      data.inputRows(of: .test).count, data.windows(of: .test).count,
    ]
    #expect(counts == (try Golden().integers("counts")))
    #expect(data.rowCount == 3020)
    #expect(data.features == 1)
    #expect(data.windows(of: .all).count == 3010)
    #expect(data.windows(of: .validation).isEmpty)
    #expect(data.scalers == [MinMaxScaler(minimum: 19.6, maximum: 45)])
  }

  @Test func oneHighOfKOIsMissingAndFilled() throws {
    let data = try KO.dataset()
    #expect(data.missingCount == 1)
    #expect(data.filled == (try Golden().integers("missing_row")))
    #expect(data.isFilled(2913))
    #expect(!data.isFilled(2912))
    #expect(!data.isFilled(-1))
    #expect(!data.isFilled(5000))
    #expect(data.date(at: 2913)?.description == "2017-07-31")
  }

  @Test(arguments: [
    (MissingPolicy.previous, 46.12, 0.2809), (.interpolate, 46.09, 0.2809), (.max, 47.48, 0.2943),
  ])
  func eachPolicyFillsItsValueAndMovesPersistence(
    policy: MissingPolicy, value: Double, rmse: Double
  ) throws {
    let data = try KO.dataset(missing: policy)
    #expect(abs(data.highs[0][2913] - value) < 1e-12)
    #expect(abs(KO.persistenceRMSE(data) - rmse) < 0.00005)
  }

  @Test func dropLeavesOneRowLess() throws {
    let data = try KO.dataset(missing: .drop)
    #expect(data.rowCount == 3019)
    #expect(data.series.rowCount == 3019)
    #expect(data.missingCount == 1)
    #expect(data.windows(of: .test).count == 502)
    #expect(abs(KO.persistenceRMSE(data) - 0.2812) < 0.00005)
  }

  @Test func fourTestDaysInTenLieAboveAllOfTraining() throws {
    #expect(try KO.dataset().shareOfTestAboveTraining == 214.0 / 503)
    #expect(try KO.dataset(missing: .drop).shareOfTestAboveTraining == 213.0 / 502)
    #expect(try Dataset(try makeSeries([1])).shareOfTestAboveTraining == nil)
  }

  @Test(arguments: [("prev", MissingPolicy.previous), ("max", .max)])
  func theWindowsAreThoseOfNumPy(suffix: String, policy: MissingPolicy) throws {
    let golden = try Golden()
    let data = try KO.dataset(missing: policy)
    let fill = try golden.doubles("fill_\(suffix)_value")
    #expect(data.highs[0][2913] == fill[0])
    #expect(
      try golden.doubles("data_min_max") == [data.scalers[0].minimum, data.scalers[0].maximum])

    let train = data.windows(of: .train)
    let test = data.windows(of: .test)
    let firstWithGap = try #require(test.first { $0.rows.contains(2913) })
    let expected: [(String, Window?)] = [
      ("x_train_first", train.first), ("x_train_last", train.last),
      ("x_test_first.\(suffix)", test.first), ("x_test_last.\(suffix)", test.last),
      ("x_test_after_missing.\(suffix)", firstWithGap),
    ]
    for (name, window) in expected {
      let window = try #require(window)
      let values = try golden.doubles(name)
      #expect(values.count == window.rows.count)
      for (row, value) in zip(window.rows, values) {
        #expect(abs(data.scalers[0].scaled(data.highs[0][row]) - value) < 1e-12)
        #expect(abs(Double(data.scaledRows[row]) - value) < 1e-7)
      }
    }
  }

  @Test func theTrainingWindowsHaveTheMeanAndDeviationOfNumPy() throws {
    let data = try KO.dataset()
    let inputs = data.windows(of: .train).flatMap(\.rows).map {
      data.scalers[0].scaled(data.highs[0][$0])
    }
    let mean = inputs.reduce(0, +) / Double(inputs.count)
    let variance = inputs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(inputs.count)
    let expected = try Golden().doubles("x_train_mean_std")
    #expect(abs(mean - expected[0]) < 1e-12)
    #expect(abs(variance.squareRoot() - expected[1]) < 1e-12)
  }

  @Test func theTargetsAreThoseOfNumPy() throws {
    let golden = try Golden()
    let data = try KO.dataset()
    let pairs = [
      ("y_train_first_last", Part.train), ("y_test_first_last.prev", .test),
    ]
    for (name, part) in pairs {
      let targets = data.scaledTargets(of: data.windows(of: part), as: .level)
      let expected = try golden.doubles(name)
      #expect(abs(Double(try #require(targets.first)) - expected[0]) < 1e-7)
      #expect(abs(Double(try #require(targets.last)) - expected[1]) < 1e-7)
    }
  }

  @Test func fittingOnAllRowsKnowsTheTest() throws {
    #expect(try KO.dataset(fit: .all).scalers == [MinMaxScaler(minimum: 19.6, maximum: 47.48)])
  }

  @Test func withoutScalingTheRowsStayDollars() throws {
    let data = try KO.dataset(scale: .none)
    #expect(data.scalers == [.identity])
    #expect(data.scaledRows.first == 20.5)
  }

  @Test func validationRowsAreKeptFromTheScaler() throws {
    let date = try #require(CalendarDate("2012-01-01"))
    let data = try KO.dataset(validation: .date(date))
    #expect(data.trainRows.count + data.validationRows.count == 2517)
    #expect(data.windows(of: .validation).count == data.validationRows.count)
    #expect(data.windows(of: .test).count == 503)
    #expect(data.part(of: data.trainRows.upperBound) == .validation)
    #expect(data.scalers[0].maximum < 45)
  }

  @Test func twoColumnsStandSideBySide() throws {
    let data = try Dataset(
      try makeSeries([0, 1, 2, 3], [10, 30, 20, 50]), options: DataOptions(split: .row(3)))
    #expect(data.features == 2)
    #expect(data.scaledRows == [0, 0, 0.5, 1, 1, 0.5, 1.5, 2])
    #expect(data.targets == [0, 1, 2, 3])
  }

  @Test func aConstantColumnScalesByOne() throws {
    let data = try Dataset(try makeSeries([5, 5, 5, 6]), options: DataOptions(split: .row(3)))
    #expect(data.scaledRows == [0, 0, 0, 1])
    #expect(data.changeScale == 1)
  }

  @Test func aSeriesTooShortForAWindowLoadsWithANote() throws {
    let data = try Dataset(try makeSeries([1, 2, 3]), options: DataOptions(lookBack: 3))
    #expect(data.notes == ["3 rows are too few for one window of 3 and a day to predict."])
    for part in Part.allCases { #expect(data.windows(of: part).isEmpty) }
    #expect(data.inputRows(of: .all).isEmpty)
    #expect(data.windowEnding(at: 2) == 0..<3)
    let long = try Dataset(try makeSeries([1, 2, 3]), options: DataOptions(lookBack: .max))
    #expect(long.windows(of: .all).isEmpty)
    #expect(long.windowEnding(at: 2) == nil)
  }

  @Test func aCompleteSeriesIsNotCopied() throws {
    let data = try Dataset(try makeSeries([1, 2, 3]))
    let address = { (column: ContiguousArray<Double>) in
      column.withUnsafeBufferPointer(\.baseAddress)
    }
    #expect(address(data.highs[0]) == address(data.series.columns[0]))
    #expect(address(data.targets) == address(data.series.columns[0]))
  }
}
