/// A task made by rule from a seed, which cannot be done without memory.
///
/// Each row has two features, `value` in 0…1 and `mark`, 0 or 1. A sequence is `length` rows; what
/// is asked for after its last row depends on the values that were marked. The first `trainCount`
/// sequences are for training, the rest for test.
public struct MadeTask: Sendable, Equatable {
  /// The rules there are.
  public enum Kind: String, CaseIterable, Sendable {
    /// Say the value at the last mark.
    case latch
    /// Say the sum of the two marked values.
    case adding
  }

  /// How a network is trained on the task unless asked otherwise.
  public struct Defaults: Sendable, Equatable {
    /// Passes over the training sequences.
    public let epochs: Int
    /// The learning rate.
    public let rate: Double
    /// The share of the hidden units left out in training: none, for a single unit would lose its
    /// whole state.
    public let dropout: Double
  }

  /// The rule.
  public let kind: Kind
  /// The seed that the rows were made from.
  public let seed: UInt64
  /// The rows, columns `value` and `mark`, without dates.
  public let series: Series
  /// Rows of a sequence.
  public let length: Int
  /// Rows from the start of one sequence to the next: 1 where they overlap, `length` where they do
  /// not.
  public let stride: Int
  /// What is asked for after each sequence, one a sequence.
  public let targets: ContiguousArray<Double>
  /// How many of the sequences are for training.
  public let trainCount: Int
  /// How a network is trained on the task unless asked otherwise.
  public let defaults: Defaults
  /// The mean squared error of always saying the targets' expected value, the line that memory has
  /// to beat.
  public let lineToBeat: Double

  /// How many sequences are for test.
  public var testCount: Int { targets.count - trainCount }
  /// The first row of each sequence.
  public var firstRows: [Int] { targets.indices.map { $0 * stride } }

  /// The row from which on targets belong to the test: the row after the last training sequence.
  var firstTestRow: Int { (trainCount - 1) * stride + length }
}

extension MadeTask {
  /// The latch: rows run on, a mark stands every 1…20 rows, and the value at the last mark is asked
  /// for.
  ///
  /// 3,000 rows with values of two decimals; sequences of 30 rows, one ending at each row from t=29
  /// on, so that every one holds a mark: 2,471 for training, 500 for test.
  ///
  /// - Parameter seed: Another seed, other rows.
  /// - Returns: The same rows for the same seed, on every machine.
  public static func latch(seed: UInt64) -> MadeTask {
    let (rowCount, length, testCount, longestGap) = (3000, 30, 500, 20)
    // Values and gaps come from generators of their own, so that a gap does not shift the values.
    var valueGenerator = SplitMix64(seed: seed)
    var gapGenerator = SplitMix64(seed: ~seed)
    var values = ContiguousArray<Double>()
    var marks = ContiguousArray<Double>()
    var targets = ContiguousArray<Double>()
    var held = 0.0
    var nextMark = gapGenerator.integer(in: 0..<longestGap)
    for row in 0..<rowCount {
      let value = Double(valueGenerator.integer(in: 0..<101)) / 100
      let isMarked = row == nextMark
      if isMarked {
        held = value
        nextMark = row + gapGenerator.integer(in: 1..<longestGap + 1)
      }
      values.append(value)
      marks.append(isMarked ? 1 : 0)
      if row >= length - 1 { targets.append(held) }
    }
    return MadeTask(
      kind: .latch, seed: seed, series: series(.latch, values, marks), length: length, stride: 1,
      targets: targets, trainCount: targets.count - testCount,
      defaults: Defaults(epochs: 40, rate: 0.01, dropout: 0),
      // The variance of a hundred and one equally likely hundredths.
      lineToBeat: (101 * 101 - 1) / 12.0 / 10_000)
  }

  /// The adding problem: two rows of a sequence are marked, one in each half, and the sum of their
  /// values is asked for.
  ///
  /// S. Hochreiter & J. Schmidhuber, "Long short-term memory" (1997), experiment 4, in the form of
  /// Q. Le, N. Jaitly & G. Hinton (2015): values in 0…1, so that always saying 1 errs by 1/6. 2,507
  /// sequences for training, 503 for test, laid end to end.
  ///
  /// - Parameters:
  ///   - length: Rows of a sequence, 2…1,000.
  ///   - seed: Another seed, other rows.
  /// - Returns: The same rows for the same seed and length, on every machine.
  /// - Throws: `MadeTaskError` when the length is out of range.
  public static func adding(length: Int, seed: UInt64) throws(MadeTaskError) -> MadeTask {
    guard addingLengths.contains(length) else { throw MadeTaskError(length: length) }
    let (trainCount, testCount) = (2507, 503)
    let count = trainCount + testCount
    var random = SplitMix64(seed: seed)
    var values = ContiguousArray<Double>()
    var marks = ContiguousArray<Double>(repeating: 0, count: count * length)
    values.reserveCapacity(count * length)
    var targets = ContiguousArray<Double>()
    for sequence in 0..<count {
      let start = sequence * length
      for _ in 0..<length { values.append(random.unit()) }
      let first = start + random.integer(in: 0..<length / 2)
      let second = start + random.integer(in: length / 2..<length)
      marks[first] = 1
      marks[second] = 1
      targets.append(values[first] + values[second])
    }
    return MadeTask(
      kind: .adding, seed: seed, series: series(.adding, values, marks), length: length,
      stride: length, targets: targets, trainCount: trainCount,
      defaults: Defaults(epochs: 50, rate: 0.001, dropout: 0), lineToBeat: 1 / 6.0)
  }

  /// The lengths that sequences of the adding problem may have.
  public static let addingLengths = 2...1000

  private static func series(
    _ kind: Kind, _ values: ContiguousArray<Double>, _ marks: ContiguousArray<Double>
  ) -> Series {
    Series(
      unchecked: kind.rawValue, dates: nil, columnNames: ["value", "mark"],
      columns: [values, marks], notes: [])
  }
}

/// A length of sequences that cannot be made.
public struct MadeTaskError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The length asked for.
  public let length: Int

  /// The message on one line.
  public var description: String {
    "length=\(length) is out of range; expected \(MadeTask.addingLengths.lowerBound) to "
      + "\(MadeTask.addingLengths.upperBound) rows"
  }
}
