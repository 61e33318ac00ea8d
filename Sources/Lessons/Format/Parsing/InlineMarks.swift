import Grammar

/// The marks of running text: `**bold**`, `` `code` `` and links.
enum InlineMarks {
  /// Refuses a mark that nothing closes, and what a terminal cannot show.
  ///
  /// - Throws: `Mistake` at the mark.
  static func check(_ text: String) throws(Mistake) {
    let bytes = Array(text.utf8)
    var openCode: Int?
    var openBold: Int?
    var index = 0
    while index < bytes.count {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch bytes[index] {
      case UInt8(ascii: "`"):
        if openCode == index - 1 {
          throw Mistake("there is nothing between these backticks", at: index - 1..<index + 1)
        }
        openCode = openCode == nil ? index : nil
      case _ where openCode != nil:
        break
      case UInt8(ascii: "*") where next == UInt8(ascii: "*"):
        if openBold == index - 2 {
          throw Mistake("there is nothing between these stars", at: index - 2..<index + 2)
        }
        openBold = openBold == nil ? index : nil
        index += 1
      case UInt8(ascii: "!") where next == UInt8(ascii: "["):
        throw Mistake("a terminal shows no images", at: index..<index + 2)
      case UInt8(ascii: "<") where isTag(bytes[index...]):
        throw Mistake("a terminal shows no HTML", at: index..<index + 1)
      default:
        break
      }
      index += 1
    }
    if let openCode {
      throw Mistake("this backtick is never closed", at: openCode..<openCode + 1)
    }
    if let openBold { throw Mistake("this ** is never closed", at: openBold..<openBold + 2) }
  }

  /// Whether `<b>`, `</b>` or `<!--` begins here; `a <b` is a comparison.
  private static func isTag(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let second = bytes.dropFirst().first else { return false }
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(second | 0x20)
    guard isLetter || second == UInt8(ascii: "/") || second == UInt8(ascii: "!") else {
      return false
    }
    let end = bytes.dropFirst().prefix(200).first { [UInt8](">< ".utf8).contains($0) }
    return end == UInt8(ascii: ">") || bytes.starts(with: "<!--".utf8)
  }
}

extension Template {
  /// The same text with links as a terminal shows them: `[text](address)` as `text (address)`.
  var withPlainLinks: Template {
    // Most texts hold no bracket.
    let mayHoldLink = parts.contains { part in
      if case .text(let text) = part { text.utf8.contains(UInt8(ascii: "[")) } else { false }
    }
    guard mayHoldLink else { return self }
    var isCode = false
    let parts = self.parts.map { part -> Part in
      guard case .text(let text) = part else { return part }
      var pieces: [String] = []
      for piece in text.split(separator: "`", omittingEmptySubsequences: false) {
        if !pieces.isEmpty { isCode.toggle() }
        pieces.append(isCode ? String(piece) : Self.plainLinks(piece))
      }
      return .text(pieces.joined(separator: "`"))
    }
    return Template(parts, line: line)
  }

  private static func plainLinks(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let open = rest.firstIndex(of: "[") {
      guard let link = Link(rest[open...]) else {
        result += rest[...open]
        rest = rest[open...].dropFirst()
        continue
      }
      result += rest[..<open] + "\(link.text) (\(link.address))"
      rest = rest[link.end...]
    }
    return result + rest
  }
}

/// `[text](address)` at the beginning of a text.
private struct Link {
  let text: Substring
  let address: Substring
  let end: Substring.Index

  init?(_ source: Substring) {
    let inside = source.dropFirst()
    guard let close = inside.firstIndex(where: { $0 == "]" || $0 == "[" }), inside[close] == "]",
      case let behind = inside[close...].dropFirst(), behind.first == "(",
      let last = behind.dropFirst().firstIndex(where: { $0 == ")" || $0 == "(" }),
      behind[last] == ")"
    else { return nil }
    text = inside[..<close]
    address = behind.dropFirst()[..<last]
    end = behind.index(after: last)
    guard !text.isEmpty, !address.isEmpty else { return nil }
  }
}
