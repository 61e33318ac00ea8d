import Grammar

/// An equation in which private characters stand for draws, so that it can be read as LaTeX; no lesson
/// has such characters of its own.
struct MathDraws {
  /// Follows a draw's character, so that columns keep the width of the value that will stand there.
  static let filler: Unicode.Scalar = "\u{f8ff}"
  private static let first: UInt32 = 0xe000
  private static let last: UInt32 = 0xf8fe

  private let source: Template
  /// The equation.
  let latex: String
  /// Where the parts of the template begin in the equation, and where in the text they come from.
  private let starts: [(latex: Int, source: Int)]

  /// - Parameters:
  ///   - source: The equation with its draws.
  ///   - widths: The characters that the values of a draw may have.
  init(_ source: Template, widths: [String: Int]) {
    self.source = source
    var latex = ""
    var starts: [(latex: Int, source: Int)] = []
    var place = 0
    for (index, part) in source.parts.enumerated() {
      starts.append((latex.utf8.count, place))
      switch part {
      case .text(let text):
        latex += text
        place += text.utf8.count
      case .draw(let name, let offset):
        latex.unicodeScalars.append(Self.character(index))
        let width = min(max(1, widths[name] ?? 1), 20)
        for _ in 1..<width { latex.unicodeScalars.append(Self.filler) }
        place += Template.drawSource(name, offset).utf8.count + 4
      case .computed:
        break
      }
    }
    self.latex = latex
    self.starts = starts
  }

  /// A translated equation with the draws in it.
  func template(_ text: String) -> Template {
    var parts: [Template.Part] = []
    var literal = String.UnicodeScalarView()
    func endLiteral() {
      if !literal.isEmpty { parts.append(.text(String(literal))) }
      literal = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars where scalar != Self.filler {
      let index = Int(scalar.value) - Int(Self.first)
      if source.parts.indices.contains(index), case .draw = source.parts[index] {
        endLiteral()
        parts.append(source.parts[index])
      } else {
        literal.append(scalar)
      }
    }
    endLiteral()
    return Template(parts, line: source.line)
  }

  /// A mistake in the equation as one in the text it comes from.
  func located(_ mistake: Mistake) -> Mistake {
    Mistake(
      mistake.message, at: mistake.range.map { place($0.lowerBound)..<place($0.upperBound) },
      hint: mistake.hint)
  }

  private func place(_ offset: Int) -> Int {
    guard let start = starts.last(where: { $0.latex <= offset }) else { return 0 }
    return start.source + offset - start.latex
  }

  private static func character(_ index: Int) -> Unicode.Scalar {
    Unicode.Scalar(min(first + UInt32(index), last)) ?? filler
  }
}
