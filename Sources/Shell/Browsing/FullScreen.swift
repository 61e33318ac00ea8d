public import LineEditing

/// The whole screen of a terminal, for a program that draws all of it and takes single keys.
public protocol FullScreen: AnyObject {
  /// The size of the window now.
  var size: (columns: Int, rows: Int) { get }
  /// Whether a key has been struck that was not read yet.
  var isKeyWaiting: Bool { get }
  /// Waits for a key; `.redraw` says that nothing drawn is left, or that the size is another one.
  func readKey() -> LineEditing.Key
  /// Shows lines from the top down, each as wide as the window at most.
  func show(_ lines: [String])
  /// Gives the terminal back with what it showed before.
  func close()
}
