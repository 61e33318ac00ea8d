import Testing

struct PageFaultTests {
  private static let paragraph =
    "A paragraph with **bold** words, `code` and a number: {= `show x=2 pick=x` + 1}."
  private static let row = "| two | {= `show x=2 pick=x`} |"
  private static let hint = "hint: It has a name of its own."

  @Test(arguments: [
    Plant(
      "shwo x=2 y=-3", for: "show x=2 y=-3",
      "`shwo x=2 y=-3` fails: there is no command \"shwo\"; did you mean show?"),
    Plant("fail twice", for: "say word=hat", "`fail twice` fails: this fails"),
    Plant("say a=b", for: "fail", "a mistake is expected here, and the command succeeds (say a=b)"),
  ])
  func isFoundInARun(plant: Plant) throws { try plant.expect() }

  @Test(arguments: [
    Plant(
      "x = 5/2 within 0.001", for: "x = 4/2 within 0.001",
      "x is not what it should be (it is 2, expected 2.5)"),
    Plant(
      "x = `get pick=q` within 0.001", for: "x = 4/2 within 0.001", "there is no value q"),
    Plant(
      "xx = 2 within 0.001", for: "x = 4/2 within 0.001",
      "the last answer has no value xx; did you mean x?"),
    Plant(
      "y in -2..4", for: "y in -4..-2", "y is not what it should be (it is -3, expected -2..4)"),
    Plant(
      "word is \"cap\"", for: "word is \"hat\"",
      "word is not what it should be (it is hat, expected cap)"),
    Plant(
      "word in 1..2", for: "word is \"hat\"",
      "word is not what it should be (it is hat, expected 1..2)"),
    Plant("has block row", for: "has block rows", "the last answer has no block row"),
  ])
  func isFoundInACheck(plant: Plant) throws { try plant.expect() }

  @Test(arguments: [
    Plant(
      "A paragraph: {= `show x=2 pick=x`}, {= `show x=2 pick=y`}.", for: paragraph,
      "{= `show x=2 pick=y`} fails: there is no value y"),
    Plant(
      "A paragraph: {= `last pick=x`}.", for: paragraph,
      "{= `last pick=x`} fails: last is asked for, and no command has run on this page before"),
    Plant("- {= 1/0}", for: "- an item", "{= 1/0} fails: this divides by 0"),
    Plant(
      "| {= 1/0} | {= `show x=2 pick=x`} |", for: row, "{= 1/0} fails: this divides by 0"),
    Plant("> teacher: {= 1/0}", for: "> teacher: Two minutes.", "{= 1/0} fails: this divides by 0"),
    Plant("a {= 1/0} over b", for: "a over b", "{= 1/0} fails: this divides by 0"),
  ])
  func isFoundInAText(plant: Plant) throws { try plant.expect() }

  private static let bare =
    "warning: a bare number stands beside a model's name; if it is what a trained model does, "
    + "compute it with {= …}"

  @Test(arguments: [
    Plant("The **LSTM** errs by 0.28, and nobody asked.", for: paragraph, bare),
    Plant("| LSTM | 0.28 |", for: row, bare),
    Plant("hint: The GRU holds $3.", for: hint, bare),
    Plant("[ ] an RNN | It keeps 40 % of it.", for: QuestionFaultTests.option),
    Plant("[ ] the RNN of 40% | So.", for: QuestionFaultTests.option, bare),
    Plant("hint: A GRU that holds 0.5, and the GRU.", for: hint, bare),
    Plant("hint: A GRU with z = 0.5, or my SimpleRNN with v = 0.9.", for: hint),
    Plant("criterion: The GRU keeps 0.5.", for: "criterion: I say that it comes first.", bare),
    Plant(
      "hint: A LSTM of 10,400 weights and 50 units. It is 0.5, here in `lstm 0.5`.", for: hint),
  ])
  func warnsOfABareNumberBesideAModelsName(plant: Plant) throws { try plant.expect() }

  private static let vary = "```vary b=0.6|0.7|0.8 k=2..4 where {k} < 4"

  @Test(arguments: [
    Plant(
      "```vary b=0.6|0.7|0.8 k=2..4 where {k} > 4", for: vary,
      "the condition of the draws in line 69 holds of none that was tried"),
    Plant(
      "```vary b=0.6|0.7|0.8 k=2..4 where `get pick=q` > {k}", for: vary, "there is no value q"),
    Plant("```vary b=0.6|0.7|0.8 k=2..4 where {k} < 4*`get pick=k`", for: vary),
  ])
  func isFoundInTheDraws(plant: Plant) throws { try plant.expect() }

  private static let kept = "```kept sound/numbers"

  @Test(arguments: [
    Plant(
      "needs: serise", for: "needs: series",
      "needs: names serise, and there is no such lesson; did you mean series?"),
    Plant("needs: series, sound", for: "needs: series", "a lesson cannot need itself"),
    Plant("needs: broken", for: "needs: series"),
    Plant(
      "```kept serise/bet", for: kept,
      "kept names serise, and there is no such lesson; did you mean series?"),
    Plant(
      "```kept series/bat", for: kept,
      "kept names bat, and series has no such page; did you mean bet?"),
    Plant(
      "```kept series/first", for: kept, "kept names a page on which nothing is asked (first)"),
    Plant(
      "```kept sound/bets", for: kept, "kept names bets, and no page before this one has that id"),
    Plant("```kept sound/runs", for: kept, "kept names a page on which nothing is asked (runs)"),
    Plant("```kept series/bet", for: kept),
    Plant("```kept broken/any", for: kept),
  ])
  func isFoundInWhatIsSaidOfOtherLessons(plant: Plant) throws { try plant.expect() }
}
