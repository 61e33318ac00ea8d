/// What the process tells its caller at the end.
public enum ExitStatus {
  /// All went well.
  public static let success: Int32 = 0
  /// A command failed.
  public static let commandFailed: Int32 = 1
  /// The process was called wrongly, or a script cannot be read.
  public static let usage: Int32 = 2
  /// A lesson check failed.
  public static let checkFailed: Int32 = 3
  /// The user interrupted a command.
  public static let interrupted: Int32 = 130

  /// The status of a process that ends because of a signal, as shells count it.
  public static func signal(_ number: Int32) -> Int32 { 128 + number }
}
