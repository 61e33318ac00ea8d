/// Running text, titles and equations as drawings.
struct SVGText {
  /// Columns of letters in a line of running text, and of an equation.
  private static let columns = (text: 100, equation: 94)

  private let lines: [StyledLine]
  private let name: String
  private let lineHeight: Double
  private let indent: Double

  /// A title.
  init(title: String) {
    self.init(wrapped(printableLine(title), to: 76).map { StyledLine($0) }, class: "title", 26)
  }

  /// Running text.
  init(_ paragraph: Paragraph) {
    let typesetter = Typesetter(
      capabilities: TerminalCapabilities(width: Self.columns.text, color: .trueColor))
    let lines =
      paragraph.isMarked
      ? MarkedText(parsing: paragraph.text).lines(typesetter)
      : typesetter.lines(typesetter.text(paragraph.text))
    self.init(lines, class: "text", SVG.lineHeight)
  }

  /// A sentence under a picture.
  init(caption: String) {
    self.init(
      wrapped(printableLine(caption), to: Self.columns.text).map { StyledLine($0) }, class: "text",
      SVG.lineHeight)
  }

  /// An equation, its blanks kept.
  init(_ equation: Equation) {
    self.init(
      wrapped(printable(equation.text), to: Self.columns.equation, extraIndent: 4)
        .map { StyledLine($0) },
      class: "mono", 18, indent: 16)
  }

  private init(
    _ lines: [StyledLine], class name: String, _ lineHeight: Double, indent: Double = 0
  ) {
    self.lines = lines
    self.name = name
    self.lineHeight = lineHeight
    self.indent = indent
  }

  /// The lines, one under the other.
  func figure() -> SVGFigure {
    var markup = Markup()
    for (number, line) in lines.enumerated() {
      let y = Double(number) * lineHeight + lineHeight * 0.75
      markup.element(
        "text",
        [
          "class": name, "x": SVG.length(indent), "y": SVG.length(y), "xml:space": "preserve",
        ]
      ) { text in
        for span in line.spans {
          switch (span.style.isBold, span.style.foreground) {
          case (true, _): text.element("tspan", ["class": "text strong"], text: span.text)
          case (false, .some): text.element("tspan", ["class": "mono code"], text: span.text)
          case (false, nil): text.write(span.text)
          }
        }
      }
      markup.breakLine()
    }
    return SVGFigure(
      height: Double(lines.count) * lineHeight, title: "", sentence: "", markup: markup)
  }
}
