import Grammar

@testable import Shell

extension FuzzTarget {
  /// A line of the command language, and what Tab offers at its end and in its middle.
  static let line = FuzzTarget(name: "line") { bytes in
    let line = String(decoding: bytes.prefix(300), as: UTF8.self)
    let lexer = Lexer(line)
    for token in lexer.tokens {
      require(token.range.upperBound <= line.utf8.count, "a token lies in its line")
    }
    if let mistake = lexer.mistake { requirePrintable(mistake.message) }
    let completer = ShellCompleter(session: BoundedShell.session, context: BoundedShell.context)
    for cursor in [line.utf8.count, line.utf8.count / 2] {
      _ = completer.completion(for: line, cursorInBytes: cursor)
    }
  }
}
