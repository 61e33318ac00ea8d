import Reports

/// Looks for what a terminal of 80 columns, with Unicode or without, would break or could not show.
struct ScreenCheck {
  /// The columns that every lesson must do with.
  static let width = 80

  /// Where a text is shown.
  struct Place {
    /// What a fault calls it.
    let name: String
    /// The columns that it has.
    let room: Int
    /// Whether it is broken at blanks, so that only its words have to fit.
    let isBroken: Bool

    /// Running text.
    static let text = Place(name: "a word", room: width, isBroken: true)
    /// An option behind its letter.
    static let option = Place(name: "a word of an option", room: width - 5, isBroken: true)
    /// An equation, indented.
    static let equation = Place(name: "an equation", room: width - 2, isBroken: false)
    /// A command with gaps, indented.
    static let gapped = Place(name: "a command with gaps", room: width - 2, isBroken: false)
    /// A way to an answer, indented.
    static let solution = Place(name: "a solution", room: width - 2, isBroken: false)
    /// A command that the lesson runs.
    static let command = Place(
      name: "a command behind the prompt", room: width - "gatehouse> ".count, isBroken: false)

    /// A title.
    static func title(room: Int) -> Place { Place(name: "a title", room: room, isBroken: false) }
  }

  private let log: CheckLog

  init(_ log: CheckLog) {
    self.log = log
  }

  /// Looks at a text as a student sees it.
  ///
  /// - Parameters:
  ///   - text: The text, draws and numbers in it.
  ///   - place: Where it is shown.
  ///   - line: The line of its first line.
  func check(_ text: String, as place: Place, line: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, text) in zip(line..., lines.map { String($0) }) {
      checkSigns(of: text, line: line)
      if place.isBroken {
        checkWords(of: text, in: place, line: line)
      } else {
        expect(text, toFit: place.room, place.name, line: line)
      }
    }
  }

  /// Looks at the rows of a table, as wide as its cells ask for.
  ///
  /// - Parameter rows: The cells of each line, the head first.
  func check(table rows: [(line: Int, cells: [String])]) {
    for row in rows { for cell in row.cells { checkSigns(of: cell, line: row.line) } }
    let cells = rows.map { $0.cells.map { $0.replacing("**", with: "") } }
    let columns = cells.map(\.count).max() ?? 0
    func width(_ measure: (String) -> Int) -> Int {
      let widths = (0..<columns).map { column in
        cells.map { $0.indices.contains(column) ? measure($0[column]) : 0 }.max() ?? 0
      }
      return widths.reduce(0, +) + 2 * max(0, columns - 1)
    }
    expect(
      width(displayWidth), asciiWidth: width { displayWidth(of: ascii($0)) }, toFit: Self.width,
      "a table", line: rows.first?.line ?? 1)
  }

  // MARK: Widths

  private func checkWords(of text: String, in place: Place, line: Int) {
    let text = text.replacing("**", with: "")
    // No sign takes more than four columns a byte, in either form.
    for word in text.split(separator: " ") where 4 * word.utf8.count > place.room {
      expect(String(word), toFit: place.room, place.name, line: line)
    }
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    for index in pieces.indices where !index.isMultiple(of: 2) {
      expect(String(pieces[index]), toFit: place.room - 2, "a piece of code", line: line)
    }
  }

  private func expect(_ text: String, toFit room: Int, _ name: String, line: Int) {
    expect(
      displayWidth(of: text), asciiWidth: displayWidth(of: ascii(text)), toFit: room, name,
      line: line)
  }

  private func expect(
    _ width: Int, asciiWidth: Int, toFit room: Int, _ name: String, line: Int
  ) {
    if width > room {
      log.add(
        "\(name) has room for \(room) columns", line: line, detail: "this one takes \(width)")
    } else if asciiWidth > room {
      log.add(
        "\(name) has room for \(room) columns, also without Unicode", line: line,
        detail: "this one takes \(asciiWidth) then", isWarning: true)
    }
  }

  // MARK: Signs

  /// A sign without an ASCII form would be a question mark on a terminal without Unicode.
  private func checkSigns(of text: String, line: Int) {
    guard text.utf8.contains(where: { $0 > 0x7f }) else { return }
    for character in text where !character.isASCII && ascii(String(character)).contains("?") {
      log.add("the sign \(character) has no form on a terminal without Unicode", line: line)
    }
  }
}
