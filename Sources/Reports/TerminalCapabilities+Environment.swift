extension TerminalCapabilities {
  /// Reads off the environment what the screen can show.
  ///
  /// - Colour: `NO_COLOR` (no-color.org) and `TERM=dumb` or none forbid it, unless the user said
  ///   `always`; `COLORTERM=truecolor` or `24bit` and `TERM=*-direct` mean 24 bits,
  ///   `TERM=*256color*` 256, anything else 16.
  /// - Unicode: the first of `LC_ALL`, `LC_CTYPE`, `LANG` that is set and not empty names UTF-8.
  /// - Background: light where the last field of `COLORFGBG` is 7 or 15.
  /// - Width: `width`, else `COLUMNS`, else 80.
  ///
  /// - Parameters:
  ///   - environment: The variables of the process.
  ///   - isTerminal: Whether the output is a terminal.
  ///   - width: The columns that the terminal reports; nil where it reports none.
  ///   - height: The lines that the terminal reports; nil where it reports none.
  ///   - color: What the user asked for.
  public init(
    environment: [String: String], isTerminal: Bool, width: Int?, height: Int?,
    color: ColorChoice = .auto
  ) {
    let term = environment["TERM"] ?? ""
    let unicode = Self.namesUTF8(environment)
    self.init(
      width: width ?? environment["COLUMNS"].flatMap(Self.columns) ?? 80, height: height,
      color: Self.depth(environment, isTerminal: isTerminal, choice: color),
      unicode: unicode, darkBackground: !Self.namesLightBackground(environment),
      // The Linux console's font has neither quarter blocks nor Braille.
      canvas: unicode && term != "linux" ? .block : .ascii,
      isTerminal: isTerminal)
  }

  private static func depth(
    _ environment: [String: String], isTerminal: Bool, choice: ColorChoice
  ) -> ColorDepth {
    let term = environment["TERM"] ?? ""
    switch choice {
    case .never:
      return .none
    case .auto:
      let isForbidden = !(environment["NO_COLOR"] ?? "").isEmpty
      guard isTerminal, !isForbidden, !term.isEmpty, term != "dumb" else { return .none }
    case .always:
      break
    }
    if ["truecolor", "24bit"].contains(environment["COLORTERM"]) || term.hasSuffix("-direct") {
      return .trueColor
    }
    return term.contains("256color") ? .twoFiftySix : .sixteen
  }

  private static func namesUTF8(_ environment: [String: String]) -> Bool {
    let settings = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
    guard let locale = settings.first(where: { !$0.isEmpty })?.lowercased() else { return false }
    return locale.contains("utf-8") || locale.contains("utf8")
  }

  private static func namesLightBackground(_ environment: [String: String]) -> Bool {
    guard let last = environment["COLORFGBG"]?.split(separator: ";").last else { return false }
    return last == "7" || last == "15"
  }

  private static func columns(_ text: String) -> Int? {
    guard let columns = Int(text), (1...10_000).contains(columns) else { return nil }
    return columns
  }
}
