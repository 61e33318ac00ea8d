/// Reads single keys from a terminal: for full screens, and where Enter goes on and `q` ends.
///
/// While it lives the terminal sends each key at once and shows none; when it goes, or the process
/// is stopped by Ctrl-Z, the terminal is as it was before.
public final class KeyReader {
  private let descriptor: Int32
  private let settings: TerminalSettings
  private let whenStopping: () -> Void
  private var parser = KeyParser()

  /// How long a sequence may take to come: what Escape alone waits for.
  private static let escapeInMilliseconds: Int32 = 50

  /// Takes over the keys of a terminal; nil where the descriptor is none.
  ///
  /// - Parameters:
  ///   - fileDescriptor: The terminal.
  ///   - whenStopping: Called before Ctrl-Z stops the process: a full screen leaves it here. After
  ///     it comes `.redraw`.
  public init?(fileDescriptor: Int32 = 0, whenStopping: @escaping () -> Void = {}) {
    guard let settings = TerminalSettings(fileDescriptor) else { return nil }
    descriptor = fileDescriptor
    self.settings = settings
    self.whenStopping = whenStopping
    Signals.beginHoldingTerminal()
    settings.takeSingleKeys()
  }

  deinit {
    settings.restore()
    Signals.endHoldingTerminal()
  }

  /// Whether something has been typed that was not read yet.
  public var isKeyWaiting: Bool { Signals.wait(for: descriptor, milliseconds: 0) == .ready }

  /// Waits for the next key.
  public func readKey() -> Key {
    while true {
      if let key = keyForSignal() { return key }
      let patience = parser.isWaiting ? Self.escapeInMilliseconds : -1
      switch Signals.wait(for: descriptor, milliseconds: patience) {
      case .signal:
        continue
      case .timeout:
        if let key = parser.flush() { return key }
      case .ready:
        var byte: UInt8 = 0
        switch withUnsafeMutableBytes(of: &byte, { readOnce(from: descriptor, into: $0) }) {
        case .bytes:
          if let key = parser.key(after: byte) { return key }
        case .tryAgain:
          continue
        case .endOfInput, .failed:
          return .endOfInput
        }
      }
    }
  }

  private func keyForSignal() -> Key? {
    if let signal = Signals.ending { return .terminated(signal: signal) }
    let signals = Signals.take([.interrupt, .stop, .continued, .windowChange])
    if signals.contains(.interrupt) { return .interrupt }
    if signals.contains(.stop) {
      whenStopping()
      settings.restore()
      Signals.stopProcess()
    }
    if signals.contains(.stop) || signals.contains(.continued) { settings.takeSingleKeys() }
    return signals.isEmpty ? nil : .redraw
  }
}
