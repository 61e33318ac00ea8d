/// Makes keys of the bytes that a terminal sends.
///
/// The sequences are those of xterm and its kin: `ESC [ A`, `ESC O A`, `ESC [ 1 ; 5 A`, `ESC [ 3
/// ~`.
struct KeyParser {
  private var bytes: [UInt8] = []

  /// Whether a sequence has begun and its end has not come.
  var isWaiting: Bool { !bytes.isEmpty }

  /// Takes one byte.
  ///
  /// - Parameter byte: The next byte.
  /// - Returns: The key that it completes; nil while more must come.
  mutating func key(after byte: UInt8) -> Key? {
    bytes.append(byte)
    let key = bytes[0] == 0x1B ? sequence() : plain()
    if key != nil { bytes = [] }
    return key
  }

  /// Ends a sequence that nothing more came for: a lone Escape, or half a character.
  mutating func flush() -> Key? {
    defer { bytes = [] }
    switch bytes.count {
    case 0: return nil
    case 1 where bytes[0] == 0x1B: return .escape
    default: return .unknown
    }
  }

  private func plain() -> Key? {
    switch bytes[0] {
    case 0x0A, 0x0D: return .enter
    case 0x09: return .tab
    case 0x08, 0x7F: return .backspace
    case 0x03: return .interrupt
    case 0x04: return .endOfInput
    case 0x01...0x1A: return .control(Character(Unicode.Scalar(bytes[0] + 0x60)))
    case 0x00...0x1F: return .unknown
    case 0x20...0x7E: return .character(Character(Unicode.Scalar(bytes[0])))
    default: break
    }
    if let text = String(validating: bytes, as: UTF8.self), let character = text.first {
      return .character(character)
    }
    let length =
      switch bytes[0] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    return bytes.count < length ? nil : .unknown
  }

  private func sequence() -> Key? {
    guard bytes.count > 1 else { return nil }
    guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else { return .unknown }
    guard bytes.count > 2, let last = bytes.last, (0x40...0x7E).contains(last) else {
      return bytes.count < 16 ? nil : .unknown
    }
    switch last {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return .right
    case UInt8(ascii: "D"): return .left
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "M"): return .enter
    case UInt8(ascii: "~"): return numbered()
    default: return .unknown
    }
  }

  /// `ESC [ n ~`, with what modifies it after a semicolon.
  private func numbered() -> Key {
    let digits = bytes.dropFirst(2).prefix { (0x30...0x39).contains($0) }
    switch String(decoding: digits, as: UTF8.self) {
    case "1", "7": return .home
    case "4", "8": return .end
    case "3": return .delete
    case "5": return .pageUp
    case "6": return .pageDown
    default: return .unknown
    }
  }
}
