import LineEditing

/// The history on disk: one command a line, private, shared by all shells of a user.
///
/// Each line is appended under a lock as soon as it is typed, so two shells lose nothing to one another and a killed
/// one loses nothing at all.
final class HistoryStore {
  private static let limitInBytes = 16 << 20

  private let files: Files
  private let path: String?
  private(set) var text: HistoryText
  /// Whether the file ends in the middle of a line, as after a full disk.
  private var isCutShort = false
  /// Why the history is not kept; `nil` while all is well.
  private(set) var trouble: String?

  /// Reads the history of the state folder.
  init(files: Files, places: Places) {
    self.files = files
    path = places.stateFolder.map { $0 + "/history" }
    text = HistoryText()
    guard let path else { return }
    do {
      guard let bytes = try files.readIfPresent(path, limit: Self.limitInBytes) else { return }
      isCutShort = bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false
      text = HistoryText(bytes: bytes)
      if text.lines.count == HistoryText.limit { try shorten(path) }
    } catch {
      trouble = "the history is not read: \(error)"
    }
  }

  /// Keeps a line, unless it is one that is not kept.
  ///
  /// - Returns: Whether the line belongs to the history.
  func add(_ line: String) -> Bool {
    guard text.append(line) else { return false }
    guard let path, trouble == nil, let kept = text.lines.last else { return true }
    do {
      try files.append((isCutShort ? "\n" : "") + kept + "\n", to: path, permissions: 0o600)
      isCutShort = false
    } catch {
      trouble = "the history is not kept: \(error)"
    }
    return true
  }

  /// Writes the bounded history back, once a session, so that the file does not grow for ever.
  private func shorten(_ path: String) throws {
    try files.update(path, permissions: 0o600) { current in
      current.map { Array(HistoryText(bytes: $0).text.utf8) }
    }
  }
}
