/// Writes a report as one page that needs no network and no script: pictures whose numbers show when a
/// mouse rests on them, and the same numbers as tables.
///
/// The page is XHTML, so that any XML parser can check it; its security policy forbids all but its own
/// style sheet.
public struct HTMLRenderer: ReportRenderer {
  /// Pictures of more numbers have no table on the page; the data forms hold them.
  private static let mostNumbers = 20_000

  private let digits: Int
  private var drawings: SVGRenderer { SVGRenderer(digits: digits) }

  /// Makes the renderer.
  ///
  /// - Parameter digits: Significant digits of numbers whose column or bars do not say.
  public init(digits: Int = 4) {
    self.digits = digits
  }

  /// The page.
  ///
  /// - Parameters:
  ///   - report: What a command answered.
  ///   - command: The command as typed; empty for none.
  /// - Returns: The page from its document type to its end.
  public func render(_ report: Report, command: String) -> String {
    let title = report.title.isEmpty ? (command.isEmpty ? "Gatehouse" : command) : report.title
    let blocks = report.shownBlocks ?? report.blocks
    var page = Markup()
    page.element("html", ["xmlns": "http://www.w3.org/1999/xhtml", "lang": "en"]) { html in
      html.element("head") { writeHead(&$0, title, SVGRenderer.scales(blocks)) }
      html.breakLine()
      html.element("body") { body in
        body.element("main") { main in
          main.element("h1", text: title)
          main.breakLine()
          if !command.isEmpty {
            main.element("p", ["class": "command"]) { $0.element("code", text: command) }
          }
          for (number, block) in blocks.enumerated() {
            write(block, number, &main)
            main.breakLine()
          }
          values(report.values, isOpen: blocks.isEmpty, &main)
        }
      }
    }
    return "<!DOCTYPE html>\n" + page.text + "\n"
  }

  private func writeHead(
    _ head: inout Markup, _ title: String, _ scales: [HeatMap.Scale]
  ) {
    head.element("meta", ["charset": "utf-8"])
    head.element(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
          + "base-uri 'none'; form-action 'none'",
      ])
    head.element(
      "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    head.element("meta", ["name": "color-scheme", "content": "light dark"])
    head.element("title", text: title)
    // Without one a browser asks the page's server for an icon.
    head.element("link", ["rel": "icon", "href": "data:,"])
    head.breakLine()
    head.element("style", text: SVGStyle.rules(scales) + Self.pageRules)
  }
}

// MARK: Blocks

extension HTMLRenderer {
  private func write(_ block: Block, _ number: Int, _ page: inout Markup) {
    switch block {
    case .paragraph(let paragraph): write(paragraph, &page)
    case .equation(let equation): page.element("pre", text: equation.text)
    case .table(let table):
      guard !table.isShown else { return write(table, &page) }
      details("\(table.name): \(counted(table.rows.count, "row"))", table, &page)
    case .line, .heatmap, .bars, .cell: picture(block, number, &page)
    case .pause: break
    }
  }

  /// The lines of a paragraph, those that begin with a mark as a list.
  private func write(_ paragraph: Paragraph, _ page: inout Markup) {
    var rest = paragraph.text.split(separator: "\n")[...]
    while let first = rest.first {
      let isList = Self.item(first) != nil
      let part = rest.prefix { (Self.item($0) != nil) == isList }
      rest = rest.dropFirst(part.count)
      page.element(isList ? "ul" : "p") { element in
        for (number, line) in part.enumerated() {
          if let item = Self.item(line) {
            element.element("li") { write(item, isMarked: paragraph.isMarked, &$0) }
          } else {
            if number > 0 { element.element("br") }
            write(line, isMarked: paragraph.isMarked, &element)
          }
        }
      }
    }
  }

  /// What stands behind the mark of a list item.
  private static func item(_ line: Substring) -> Substring? {
    ["- ", "* ", "• "].contains { line.hasPrefix($0) } ? line.dropFirst(2) : nil
  }

  private func write(_ line: Substring, isMarked: Bool, _ page: inout Markup) {
    guard isMarked else { return page.write(String(line)) }
    for run in MarkedText(parsing: String(line)).runs {
      switch run.emphasis {
      case .plain: page.write(run.text)
      case .strong: page.element("strong", text: run.text)
      case .code: page.element("code", text: run.text)
      }
    }
  }

