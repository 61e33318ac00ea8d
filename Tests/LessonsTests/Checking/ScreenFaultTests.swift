import Testing

struct ScreenFaultTests {
  private static func letters(_ count: Int, _ letter: String = "a") -> String {
    String(repeating: letter, count: count)
  }

  private static let paragraph =
    "A paragraph with **bold** words, `code` and a number: {= `show x=2 pick=x` + 1}."
  private static let row = "| two | {= `show x=2 pick=x`} |"
  private static let hint = "hint: It has a name of its own."

  @Test(arguments: [
    Plant("title: \(letters(80))", for: "title: A sound lesson"),
    Plant(
      "title: \(letters(81))", for: "title: A sound lesson",
      "a title has room for 80 columns (this one takes 81)"),
    Plant(
      "summary: \(letters(81))", for: "summary: Every kind of block, and nothing wrong.",
      "a word has room for 80 columns (this one takes 81)"),
    Plant("## \(letters(71)) {#runs}", for: "## Runs {#runs}"),
    Plant(
      "## \(letters(72)) {#runs}", for: "## Runs {#runs}",
      "a title has room for 71 columns (this one takes 72)"),
  ])
  func titlesThatAreTooWideAreFound(plant: Plant) throws { try plant.expect() }

  @Test(arguments: [
    Plant("Text **\(letters(80))** text.", for: paragraph),
    Plant(
      "Text \(letters(81)) text.", for: paragraph,
      "a word has room for 80 columns (this one takes 81)"),
    Plant(
      "Text `\(letters(39)) \(letters(39))` text.", for: paragraph,
      "a piece of code has room for 78 columns (this one takes 79)"),
    Plant(
      "- \(letters(79))", for: "- an item", "a word has room for 78 columns (this one takes 79)"),
    Plant(
      "| \(letters(78)) | {= `show x=2 pick=x`} |", for: row, at: "| name",
      "a table has room for 80 columns (this one takes 85)"),
    Plant("| **\(letters(73))** | {= `show x=2 pick=x`} |", for: row),
    Plant(
      "criterion: \(letters(81))", for: "criterion: I say that it comes first.",
      "a word has room for 80 columns (this one takes 81)"),
    Plant(
      "[ ] \(letters(76)) | So.", for: QuestionFaultTests.option,
      "a word of an option has room for 75 columns (this one takes 76)"),
    Plant("hint: \(letters(81))", for: hint, "a word has room for 80 columns (this one takes 81)"),
  ])
  func textsThatAreTooWideAreFound(plant: Plant) throws { try plant.expect() }

  @Test(arguments: [
    Plant(
      "show x=2 y=-3 \(letters(54))=1", for: "show x=2 y=-3",
      "a command behind the prompt has room for 69 columns (this one takes 70)"),
    Plant(
      "h_t = \(letters(73))", for: "h_t = \\tanh(W x_t + V h_{t-1})",
      "an equation has room for 78 columns (this one takes 79)"),
    Plant(
      "h_t\n\(letters(79))", for: "a over b", at: letters(79),
      "an equation has room for 78 columns (this one takes 79)"),
    Plant(
      "\(letters(8, "σ"))\(letters(39))", for: "a over b",
      "warning: an equation has room for 78 columns, also without Unicode (this one takes 79 then)"),
    Plant(
      "template: show x=____ \(letters(67))", for: "template: show x=____",
      "a command with gaps has room for 78 columns (this one takes 79)"),
    Plant(
      "solution: exp({k}*ln({b}))\(letters(33, "+0"))", for: "solution: exp({k}*ln({b}))",
      "a solution has room for 78 columns (this one takes 80; with b=0.6 k=2)"),
  ])
  func linesThatAreTooWideAreFound(plant: Plant) throws { try plant.expect() }

  @Test(arguments: [
    Plant("hint: 字", for: hint, "the sign 字 has no form on a terminal without Unicode"),
    Plant(
      "| 字 | {= `show x=2 pick=x`} |", for: row,
      "the sign 字 has no form on a terminal without Unicode"),
    Plant("a 字 over b", for: "a over b", "the sign 字 has no form on a terminal without Unicode"),
    Plant("hint: Does c̃ = σ(ŷ) ⊙ V⁻¹ read well?", for: hint),
  ])
  func signsWithoutAnASCIIFormAreFound(plant: Plant) throws { try plant.expect() }
}
