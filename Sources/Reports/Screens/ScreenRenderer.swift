/// Lays out a page on a whole screen: as many lines as the window has, none wider than it.
///
/// Title, first sentence and last line always stand; then come the chosen equation and the map, of
/// which rows far from the one pointed at give way; the curve takes what is left.
public struct ScreenRenderer: Sendable {
  /// The smallest window in which a page says something.
  public static let leastSize = (columns: 40, rows: 10)

  /// The lines that the curve keeps where the window has them.
  private static let curveHeight = 8

  /// What the screen can show; its height is that of the window.
  public let capabilities: TerminalCapabilities

  /// Makes the renderer for a screen.
  public init(_ capabilities: TerminalCapabilities) {
    self.capabilities = capabilities
  }

  private var typesetter: Typesetter { Typesetter(capabilities: capabilities) }
  private var height: Int { max(1, capabilities.height ?? 24) }

  /// The lines of a page, each ready to be written; in a window that is too small, a word about it.
  public func lines(_ page: ScreenPage) -> [String] {
    guard capabilities.width >= Self.leastSize.columns, height >= Self.leastSize.rows else {
      return lines(
        of: "The window is \(capabilities.width) by \(height); this needs "
          + "\(Self.leastSize.columns) by \(Self.leastSize.rows). q leaves.")
    }
    return filled(laidOut(page))
  }

  /// The lines of a text, cut where the window ends.
  public func lines(of text: String) -> [String] {
    filled(typesetter.lines(typesetter.text(text)))
  }

  private func filled(_ lines: [StyledLine]) -> [String] {
    let shown = lines.prefix(height).map {
      $0.clipped(to: capabilities.width).text(capabilities.color)
    }
    return shown + Array(repeating: "", count: height - shown.count)
  }

  // MARK: The page

  private func laidOut(_ page: ScreenPage) -> [StyledLine] {
    let title = StyledLine(fitting(page.titles), .bold)
    let foot = foot(page.foot)
    var sentences = self.sentences(page)
    var map = PointedMap(page.map, row: page.row, column: page.column, typesetter)
    var room = height - 1 - foot.count
    let chosen = chosenEquation(page)
    // Equations are of unequal lengths; the pictures above should not jump from one to the next.
    let chosenHeight = chosen.isEmpty ? 0 : max(4, chosen.count)
    let least = map.height(ofRows: 10) + chosenHeight + StripPicture.leastHeight
    if room - sentences.count < least { sentences = Array(sentences.prefix(1)) }
    room -= sentences.count
    // Of a map of many rows ten come before the curve, two before the equation.
    let mapRoom = room - chosenHeight
    map.shrink(
      to: max(
        map.height(ofRows: 2), min(mapRoom, max(map.height(ofRows: 10), mapRoom - Self.curveHeight))
      ))
    room -= map.lines.count
    // All equations where the curve keeps its lines beside them, else the chosen one.
    let all = page.equations.flatMap(lines(ofEquation:))
    var equations = all
    if room - all.count < Self.curveHeight {
      // Where not all of it fits, its end has the result.
      equations = chosen.suffix(max(0, room))
      equations += blank(min(room, chosenHeight) - equations.count)
    }
    room -= equations.count
    var curve: [StyledLine] = []
    if room >= StripPicture.leastHeight {
      curve = StripPicture(page.curve, height: room, typesetter).lines()
    }
    return [title] + curve + map.lines + equations + sentences + blank(room - curve.count) + foot
  }

  private func blank(_ count: Int) -> [StyledLine] {
    Array(repeating: StyledLine(), count: max(0, count))
  }

  /// The first of the texts that fits on a line, or the beginning of the last.
  private func fitting(_ texts: [String]) -> String {
    let lines = texts.map(typesetter.line)
    return lines.first { displayWidth(of: $0) <= capabilities.width }
      ?? typesetter.clipped(lines.last ?? "", to: capabilities.width)
  }

  private func sentences(_ page: ScreenPage) -> [StyledLine] {
    guard let first = page.sentences.first else { return [] }
    let short = page.shortSentence.isEmpty ? first : page.shortSentence
    return [StyledLine(fitting([first, short]))]
      + page.sentences.dropFirst().flatMap { typesetter.lines(typesetter.text($0)) }
  }

  private func chosenEquation(_ page: ScreenPage) -> [StyledLine] {
    guard page.equations.indices.contains(page.chosenEquation) else { return [] }
    return lines(ofEquation: page.equations[page.chosenEquation])
  }

  private func lines(ofEquation text: String) -> [StyledLine] {
    wrapped(typesetter.text(text), to: capabilities.width - 2, extraIndent: 4).map {
      StyledLine("  " + $0)
    }
  }

  private func foot(_ foot: ScreenPage.Foot) -> [StyledLine] {
    switch foot {
    case .keys(let texts):
      return [StyledLine(fitting(texts), .dim)]
    case .notice(let text):
      return Array(typesetter.lines(typesetter.line(text), .bold).prefix(2))
    case .entry(let questions, let typed):
      let lines = questions.map(typesetter.line)
      let question =
        lines.first { displayWidth(of: $0) <= capabilities.width / 2 } ?? lines.last ?? ""
      var line = StyledLine(question + " ", .bold)
      // The end of what is typed must be seen.
      let room = max(0, capabilities.width - line.width - 1)
      line.append(typesetter.line(String(typed.suffix(room))) + "_")
      return [line]
    }
  }
}
