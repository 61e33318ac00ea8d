extension PageReader {
  /// Reads a question for own words.
  mutating func read(write fence: LessonElement.Fence) {
    refuseRest(of: fence)
    let question = takeQuestion(of: fence)
    let lines = KeyLines(fence, of: "write", once: ["model"], often: ["criterion"], &log)
    let model = required("model", in: lines, of: "write", fence)
    let criteria = lines.all("criterion").map { prose($0) }
    if !(2...4).contains(criteria.count) {
      log.add("write needs two to four lines criterion:", at: fence.head)
    }
    blocks.append(
      .write(
        WriteBlock(
          line: fence.line, question: question,
          model: model.map { prose($0) } ?? Template([], line: fence.line), criteria: criteria)))
  }
}
