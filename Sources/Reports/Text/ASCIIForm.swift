/// The text in ASCII, for terminals without Unicode: σ as `sigma`, ŷ as `y^`, ⊙ as `*`, V² as
/// `V^2`.
///
/// No byte above 0x7f comes out, whatever goes in: what has no form here becomes `?`, and combining
/// marks without a form vanish. Control characters pass: `printable` sees to them.
public func ascii(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 > 0x7f }) else { return text }
  var result = ""
  var run: (script: Script, text: String)?
  func endRun() {
    if let ended = run { result += ended.script.rawValue + bracketed(ended.text) }
    run = nil
  }
  for scalar in text.unicodeScalars {
    if let (form, script) = scriptForms[scalar] {
      if run?.script != script { endRun() }
      run = (script, (run?.text ?? "") + form)
      continue
    }
    endRun()
    if scalar.isASCII {
      result.unicodeScalars.append(scalar)
    } else {
      result += asciiForms[scalar] ?? (displayWidth(of: scalar) == 0 ? "" : "?")
    }
  }
  endRun()
  return result
}

/// Raised and lowered characters, by the sign that stands for them.
private enum Script: String {
  case raised = "^"
  case lowered = "_"
}

/// A run of raised or lowered characters: V⁻¹ is `V^-1`, but βᵗ⁺¹ is `beta^(t+1)`.
private func bracketed(_ run: String) -> String {
  let isSimple = run.dropFirst(run.hasPrefix("-") ? 1 : 0).allSatisfy { $0.isLetter || $0.isNumber }
  return isSimple || run.hasPrefix("(") ? run : "(" + run + ")"
}

private let scriptForms: [Unicode.Scalar: (String, Script)] = {
  var forms: [Unicode.Scalar: (String, Script)] = [:]
  for (signs, plain, script) in [
    ("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵏᵗᵃᵇᶜᵈᵉᶠᵐᵖ", "0123456789+-=()niTktabcdefmp", Script.raised),
    ("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789+-=()aehijklmnoprstuvx", Script.lowered),
  ] {
    for (sign, form) in zip(signs.unicodeScalars, plain) { forms[sign] = (String(form), script) }
  }
  return forms
}()

private let asciiForms: [Unicode.Scalar: String] = {
  var forms: [Unicode.Scalar: String] = [
    // Greek
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "ν": "nu",
    "ξ": "xi", "ο": "o", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau",
    "υ": "upsilon", "φ": "phi", "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega", "ϵ": "epsilon",
    "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma",
    "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
    // Mathematics
    "⊙": "*", "∘": "*", "·": "*", "⋅": "*", "×": "x", "÷": "/", "−": "-", "∓": "-+", "±": "+-",
    "√": "sqrt", "∑": "Sum", "∏": "Prod", "∂": "d", "∇": "grad", "∫": "int", "∞": "inf",
    "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "≃": "~", "∼": "~", "≡": "==", "≪": "<<",
    "≫": ">>", "∝": "~", "∈": " in ", "∉": " not in ", "∀": "for all ", "∃": "exists ",
    "∅": "{}", "∪": " u ", "∩": " n ", "⊂": " in ", "ℝ": "R", "ℕ": "N", "ℤ": "Z", "ℓ": "l",
    "‖": "||", "∥": "||", "∣": "|", "⌊": "floor(", "⌋": ")", "⌈": "ceil(", "⌉": ")", "⟨": "<",
    "⟩": ">", "½": "1/2", "⅓": "1/3", "¼": "1/4", "¾": "3/4", "°": " deg", "′": "'", "″": "''",
    "‰": " per mille", "∙": "*", "∗": "*", "∕": "/", "⁄": "/",
    // Arrows
    "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "⇐": "<=", "⇔": "<=>", "↦": "|->", "⟶": "->",
    "↑": "^", "↓": "v",
    // Letters of their own and marks that combine
    "ŷ": "y^", "Ŷ": "Y^", "ĉ": "c^", "ĥ": "h^", "ẑ": "z^", "ñ": "n~", "õ": "o~", "ã": "a~",
    "\u{302}": "^", "\u{303}": "~", "\u{304}": "_", "\u{305}": "_", "\u{307}": ".",
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue",
    "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "å": "a", "Å": "A", "œ": "oe", "ł": "l",
    "đ": "d", "ı": "i", "Ł": "L",
    // Punctuation
    "…": "...", "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "“": "\"", "”": "\"", "„": "\"",
    "‘": "'", "’": "'", "‚": "'", "«": "<<", "»": ">>", "•": "*", "‣": ">", "◦": "o",
    "\u{a0}": " ", "\u{202f}": " ", "\u{2009}": " ", "§": "section ", "¶": "P", "©": "(c)",
    "®": "(R)", "™": "(TM)", "€": "EUR", "£": "GBP", "¥": "JPY", "¢": "c", "¬": "not ", "¿": "?",
    "¡": "!", "✓": "v", "✔": "v", "✗": "x", "✘": "x", "★": "*", "☆": "*",
    // Shapes
    "▁": "_", "▂": ".", "▃": ":", "▄": "-", "▅": "=", "▆": "+", "▇": "*", "█": "#", "░": ".",
    "▒": ":", "▓": "*", "■": "#", "□": "o", "●": "*", "○": "o", "▲": "^", "△": "^", "▼": "v",
    "▽": "v", "◆": "*", "◇": "o", "─": "-", "━": "-", "│": "|", "┃": "|", "┊": ":", "┌": "+",
    "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+", "═": "=",
    "║": "|", "╷": "|", "╱": "/", "╭": "+", "╮": "+", "╰": "+", "╯": "+",
  ]
  for (letters, plain) in [
    ("áàâāăą", "a"), ("éèêëēėęě", "e"), ("íìîïīį", "i"), ("óòôōő", "o"), ("úùûūůű", "u"),
    ("çćč", "c"), ("śšş", "s"), ("źżž", "z"), ("ýÿ", "y"), ("ńň", "n"), ("řŕ", "r"), ("ďð", "d"),
    ("ťţ", "t"), ("ğ", "g"), ("ÁÀÂÃĀĂĄ", "A"), ("ÉÈÊËĒĖĘĚ", "E"), ("ÍÌÎÏĪİ", "I"),
    ("ÓÒÔÕŌŐ", "O"), ("ÚÙÛŪŮŰ", "U"), ("ÇĆČ", "C"), ("ŚŠŞ", "S"), ("ŹŻŽ", "Z"), ("ÝŸ", "Y"),
    ("ÑŃŇ", "N"), ("ŘŔ", "R"), ("ĎĐ", "D"), ("ŤŢ", "T"), ("Ğ", "G"),
  ] {
    for letter in letters.unicodeScalars { forms[letter] = plain }
  }
  return forms
}()
