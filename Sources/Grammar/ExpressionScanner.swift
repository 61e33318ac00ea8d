/// Walks over the characters of an expression.
struct ExpressionScanner {
  private let scalars: [Unicode.Scalar]
  private let bytes: [UInt8]
  /// Where each scalar begins in the line, in UTF-8 bytes; one more for the end.
  private let offsets: [Int]
  private var position = 0
  /// Where the last thing taken ended, in bytes.
  private(set) var end: Int
  /// Whether a comma parts the arguments of a function, so that it is no decimal comma.
  var commaParts = false

  init(_ text: String, at origin: Int) {
    scalars = Array(text.unicodeScalars)
    bytes = Array(text.utf8)
    var offsets = [origin]
    offsets.reserveCapacity(scalars.count + 1)
    var offset = origin
    for scalar in scalars {
      offset += UTF8.width(scalar)
      offsets.append(offset)
    }
    self.offsets = offsets
    end = origin
  }

  /// The place of the next thing that is no blank, in bytes.
  var place: Int {
    mutating get {
      skipBlanks()
      return offsets[position]
    }
  }

  /// The next scalar that is no blank, its usual form where it has several.
  mutating func peek() -> Unicode.Scalar? {
    skipBlanks()
    return here.map(Self.plain)
  }

  /// Takes the next scalar when it is the wanted sign.
  mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    guard peek() == wanted else { return false }
    advance()
    return true
  }

  /// Takes the next scalar when it is one of two signs.
  mutating func take(_ first: Unicode.Scalar, or second: Unicode.Scalar) -> Unicode.Scalar? {
    guard let sign = peek(), sign == first || sign == second else { return nil }
    advance()
    return sign
  }

  /// Takes a name: letters and digits behind a letter.
  mutating func takeName() -> String? {
    skipBlanks()
    guard let first = here, first.properties.isAlphabetic else { return nil }
    let start = position
    while let scalar = here, scalar.properties.isAlphabetic || isDigit(scalar) { advance() }
    return text(from: start)
  }

  /// Takes a command between backticks, without them.
  ///
  /// - Throws: `Mistake` at a backtick that nothing closes or that holds nothing.
  mutating func takeCommand() throws(Mistake) -> Word {
    let open = place
    advance()
    let start = position
    while let scalar = here, scalar != "`" { position += 1 }
    guard here != nil else {
      throw Mistake("this backtick is never closed", at: open..<open + 1)
    }
    let text = self.text(from: start)
    let range = offsets[start]..<offsets[position]
    advance()
    guard text.contains(where: { $0 != " " && $0 != "\t" }) else {
      throw Mistake("a command was expected between these backticks", at: open..<end)
    }
    return Word(text, at: range)
  }

  /// Takes a number such as `.35`, `0,35`, `3.5e-1` or `$0.35`; `nil` where none begins.
  ///
  /// - Throws: `Mistake` at what begins as a number and is none, or could be read as two numbers.
  mutating func takeNumber() throws(Mistake) -> Double? {
    skipBlanks()
    let begin = position
    if here == "$" { position += 1 }
    let start = position
    let whole = takeDigits()
    var digits = whole
    if here == ".", next.map(isDigit) == true || !whole.isEmpty {
      position += 1
      digits += "." + takeDigits()
    } else if here == ",", !commaParts, next.map(isDigit) == true {
      position += 1
      let fraction = takeDigits()
      try refuseThousands(whole, fraction, from: start)
      digits += "." + fraction
    }
    guard digits.contains(where: { $0 != "." }) else {
      guard begin == start else { throw mistake("a number was expected behind the $") }
      position = begin
      return nil
    }
    digits += takeExponent()
    end = offsets[position]
    guard here != ".", let number = Double(digits.hasSuffix(".") ? digits + "0" : digits) else {
      throw mistake("a number has one point")
    }
    guard number.isFinite else {
      throw Mistake("this number is too large", at: offsets[start]..<end)
    }
    return number
  }

  /// A mistake at the next thing that is no blank.
  mutating func mistake(_ message: String) -> Mistake {
    let start = place
    return Mistake(message, at: start..<(position < scalars.count ? offsets[position + 1] : start))
  }

  // MARK: Parts of numbers

  private mutating func takeDigits() -> String {
    let start = position
    while let scalar = here, isDigit(scalar) { position += 1 }
    return text(from: start)
  }

  /// `e-3` behind the digits; an `e` without digits is none, it stands for 2.718….
  private mutating func takeExponent() -> String {
    guard here == "e" || here == "E" else { return "" }
    let start = position
    position += 1
    var sign = ""
    if let scalar = here.map(Self.plain), scalar == "+" || scalar == "-" {
      sign = String(Character(scalar))
      position += 1
    }
    let digits = takeDigits()
    guard !digits.isEmpty else {
      position = start
      return ""
    }
    return "e" + sign + digits
  }

  /// `10,400` is ten thousand to some and ten to others.
  private func refuseThousands(
    _ whole: String, _ fraction: String, from start: Int
  ) throws(Mistake) {
    let isGroup = (1...3).contains(whole.count) && !whole.hasPrefix("0") && fraction.count == 3
    guard isGroup || here == "," else { return }
    throw Mistake(
      "\(whole),\(fraction) can be read in two ways; write \(whole)\(fraction) or "
        + "\(whole).\(fraction)", at: offsets[start]..<offsets[position])
  }

  // MARK: Steps

  private var here: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private var next: Unicode.Scalar? {
    position + 1 < scalars.count ? scalars[position + 1] : nil
  }

  private mutating func advance() {
    position = min(position + 1, scalars.count)
    end = offsets[position]
  }

  private mutating func skipBlanks() {
    while let scalar = here, isBlank(scalar) { position += 1 }
  }

  private func text(from start: Int) -> String {
    let origin = offsets[0]
    let range = offsets[start] - origin..<offsets[position] - origin
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Most scalars are ASCII, which needs no look into the tables.
  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// The plain form of a sign that has several: `×`, `·`, `−`.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    return switch scalar {
    case "×", "·", "⋅", "∙", "∗": "*"
    case "÷", "∕": "/"
    case "−", "–": "-"
    default: scalar
    }
  }
}
