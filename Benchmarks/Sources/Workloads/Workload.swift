/// Something that is timed over and over.
public protocol Workload {
  /// How many multiply-adds the products of one run take.
  var multiplyAdds: Double { get }

  /// Runs once.
  mutating func run() throws
}

extension Workload {
  /// Runs once and tells how long it took.
  ///
  /// - Returns: Seconds.
  public mutating func secondsOfRun() throws -> Double {
    try Stopwatch.seconds { try run() }
  }
}
