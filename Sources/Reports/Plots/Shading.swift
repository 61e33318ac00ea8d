/// The shades of a heat map on one screen.
///
/// With 256 colours and more a cell is coloured ground; a minus in it marks values below zero,
/// since hue alone must not carry a meaning. With fewer colours the glyph is the shade, denser the
/// farther from the low end or from zero.
struct Shading {
  /// What is printed in one place, and how.
  struct Shade: Equatable {
    var glyph: String
    var style: TextStyle
  }

  let scale: HeatMap.Scale
  let range: ClosedRange<Float>
  let capabilities: TerminalCapabilities
  /// From the low end to the high one; on a diverging scale strokes are negative, the middle is zero.
  ///
  /// They are kept, since every cell asks for one.
  private let glyphs: [String]

  init(scale: HeatMap.Scale, range: ClosedRange<Float>, capabilities: TerminalCapabilities) {
    self.scale = scale
    self.range = range
    self.capabilities = capabilities
    glyphs =
      switch (scale, capabilities.unicode) {
      case (.sequential, true): ["·", "░", "▒", "▓", "█"]
      case (.sequential, false): [".", ":", "-", "=", "+", "*", "#", "%", "@"]
      case (.diverging, true): ["≡", "=", "-", "·", "░", "▒", "█"]
      case (.diverging, false): ["%", "=", "-", ".", "+", "*", "#"]
      }
  }

  /// The shade of a value; NaN is a question mark.
  func shade(of value: Float) -> Shade {
    guard !value.isNaN else { return Shade(glyph: "?", style: .plain) }
    return shade(at: place(of: value))
  }

  /// The scale from end to end, one shade a place; as many as the screen can tell apart, at most
  /// ten.
  func legend() -> [Shade] {
    let count =
      switch capabilities.color {
      case .trueColor: 10
      case .twoFiftySix: palette.steps.count
      case .sixteen, .none: glyphs.count
      }
    return (0..<count).map { shade(at: (Double($0) + 0.5) / Double(count)) }
  }

  /// Where a value lies on the scale, from 0 to 1; on a diverging scale zero lies at ½ whatever the
  /// range.
  func place(of value: Float) -> Double {
    let value = Double(value)
    let low = Double(range.lowerBound)
    let high = Double(range.upperBound)
    switch scale {
    case .sequential: return Self.share(value - low, of: high - low)
    case .diverging where value < 0: return 0.5 - 0.5 * Self.share(value, of: low)
    case .diverging: return 0.5 + 0.5 * Self.share(value, of: high)
    }
  }

  /// The quotient within 0…1; of a whole that is no positive length everything beyond zero is all.
  private static func share(_ part: Double, of whole: Double) -> Double {
    let share = part / whole
    guard share.isFinite, whole.isFinite else {
      return part == 0 ? 0 : part.sign == whole.sign ? 1 : 0
    }
    return min(max(share, 0), 1)
  }

  private func shade(at place: Double) -> Shade {
    let isNegative = scale == .diverging && place < 0.5
    switch capabilities.color {
    case .trueColor:
      let color = palette.color(at: place)
      let ink = color.mixed(with: color.isBright ? RGB(0x000000) : RGB(0xffffff), 0.45)
      return ground(.rgb(color), ink: .rgb(ink), hasMinus: isNegative)
    case .twoFiftySix:
      let step = palette.step(at: place)
      let isMiddle = step == palette.steps[palette.steps.count / 2]
      return ground(
        .indexed(step), ink: .indexed(RGB(xterm: step).isBright ? 238 : 252),
        hasMinus: isNegative && !isMiddle)
    case .sixteen:
      let (cold, warm): (UInt8, UInt8) = capabilities.darkBackground ? (6, 3) : (4, 1)
      let isWarm = scale == .diverging && !isNegative
      return Shade(
        glyph: glyph(at: place), style: TextStyle(foreground: .basic(isWarm ? warm : cold)))
    case .none:
      return Shade(glyph: glyph(at: place), style: .plain)
    }
  }

  private func ground(_ color: Color, ink: Color, hasMinus: Bool) -> Shade {
    hasMinus
      ? Shade(glyph: "-", style: TextStyle(foreground: ink, background: color))
      : Shade(glyph: " ", style: TextStyle(background: color))
  }

  private var palette: Palette {
    Palette.palette(scale, onDark: capabilities.darkBackground)
  }

  private func glyph(at place: Double) -> String {
    glyphs[min(Int(place * Double(glyphs.count)), glyphs.count - 1)]
  }
}

extension RGB {
  /// Whether black ink reads better on it than white , by the luma of ITU-R BT.601.
  fileprivate var isBright: Bool {
    0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue) > 128
  }
}
