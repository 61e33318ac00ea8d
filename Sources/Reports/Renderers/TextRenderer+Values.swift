extension TextRenderer {
  /// The named values alone, each on one line at full precision: the answer to `pick=NAME`.
  ///
  /// What is absent is the word `none`, so that a script never reads an empty line.
  public func render(values: NamedValues) -> String {
    values.map { _, value in
      let text = value == .null ? "none" : NumberFormat.text(value, .shortest)
      return (capabilities.unicode ? text : ascii(text)) + "\n"
    }.joined()
  }
}
