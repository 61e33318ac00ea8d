/// Wall-clock time.
public enum Stopwatch {
  /// How long a piece of work takes.
  ///
  /// - Parameter work: The work.
  /// - Returns: Seconds.
  /// - Throws: What `work` throws.
  public static func seconds(_ work: () throws -> Void) rethrows -> Double {
    try ContinuousClock().measure(work) / .seconds(1)
  }
}
