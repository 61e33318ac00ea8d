import Grammar

/// What a student typed where a number is awaited.
enum GivenNumber: Equatable {
  /// A number, and whether it was written down rather than computed.
  case number(Double, isLiteral: Bool)
  /// No number, with a sentence that says why and what is accepted.
  case unreadable(String)
  /// Nothing but blanks.
  case blank

  /// Reads what was typed: a number or a formula as `calc` takes it, perhaps behind a `=`.
  init(_ given: String) {
    let scalars = given.unicodeScalars
    let text = scalars.drop { $0.properties.isWhitespace || $0 == "=" }
    guard !text.isEmpty else {
      self = scalars.contains("=") ? .unreadable(Self.accepted) : .blank
      return
    }
    do throws(Mistake) {
      let origin = given.utf8.distance(from: given.startIndex, to: text.startIndex)
      let expression = try Expression(parsing: Self.withSignFirst(text), at: origin)
      guard expression.commands.isEmpty else {
        self = .unreadable(
          "A command cannot stand in an answer; run it first, then type the number that it answers."
        )
        return
      }
      self = .number(try expression.number(), isLiteral: Self.isLiteral(text))
    } catch {
      self = .unreadable(Self.complaint(error, given))
    }
  }

  private static let accepted = "A number is awaited here, as 0.35, 35%, 7/20 or 1 - 0.65."

  /// A sentence with the place of the mistake, where anything looked like a number at all.
  private static func complaint(_ mistake: Mistake, _ given: String) -> String {
    let looksLikeNumber = given.unicodeScalars.contains { ("0"..."9").contains($0) || $0 == "(" }
    guard looksLikeNumber else { return accepted }
    let place = mistake.column(in: given).map { " at column \($0)" } ?? ""
    let hint = mistake.hint.map { "; did you mean \($0)?" } ?? "."
    return "This cannot be read as a number\(place): \(mistake.message)\(hint)"
  }

  /// Writes `$-2.50` as `-$2.50`, the form that expressions know.
  private static func withSignFirst(_ text: Substring.UnicodeScalarView) -> String {
    guard text.first == "$", let sign = text.dropFirst().first, "+-−–".unicodeScalars.contains(sign)
    else { return String(text) }
    return "\(sign)$" + String(text.dropFirst(2))
  }

  /// Whether the text is one number, as `-0,35` or `$3.5e-1`, and no sum that happens to give it.
  private static func isLiteral(_ text: Substring.UnicodeScalarView) -> Bool {
    let unsigned = text.drop { "$+-−–".unicodeScalars.contains($0) || $0.properties.isWhitespace }
    var before: Unicode.Scalar = " "
    for scalar in unsigned {
      switch scalar {
      case "0"..."9", ".", ",", "%", "e", "E": break
      case "+", "-", "−", "–": guard before == "e" || before == "E" else { return false }
      case _ where scalar.properties.isWhitespace: break
      default: return false
      }
      before = scalar
    }
    return true
  }
}

extension Expression {
  /// The value of an expression without commands.
  fileprivate func number() throws(Mistake) -> Double {
    do {
      return try value()
    } catch let mistake as Mistake {
      throw mistake
    } catch {
      throw Mistake("this cannot be computed", at: nil)
    }
  }
}
