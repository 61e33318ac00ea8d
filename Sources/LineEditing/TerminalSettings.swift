#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The settings of a terminal (`termios`), kept so that they can be given back.
public struct TerminalSettings {
  private let descriptor: Int32
  private let settings: termios

  /// Notes how the terminal is set now; nil where the descriptor is none.
  public init?(_ descriptor: Int32 = 0) {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return nil }
    self.descriptor = descriptor
    self.settings = settings
  }

  /// Whether the terminal collects whole lines, as it does while no program edits.
  var areForLines: Bool { settings.c_lflag & tcflag_t(ICANON) != 0 }

  /// Sets the terminal as it was; what was typed ahead is kept.
  public func restore() {
    set(settings)
  }

  /// Lets single keys come through at once and unseen; Ctrl-C and Ctrl-Z stay signals.
  func takeSingleKeys() {
    var raw = settings
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
    raw.c_iflag &= ~tcflag_t(IXON)
    withUnsafeMutableBytes(of: &raw.c_cc) { characters in
      for (place, value) in [(VMIN, 1), (VTIME, 0)] where characters.indices.contains(Int(place)) {
        characters[Int(place)] = UInt8(value)
      }
    }
    set(raw)
  }

  private func set(_ settings: termios) {
    var settings = settings
    while tcsetattr(descriptor, TCSADRAIN, &settings) != 0, errno == EINTR {}
  }
}
