import Reports

extension Report {
  /// The report of a lesson's own text in which nothing looks as if the shell asked or had answered.
  ///
  /// Any line may begin anywhere in a text that is broken to the screen, so all of it is looked through.
  var withoutPrompts: Report {
    var report = self
    report.title = Shell.withoutPrompts(title)
    report.blocks = blocks.map { block in
      switch block {
      case .paragraph(let paragraph):
        .paragraph(
          Paragraph(Shell.withoutPrompts(paragraph.text), isMarked: paragraph.isMarked))
      case .equation(let equation):
        .equation(Equation(Shell.withoutPrompts(equation.text)))
      case .table(let table):
        .table(
          Table(
            name: table.name,
            columns: table.columns.map {
              Table.Column(Shell.withoutPrompts($0.name), digits: $0.digits)
            },
            rows: table.rows.map { $0.map(\.withoutPrompts) }, isShown: table.isShown))
      case .line, .heatmap, .bars, .cell, .pause:
        block
      }
    }
    return report
  }
}

extension Value {
  fileprivate var withoutPrompts: Value {
    if case .text(let text) = self { .text(Shell.withoutPrompts(text)) } else { self }
  }
}

/// The text with `»` in the place of each `>` that ends a word as that of `gatehouse> ` or `ewma 3/12> ` does,
/// whether marks of strong words or code stand between or not.
private func withoutPrompts(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: ">")) else { return text }
  var scalars = Array(text.unicodeScalars)
  func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar == "*" || scalar == "`" }
  for place in scalars.indices where scalars[place] == ">" {
    let before = scalars[..<place].last { !isMark($0) }
    let after = scalars[(place + 1)...].first { !isMark($0) }
    let endsWord = before.map {
      $0.properties.isAlphabetic || "0123456789])".unicodeScalars.contains($0)
    }
    let isAlone = after.map(\.properties.isWhitespace) ?? true
    if endsWord == true, isAlone { scalars[place] = "»" }
  }
  return String(String.UnicodeScalarView(scalars))
}
