import Testing

@testable import Lessons

struct FoldedTextTests {
  static let same: [(String, [String])] = [
    (
      "cell state",
      [
        "Cell State", "cell-state", "cellstate", " the cell  state. ", "CELL‑STATE", "cell_state",
        "\"cell state\"", "`cell state`", "The “cell state”", "a cell state",
      ]
    ),
    ("beta", ["β", "BETA", "Β", "the β."]),
    ("sigma", ["σ", "Σ", "ς", "Sigma"]),
    ("c̃", ["c~", "c tilde", "c-tilde", "C̃"]),
    ("ŷ", ["y\u{302}", "y^", "y hat", "yhat"]),
    ("σ'", ["sigma’"]),
    ("φ", ["phi", "ϕ"]),
    ("lstm-1", ["LSTM 1", "lstm–1"]), ("t = -1", ["t=-1", "t=−1"]),
    ("a", ["A", "a.", "the a"]),
    ("2017-12-29", ["2017–12–29", "20171229"]),
    ("h × c", ["h*c", "h⊙c", "h · c"]),
  ]

  @Test(arguments: same)
  func areTheSame(text: String, others: [String]) {
    for other in others { #expect(FoldedText(other) == FoldedText(text), "\(other)") }
  }

  @Test(arguments: [
    ("c", "c̃"), ("from -1 to 1", "from 1 to 1"), ("1", "-1"), ("t=1", "t=-1"), (".5", "-.5"),
    ("hidden", "cell"), ("an", "a"),
    ("the", "a"), ("0.5", "05"), ("n", "ñ"), ("f*c", "fc"),
  ])
  func areNotTheSame(one: String, other: String) {
    #expect(FoldedText(one) != FoldedText(other))
  }

  @Test(arguments: ["", "  ", "''", "-", " — "])
  func nothingIsLeftOfMarksAlone(text: String) {
    #expect(FoldedText(text).isEmpty)
  }
}
