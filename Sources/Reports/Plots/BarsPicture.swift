/// Horizontal bars on one screen, each with its label and its value.
struct BarsPicture {
  private static let greatestBar = 60

  let bars: Bars
  let typesetter: Typesetter

  /// The bars with their sentence.
  func lines() -> [StyledLine] {
    let caption = bars.caption ?? Captions.sentence(for: bars, typesetter)
    let texts = columnTexts(
      bars.values.map(Value.double), style: bars.digits, digits: typesetter.capabilities.digits)
    let labels = bars.values.indices.map {
      $0 < bars.labels.count ? typesetter.line(bars.labels[$0]) : ""
    }
    let labelWidth = min(labels.map(displayWidth(of:)).max() ?? 0, max(1, typesetter.width / 3))
    let valueWidth = texts.map(displayWidth(of:)).max() ?? 0
    let room = min(max(1, typesetter.width - labelWidth - valueWidth - 2), Self.greatestBar)

    let finite = bars.values.filter(\.isFinite)
    let most = max(finite.max() ?? 0, 0)
    let least = min(finite.min() ?? 0, 0)
    // Columns left of zero; halves keep the sum finite.
    let share = most > least ? (-least / 2) / (most / 2 - least / 2) : 0
    let left = Int((share * Double(room)).rounded())

    let lines = bars.values.indices.map { place in
      let label = padded(typesetter.clipped(labels[place], to: labelWidth), to: labelWidth)
      var line = StyledLine(label + " ")
      let value = bars.values[place]
      let bar = bar(value, most: most, least: least, left: left, right: room - left)
      let color = CurvePalette.color(value < 0 ? 1 : 0, typesetter.capabilities)
      line.append(bar, TextStyle(foreground: color))
      line.append(" " + padded(texts[place], to: valueWidth, alignedRight: true))
      return line
    }
    return lines + typesetter.lines(typesetter.line(caption))
  }

  /// A bar on either side of zero, filled up with blanks.
  private func bar(_ value: Double, most: Double, least: Double, left: Int, right: Int) -> String {
    let isNegative = value < 0
    let whole = isNegative ? least : most
    let ratio = value / whole
    let share = ratio.isNaN ? (value.isInfinite ? 1 : 0) : min(max(ratio, 0), 1)
    let width = isNegative ? left : right
    let strip = filled(share, of: width, isNegative: isNegative)
    return isNegative
      ? padded(strip, to: left, alignedRight: true) + padded("", to: right)
      : padded("", to: left) + padded(strip, to: right)
  }

  /// So much of a strip, to eighths of a character right of zero and halves left of it; what is not
  /// zero leaves a trace.
  private func filled(_ share: Double, of width: Int, isNegative: Bool) -> String {
    guard typesetter.capabilities.unicode else {
      let length = Int((share * Double(width)).rounded())
      return String(repeating: isNegative ? "-" : "#", count: share > 0 ? max(1, length) : 0)
    }
    let eighths = share > 0 ? max(1, Int((share * Double(width) * 8).rounded())) : 0
    let full = String(repeating: "█", count: eighths / 8)
    if isNegative { return (eighths % 8 >= 4 || full.isEmpty && eighths > 0 ? "▐" : "") + full }
    let rest = eighths % 8
    return full + (rest > 0 ? ["▏", "▎", "▍", "▌", "▋", "▊", "▉"][rest - 1] : "")
  }
}
