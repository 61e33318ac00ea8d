/// Counts steps, so that who computes asks neither too often nor too seldom whether to go on.
struct WorkMeter {
  private let each: Int
  private var done = 0

  /// A meter for steps of a shape.
  init(_ shape: LaneShape) {
    each = shape.multiplications
  }

  /// Counts steps and asks after some milliseconds' worth of them.
  ///
  /// - Throws: What `heed` throws.
  mutating func count(_ steps: Int, heed: () throws -> Void) rethrows {
    done += each * steps
    guard done > 100_000_000 else { return }
    done = 0
    try heed()
  }
}
