/// Counts the seconds at work: what passes between two lines, yet no gap for more than five minutes,
/// since who answers nothing for longer has left the desk.
struct IdleClock: Sendable, Equatable {
  /// The most that one gap counts, in seconds.
  static let longestGap = 300

  private var last: Int?

  /// Takes the time of a line, in seconds since 1970.
  ///
  /// - Returns: The seconds at work since the line before; 0 for the first, or where a clock was set
  ///   back.
  mutating func tick(_ now: Int) -> Int {
    defer { last = now }
    guard let last, now > last else { return 0 }
    // Far times must not overflow.
    let (gap, isTooFar) = now.subtractingReportingOverflow(last)
    return isTooFar ? Self.longestGap : min(gap, Self.longestGap)
  }
}
