/// The style sheet of drawings and pages: colours for a light ground, and others where the reader's
/// system is dark.
///
/// Colours are classes and not attributes, since only a style sheet can ask what the ground is; they
/// are written out and not variables, which many programs that show SVG do not know.
enum SVGStyle {
  /// The steps of a colour scale, an odd number so that a diverging one has a middle.
  static let steps = 33

  static let sans =
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif"
  static let mono =
    "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace"

  /// The class of a step of a scale.
  static func name(_ scale: HeatMap.Scale, step: Int) -> String {
    (scale == .sequential ? "s" : "d") + String(step)
  }

  /// The class of a curve or bar, counted from 0.
  static func curve(_ number: Int) -> String { "c\(number % curves)" }

  private static let curves = 6

  /// The rules for drawings that use these scales.
  static func rules(_ scales: [HeatMap.Scale]) -> String {
    """
    .label, .title, .text { font-family: \(sans); }
    .mono { font-family: \(mono); font-size: 13px; white-space: pre; }
    .label { font-size: 12px; }
    .text { font-size: 14px; }
    .title { font-size: 18px; font-weight: 600; }
    .number { font-variant-numeric: tabular-nums; }
    .strong { font-weight: 600; }
    .curve { fill: none; stroke-width: 2; stroke-linejoin: round; }
    .axis, .grid, .minus, .mark, .rule { fill: none; stroke-width: 1; }
    .mark { stroke-dasharray: 2 3; }
    .pale { fill-opacity: 0.25; stroke-width: 1; stroke-dasharray: 3 3; }
    .missing { fill: none; stroke-width: 1; stroke-dasharray: 2 2; }
    .cells rect { shape-rendering: crispEdges; }
    .catch { fill: none; pointer-events: all; }

    """ + theme(scales, isDark: false)
      + "@media (prefers-color-scheme: dark) {\n" + theme(scales, isDark: true) + "}\n"
  }

  private static func theme(_ scales: [HeatMap.Scale], isDark: Bool) -> String {
    let (paper, ink, soft, faint) =
      isDark
      ? ("#16181c", "#e6e6e6", "#a8adb5", "#3a3f47") : ("#ffffff", "#1c1e21", "#5a6068", "#d9dde2")
    let capabilities = TerminalCapabilities(color: .trueColor, darkBackground: isDark)
    var rules = """
      .paper { fill: \(paper); }
      .label { fill: \(soft); }
      .text, .title, .mono { fill: \(ink); }
      .code { fill: \(isDark ? "#7cc5ff" : "#0b5394"); }
      .axis, .mark, .missing, .pale { stroke: \(soft); }
      .neutral { fill: \(soft); }
      .grid, .rule { stroke: \(faint); }
      .minus { stroke: \(ink); stroke-opacity: 0.45; }

      """
    for number in 0..<curves {
      let color = hexadecimal(CurvePalette.color(number, capabilities))
      rules +=
        ".c\(number) { fill: \(color); }\n.curve.c\(number) { fill: none; stroke: \(color); }\n"
    }
    for scale in scales {
      let palette = Palette.palette(scale, onDark: isDark)
      for step in 0..<steps {
        let color = palette.color(at: Double(step) / Double(steps - 1))
        rules += ".\(name(scale, step: step)) { fill: \(hexadecimal(.rgb(color))); }\n"
      }
    }
    return rules
  }

  private static func hexadecimal(_ color: Color?) -> String {
    guard case .rgb(let color) = color else { return "currentColor" }
    return "#"
      + [color.red, color.green, color.blue].map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
  }
}
