import Testing

/// One fault planted in the sound lesson, and what must be said of it and of nothing else.
struct Plant: Sendable, CustomTestStringConvertible {
  private let old: String
  private let new: String
  private let place: String
  private let messages: [String]

  /// Plants a fault.
  ///
  /// - Parameters:
  ///   - new: What stands in the place of `old`.
  ///   - old: A text of the sound lesson that stands in it once.
  ///   - place: The beginning of the line to blame; nil for the new text.
  ///   - messages: What is said, without file and line; none for a text that is no fault.
  init(_ new: String, for old: String, at place: String? = nil, _ messages: String...) {
    self.old = old
    self.new = new
    self.place = place ?? new
    self.messages = messages
  }

  var testDescription: String { new }

  /// Expects that exactly the messages are found, at their line.
  func expect() throws {
    let text = try SoundLesson.planting(new, for: old)
    let line = try SoundLesson.line(beginning: place, in: text)
    let found = try SoundLesson.faults(in: text)
    #expect(found == messages.map { "sound.md:\(line): \($0)" })
  }
}
