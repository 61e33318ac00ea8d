extension Glossary {
  /// Words about where weights begin.
  static let startingWeightWords: [GlossaryEntry] = [
    GlossaryEntry(
      term: "glorot-uniform", otherNames: ["glorot", "xavier"],
      text: """
        Starting weights drawn evenly between −limit and limit. The limit follows from the number \
        of inputs and outputs of the matrix, so that signals keep their size. Keras draws kernels \
        this way.

        The four blocks of an LSTM count as one matrix. For one feature and 50 units the limit is \
        0.173; a SimpleRNN has 0.343 and a GRU 0.199.
        """,
      equation: "limit = √(6 / (inputs + outputs))", tryLine: "model lstm",
      seeAlso: ["kernel", "orthogonal", "seed"], source: "Glorot & Bengio 2010"),
    GlossaryEntry(
      term: "orthogonal", otherNames: ["orthogonal initialisation", "orthogonal kernel"],
      text: """
        A matrix that turns and mirrors vectors but never changes their length. Keras starts \
        recurrent kernels so: all singular values of a new SimpleRNN's V are 1, and so are all \
        absolute eigenvalues.

        For an LSTM the whole of 50 rows by 200 columns is made orthogonal. Its single blocks of \
        50 by 50 are not, and their spectral radius is about 0.5.
        """,
      equation: "V Vᵀ = 1", tryLine: "power init=keras",
      seeAlso: ["recurrent-kernel", "spectral-radius", "glorot-uniform"],
      source: "Saxe, McClelland & Ganguli 2014"),
    GlossaryEntry(
      term: "seed", otherNames: ["random seed", "generator"],
      text: """
        The number from which all random draws of a training follow: starting weights, order of \
        the windows, dropout. The same seed on the same machine gives the same model, bit for bit.

        Another seed gives another model. On KO the test RMSE of one recipe ran from 0.30 to 1.10 \
        dollars over 66 runs. One run is therefore not a result.
        """,
      tryLine: "train rnn epochs=5 seed=2 as=trial",
      seeAlso: ["training", "rmse", "forecast-bias"]),
  ]
}
