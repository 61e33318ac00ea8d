/// Lays out a page on a whole screen: as many lines as the window has, none wider than it.
///
/// Title, sentence and last line always stand; then the map, of which rows far from the one pointed
/// at give way; then the equations; the curve takes what is left.
public struct ScreenRenderer: Sendable {
  /// The smallest window in which a page says something.
  public static let leastSize = (columns: 40, rows: 10)

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
    // What a clamp changes is told where ten rows of the map are seen beside it.
    while sentences.count > 1, room - sentences.count < map.height(ofRows: 10) {
      sentences.removeLast()
    }
    room -= sentences.count
    map.shrink(to: room)
    room -= map.lines.count
    let equations = self.equations(page, room)
    room -= equations.count
    var curve: [StyledLine] = []
    if room >= StripPicture.leastHeight {
      curve = StripPicture(page.curve, height: room, typesetter).lines()
    }
    let rest = [StyledLine](repeating: StyledLine(), count: max(0, room - curve.count))
    return [title] + curve + map.lines + equations + sentences + rest + foot
  }

  /// The first of the texts that fits on a line, or the beginning of the last.
  private func fitting(_ texts: [String]) -> String {
    let lines = texts.map(typesetter.line)
    return lines.first { displayWidth(of: $0) <= capabilities.width }
      ?? typesetter.clipped(lines.last ?? "", to: capabilities.width)
  }

  private func sentences(_ page: ScreenPage) -> [StyledLine] {
    guard let first = page.sentences.first else { return [] }
    return [StyledLine(fitting([first, page.shortSentence]))]
      + page.sentences.dropFirst().flatMap { typesetter.lines(typesetter.text($0)) }
  }

  /// All equations where the curve keeps some lines beside them, else the chosen one.
  private func equations(_ page: ScreenPage, _ room: Int) -> [StyledLine] {
    guard page.equations.indices.contains(page.chosenEquation) else { return [] }
    let all = page.equations.flatMap(lines(ofEquation:))
    if room - all.count >= 8 { return all }
    let lines = lines(ofEquation: page.equations[page.chosenEquation])
    // Equations are of unequal lengths; the picture above should not jump from one to the next.
    let height = min(room, max(lines.count, 4))
    return Array(lines.prefix(height))
      + Array(repeating: StyledLine(), count: max(0, height - lines.count))
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
    case .entry(let question, let typed):
      var line = StyledLine(typesetter.line(question) + " ", .bold)
      line.append(typesetter.line(typed) + "_")
      return [line]
    }
  }
}
