/// Takes a terminal's bytes apart: characters, controls, and escape sequences.
struct EscapeParser: Sendable {
  /// What a byte completes.
  enum Action: Sendable, Equatable {
    case print(Unicode.Scalar)
    case control(UInt8)

    /// ESC and one byte.
    case escape(UInt8)

    /// ESC [, a mark such as `?` or 0, numbers, and the final byte.
    case sequence(mark: UInt8, numbers: [Int?], final: UInt8)
  }

  private enum State {
    case ground
    case escape
    case charset
    case sequence
    case string  // OSC and its kin, whose contents nobody sees
  }

  private var state = State.ground
  private var collected: [UInt8] = []

  /// Takes one byte.
  ///
  /// - Parameter byte: The next byte.
  /// - Returns: What it completes; nil inside a sequence.
  mutating func action(after byte: UInt8) -> Action? {
    switch state {
    case .ground:
      if byte == 0x1B {
        begin(.escape)
        return nil
      }
      return character(byte)
    case .escape:
      switch byte {
      case UInt8(ascii: "["): begin(.sequence)
      case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
        begin(.string)
      case UInt8(ascii: "("), UInt8(ascii: ")"): begin(.charset)
      default:
        begin(.ground)
        return .escape(byte)
      }
      return nil
    case .charset:
      begin(.ground)
      return nil
    case .sequence:
      guard (0x40...0x7E).contains(byte) else {
        if byte < 0x20 { return .control(byte) }
        collected.append(byte)
        return nil
      }
      let action = sequence(endedBy: byte)
      begin(.ground)
      return action
    case .string:
      // Ended by BEL, or by ESC \, whose second byte then means nothing.
      if byte == 0x07 { begin(.ground) }
      if byte == 0x1B { begin(.charset) }
      return nil
    }
  }

  private mutating func begin(_ next: State) {
    state = next
    collected = []
  }

  private mutating func character(_ byte: UInt8) -> Action? {
    if byte < 0x20 || byte == 0x7F {
      collected = []
      return .control(byte)
    }
    collected.append(byte)
    if let text = String(validating: collected, as: UTF8.self),
      let scalar = text.unicodeScalars.first
    {
      collected = []
      return .print(scalar)
    }
    guard collected.count >= 4 else { return nil }
    collected = []
    return .print("\u{FFFD}")
  }

  private func sequence(endedBy final: UInt8) -> Action {
    let isMarked = collected.first.map { (0x3C...0x3F).contains($0) } ?? false
    let parameters = isMarked ? collected.dropFirst() : collected[...]
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    return .sequence(mark: isMarked ? collected[0] : 0, numbers: numbers, final: final)
  }
}
