import CEditLine

/// Text in C's wide characters, at an address that stays.
///
/// On Linux and macOS a wide character is a Unicode scalar in every locale that matters here, so no
/// locale is asked.
final class WideText {
  /// The text, without control characters.
  private(set) var text = ""

  /// The address of the characters, ended by a zero; valid until the text is set again.
  private(set) var pointer: UnsafeMutablePointer<wchar_t>
  private var capacity = 1

  init(_ text: String = "") {
    pointer = .allocate(capacity: 1)
    pointer.initialize(to: 0)
    set(text)
  }

  deinit {
    pointer.deallocate()
  }

  /// Takes another text; control characters are left out.
  func set(_ text: String) {
    let scalars = text.unicodeScalars.filter { $0.properties.generalCategory != .control }
    self.text = String(String.UnicodeScalarView(scalars))
    if scalars.count >= capacity {
      pointer.deallocate()
      capacity = scalars.count + 1
      pointer = .allocate(capacity: capacity)
    }
    for (place, scalar) in scalars.enumerated() {
      pointer[place] = wchar_t(truncatingIfNeeded: scalar.value)
    }
    pointer[scalars.count] = 0
  }

  /// Lends text as wide characters for the time of a call.
  static func with(_ text: String, body: (UnsafePointer<wchar_t>) -> Void) {
    let characters = text.unicodeScalars.map { wchar_t(truncatingIfNeeded: $0.value) } + [0]
    characters.withUnsafeBufferPointer { buffer in
      if let address = buffer.baseAddress { body(address) }
    }
  }

  /// The text of wide characters, without the line end; what is no scalar is replaced.
  static func string(_ characters: UnsafePointer<wchar_t>, count: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for character in UnsafeBufferPointer(start: characters, count: count) {
      scalars.append(Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}")
    }
    while let last = scalars.last, last == "\n" || last == "\r" { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars.map { $0 == "\n" || $0 == "\0" ? " " : $0 }))
  }
}
