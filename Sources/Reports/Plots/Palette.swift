/// Red, green and blue as a screen takes them (sRGB).
struct RGB: Equatable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The color of a hexadecimal triple, as 0xfde725.
  init(_ hexadecimal: UInt32) {
    self.init(
      UInt8(hexadecimal >> 16 & 0xff), UInt8(hexadecimal >> 8 & 0xff), UInt8(hexadecimal & 0xff))
  }

  /// The colour between this (0) and another (1).
  func mixed(with other: RGB, _ share: Double) -> RGB {
    func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
      UInt8(clamping: Int((Double(from) + share * (Double(to) - Double(from))).rounded()))
    }
    return RGB(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
  }

  /// One of xterm's 256 colours from 16 on: a cube of six levels a side, then greys.
  init(xterm number: UInt8) {
    let place = Int(number) - 16
    guard place < 216 else {
      let grey = UInt8(clamping: 8 + 10 * (place - 216))
      self.init(grey, grey, grey)
      return
    }
    func level(_ step: Int) -> UInt8 { step > 0 ? UInt8(clamping: 55 + 40 * step) : 0 }
    let cell = max(0, place)
    self.init(level(cell / 36), level(cell / 6 % 6), level(cell % 6))
  }
}

/// Colours along a scale, from its low end to its high end.
///
/// Lightness (CIE L*) moves away from the background along the whole of a sequential scale and from
/// the middle to both ends of a diverging one, so that the order is seen without hues too. Hues run
/// from violet to yellow (as viridis does) or from blue to orange, which all common kinds of colour
/// blindness keep apart. Tests compute L*.
struct Palette {
  /// The stops of the 24-bit scale; between them colours are mixed.
  let stops: [RGB]
  /// The steps of the scale in xterm's 256 colours.
  let steps: [UInt8]

  static func palette(_ scale: HeatMap.Scale, onDark isDark: Bool) -> Palette {
    switch scale {
    case .sequential: isDark ? sequentialOnDark : sequentialOnLight
    case .diverging: isDark ? divergingOnDark : divergingOnLight
    }
  }

  /// The 24-bit colour at a place from 0 to 1.
  func color(at place: Double) -> RGB {
    let scaled = min(max(place, 0), 1) * Double(stops.count - 1)
    let stop = min(Int(scaled), stops.count - 2)
    return stops[stop].mixed(with: stops[stop + 1], scaled - Double(stop))
  }

  /// The step at a place from 0 to 1.
  func step(at place: Double) -> UInt8 {
    steps[min(Int(min(max(place, 0), 1) * Double(steps.count)), steps.count - 1)]
  }
}

extension Palette {
  private static let violetToYellow: [RGB] = [
    RGB(0x482878), RGB(0x3e4989), RGB(0x31688e), RGB(0x26828e), RGB(0x1f9e89), RGB(0x35b779),
    RGB(0x6ece58), RGB(0xb5de2b), RGB(0xfde725),
  ]

  private static let sequentialOnDark = Palette(
    stops: violetToYellow, steps: [54, 24, 31, 36, 77, 148, 226])

  private static let sequentialOnLight = Palette(
    stops: violetToYellow.reversed(), steps: [220, 148, 77, 36, 31, 24, 54])

  private static let divergingOnDark = Palette(
    stops: [
      RGB(0xa8d8ff), RGB(0x5aa9e6), RGB(0x3f6a94), RGB(0x3a3a3a),
      RGB(0x8a5a20), RGB(0xe08e2b), RGB(0xffd08a),
    ],
    steps: [153, 74, 67, 24, 237, 94, 172, 215, 222])

  private static let divergingOnLight = Palette(
    stops: [
      RGB(0x0a3f7f), RGB(0x3f7fbf), RGB(0x9cc3e6), RGB(0xeeeeee),
      RGB(0xf2b880), RGB(0xcc6a1a), RGB(0x7a3300),
    ],
    steps: [25, 32, 110, 153, 255, 223, 215, 130, 88])
}