  /// The drawing with its sentence below, and its numbers folded away.
  private func picture(_ block: Block, _ number: Int, _ page: inout Markup) {
    guard let figure = drawings.figure(of: block) else { return }
    let id = "picture-\(number)"
    page.element("figure") { element in
      element.element(
        "svg",
        [
          "xmlns": "http://www.w3.org/2000/svg", "role": "img",
          "viewBox": "0 -4 \(SVG.length(figure.width + 8)) \(SVG.length(figure.height + 4))",
          "width": SVG.length(figure.width), "aria-labelledby": "\(id)-title \(id)-description",
        ]
      ) { svg in
        svg.element("title", ["id": "\(id)-title"], text: figure.title)
        svg.element("desc", ["id": "\(id)-description"], text: figure.sentence)
        svg.append(figure.markup)
      }
      element.element("figcaption", text: figure.sentence)
    }
    guard let table = Table(wideFormOf: block) else { return }
    let count = table.rows.count * table.columns.count
    if count <= Self.mostNumbers { details("The numbers of \(table.name)", table, &page) }
  }

  private func details(_ summary: String, _ table: Table, _ page: inout Markup) {
    page.element("details") { details in
      details.element("summary", text: summary)
      write(table, &details)
    }
  }

  private func write(_ table: Table, _ page: inout Markup) {
    let columns = table.columns.indices.map { place in
      table.rows.indices.map { table.cell(row: $0, column: place) }
    }
    let isNumeric = columns.map(Table.isNumeric)
    let texts = zip(columns, table.columns).map { values, column in
      columnTexts(values, style: column.digits, digits: digits).map(\.withoutEndingBlanks)
    }
    func attributes(_ place: Int) -> KeyValuePairs<String, String> {
      isNumeric[place] ? ["class": "number"] : [:]
    }
    guard !table.rows.isEmpty else { return page.element("p", text: "\(table.name): no rows") }
    // A table that is too wide for the window moves within its own box.
    page.element(
      "div", ["class": "table", "tabindex": "0", "role": "region", "aria-label": table.name]
    ) { box in
      box.element("table") { element in
        element.element("thead") { head in
          head.element("tr") { row in
            for place in table.columns.indices {
              row.element("th", attributes(place), text: table.columns[place].name)
            }
          }
        }
        element.element("tbody") { body in
          for row in table.rows.indices {
            body.breakLine()
            body.element("tr") { cells in
              for place in texts.indices {
                cells.element("td", attributes(place), text: texts[place][row])
              }
            }
          }
        }
      }
    }
  }

  private func values(_ values: NamedValues, isOpen: Bool, _ page: inout Markup) {
    guard !values.isEmpty else { return }
    let table = Table(
      name: "values", columns: ["name", "value"],
      rows: values.map { [.text($0.name), .text(NumberFormat.text($0.value, .shortest))] })
    if isOpen { write(table, &page) } else { details("Named values", table, &page) }
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// The rules of the page beside those of its drawings; no selector may hold a `>`, which would be
  /// escaped.
  private static let pageRules = """
    :root { color-scheme: light dark; }
    body { margin: 0; font: 16px/1.5 \(SVGStyle.sans); background: #ffffff; color: #1c1e21; }
    main { max-width: 62rem; margin: 0 auto; padding: 1.5rem; }
    h1 { font-size: 1.4rem; line-height: 1.25; }
    code, pre { font-family: \(SVGStyle.mono); font-size: 0.9em; }
    pre { white-space: pre-wrap; padding: 0.75rem 1rem; border-left: 3px solid #8a93a0; }
    figure { margin: 1.5rem 0 0.5rem; }
    figure svg { max-width: 100%; height: auto; }
    .table { overflow-x: auto; margin: 0.75rem 0; }
    table { border-collapse: collapse; font-size: 0.9rem; }
    th, td { padding: 0.2rem 0.8rem 0.2rem 0; text-align: left; vertical-align: top; }
    th { border-bottom: 1px solid #8a93a0; }
    td { border-bottom: 1px solid rgba(128, 138, 150, 0.25); }
    th.number, td.number { text-align: right; }
    summary { cursor: pointer; }
    @media (prefers-color-scheme: dark) {
    body { background: #16181c; color: #e6e6e6; }
    }

    """
}
