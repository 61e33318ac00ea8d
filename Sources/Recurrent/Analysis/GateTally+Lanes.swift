extension GateTally {
  /// Counts a quantity over all steps of a trace of sequences side by side.
  ///
  /// The trace is read in the order in which it stands, sixteen numbers at a time.
  ///
  /// - Parameters:
  ///   - quantity: What is counted.
  ///   - place: Where it stands.
  ///   - trace: The trace.
  ///   - lanes: How many lanes count; those that are left repeat a sequence.
  init(_ quantity: Quantity, of place: LaneQuantity, in trace: LaneTrace, lanes: Int) {
    self.init(quantity, units: trace.shape.units)
    let isGate = isGate
    let (lower, scale) = (
      range.lowerBound, Float(histogram.count) / (range.upperBound - range.lowerBound)
    )
    var uncounted = SIMDMask<SIMD16<Int32>>(repeating: false)
    for lane in lanes..<Lanes.width { uncounted[lane] = true }
    // Sums of a few steps are exact enough in Float, and counts are exact.
    var partSums = ContiguousArray<Lanes>(zeros: units)
    var (partLeft, partRight) = (partSums, partSums)
    var atLeast = ContiguousArray<Lanes>(zeros: histogram.count)
    for step in 0..<trace.steps {
      let vectors = trace.vectors(of: place, step: step)
      for (unit, vector) in vectors.enumerated() {
        partSums[unit] += vector.replacing(with: 0, where: uncounted)
        let value = vector.replacing(with: .nan, where: uncounted)
        if isGate { partLeft[unit].count(value .< 0.1) }
        let size = isGate ? value : value.replacing(with: -value, where: value .< 0)
        partRight[unit].count(size .> 0.9)
        // What is not a number belongs to no interval.
        let interval = (value - lower) * scale
        atLeast[0].count(value .== value)
        for place in 1..<atLeast.count { atLeast[place].count(interval .>= Float(place)) }
      }
      if step % 16 == 15 || step + 1 == trace.steps {
        for unit in 0..<units {
          sums[unit] += Double(partSums[unit].sum())
          partSums[unit] = .zero
        }
      }
    }
    for unit in 0..<units {
      left[unit] = Int(partLeft[unit].sum())
      right[unit] = Int(partRight[unit].sum())
    }
    let counts = atLeast.map { Int($0.sum()) } + [0]
    for place in histogram.indices { histogram[place] = counts[place] - counts[place + 1] }
  }
}

extension Lanes {
  /// Adds one in the lanes of a mask.
  @inline(__always)
  fileprivate mutating func count(_ mask: SIMDMask<SIMD16<Int32>>) {
    self += Lanes.zero.replacing(with: 1, where: mask)
  }
}
