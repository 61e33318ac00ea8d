import Testing

struct NumberFaultTests {
  private static let answer = "answer: = {b}^{k} within 1%"
  private static let wrong = "wrong: = {b}*{k} | The factors multiply."
  private static let solution = "solution: exp({k}*ln({b}))"

  @Test(arguments: [
    Plant(
      "answer: = {b}^{k}/({k}-2) within 1%", for: answer, "this divides by 0 (with b=0.6 k=2)"),
    Plant(
      "answer: = `say x=1 pick=x` within 1%", for: answer,
      "`say x=1 pick=x` is 1, no number (with b=0.6 k=2)"),
    Plant(
      "answer: = `last pick=x`", for: answer,
      "last is asked for, and no command has run on this page before (with b=0.6 k=2)"),
    Plant(
      wrong.replacing("{b}*{k}", with: "ln({k}-3)"), for: wrong,
      "ln needs a number above 0 (with b=0.6 k=2)"),
    Plant(
      "wrong: = {b}*{k} | {= 1/({k}-3)}", for: wrong,
      "{= 1/({k}-3)} fails: this divides by 0 (with b=0.6 k=3)"),
    Plant("solution: `fail pick=x`", for: solution, "this fails (with b=0.6 k=2)"),
    Plant(
      "hint: {= `shwo x=1 pick=x`}", for: "hint: Each step keeps the share {b}.",
      "{= `shwo x=1 pick=x`} fails: there is no command \"shwo\" (with b=0.6 k=2); did you mean show?"
    ),
    Plant(
      "explain: It is {= 1/({k}-3)}.", for: "explain: It is {= {b}^{k}}.",
      "{= 1/({k}-3)} fails: this divides by 0 (with b=0.6 k=3)"),
  ])
  func whatCannotBeComputedIsFound(plant: Plant) throws { try plant.expect() }

  @Test(arguments: [
    Plant(
      "wrong: = {b}^(2*{k}/2) | So.", for: wrong,
      "this wrong answer is accepted as right (0.36; with b=0.6 k=2)"),
    Plant(
      "wrong: = 0.345 | So.", for: wrong,
      "this wrong answer is accepted as right (0.345; with b=0.7 k=3)"),
    Plant(
      "wrong: = 0.5 + ({b}-0.8)^2 + ({k}-3)^2 + 0.01736 | So.", for: wrong,
      "this wrong answer is accepted as right once it is rounded (0.517 for 0.51736; with b=0.8 k=3)"
    ),
    Plant(
      "wrong: = {b}^({k}+2) | So.", for: wrong, at: "wrong: = {b}^({k}+2) | Two",
      "this wrong answer is the same as that of line 76 (0.1296; with b=0.6 k=2)"),
    Plant(
      "solution: exp({k}*ln(0.7))", for: solution,
      "the solution is not accepted (`exp(2*ln(0.7))` is wrong; with b=0.6 k=2)"),
    Plant(
      "solution: {b} ^ {k}", for: solution,
      "warning: the solution is the answer itself; found by another way it would prove something"),
    Plant(
      "solution: {b}*{k}", for: solution,
      "the solution is not accepted (`0.6*2` is wrong: The factors multiply.; with b=0.6 k=2)"),
  ])
  func whatIsJudgedOtherwiseThanForeseenIsFound(plant: Plant) throws { try plant.expect() }

  @Test(arguments: [
    (
      "answer: = 0.001 within 0.01",
      ["the right number without its sign is accepted as right (-0.001 beside 0.001"]
        + ["a hundredth of the right number is accepted as right (0.00001 beside 0.001"]
    ),
    (
      "answer: = 10 within 990",
      ["a hundred times the right number is accepted as right (1000 beside 10"]
    ),
    ("answer: = 0.5 within 1%", ["1 minus the right number is accepted as right (0.5 beside 0.5"]),
    (
      "answer: = 2 within 4",
      ["the right number without its sign is accepted as right (-2 beside 2"]
    ),
  ])
  func slipsThatWouldBeRightAreFound(answer: String, messages: [String]) throws {
    let text = try SoundLesson.planting(answer, for: Self.answer)
    let found = try SoundLesson.faults(in: text)
    for message in messages { #expect(found.contains { $0.contains("sound.md:75: \(message)") }) }
  }
}
