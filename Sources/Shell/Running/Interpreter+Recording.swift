import Grammar
import Reports

extension Interpreter {
  /// Answers what was typed, and records both where a recording is on.
  ///
  /// What is run from within, as the lines of a script, belongs to the answer.
  func recorded(_ typed: String, _ body: () -> Int32) -> Int32 {
    guard recording?.isInEntry != true else { return body() }
    recording?.begin(typed, behind: promptWithoutSign)
    let status = body()
    do {
      try recording?.end(succeeded: status == ExitStatus.success)
    } catch {
      let file = recording?.file ?? ""
      recording = nil
      warn("the recording into \(printable(file)) ends here: \(error)")
    }
    return status
  }

  /// Does what `record` asks for.
  ///
  /// - Returns: What there is to say.
  /// - Throws: `Mistake` for what makes no sense now, `FileError` when the file cannot be written.
  func answer(_ request: Recording.Request) throws -> Report {
    switch request {
    case .begin(let kind, let file, let overwrite):
      return try beginRecording(kind, file, overwrite)
    case .end:
      guard let ended = recording else {
        throw Mistake("nothing is being recorded", at: nil)
      }
      recording = nil
      return Report(recording: ended, title: "The recording is in \(printable(ended.file))")
    case .tell:
      guard let recording else {
        var report = Report(title: "Nothing is being recorded")
        report.add(marked: "`record FILE` begins; the file's name ends in .gate, .md or .cast.")
        return report
      }
      return Report(recording: recording, title: "Recording into \(printable(recording.file))")
    }
  }

  private func beginRecording(
    _ kind: Recording.Kind, _ file: String, _ overwrite: Bool
  ) throws -> Report {
    if let recording {
      throw Mistake(
        "a recording into \(printable(recording.file)) is on; record off ends it", at: nil)
    }
    if kind == .gate, dialogue != nil {
      throw Mistake(
        "answers without their lesson cannot be run again: begin a .gate before the lesson, "
          + "or record a .md here", at: nil)
    }
    let context = context
    try write(
      Session.OutputFile(
        path: context.path(file), bytes: Array(Recording.beginning(kind, context).utf8),
        overwrite: overwrite))
    recording = Recording(kind, file: file, context)
    var report = Report(title: "Recording into \(printable(file))")
    report.add(
      marked: "It gets \(kind.purpose), each command once it is answered. `record off` ends it.")
    return report
  }
}

extension Report {
  /// How far a recording is.
  fileprivate init(recording: Recording, title: String) {
    self.init(title: title)
    values["commands"] = .integer(recording.entryCount)
    add(paragraph: "It holds \(count(recording.entryCount, "command")).")
  }
}
