/// A text in the form in which answers are compared: the same for `Cell state`, `cell-state.` and
/// `the cellstate`, for `β` and `beta`, for `c̃` and `c~`.
struct FoldedText: Sendable, Hashable {
  let text: String

  init(_ text: String) {
    let scalars = Array(Self.withoutArticle(text.lowercased().unicodeScalars))
    var folded = ""
    for (place, scalar) in scalars.enumerated() {
      if Self.isDash(scalar) {
        // The sign of a number is no hyphen.
        let before = place > 0 ? scalars[place - 1].properties : Unicode.Scalar(" ").properties
        let isSign = !before.isAlphabetic && before.numericType == nil
        let next = place + 1 < scalars.count ? scalars[place + 1] : " "
        if isSign, ("0"..."9").contains(next) || next == "." { folded += "-" }
      } else if let name = Self.names[scalar] {
        folded += name
      } else if !scalar.properties.isWhitespace, !Self.dropped.contains(scalar) {
        folded.unicodeScalars.append(scalar)
      }
    }
    if folded.hasSuffix("."), folded.count > 1 { folded.removeLast() }
    self.text = folded
  }

  /// Whether nothing is left.
  var isEmpty: Bool { text.isEmpty }

  private static func withoutArticle(
    _ scalars: String.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    let text = scalars.drop { $0.properties.isWhitespace }
    let first = text.prefix { !$0.properties.isWhitespace }
    let rest = text[first.endIndex...].drop { $0.properties.isWhitespace }
    return ["the", "a", "an"].contains(String(first)) && !rest.isEmpty ? rest : text
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "−" || scalar.properties.generalCategory == .dashPunctuation
  }

  /// Quotes of all kinds.
  private static let dropped = Set("\"'`´‘’“”".unicodeScalars)

  private static let names: [Unicode.Scalar: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ϵ": "epsilon",
    "ζ": "zeta", "η": "eta", "θ": "theta", "ϑ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda",
    "μ": "mu", "µ": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho",
    "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "ϕ": "phi", "χ": "chi",
    "ψ": "psi", "ω": "omega",
    // A tilde or a hat over a letter, as in c̃, h̃, ñ, ŷ.
    "~": "tilde", "\u{303}": "tilde", "ñ": "ntilde", "^": "hat", "\u{302}": "hat", "ŷ": "yhat",
    "ĥ": "hhat", "×": "*", "·": "*", "⋅": "*", "⊙": "*",
  ]
}
