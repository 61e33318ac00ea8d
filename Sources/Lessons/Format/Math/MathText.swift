public import Grammar

/// An equation as a terminal shows it: LaTeX of a fixed table of macros in Unicode, whose ASCII form
/// reads well too.
///
/// `h_t = \tanh(W x_t + V h_{t-1})` becomes `h_t = tanh(W x_t + V h_{t−1})`, a fraction stands on one line
/// with brackets where they are needed, a matrix on several.
public struct MathText: Sendable, Equatable {
  /// The bytes that one equation may have.
  static let longest = 2_000

  /// The equation in Unicode; lines are separated by newlines.
  public let unicode: String

  /// Reads an equation in LaTeX.
  ///
  /// - Throws: `Mistake` at the first thing that cannot be read, a macro outside of the table among them.
  public init(parsing latex: String) throws(Mistake) {
    guard latex.utf8.count <= Self.longest else {
      throw Mistake("an equation has at most \(Self.longest) bytes", at: nil)
    }
    var parser = try MathParser(latex)
    let box = try MathLayout().box(try parser.parse())
    let lines = box.lines.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    unicode = lines.joined(separator: "\n")
  }

  /// Reads an equation with draws in it.
  ///
  /// - Parameters:
  ///   - source: The equation as written.
  ///   - widths: The characters that the values of each draw may have.
  /// - Returns: What a terminal shows, the same draws in it.
  /// - Throws: `Mistake` as for an equation without draws, at its place in the text as written.
  static func template(_ source: Template, widths: [String: Int]) throws(Mistake) -> Template {
    let draws = MathDraws(source, widths: widths)
    do throws(Mistake) {
      return draws.template(try MathText(parsing: draws.latex).unicode)
    } catch {
      throw draws.located(error)
    }
  }
}
