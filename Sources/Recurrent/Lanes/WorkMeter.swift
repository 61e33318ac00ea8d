/// Counts steps, so that who computes asks neither too often nor too seldom whether to go on.
struct WorkMeter {
  /// A few milliseconds' worth of multiplications.
  private static let portion = 100_000_000

  private let each: Int
  private var done = 0

  /// A meter for steps of a shape.
  init(_ shape: LaneShape) {
    each = shape.multiplications
  }

  /// How many steps of a shape take some milliseconds.
  static func portion(of shape: LaneShape) -> Int { portion / max(1, shape.multiplications) }

  /// Counts steps and asks after some milliseconds' worth of them.
  ///
  /// - Throws: What `heed` throws.
  mutating func count(_ steps: Int, heed: () throws -> Void) rethrows {
    done += each * steps
    guard done > Self.portion else { return }
    done = 0
    try heed()
  }
}
