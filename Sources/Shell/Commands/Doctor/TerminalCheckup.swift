import LineEditing
import Reports

/// What `doctor` says of the terminal; answers that go to a file or a program need none.
struct TerminalCheckup {
  private let screen: TerminalCapabilities
  private let environment: [String: String]

  init(_ context: CommandContext) {
    screen = context.capabilities
    environment = context.environment
  }

  var findings: [Finding] { [size, colors, characters, editing] }

  private var terminalName: String {
    environment["TERM"].flatMap { $0.isEmpty ? nil : printable($0) } ?? "none"
  }

  private var size: Finding {
    let width = screen.width
    let rows = screen.height
    var finding = Finding(
      name: "terminal",
      found: screen.isTerminal
        ? "TERM=\(terminalName), \(width) columns" + (rows.map { " × \($0) rows" } ?? "")
        : "none, the answers go to a file or a program; \(width) columns",
      values: [
        "terminal": .boolean(screen.isTerminal), "term": .text(terminalName),
        "columns": .integer(width), "rows": Value(rows),
      ])
    if screen.isTerminal, width < 80 || rows.map({ $0 < 24 }) ?? false {
      finding.advice = "make the window at least 80 columns wide and 24 rows high"
    }
    return finding
  }

  private var colors: Finding {
    let (count, found) =
      switch screen.color {
      case .none: (0, "none")
      case .sixteen: (16, "16")
      case .twoFiftySix: (256, "256")
      case .trueColor: (1 << 24, "24 bits")
      }
    var finding = Finding(name: "colours", found: found, values: ["colors": .integer(count)])
    if screen.isTerminal, screen.color == .none {
      finding.advice =
        environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        ? "NO_COLOR is set; set color=always has colours all the same"
        : "where the terminal has colours, export TERM=xterm-256color or set color=always"
    }
    return finding
  }

  private var characters: Finding {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
      .first { !$0.isEmpty }.map(printable)
    var finding = Finding(
      name: "characters",
      found: (screen.unicode ? "Unicode" : "ASCII only")
        + (locale.map { ", locale \($0)" } ?? ", no locale is set"),
      values: ["unicode": .boolean(screen.unicode), "locale": Value(locale)])
    if screen.isTerminal, !screen.unicode {
      finding.advice = "export LC_ALL=C.UTF-8 (or en_US.UTF-8) before gatehouse starts"
    }
    return finding
  }

  private var editing: Finding {
    let version = Terminal.libeditVersion
    var finding = Finding(
      name: "line editing", found: "libedit \(version)", values: ["libedit": .text(version)])
    if screen.isTerminal, Terminal.isTerminal(0), !Terminal.canEdit(environment: environment) {
      finding.advice = "TERM names no terminal that can edit; export TERM=xterm-256color"
    } else if OwnSettings.found == .leftAlone {
      finding.advice =
        "your .editrc is left alone, since libedit would stumble over it; look for an open quotation, "
        + "or a line of 1,000 characters"
    }
    return finding
  }
}
