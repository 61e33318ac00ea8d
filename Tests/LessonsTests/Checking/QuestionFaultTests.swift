import Testing

struct QuestionFaultTests {
  static let option = "[ ] the average of all | Every value weighs the same for ever."
  private static let condition = "[if `get pick=k` > 5] the constant | It knows nothing."

  @Test(arguments: [
    Plant(
      "[ ] **The average that fades** | So.", for: option,
      "this option reads like that of line 88 (**The average that fades**)"),
    Plant("[ ] b | So.", for: option, "this option reads like the letters of options (b)"),
    Plant(
      "[ ] a and C | So.", for: option, "this option reads like the letters of options (a and C)"),
    Plant("[ ] ** '' ** | So.", for: option, "nothing of this option can be typed"),
    Plant(
      "[if `get pick=k` > 5] the average that fades | So.",
      for: "[x] the average that fades | Each step takes a share.", at: "```ask choice",
      "no option of the question in line 87 is right"),
    Plant(
      "[if `get pick=q` > 5] the constant | It knows nothing.", for: condition,
      "there is no value q"),
    Plant(
      "[ ] all {= 1/0} | So.", for: option, "{= 1/0} fails: this divides by 0"),
    Plant(
      "solution: the constant", for: "solution: the average that fades",
      "the solution is not accepted (`the constant` is wrong: It knows nothing.)"),
    Plant(
      "solution: nothing of this", for: "solution: the average that fades",
      "the solution is not accepted (`nothing of this` is not taken for an answer: "
        + "Type the letter of an option, a to c, or its first words.)"),
  ])
  func isFoundInAChoice(plant: Plant) throws { try plant.expect() }

  @Test(arguments: [
    Plant(
      "wrong: Cell-State | x | That comes anew.", for: "wrong: input | x | That comes anew.",
      "this wrong answer is accepted as right (Cell-State)"),
    Plant(
      "wrong: the Input | They stay as they are.", for: "wrong: weights | They stay as they are.",
      "this wrong answer is the same as that of line 102 (the Input)"),
    Plant(
      "answer: the state | '' | cell state", for: "answer: the state | state | cell state",
      "the answer is not accepted (`''` is taken for an empty line)"),
    Plant(
      "solution: memory", for: "solution: cell state",
      "the solution is not accepted (`memory` is wrong)"),
    Plant(
      "wrong: stat | x | That comes anew.", for: "wrong: input | x | That comes anew."),
    Plant(
      "wrong: {= 1/0} | That comes anew.", for: "wrong: input | x | That comes anew.",
      "{= 1/0} fails: this divides by 0"),
    Plant(
      "hint: {= 1/0}", for: "hint: It has a name of its own.", "{= 1/0} fails: this divides by 0"),
  ])
  func isFoundInAWord(plant: Plant) throws { try plant.expect() }

  @Test(arguments: [
    Plant(
      "solution: show x=3", for: "solution: show x=4",
      "the solution is not accepted (`show x=3` is wrong)"),
    Plant(
      "solution: double x=2", for: "solution: show x=4",
      "the solution is not accepted (`double x=2` is not taken for an answer: "
        + "A command that begins with show is awaited here.)"),
    Plant("solution: fail", for: "solution: show x=4", "this fails"),
    Plant(
      "same-result-as: shwo x=4", for: "same-result-as: show x=4",
      "there is no command \"shwo\"; did you mean show?"),
    Plant(
      "must-use: shwo", for: "must-use: show", at: "```ask command",
      "must-use: names shwo, and there is no such command"),
    Plant(
      "must-use: double", for: "must-use: show", at: "same-result-as:",
      "must-use: asks for double, and this is another command"),
    Plant(
      "wrong: = show x=4 | So.", for: "wrong: = show x=5 | That is one too many.",
      "this wrong answer is accepted as right (show x=4)"),
    Plant(
      "wrong: = double x=5 | So.", for: "wrong: = show x=5 | That is one too many.",
      "this wrong answer does not get its reply (`double x=5` is not taken for an answer: "
        + "A command that begins with show is awaited here.)"),
    Plant(
      "wrong: = show x=5 | One.\nwrong: = show x=5 | Two.",
      for: "wrong: = show x=5 | That is one too many.", at: "wrong: = show x=5 | Two.",
      "this wrong answer is the same as that of line 116 (show x=5)"),
  ])
  func isFoundInACommand(plant: Plant) throws { try plant.expect() }

  @Test(arguments: [
    Plant("run: double x=a", for: "run: double x=4", "`double x=a` fails: a is no number"),
    Plant("pick: y", for: "pick: x", "there is no value y"),
    Plant("pick: `get pick=k`/0", for: "pick: x", "this divides by 0"),
    Plant(
      "wrong: = 7 | So.", for: "wrong: = 4 | That goes in.",
      "warning: this foreseen bet is close to what comes out, so its reply is not said (7 beside 8)"
    ),
    Plant(
      "wrong: = 4 | One.\nwrong: = 4 | Two.", for: "wrong: = 4 | That goes in.",
      at: "wrong: = 4 | Two.", "this foreseen bet gets the reply of another (4)"),
    Plant(
      "wrong: = 4 | {= 1/0}", for: "wrong: = 4 | That goes in.", "{= 1/0} fails: this divides by 0"),
    Plant("wrong: = 1/0 | So.", for: "wrong: = 4 | That goes in.", "this divides by 0"),
    Plant(
      "explain: {= `last pick=q`}", for: "explain: Twice {= `last pick=x` / 2}.",
      "{= `last pick=q`} fails: there is no value q"),
    Plant(
      "[if `get pick=k` > 1] no | It is.",
      for: "[if `get pick=k` <= 3] no | It is {= `get pick=k`}.",
      at: "```guess choice", "none of the options comes true"),
    Plant(
      "[if `get pick=k` <= 3] yes | So.",
      for: "[if `get pick=k` <= 3] no | It is {= `get pick=k`}.",
      "this option reads like that of line 136 (yes)"),
    Plant(
      "[if `get pick=k` <= 3] no | It is {= `get pick=q`}.",
      for: "[if `get pick=k` <= 3] no | It is {= `get pick=k`}.",
      "{= `get pick=q`} fails: there is no value q"),
    Plant(
      "[if `get pick=k` > 3] yes {= 1/0} | It is.", for: "[if `get pick=k` > 3] yes | It is.",
      "{= 1/0} fails: this divides by 0"),
    Plant(
      "[if `fail pick=k` > 3] yes | It is.", for: "[if `get pick=k` > 3] yes | It is.",
      "this fails"),
  ])
  func isFoundInABet(plant: Plant) throws { try plant.expect() }

  @Test(arguments: [
    Plant(
      "criterion: {= 1/0}", for: "criterion: I say that it comes first.",
      "{= 1/0} fails: this divides by 0"),
    Plant(
      "model: {= 1/0}", for: "model: It shows me what I thought before I knew.",
      "{= 1/0} fails: this divides by 0"),
  ])
  func isFoundWhereOwnWordsAreAsked(plant: Plant) throws { try plant.expect() }
}
