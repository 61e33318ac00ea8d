extension PageReader {
  /// Reads a table: a head, a rule and rows, each line between two bars.
  mutating func read(table lines: [SourceText]) {
    guard lines.count >= 3, Self.isRule(lines[1]) else {
      log.add("a table has a head, a line as |---|---| and at least one row", at: lines[0])
      return
    }
    var rows: [[Template]] = []
    var columns: Int?
    for (index, line) in lines.enumerated() {
      guard line.hasSuffix("|"), line.range.count > 1 else {
        log.add("a line of a table begins and ends with a bar", at: line)
        continue
      }
      let cells = line.dropFirst(1).dropLast(1).split("|")
      let expected = columns ?? cells.count
      columns = expected
      if cells.count != expected {
        log.add(
          "the head has \(expected) cells; this line has \(cells.count)", at: line)
      }
      if index != 1 { rows.append(cells.map { prose($0.trimmed) }) }
    }
    let place = Template([], line: lines[0].line)
    blocks.append(.prose(Prose(.table(rows: rows), place)))
  }

  private static func isRule(_ line: SourceText) -> Bool {
    let cells = line.dropFirst(1).dropLast(1).split("|").map { $0.trimmed.text }
    return line.hasSuffix("|")
      && cells.allSatisfy { cell in
        cell.contains("-") && cell.allSatisfy { $0 == "-" || $0 == ":" }
      }
  }
}
