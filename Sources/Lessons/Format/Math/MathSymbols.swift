/// What a piece of an equation is, which decides the blanks around it.
enum MathClass: Sendable, Equatable {
  /// A letter, a number, a word.
  case ordinary
  /// A sign that sticks to what follows: ∂.
  case prefix
  /// A sign that acts on what follows, behind a blank: Δ, ∇.
  case operation
  /// A name that is applied to what follows: tanh, max.
  case function
  /// A sum or a product over something.
  case large
  /// A sign between two things, with blanks: +, ⊙.
  case binary
  /// A sign between two things, without blanks: ·, /, ∈.
  case tightBinary
  /// A sign of comparison, or an arrow.
  case relation
  /// A comma and its like.
  case punctuation
  /// An opening bracket whose partner is missing.
  case open
  /// A closing bracket whose partner is missing.
  case close
}

/// The macros that stand for one sign or word; whatever else an equation needs is written in a `plain`
/// block.
enum MathSymbols {
  /// The sign of a macro without arguments.
  static func symbol(_ name: String) -> (text: String, kind: MathClass)? { table[name] }

  /// The names of all macros of one sign.
  static var names: some Sequence<String> { table.keys }

  private static let table: [String: (text: String, kind: MathClass)] = {
    var table: [String: (String, MathClass)] = [:]
    for (kind, signs) in byKind {
      for (name, sign) in signs { table[name] = (sign, kind) }
    }
    for name in functions { table[name] = (name, .function) }
    return table
  }()

  private static let byKind: [(MathClass, KeyValuePairs<String, String>)] = [
    (.ordinary, greek), (.ordinary, ordinary), (.prefix, prefixes), (.operation, operations),
    (.large, large), (.binary, binary), (.tightBinary, tightBinary), (.relation, relations),
    (.open, open),
    (.close, close),
  ]

  private static let greek: KeyValuePairs<String, String> = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ",
    "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Theta": "Θ",
    "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
  ]
  private static let ordinary: KeyValuePairs<String, String> = [
    "infty": "∞", "dots": "…", "ldots": "…", "cdots": "…", "ell": "ℓ", "prime": "′",
    "emptyset": "∅", "forall": "∀", "exists": "∃", "top": "T", "intercal": "T", "degree": "°",
  ]
  private static let prefixes: KeyValuePairs<String, String> = [
    "partial": "∂", "neg": "¬",
  ]
  private static let operations: KeyValuePairs<String, String> = ["nabla": "∇", "Delta": "Δ"]
  private static let large: KeyValuePairs<String, String> = [
    "sum": "∑", "prod": "∏", "int": "∫",
  ]
  private static let binary: KeyValuePairs<String, String> = [
    "odot": "⊙", "circ": "∘", "times": "×", "div": "÷", "pm": "±", "mp": "∓", "ast": "*",
  ]
  private static let tightBinary: KeyValuePairs<String, String> = [
    // The words that stand for ∈ and its like in ASCII bring their own blanks.
    "cdot": "·", "in": "∈", "notin": "∉", "subset": "⊂",
  ]
  private static let relations: KeyValuePairs<String, String> = [
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈",
    "equiv": "≡", "sim": "∼", "simeq": "≃", "propto": "∝", "ll": "≪", "gg": "≫", "lt": "<",
    "gt": ">", "to": "→", "rightarrow": "→", "longrightarrow": "→", "leftarrow": "←", "gets": "←",
    "leftrightarrow": "↔", "mapsto": "↦", "Rightarrow": "⇒", "implies": "⇒", "Leftarrow": "⇐",
    "Leftrightarrow": "⇔", "iff": "⇔", "mid": "|",
  ]
  private static let open: KeyValuePairs<String, String> = [
    "langle": "⟨", "lfloor": "⌊", "lceil": "⌈", "lvert": "|", "lVert": "‖", "lbrace": "{",
    "lbrack": "[",
  ]
  private static let close: KeyValuePairs<String, String> = [
    "rangle": "⟩", "rfloor": "⌋", "rceil": "⌉", "rvert": "|", "rVert": "‖", "rbrace": "}",
    "rbrack": "]",
  ]
  private static let functions = [
    "tanh", "sinh", "cosh", "sin", "cos", "tan", "exp", "ln", "log", "max", "min", "lim", "sup",
    "inf", "arg", "argmax", "argmin", "det", "dim", "deg", "Pr",
  ]

  // MARK: Macros with a rule of their own

  /// Blanks that a macro stands for.
  static let spaces: [String: Int] = [
    ",": 1, ":": 1, ";": 1, " ": 1, "!": 0, "quad": 2, "qquad": 4, "enspace": 1, "thinspace": 1,
  ]
  /// Macros that change the look alone.
  static let ignored: Set<String> = [
    "displaystyle", "textstyle", "limits", "nolimits", "big", "Big", "bigl", "bigr", "Bigl", "Bigr",
  ]
  /// Macros whose argument is words.
  static let words: Set<String> = ["text", "mathrm", "textrm", "mathsf", "mathtt", "operatorname"]
  /// Macros whose argument is shown as any other part.
  static let fonts: Set<String> = ["mathbf", "boldsymbol", "mathit", "mathcal", "mathbb", "mathop"]
  /// Marks above a letter, and the name that stands for the mark where more than a letter has it.
  static let accents: [String: (mark: Unicode.Scalar, name: String)] = [
    "hat": ("\u{302}", "hat"), "widehat": ("\u{302}", "hat"), "tilde": ("\u{303}", "tilde"),
    "widetilde": ("\u{303}", "tilde"), "bar": ("\u{304}", "bar"), "overline": ("\u{304}", "bar"),
  ]
  /// Letters that have their mark in one character that every font knows.
  static let composed: [String: String] = [
    "y\u{302}": "ŷ", "Y\u{302}": "Ŷ", "c\u{302}": "ĉ", "h\u{302}": "ĥ", "z\u{302}": "ẑ",
  ]
  /// Signs that a backslash makes of a letter of LaTeX's own.
  static let escaped: [Unicode.Scalar: String] = [
    "%": "%", "_": "_", "&": "&", "#": "#", "$": "$",
  ]
  /// Environments with rows and columns.
  static let environments = ["aligned", "bmatrix", "cases", "matrix", "pmatrix", "vmatrix"]

  /// Every name that can stand behind a backslash.
  static var allNames: [String] {
    let own = ["frac", "dfrac", "tfrac", "sqrt", "left", "right", "begin", "end"]
    let letters = Array(names) + spaces.keys.filter { $0.count > 1 }
    return (own + letters + Array(ignored) + Array(words) + Array(fonts) + Array(accents.keys))
      .sorted()
  }
}
