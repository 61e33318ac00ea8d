import Foundation
import Testing

@testable import Reports

struct PaletteTests {
  @Test(arguments: [true, false])
  func lightnessMovesAwayFromTheBackgroundAlongASequentialScale(isDark: Bool) {
    let palette = Palette.palette(.sequential, onDark: isDark)
    let smooth = (0...64).map { lightness(palette.color(at: Double($0) / 64)) }
    let steps = palette.steps.map { lightness(RGB(xterm: $0)) }
    for scale in [smooth, steps] {
      #expect(isRising(isDark ? scale : scale.reversed()), "\(scale)")
    }
  }

  @Test(arguments: [true, false])
  func lightnessMovesAwayFromTheBackgroundOnBothSidesOfZero(isDark: Bool) {
    let palette = Palette.palette(.diverging, onDark: isDark)
    let smooth = (0...64).map { lightness(palette.color(at: Double($0) / 64)) }
    let steps = palette.steps.map { lightness(RGB(xterm: $0)) }
    for scale in [smooth, steps] {
      let middle = scale.count / 2
      let negative = Array(scale[...middle].reversed())
      let positive = Array(scale[middle...])
      #expect(isRising(isDark ? negative : negative.reversed()), "\(negative)")
      #expect(isRising(isDark ? positive : positive.reversed()), "\(positive)")
    }
  }

  @Test func bothEndsAreReached() {
    let palette = Palette.palette(.sequential, onDark: true)
    #expect(palette.color(at: 0) == RGB(0x482878) && palette.color(at: 7) == RGB(0xfde725))
    #expect(palette.step(at: -1) == 54 && palette.step(at: 1) == 226)
  }

  private func isRising(_ values: [Double]) -> Bool {
    zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// CIE L* of an sRGB colour under D65 (IEC 61966-2-1, CIE 15).
  private func lightness(_ color: RGB) -> Double {
    func linear(_ level: UInt8) -> Double {
      let share = Double(level) / 255
      return share <= 0.040_45 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    let luminance =
      0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    return luminance > 0.008_856 ? 116 * cbrt(luminance) - 16 : 903.3 * luminance
  }
}
