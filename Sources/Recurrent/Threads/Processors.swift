import CProcessors

/// The processors of this machine, as far as this process may use them.
public enum Processors {
  /// How many processors this process may run on, at least 1.
  public static var available: Int { max(1, Int(cprocessors_available())) }

  /// The kind of processor that the program is built for.
  public static var architecture: String {
    #if arch(x86_64)
    "x86-64"
    #elseif arch(arm64)
    "arm64"
    #else
    "another processor"
    #endif
  }

  /// How many bits the vector instructions have that the networks are built for; 0 for none.
  public static var vectorBits: Int { Int(cprocessors_vector_bits()) }

  /// How many threads to use.
  ///
  /// - Parameter wanted: How many are asked for; nil for as many as possible.
  /// - Returns: At least 1 and never more than there are processors.
  static func threads(_ wanted: Int?) -> Int {
    max(1, min(wanted ?? .max, available))
  }
}
