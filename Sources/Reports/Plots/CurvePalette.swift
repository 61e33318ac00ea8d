/// Colours of curves and bars, which the common kinds of colour blindness keep apart (Okabe & Ito,
/// "Color Universal Design", 2008), darker on a light ground: a contrast of 3:1 at least, as WCAG 2.1
/// (1.4.11) asks of graphics.
enum CurvePalette {
  /// The colour of a curve, counted from 0; nil where there are no colours.
  static func color(_ number: Int, _ capabilities: TerminalCapabilities) -> Color? {
    let isDark = capabilities.darkBackground
    switch capabilities.color {
    case .none: return nil
    case .sixteen:
      return .basic(pick(isDark ? [6, 3, 5, 2, 12, 9] : [4, 1, 5, 0, 8, 13], number))
    case .twoFiftySix:
      return .indexed(
        pick(isDark ? [74, 214, 35, 175, 227, 166] : [25, 166, 29, 133, 93, 52], number))
    case .trueColor:
      let onDark: [UInt32] = [0x56b4e9, 0xe69f00, 0x009e73, 0xcc79a7, 0xf0e442, 0xd55e00]
      let onLight: [UInt32] = [0x0072b2, 0xd55e00, 0x00805d, 0xa8457c, 0x8000e0, 0x5f0000]
      return .rgb(RGB(pick(isDark ? onDark : onLight, number)))
    }
  }

  private static func pick<Entry>(_ colors: [Entry], _ number: Int) -> Entry {
    colors[number % colors.count]
  }
}
