import CProcessors

/// The processors of this machine, as far as this process may use them.
public enum Processors {
  /// How many processors this process may run on, at least 1.
  public static var available: Int { max(1, Int(cprocessors_available())) }

  /// How many threads to use.
  ///
  /// - Parameter wanted: How many are asked for; nil for as many as possible.
  /// - Returns: At least 1 and never more than there are processors.
  static func threads(_ wanted: Int?) -> Int {
    max(1, min(wanted ?? .max, available))
  }
}
