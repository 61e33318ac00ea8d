import CEditLine

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension EditLineReader {
  /// Reads one character for libedit, and deals with signals on the way.
  ///
  /// libedit's own reader needs two presses of Ctrl-C on macOS, loses the line when the window
  /// changes, and leaves the terminal as it is after Ctrl-Z.
  ///
  /// - Parameter character: Where the character goes.
  /// - Returns: 1 for a character, 0 at the end of input, -1 when `outcome` says why not.
  func readCharacter(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    while true {
      if let outcome = outcomeOfSignals() {
        self.outcome = outcome
        ceditline_set_error(EINTR)
        return -1
      }
      guard Signals.wait(for: input) == .ready else { continue }
      var byte: UInt8 = 0
      switch withUnsafeMutableBytes(of: &byte, { readOnce(from: input, into: $0) }) {
      case .bytes:
        if let decoded = decode(byte) {
          character.pointee = decoded
          return 1
        }
      case .tryAgain:
        continue
      case .endOfInput:
        if let signal = Signals.ending { outcome = .terminated(signal: signal) }
        return 0
      case .failed:
        // The terminal is gone; the signal that says so may come later than this.
        outcome = .terminated(signal: Signals.ending ?? SIGHUP)
        return 0
      }
    }
  }

  /// Deals with what has come: only Ctrl-C and a request to end break the line off.
  private func outcomeOfSignals() -> ReadResult? {
    if let signal = Signals.ending {
      leaveLine("")
      return .terminated(signal: signal)
    }
    let signals = Signals.take([.interrupt, .stop, .continued, .windowChange])
    if signals.contains(.interrupt) {
      leaveLine("^C")
      return .interrupted
    }
    if signals.contains(.stop) {
      giveTerminalBack()
      Signals.stopProcess()
      noteSettings()
      resume()
    } else if signals.contains(.continued) {
      resume()
    } else if signals.contains(.windowChange) {
      resize()
    }
    return nil
  }

  /// After a stop: whoever ran meanwhile has left the terminal cooked, and the window may have
  /// another size.
  private func resume() {
    ceditline_prepare_terminal(editor, 0)
    ceditline_prepare_terminal(editor, 1)
    el_resize(editor)
    show("\r")
    ceditline_refresh(editor)
  }

  /// Draws the line for the new width, over what the old width has left.
  ///
  /// Some terminals let the old rows flow into the new width and some do not, and none tells: so
  /// only what is the line in either case is overwritten, never a row above it.
  private func resize() {
    let above = LineLayout(self).cursorRow
    el_resize(editor)
    let rows = min(above, LineLayout(self).cursorRow)
    show("\r" + (rows > 0 ? "\u{1B}[\(rows)A" : "") + "\u{1B}[J")
    ceditline_refresh(editor)
  }

  /// Goes to a new row below all that was typed.
  func leaveLine(_ mark: String) {
    let layout = LineLayout(self)
    let down = layout.lastRow - layout.cursorRow
    let column = layout.lastColumn
    var text = String(repeating: "\n", count: down) + "\r"
    if column > 0 { text += "\u{1B}[\(column)C" }
    show(text + mark + "\n")
  }

  /// Adds a byte to the character that has begun; what is none in this locale is passed over.
  private func decode(_ byte: UInt8) -> wchar_t? {
    var character: wchar_t = 0
    var unit = CChar(bitPattern: byte)
    let isFirst = mbsinit(&decoder) != 0
    switch mbrtowc(&character, &unit, 1, &decoder) {
    case 1: return character
    // Ctrl-Space, or a Ctrl-D from before the prompt; libedit's mark would swallow the next Enter.
    case 0: return nil
    case -2: return nil  // more must come
    default:
      decoder = mbstate_t()
      return isFirst ? nil : decode(byte)
    }
  }
}
