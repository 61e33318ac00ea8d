import CEditLine

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What is known of a person's own `~/.editrc` before libedit reads it.
public enum OwnSettings: Sendable {
  /// There is none, or it cannot be opened.
  case none
  /// libedit can read it.
  case usable
  /// libedit would crash on it, wait for a pipe or read a device without end; so it is left alone.
  case leftAlone

  /// What there is where libedit looks.
  public static var found: OwnSettings {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    guard let path = variable("EDITRC") ?? variable("HOME").map({ $0 + "/.editrc" }) else {
      return .none
    }
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return .none }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return .leftAlone }
    var text = [UInt8](repeating: 0, count: longest + 1)
    let count = text.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    guard (0...longest).contains(count) else { return .leftAlone }
    let lines = text[..<count].split(separator: UInt8(ascii: "\n"))
    return lines.allSatisfy(isSurvived) ? .usable : .leftAlone
  }

  /// Bytes of the longest file that is read.
  private static let longest = 65_536

  /// Whether libedit survives a line: keys of more than 1,023 characters are written beyond its buffer, and
  /// of a line with an open quotation it uses words that were never set.
  private static func isSurvived(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    if text.first == UInt8(ascii: "#") { return true }
    guard text.count < 1_000, let tokenizer = tok_init(nil) else { return false }
    defer { tok_end(tokenizer) }
    var count: Int32 = 0
    var words: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    let characters = text.map { CChar(bitPattern: $0) } + [0]
    return tok_str(tokenizer, characters, &count, &words) == 0
  }
}
