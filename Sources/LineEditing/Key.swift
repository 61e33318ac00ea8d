/// One stroke of a key, or what else ends the wait for one.
public enum Key: Sendable, Equatable {
  /// A character as it was typed.
  case character(Character)

  /// A letter struck with Ctrl, in lower case.
  case control(Character)

  /// The key Enter.
  case enter

  /// The key Escape alone.
  case escape

  /// The key Tab.
  case tab

  /// Shift and Tab.
  case backTab

  /// The key that deletes to the left.
  case backspace

  /// The key that deletes to the right.
  case delete

  /// An arrow key.
  case up

  /// An arrow key.
  case down

  /// An arrow key.
  case left

  /// An arrow key.
  case right

  /// The key Home.
  case home

  /// The key End.
  case end

  /// The key Page Up.
  case pageUp

  /// The key Page Down.
  case pageDown

  /// A key that has no name here.
  case unknown

  /// Ctrl-C.
  case interrupt

  /// The window has another size, or the process goes on after a stop: draw anew.
  case redraw

  /// Ctrl-D, or nothing is left to read.
  case endOfInput

  /// A signal asks the process to end.
  case terminated(signal: Int32)
}
