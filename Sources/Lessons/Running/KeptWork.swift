/// What a student bet, answered or wrote on a page of a lesson, as it comes back on the screen.
struct KeptWork {
  /// Marked text; a line for each bet, answer and text, or what to do where there is none.
  let text: String

  /// Looks it up.
  ///
  /// - Parameters:
  ///   - block: The page.
  ///   - progress: What the student has done.
  ///   - dayOf: The day of a time.
  init(_ block: KeptBlock, in progress: Progress, dayOf: (Int) -> String) {
    let questions = progress.lessons[block.lesson]?.pages[block.page]?.questions ?? [:]
    let lines = questions.sorted { $0.key < $1.key }.compactMap { _, record in
      Self.line(record, dayOf)
    }
    text =
      lines.isEmpty
      ? "Nothing of yours is kept from there yet: the page `\(block.page)` of `lesson \(block.lesson)`."
      : lines.joined(separator: "\n")
  }

  private static func line(_ record: QuestionRecord, _ dayOf: (Int) -> String) -> String? {
    if let writing = record.writing {
      return "On \(dayOf(writing.time)) you wrote: \(writing.text)"
    }
    guard let last = record.tries.last else { return nil }
    let verb = record.kind == .guess ? "bet" : "answered"
    let day = last.time > 0 ? "On \(dayOf(last.time)) you" : "You"
    return "\(day) \(verb): \(last.given)"
  }
}
