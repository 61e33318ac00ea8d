import Grammar
import Reports

extension Report {
  /// The answer to `pick=NAME`: the one named value and nothing else.
  ///
  /// - Throws: `Mistake` at the name when the report has no such value, with the names it has.
  func picking(_ name: Word) throws(Mistake) -> Report {
    guard let value = values[name.text] else {
      let names = Array(values.names)
      let known =
        names.isEmpty
        ? "this answer has no named values" : "it has \(names.joined(separator: ", "))"
      throw Mistake(
        "there is no value \"\(name.text)\" in this answer; \(known)", at: name.range,
        hint: nearestWord(to: name.text, among: names))
    }
    var picked = Report(title: title)
    picked.values[name.text] = value
    return picked
  }
}
