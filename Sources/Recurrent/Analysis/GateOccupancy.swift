/// Where the values of a network's gates lie, over all steps of many windows.
///
/// The cut-offs 0.1 and 0.9 are those of Karpathy, Johnson & Li (2015), section 4.2.
public struct GateOccupancy: Sendable {
  /// One quantity of the cell.
  public struct Row: Sendable {
    /// What is counted.
    public let quantity: Quantity
    /// The mean of each unit.
    public let means: [Double]
    /// The share of each unit's values below 0.1; `nil` for quantities with a sign.
    public let left: [Double]?
    /// The share of each unit's values above 0.9, for quantities with a sign in absolute value.
    public let right: [Double]
    /// The share of all values in each of ten intervals of equal width over the quantity's range.
    public let histogram: [Double]

    /// The row of one minus the quantity, for those who read a gate in the opposite sense.
    public var complement: Row {
      Row(
        quantity: quantity, means: means.map { 1 - $0 }, left: right, right: left ?? right,
        histogram: histogram.reversed())
    }
  }

  /// How many intervals a histogram has.
  public static let intervals = 10

  /// The quantities that have a least and a greatest value, in the order shown.
  public let rows: [Row]
  /// How many values of each unit were counted: windows × steps.
  public let count: Int

  /// The row of a quantity.
  public subscript(quantity: String) -> Row? { rows.first { $0.quantity.name == quantity } }

  /// Runs a network over windows, some at a time so that memory stays small.
  ///
  /// - Parameters:
  ///   - network: The network; a head is not needed.
  ///   - sequences: The windows.
  ///   - held: Gates and candidates that are given instead of computed.
  public init(of network: Network, over sequences: Sequences, holding held: HeldGates = [:]) {
    self.init(
      of: network, over: sequences, holding: held, progress: { (_: Double) throws(Never) in })
  }

  /// Counts the same, but can be interrupted, since a long series takes seconds.
  ///
  /// - Parameters:
  ///   - network: The network; a head is not needed.
  ///   - sequences: The windows.
  ///   - held: Gates and candidates that are given instead of computed.
  ///   - threads: How many threads to use; by default, and at most, one a processor.
  ///   - progress: Called with the part that is done, 0…1; what it throws ends the work.
  /// - Throws: What `progress` throws.
  public init<Failure: Error>(
    of network: Network, over sequences: Sequences, holding held: HeldGates,
    threads: Int? = nil, progress: (Double) throws(Failure) -> Void
  ) throws(Failure) {
    let bounded = network.cell.quantities.filter { $0.range != nil }
    let tallies = try network.tallies(
      of: bounded, over: sequences, holding: held, threads: Processors.threads(threads),
      progress: progress)
    let count = sequences.count * sequences.length
    self.count = count
    rows = tallies.map { $0.row(count: count) }
  }
}

extension Network {
  /// How many windows to run side by side where all that is computed is kept: some hundredths of a
  /// second's worth for windows of ten steps, so that the work can be interrupted.
  public var windowsAtATime: Int { max(1, min(128, 1_000_000 / (cell.units * cell.units))) }

  /// Counts some quantities over windows.
  fileprivate func tallies<Failure: Error>(
    of quantities: [Quantity], over sequences: Sequences, holding held: HeldGates, threads: Int,
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) -> [GateTally] {
    var sums = quantities.map { GateTally($0, units: cell.units) }
    if let forward = laneForward(
      LaneInputs(sequences), holding: held, arrangement: .sequences)
    {
      let names = quantities.map(\.name)
      let parts = try forward.results(threads: threads, progress: progress) { trace, windows in
        zip(quantities, names).compactMap { quantity, name in
          forward.quantity(name).map {
            GateTally(quantity, of: $0, in: trace, lanes: windows.count)
          }
        }
      }
      for part in parts {
        for (index, tally) in part.enumerated() { sums[index].add(tally) }
      }
      return sums
    }
    let batch = windowsAtATime
    for start in stride(from: 0, to: sequences.count, by: batch) {
      if start > 0 { try progress(Double(start) / Double(sequences.count)) }
      let windows = start..<min(start + batch, sequences.count)
      let trace = trace(sequences.inputs(of: windows), holding: held)
      for index in sums.indices {
        if let values = trace.tensor(of: quantities[index].name)?.values {
          sums[index].add(values)
        }
      }
    }
    return sums
  }
}

/// What is counted of one quantity while the windows run through.
struct GateTally: Sendable {
  let quantity: Quantity
  let units: Int
  let range: ClosedRange<Float>
  let isGate: Bool
  var sums: [Double]
  var left: [Int]
  var right: [Int]
  var histogram = [Int](repeating: 0, count: GateOccupancy.intervals)

  init(_ quantity: Quantity, units: Int) {
    self.quantity = quantity
    self.units = units
    range = quantity.range ?? 0...1
    isGate = quantity.kind == .gate
    sums = .init(repeating: 0, count: units)
    left = .init(repeating: 0, count: units)
    right = left
  }

  mutating func add(_ values: ContiguousArray<Float>) {
    let scale = Float(histogram.count) / (range.upperBound - range.lowerBound)
    var unit = 0
    for value in values {
      sums[unit] += Double(value)
      if isGate && value < 0.1 { left[unit] += 1 }
      if (isGate ? value : abs(value)) > 0.9 { right[unit] += 1 }
      let place = (value - range.lowerBound) * scale
      // The range's end belongs to the last interval; NaN to none.
      if !place.isNaN { histogram[Int(min(max(place, 0), Float(histogram.count - 1)))] += 1 }
      unit = unit + 1 == units ? 0 : unit + 1
    }
  }

  /// Adds what was counted over other windows.
  mutating func add(_ other: GateTally) {
    for unit in 0..<units {
      sums[unit] += other.sums[unit]
      left[unit] += other.left[unit]
      right[unit] += other.right[unit]
    }
    for place in histogram.indices { histogram[place] += other.histogram[place] }
  }

  func row(count: Int) -> GateOccupancy.Row {
    let n = Double(max(1, count))
    return GateOccupancy.Row(
      quantity: quantity, means: sums.map { $0 / n },
      left: isGate ? left.map { Double($0) / n } : nil, right: right.map { Double($0) / n },
      histogram: histogram.map { Double($0) / (n * Double(units)) })
  }
}
