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
    var uncounted = SIMDMask<SIMD16<Int32>>(repeating: false)
    for lane in lanes..<Lanes.width { uncounted[lane] = true }
    // Sums of a few steps are exact enough in Float, and counts are exact.
    var partSums = ContiguousArray<Lanes>(zeros: units)
    var (partLeft, partRight) = (partSums, partSums)
    var atLeast = ContiguousArray<Lanes>(zeros: histogram.count)
    for step in 0..<trace.steps {
      let vectors = trace.vectors(of: place, step: step)
      countEnds(of: vectors.span, except: uncounted, &partSums, &partLeft, &partRight)
      countIntervals(of: vectors.span, except: uncounted, &atLeast)
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

  /// Adds the values of each unit, and counts those near the ends of the range.
  private func countEnds(
    of vectors: Span<Lanes>, except uncounted: SIMDMask<SIMD16<Int32>>,
    _ sums: inout ContiguousArray<Lanes>, _ left: inout ContiguousArray<Lanes>,
    _ right: inout ContiguousArray<Lanes>
  ) {
    var sums = sums.mutableSpan
    var left = left.mutableSpan
    var right = right.mutableSpan
    for unit in vectors.indices {
      let vector = vectors[unit]
      sums[unit] += vector.replacing(with: 0, where: uncounted)
      let value = vector.replacing(with: .nan, where: uncounted)
      if isGate { left[unit].count(value .< 0.1) }
      let size = isGate ? value : value.replacing(with: -value, where: value .< 0)
      right[unit].count(size .> 0.9)
    }
  }

  /// Counts for each interval the values that lie in it or above.
  private func countIntervals(
    of vectors: Span<Lanes>, except uncounted: SIMDMask<SIMD16<Int32>>,
    _ atLeast: inout ContiguousArray<Lanes>
  ) {
    let lower = range.lowerBound
    let scale = Float(histogram.count) / (range.upperBound - lower)
    // What lies below the range belongs to the first interval, what is not a number to none.
    func start(_ place: Int) -> Float { place == 0 ? -.infinity : Float(place) }
    // Five counts at a time stay in registers: to store each would take twice as long.
    for place in stride(from: 0, to: GateOccupancy.intervals, by: 5) {
      var (a, b, c, d, e) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
      for unit in vectors.indices {
        let value = vectors[unit].replacing(with: .nan, where: uncounted)
        let interval = (value - lower) * scale
        a.count(interval .>= start(place))
        b.count(interval .>= start(place + 1))
        c.count(interval .>= start(place + 2))
        d.count(interval .>= start(place + 3))
        e.count(interval .>= start(place + 4))
      }
      for (index, count) in [a, b, c, d, e].enumerated() { atLeast[place + index] += count }
    }
  }
}

extension Lanes {
  /// Adds one in the lanes of a mask.
  @inline(__always)
  fileprivate mutating func count(_ mask: SIMDMask<SIMD16<Int32>>) {
    self += Lanes.zero.replacing(with: 1, where: mask)
  }
}
