/// A reader of bytes that may come from anybody, and what must hold of it for all bytes.
struct FuzzTarget: Sendable {
  /// Its name on the command line, and that of its folder in `Corpus`.
  let name: String
  /// Reads the bytes; what must not happen ends the process.
  let read: @Sendable ([UInt8]) -> Void

  /// All of them; a new one is one file and one row.
  static let all: [FuzzTarget] = [
    .calc, .csv, .history, .lesson, .line, .progress, .safetensors, .script, .values,
  ]
}

/// Ends the process where something does not hold, so that the fuzzer keeps the bytes.
func require(_ holds: Bool, _ what: String) {
  guard holds else { fatalError("does not hold: \(what)") }
}

/// Ends the process where a text would steer a terminal.
func requirePrintable(_ text: String) {
  let isPrintable = text.unicodeScalars.allSatisfy { scalar in
    switch scalar {
    case "\n": true
    case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
      false
    default: true
    }
  }
  require(isPrintable, "nothing from a file steers the terminal: \(text.debugDescription)")
}
