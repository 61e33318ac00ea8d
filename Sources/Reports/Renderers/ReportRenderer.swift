/// Turns reports and mistakes into one form.
public protocol ReportRenderer: Sendable {
  /// The report in this form, whole and with a newline at its end, ready to be written.
  ///
  /// - Parameters:
  ///   - report: What a command answered.
  ///   - command: The command as typed.
  /// - Returns: The text; empty where there is nothing to say.
  func render(_ report: Report, command: String) -> String

  /// The mistake in this form, with a newline at its end, ready to be written.
  func render(_ error: ReportError) -> String
}

/// A row of the table of forms.
public struct ReportForm: Sendable {
  /// The name by which a user asks for the form.
  public let name: String
  /// One line for the help.
  public let purpose: String
  /// Makes the renderer for a screen; forms that know no screen ignore it.
  public let renderer: @Sendable (TerminalCapabilities) -> any ReportRenderer

  /// Every form, in order of name.
  public static let all: [ReportForm] = [
    ReportForm(name: "json", purpose: "one object a command, each on one line") { _ in
      JSONRenderer()
    },
    ReportForm(name: "text", purpose: "what a terminal shows") { TextRenderer($0) },
  ]
}
