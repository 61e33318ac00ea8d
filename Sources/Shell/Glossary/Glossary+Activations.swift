extension Glossary {
  /// Words about the functions that bend a sum.
  static let activationWords: [GlossaryEntry] = [
    GlossaryEntry(
      term: "activation", otherNames: ["activation function", "squash", "φ", "phi"],
      text: """
        The function that a sum passes before it leaves the unit. Without one, many steps in a row \
        would be no more than one matrix.

        Gates use the sigmoid and candidates tanh. In a SimpleRNN one may also take ReLU, \
        LeakyReLU or linear. Its slope enters every gradient that goes back through the unit.
        """,
      tryLine: "gates rnn t=42 unit=7",
      seeAlso: ["tanh", "sigmoid", "relu", "leakyrelu", "linear"]),
    GlossaryEntry(
      term: "tanh", otherNames: ["hyperbolic tangent"],
      text: """
        Squashes any number into −1…1, keeps the sign and leaves 0 at 0. Its slope is 1 at 0 and \
        smaller everywhere else, so tanh can weaken a gradient but never strengthen it.
        """,
      equation: "tanh(a) = (e^a − e^(−a)) / (e^a + e^(−a)), slope 1 − tanh²(a)",
      tryLine: "squash tanh x=2.5",
      seeAlso: ["sigmoid", "candidate", "activation", "saturation"]),
    GlossaryEntry(
      term: "sigmoid", otherNames: ["σ", "sigma", "logistic"],
      text: """
        Squashes any number into 0…1, with 0.5 at 0. This makes it the function of gates: it gives \
        a share. Its slope is at most ¼.

        The letter σ also stands for singular values, as in σ_max. That is something else.
        """,
      equation: "σ(a) = 1 / (1 + e^(−a)), slope σ(a)(1 − σ(a))",
      tryLine: "squash sigmoid x=0.53",
      seeAlso: ["tanh", "gate", "saturation", "spectral-norm"]
    ),
    GlossaryEntry(
      term: "relu", otherNames: ["rectified linear unit", "rectifier"],
      text: """
        Passes positive sums unchanged and turns negative ones into 0. Its slope is 1 or 0, so it \
        takes away the factor below 1 that tanh brings.

        The powers of the recurrent kernel remain, and nothing bounds the state: a plain recurrent \
        network with ReLU can explode unless its kernel starts near the identity or gradients are \
        clipped.
        """,
      equation: "relu(a) = max(0, a)", tryLine: "train rnn epochs=5 activation=relu as=trial",
      seeAlso: ["leakyrelu", "powers", "exploding-gradient", "activation"],
      source: "Nair & Hinton 2010; Le, Jaitly & Hinton 2015"),
    GlossaryEntry(
      term: "leakyrelu", otherNames: ["lrelu"],
      text: """
        As ReLU, but negative sums are multiplied by a small slope instead of becoming 0, so a \
        unit that is off still passes some gradient. The LeakyReLU layer of Keras 3 has the \
        slope 0.3.
        """,
      equation: "leakyrelu(a) = a for a ≥ 0, 0.3·a for a < 0",
      tryLine: "train rnn epochs=5 activation=leakyrelu as=trial",
      seeAlso: ["relu", "activation"], source: "Maas, Hannun & Ng 2013"),
    GlossaryEntry(
      term: "linear", otherNames: ["identity", "no activation"],
      text: """
        No squash: the sum itself is the output, and its slope is 1. A recurrent unit without a \
        squash, with V = β and W = 1−β, is an exponentially weighted average. Dense is linear too.
        """,
      equation: "linear(a) = a", tryLine: "train rnn epochs=5 activation=linear as=trial",
      seeAlso: ["activation", "ewma", "dense", "simplernn"]),
  ]
}
