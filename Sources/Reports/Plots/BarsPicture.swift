/// Horizontal bars on one screen, each with its label, and its value at its end.
struct BarsPicture {
  private static let greatestBar = 60
  /// Below so many columns a negative bar's value stands at its foot.
  private static let leastRoom = 16

  private let bars: Bars
  private let typesetter: Typesetter
  private let numbers: [String]
  private let labels: [String]
  private let labelWidth: Int
  /// Columns of the screen left and right of zero that bars take, without their values.
  private let room: (left: Int, right: Int)
  /// Columns left of the bars, for the values of negative ones; 0 where these stand at their foot.
  private let margin: Int
  private let least: Double
  private let most: Double

  init(_ bars: Bars, _ typesetter: Typesetter) {
    self.bars = bars
    self.typesetter = typesetter
    numbers = columnTexts(
      bars.values.map(Value.double), style: bars.digits, digits: typesetter.capabilities.digits)
    labels = bars.values.indices.map {
      $0 < bars.labels.count ? typesetter.line(bars.labels[$0]) : ""
    }
    labelWidth = min(labels.map(displayWidth(of:)).max() ?? 0, max(1, typesetter.width / 3))
    let finite = bars.values.filter(\.isFinite)
    most = max(finite.max() ?? 0, 0)
    least = min(finite.min() ?? 0, 0)

    let width = typesetter.width - labelWidth - 2
    let number = (numbers.map(displayWidth(of:)).max() ?? 0) + 1
    let hasNegative = bars.values.contains { $0 < 0 }
    margin = hasNegative && width - 2 * number >= Self.leastRoom ? number : 0
    let whole = min(max(1, width - margin - number), Self.greatestBar)
    // Halves keep the sum finite.
    let share = most > least ? (-least / 2) / (most / 2 - least / 2) : 0
    let left = max(least < 0 ? 1 : 0, Int((share * Double(whole)).rounded()))
    room = (left, max(most > 0 ? 1 : 0, whole - left))
  }

  /// The bars with their sentence.
  func lines() -> [StyledLine] {
    let caption = bars.caption ?? Captions.sentence(for: bars, typesetter)
    return bars.values.indices.map(line) + typesetter.lines(typesetter.line(caption))
  }

  /// `label     -0.2 ███│` or `label           │█████ 0.4`.
  private func line(_ place: Int) -> StyledLine {
    let isNegative = bars.values[place] < 0
    let color = CurvePalette.color(isNegative ? 1 : 0, typesetter.capabilities)
    let bar = bar(bars.values[place])
    let number = numbers[place]
    var left = margin + room.left
    var line = StyledLine(padded(typesetter.clipped(labels[place], to: labelWidth), to: labelWidth))
    line.append(" ")
    if isNegative {
      left -= displayWidth(of: bar)
      line.append(padded(margin > 0 ? number + " " : "", to: left, alignedRight: true))
      line.append(bar, TextStyle(foreground: color))
    } else {
      line.append(padded("", to: left))
    }
    line.append(typesetter.encoded("│"), .dim)
    if !isNegative { line.append(bar, TextStyle(foreground: color)) }
    if !isNegative || margin == 0 { line.append(" " + number) }
    return line
  }

  /// So much of the room on its side of zero as a value takes of the greatest there, to eighths of a
  /// character on the right and halves on the left; what is not zero leaves a trace.
  private func bar(_ value: Double) -> String {
    let isNegative = value < 0
    let ratio = value / (isNegative ? least : most)
    let share = ratio.isNaN ? (value.isInfinite ? 1 : 0) : min(max(ratio, 0), 1)
    let width = Double(isNegative ? room.left : room.right)
    guard typesetter.capabilities.unicode else {
      let length = share > 0 ? max(1, Int((share * width).rounded())) : 0
      return String(repeating: isNegative ? "-" : "#", count: length)
    }
    let eighths = share > 0 ? max(1, Int((share * width * 8).rounded())) : 0
    let full = String(repeating: "█", count: eighths / 8)
    let rest = eighths % 8
    if isNegative { return (rest >= 4 || eighths > 0 && full.isEmpty ? "▐" : "") + full }
    return full + (rest > 0 ? ["▏", "▎", "▍", "▌", "▋", "▊", "▉"][rest - 1] : "")
  }
}
