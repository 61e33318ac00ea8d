import Testing

@testable import Shell

struct GlossaryTests {
  /// Every word that a user meets in answers, keys and lessons, as it may be typed.
  static let requiredWords = [
    // The series and the places in it.
    "series", "t", "window", "step", "mode", "carry", "unit", "bias of a forecast", "sd",
    "look_back", "prediction", "target", "level", "change", "feature", "x",
    // Layers, gates and states, by name and by letter.
    "kernel", "W", "recurrent kernel", "recurrentKernel", "U", "V", "bias", "b",
    "input gate", "input", "i", "forget gate", "forget", "f", "candidate", "c̃", "g", "n",
    "output gate", "output", "o", "cell state", "cell", "c", "hidden state", "hidden", "h",
    "update gate", "update", "z", "reset gate", "reset", "r", "zero state", "sum", "weights",
    // The maths.
    "EWMA", "β", "beta", "corrected mean", "cumulative average", "half-life", "half_life",
    "mean age", "lag", "memory", "SimpleRNN", "RNN", "LSTM", "GRU", "reset before",
    "reset after", "activation", "tanh", "sigmoid", "σ", "ReLU", "LeakyReLU",
    "linear", "Dense", "parameter counts", "gradient", "Jacobian",
    "back-propagation through time", "backpropagation", "BPTT", "vanishing", "exploding", "power",
    "τ", "spectral norm", "spectral radius", "singular value", "eigenvalue", "saturation",
    "clamp",
    // Training and starting weights.
    "training", "loss", "MSE", "RMSE", "mini-batch", "batch", "epoch", "epochs", "optimizer",
    "rate", "Adam", "RMSprop", "clipping", "clip", "dropout", "inverted dropout",
    "Glorot uniform", "orthogonal", "seed", "forget bias", "forget bias 1",
    // Numbers, libraries, files.
    "Float", "Double", "Keras", "PyTorch", "torch", "scaled value", "dollars", "safetensors",
    "z sense", "chung", "notation",
    // The data and what errors are measured against.
    "split", "training rows", "test rows", "validation", "MinMax scaling", "MinMax", "missing",
    "previous", "interpolate", "drop", "max", "look-ahead", "extrapolation", "persistence",
    "least squares", "baseline", "baselines", "wins", "shift", "latch", "adding", "notebook",
  ]

  @Test(arguments: requiredWords)
  func everyWordOfTheFieldIsFound(word: String) {
    #expect(Glossary.entry(for: word) != nil)
  }

  @Test func entriesAreSortedByTerm() {
    let terms = Glossary.entries.map(\.term)
    #expect(terms == terms.sorted())
  }

  @Test func termsAreLowerCaseWithHyphens() {
    for entry in Glossary.entries {
      let isTyped = entry.term.allSatisfy { ("a"..."z").contains($0) || $0 == "-" }
      #expect(isTyped, "\(entry.term)")
    }
  }

  @Test func namesCanBeTypedAsWordsOfACommand() {
    // `key=value`, `;`, `#` and quotes mean something else in a command line.
    for name in Glossary.allNames {
      #expect(!name.contains { "=;#\"'`".contains($0) }, "\(name)")
    }
  }

  @Test func noTwoNamesFoldToTheSame() {
    let names = Glossary.allNames.map(Glossary.folded)
    let repeated = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    #expect(repeated == [])
  }

  @Test func everyNameFindsItsOwnEntry() {
    for entry in Glossary.entries {
      for name in [entry.term] + entry.otherNames {
        #expect(Glossary.entry(for: name)?.term == entry.term, "\(name)")
      }
    }
  }

  @Test func everySeeAlsoIsAnotherTerm() {
    let terms = Set(Glossary.entries.map(\.term))
    for entry in Glossary.entries {
      #expect(terms.isSuperset(of: entry.seeAlso), "\(entry.term)")
      #expect(!entry.seeAlso.contains(entry.term), "\(entry.term)")
      #expect(Set(entry.seeAlso).count == entry.seeAlso.count, "\(entry.term)")
    }
  }

  @Test func textsAreOneToThreeShortParagraphs() {
    for entry in Glossary.entries {
      let lines = entry.text.split(separator: "\n", omittingEmptySubsequences: false)
      let paragraphs = entry.text.split(separator: "\n")
      #expect((1...3).contains(paragraphs.count), "\(entry.term)")
      // A blank line between any two paragraphs, and no other line break.
      #expect(lines.count == 2 * paragraphs.count - 1, "\(entry.term)")
      for paragraph in paragraphs {
        #expect(paragraph.count <= 400, "\(entry.term)")
        #expect(paragraph.hasSuffix("."), "\(entry.term)")
        #expect(!paragraph.hasPrefix(" ") && !paragraph.contains("  "), "\(entry.term)")
      }
    }
  }

  @Test func equationsFitAScreen() {
    for entry in Glossary.entries {
      let equation = entry.equation ?? "none"
      #expect((1...76).contains(equation.count), "\(entry.term)")
      #expect(!equation.contains("\n"), "\(entry.term)")
    }
  }

  @Test func linesToTryUseTheVerbsOfTheShell() {
    let verbs = Set(CommandTable.all.map(\.verb))
    for line in Glossary.entries.compactMap(\.tryLine) {
      #expect(verbs.contains(String(line.prefix { $0 != " " })), "\(line)")
      #expect(line.count <= 60, "\(line)")
    }
  }

  @Test(arguments: [
    "forget-gate", "forget gate", "Forget_Gate", "FORGETGATE", " forget\tgate ", "F",
    "forget gates",
  ])
  func capitalsBlanksHyphensUnderscoresAndPluralsAreFolded(word: String) {
    #expect(Glossary.entry(for: word)?.term == "forget-gate")
  }

  @Test(arguments: ["", " ", "s", "-", "forget-gat", "banana", "forget.gate"])
  func otherWordsAreNotFound(word: String) {
    #expect(Glossary.entry(for: word) == nil)
  }

  @Test func biasIsTheLayersAndPointsToTheForecasts() throws {
    let bias = try #require(Glossary.entry(for: "bias"))
    #expect(bias.term == "bias")
    #expect(bias.seeAlso.contains("forecast-bias"))
    #expect(Glossary.entry(for: "bias of a forecast")?.seeAlso.contains("bias") == true)
  }

  @Test func aPluralYieldsToANameThatEndsInS() {
    #expect(Glossary.entry(for: "wins")?.term == "wins")
    #expect(Glossary.entry(for: "win") == nil)
  }

  @Test func allNamesAreSortedAndHoldTermsAndOtherNames() {
    let names = Glossary.allNames
    #expect(names == names.sorted())
    #expect(names.contains("forget-gate") && names.contains("forget") && names.contains("β"))
  }

  @Test func zIsTheShareThatIsKept() {
    #expect(Glossary.entry(for: "gru")?.equation == "h = z⊙h' + (1−z)⊙h̃")
    #expect(Glossary.entry(for: "z sense")?.equation == "z_chung = 1 − z_keras")
  }
}
