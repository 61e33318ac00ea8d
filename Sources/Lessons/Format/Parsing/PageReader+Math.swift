import Grammar

extension PageReader {
  /// Reads an equation; what `plain` holds is shown in a terminal in its place.
  mutating func read(math fence: LessonElement.Fence, plain: LessonElement.Fence?) {
    refuseRest(of: fence)
    let latex = SourceText.joined(Self.withoutBlankEnds(fence.lines), by: "\n")
    guard !latex.isBlank else {
      log.add("a math block needs an equation", at: fence.head)
      return
    }
    guard let source = scan(latex, as: .math)?.template else { return }
    guard let shown = plain.map({ self.plain($0) }) ?? translated(source, latex) else { return }
    blocks.append(.math(MathBlock(line: fence.line, source: source, plain: shown)))
  }

  private mutating func plain(_ fence: LessonElement.Fence) -> Template {
    refuseRest(of: fence)
    let text = SourceText.joined(Self.withoutBlankEnds(fence.lines), by: "\n")
    if text.isBlank { log.add("a plain block needs text", at: fence.head) }
    return template(text) { _ in }
  }

  private mutating func translated(_ source: Template, _ latex: SourceText) -> Template? {
    do throws(Mistake) {
      return try MathText.template(source, widths: source.isConstant ? [:] : names.widths)
    } catch {
      log.add(error, in: latex)
      return nil
    }
  }

  private static func withoutBlankEnds(_ lines: [SourceText]) -> ArraySlice<SourceText> {
    let body = lines.drop { $0.isBlank }
    return body.dropLast(body.reversed().prefix { $0.isBlank }.count)
  }
}
