/// What the shell takes a typed line for, before a lesson looks at it.
public enum LineReading: Sendable, Equatable {
  /// A line of commands that the shell knows; the verb of the first, by its own name.
  case command(verb: String)
  /// A line that begins with a word near a command's: the word as typed, and the command.
  case nearCommand(verb: String, nearest: String)
  /// Anything else, such as a number or own words.
  case other
}
