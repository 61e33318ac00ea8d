import Reports
import Testing

@testable import Shell

struct ExplainCommandTests {
  @Test(arguments: Glossary.entries.map(\.term))
  func everyTermIsExplained(term: String) throws {
    let shell = try ShellHarness(.text, .init(width: 1000))
    let entry = try #require(Glossary.entry(for: term))
    let text = try shell.text("explain \(term)")
    #expect(text.hasPrefix(term + "\n"))
    for paragraph in entry.text.split(separator: "\n") { #expect(text.contains(paragraph)) }
    if let line = entry.tryLine { #expect(text.contains("Try: \(line)\n")) }
    if let equation = entry.equation { #expect(text.contains(equation)) }
  }

  @Test(arguments: ["forget gate", "'forget gate'", "Forget_Gate", "f", "forget-gates"])
  func aWordMayBeTypedInMoreThanOneWay(words: String) throws {
    #expect(try ShellHarness().report("explain \(words)").title == "forget-gate")
  }

  @Test func allWordsAreListed() throws {
    let report = try ShellHarness().report("explain")
    #expect(report.values["words"] == .integer(Glossary.entries.count))
    let text = try ShellHarness().text("explain")
    for entry in Glossary.entries { #expect(text.contains(entry.term), "\(entry.term)") }
  }

  @Test func anUnknownWordNamesTheNearest() throws {
    #expect(
      try ShellHarness().complaint("explain forget-gaet") == """
        the glossary has no word "forget-gaet"; explain lists them all; did you mean forget-gate?
          explain forget-gaet
                  ^

        """)
    #expect(
      try ShellHarness().message("explain the meaning of life")
        == "the glossary has no word \"the meaning of life\"; explain lists them all")
  }

  @Test func theWordsBesideAreTermsThatCanBeExplained() throws {
    let shell = try ShellHarness()
    for term in Set(Glossary.entries.flatMap(\.seeAlso)) {
      #expect(shell.run("explain \(term)").status == 0, "\(term)")
    }
  }
}
