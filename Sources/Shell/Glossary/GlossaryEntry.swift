/// One word of the field, explained.
struct GlossaryEntry: Sendable {
  /// The word as it is typed: lower case, hyphens between its parts, as in `forget-gate`.
  let term: String

  /// Letters and synonyms that find the same entry, as they are shown: `f`, `forget`.
  let otherNames: [String]

  /// One to three paragraphs separated by blank lines, without line breaks inside a paragraph.
  let text: String

  /// The equation in Unicode; a prime marks the step before, `z` is the share that is kept.
  let equation: String?

  /// A command line that shows the thing.
  let tryLine: String?

  /// Terms of related entries.
  let seeAlso: [String]

  /// Where the idea or the fact was published.
  let source: String?

  /// Makes an entry; what a word does not have is left out.
  init(
    term: String, otherNames: [String] = [], text: String, equation: String? = nil,
    tryLine: String? = nil, seeAlso: [String] = [], source: String? = nil
  ) {
    self.term = term
    self.otherNames = otherNames
    self.text = text
    self.equation = equation
    self.tryLine = tryLine
    self.seeAlso = seeAlso
    self.source = source
  }
}
