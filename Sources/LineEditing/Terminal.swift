import CEditLine

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What can be known of the terminal at a descriptor.
public enum Terminal {
  /// Whether the descriptor is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  /// The size of the window, in characters.
  ///
  /// - Parameter descriptor: The terminal.
  /// - Returns: nil where the descriptor is no terminal, or the terminal does not know (a serial
  ///   line).
  public static func size(_ descriptor: Int32) -> (columns: Int, rows: Int)? {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0 else { return nil }
    guard window.ws_col > 0, window.ws_row > 0 else { return nil }
    return (Int(window.ws_col), Int(window.ws_row))
  }

  /// Whether lines can be edited: both ends are terminals and `TERM` names one that moves its
  /// cursor.
  ///
  /// A name that the system's terminal database does not know is found out by
  /// `EditLineReader.init`, which then answers nil.
  ///
  /// - Parameters:
  ///   - environment: The environment of the process.
  ///   - input: Where keys come from.
  ///   - output: Where the line is drawn.
  /// - Returns: Whether it is worth trying to make an `EditLineReader`.
  public static func canEdit(
    environment: [String: String], input: Int32 = 0, output: Int32 = 1
  ) -> Bool {
    guard let name = environment["TERM"], !name.isEmpty, name != "dumb" else { return false }
    return isTerminal(input) && isTerminal(output)
  }

  /// The version of libedit that the program is built with.
  public static let libeditVersion = "\(LIBEDIT_MAJOR).\(LIBEDIT_MINOR)"

  /// Lets the C library use the characters of the environment's locale, numbers staying as in C.
  ///
  /// A language that this machine does not have, as after a login from another one, keeps at least
  /// its UTF-8. It concerns the whole process: call it once, early.
  ///
  /// - Parameter environment: The environment of the process.
  /// - Returns: Whether the terminal is taken to speak UTF-8.
  @discardableResult
  public static func adoptCharacters(environment: [String: String]) -> Bool {
    if setlocale(LC_CTYPE, "") == nil {
      let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
      let name = names.first { !$0.isEmpty } ?? ""
      let isUnicode = ["UTF-8", "UTF8"].contains { name.uppercased().contains($0) }
      if isUnicode { _ = setlocale(LC_CTYPE, "C.UTF-8") ?? setlocale(LC_CTYPE, "en_US.UTF-8") }
    }
    return isUnicode
  }

  /// Whether the characters that the C library uses now are UTF-8.
  public static var isUnicode: Bool {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    return String(cString: name) == "UTF-8"
  }
}
