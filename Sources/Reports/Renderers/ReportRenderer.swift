/// Turns reports into one form.
public protocol ReportRenderer: Sendable {
  /// The report in this form, whole and with a newline at its end, ready to be written.
  ///
  /// - Parameters:
  ///   - report: What a command answered.
  ///   - command: The command as typed.
  /// - Returns: The text; empty where there is nothing to say.
  func render(_ report: Report, command: String) -> String
}

/// A row of the table of forms that a report may have in a file.
public struct FileForm: Sendable {
  /// The ending of the files, without its point.
  public let ending: String
  /// What such a file is, in a few words for an answer.
  public let purpose: String
  /// Makes the renderer that shows numbers in so many significant digits; forms that keep every
  /// digit ignore it.
  public let renderer: @Sendable (_ digits: Int) -> any ReportRenderer

  /// Every form, in order of its ending.
  public static let all: [FileForm] = [
    FileForm(ending: "csv", purpose: "a table for spreadsheets") { _ in CSVRenderer() },
    FileForm(ending: "html", purpose: "a page for any browser") { HTMLRenderer(digits: $0) },
    FileForm(ending: "json", purpose: "the data for programs") { _ in JSONRenderer() },
    FileForm(ending: "md", purpose: "notes in Markdown") { MarkdownRenderer(digits: $0) },
    FileForm(ending: "svg", purpose: "a picture") { SVGRenderer(digits: $0) },
  ]
}
