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

  @Test(arguments: [true, false], TerminalCapabilities.ColorDepth.allCases.dropFirst())
  func curvesStandOutFromTheirBackground(isDark: Bool, depth: TerminalCapabilities.ColorDepth)
    throws
  {
    let capabilities = TerminalCapabilities(color: depth, darkBackground: isDark)
    let grounds: [UInt32] = isDark ? [0x000000, 0x1e1e1e] : [0xffffff, 0xfdf6e3]
    // Themes choose the sixteen colours themselves; xterm's own stand on black and white.
    for ground in depth == .sixteen ? Array(grounds.prefix(1)) : grounds {
      for number in 0..<6 {
        let color = try #require(CurvePalette.color(number, capabilities))
        let contrast = contrast(rgb(color), RGB(ground))
        #expect(contrast >= 3, "curve \(number) on \(String(ground, radix: 16)): \(contrast)")
      }
    }
  }

  /// Dichromacy as Machado, Oliveira & Fernandes (2009) simulate it on linear red, green and blue.
  @Test(
    arguments: [
      [[0.1523, 1.0526, -0.2049], [0.1145, 0.7863, 0.0992], [-0.0039, -0.0481, 1.0520]],
      [[0.3673, 0.8606, -0.2279], [0.2801, 0.6725, 0.0474], [-0.0118, 0.0429, 0.9689]],
      [[1.2555, -0.0767, -0.1788], [-0.0784, 0.9308, 0.1476], [0.0047, 0.6914, 0.3039]],
    ], [true, false])
  func colorBlindReadersTellTheCurvesApart(matrix: [[Double]], isDark: Bool) throws {
    for depth in [TerminalCapabilities.ColorDepth.twoFiftySix, .trueColor] {
      let capabilities = TerminalCapabilities(color: depth, darkBackground: isDark)
      let seen = try (0..<6).map { number in
        let color = rgb(try #require(CurvePalette.color(number, capabilities)))
        let light = [color.red, color.green, color.blue].map(linear)
        return lab(matrix.map { row in zip(row, light).reduce(0) { $0 + $1.0 * $1.1 } })
      }
      for first in seen.indices {
        for second in 0..<first {
          let squares = zip(seen[first], seen[second]).map { ($0 - $1) * ($0 - $1) }
          let distance = squares.reduce(0, +).squareRoot()
          #expect(distance > 10, "curves \(second) and \(first) at \(depth): \(distance)")
        }
      }
    }
  }

  private func rgb(_ color: Color) -> RGB {
    let xterm: [UInt32] = [
      0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
      0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
    ]
    return switch color {
    case .basic(let number): RGB(xterm[Int(number)])
    case .indexed(let number): RGB(xterm: number)
    case .rgb(let rgb): rgb
    }
  }

  /// The contrast ratio of WCAG 2.1.
  private func contrast(_ first: RGB, _ second: RGB) -> Double {
    let luminances = [luminance(first), luminance(second)].sorted()
    return (luminances[1] + 0.05) / (luminances[0] + 0.05)
  }

  private func isRising(_ values: [Double]) -> Bool {
    zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// CIE L* of an sRGB colour under D65 (CIE 15).
  private func lightness(_ color: RGB) -> Double {
    116 * root(luminance(color)) - 16
  }

  /// CIE L*a*b* of linear red, green and blue under D65.
  private func lab(_ light: [Double]) -> [Double] {
    func sum(_ weights: [Double]) -> Double {
      zip(weights, light).reduce(0) { $0 + $1.0 * min(max($1.1, 0), 1) }
    }
    let x = root(sum([0.4124, 0.3576, 0.1805]) / 0.9505)
    let y = root(sum([0.2126, 0.7152, 0.0722]))
    let z = root(sum([0.0193, 0.1192, 0.9505]) / 1.0888)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }

  /// The cube root of CIE 15, straight near zero.
  private func root(_ share: Double) -> Double {
    share > 0.008_856 ? cbrt(share) : 7.787 * share + 16.0 / 116
  }

  /// Relative luminance of an sRGB colour.
  private func luminance(_ color: RGB) -> Double {
    0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  /// The light of a level of sRGB (IEC 61966-2-1).
  private func linear(_ level: UInt8) -> Double {
    let share = Double(level) / 255
    return share <= 0.040_45 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
