/// The lines of a recording of a terminal as players such as asciinema's show it.
///
/// The format is [asciicast v2](https://docs.asciinema.org/manual/asciicast/v2): a header, then an event
/// a line, each a JSON text. So a recording that breaks off after any line is a whole one.
public enum Asciicast {
  /// The header.
  ///
  /// - Parameters:
  ///   - width: Columns of the screen.
  ///   - height: Lines of the screen.
  ///   - timestamp: When the recording began, in seconds since 1970.
  ///   - title: What it shows.
  /// - Returns: One line with its newline.
  public static func header(width: Int, height: Int, timestamp: Int, title: String) -> String {
    var json = JSONWriter()
    json.object {
      $0.field("version", 2)
      $0.field("width", .integer(width))
      $0.field("height", .integer(height))
      $0.field("timestamp", .integer(timestamp))
      $0.field("title", .text(title))
    }
    return json.text + "\n"
  }

  /// Something that the screen showed.
  ///
  /// - Parameters:
  ///   - text: The text, each of its lines ended by a newline alone.
  ///   - seconds: When, from the beginning of the recording; written to the microsecond.
  /// - Returns: One line with its newline.
  public static func output(_ text: String, at seconds: Double) -> String {
    var json = JSONWriter()
    json.array([Value.double((seconds * 1e6).rounded() / 1e6), "o", .text(returned(text))]) {
      $0.value($1)
    }
    return json.text + "\n"
  }

  /// The text as a terminal gets it: a newline alone goes down and not back.
  private static func returned(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" { result += "\r" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
