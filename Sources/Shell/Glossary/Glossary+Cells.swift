extension Glossary {
  /// Words about recurrent layers in general, the plain one and the head.
  static let cellWords: [GlossaryEntry] = [
    GlossaryEntry(
      term: "recurrent-network", otherNames: ["recurrent layer", "recurrent neural network"],
      text: """
        A network that reads a sequence one step at a time and hands a state on to the next step. \
        The same weights serve every step, so the length of the sequence does not change their \
        number.

        What it knows of the past is what its state still holds.
        """,
      tryLine: "gates rnn t=42 steps=all", seeAlso: ["simplernn", "lstm", "gru", "hidden-state"]),
    GlossaryEntry(
      term: "simplernn", otherNames: ["rnn", "vanilla rnn", "elman network"],
      text: """
        The plain recurrent layer. Each step adds the weighted input, the weighted state of the \
        step before and a bias, and squashes the sum with tanh. It has no gates.

        The old state passes through the recurrent kernel and the squash at every step. This is \
        why its memory depends on powers of that matrix. A ReLU, LeakyReLU or linear activation \
        can stand in for tanh.
        """,
      equation: "h = tanh(W x + V h' + b)", tryLine: "gates rnn t=42",
      seeAlso: ["recurrent-kernel", "powers", "lstm", "gru"], source: "Elman 1990"),
    GlossaryEntry(
      term: "unit", otherNames: ["hidden unit", "neuron"],
      text: """
        One of the parallel memories of a layer, numbered from 0. Each unit has its own gates and \
        its own state, and at each step reads the hidden states of all units. The models that \
        come with the shell for KO have 50.
        """,
      tryLine: "gates lstm t=42 unit=7", seeAlso: ["hidden-state", "gate", "parameter-count"]),
    GlossaryEntry(
      term: "hidden-state", otherNames: ["h", "hidden", "state"],
      text: """
        One number a unit that is both the layer's output at a step and an input of the next step. \
        In a SimpleRNN and a GRU it is the whole memory; an LSTM has the cell state beside it.

        In equations h is the new one and h' that of the step before. With tanh it stays between \
        −1 and 1.
        """,
      equation: "LSTM: h = o⊙tanh(c)    GRU: h = z⊙h' + (1−z)⊙h̃",
      tryLine: "gates lstm t=42 steps=all", seeAlso: ["cell-state", "unit", "zero-state", "carry"]),
    GlossaryEntry(
      term: "zero-state", otherNames: ["initial state", "h0", "c0"],
      text: """
        The state before the first step: all zeros. Every window starts from it, in training and \
        in prediction. So the recurrent weights have nothing to work on in step 1.
        """,
      equation: "h₀ = 0, c₀ = 0", tryLine: "gates lstm t=42 step=1",
      seeAlso: ["window", "carry", "hidden-state"]),
    GlossaryEntry(
      term: "weights", otherNames: ["parameters", "learnt weights"],
      text: """
        The numbers that training changes: kernels, recurrent kernels and biases. After training \
        they stay fixed.

        Gates are not weights. They are computed anew from weights, input and state at every step, \
        also when the model only predicts.
        """,
      tryLine: "model lstm", seeAlso: ["kernel", "recurrent-kernel", "bias", "gate", "training"]),
    GlossaryEntry(
      term: "kernel", otherNames: ["w", "input kernel", "input weights"],
      text: """
        The matrix W that weights the input x. In Keras its shape is (features, blocks · units): \
        (1, 200) for an LSTM of 50 units, whose four blocks are i, f, c̃ and o. PyTorch keeps the \
        transposed matrix.
        """,
      tryLine: "model lstm", seeAlso: ["recurrent-kernel", "bias", "glorot-uniform"]),
    GlossaryEntry(
      term: "recurrent-kernel", otherNames: ["u", "v", "recurrent weights"],
      text: """
        The matrix U that weights the state of the step before; each unit reads all units through \
        it. In Keras its shape is (units, blocks · units): (50, 200) for an LSTM of 50 units.

        Where the powers of this matrix are the topic it is called V, as in the course.
        """,
      tryLine: "model rnn", seeAlso: ["kernel", "powers", "orthogonal", "spectral-radius"]),
    GlossaryEntry(
      term: "bias", otherNames: ["b", "layer bias", "bias of a layer"],
      text: """
        A learnt number that is added to a sum before the squash. It says what a gate does when \
        input and state are silent: with bias 0 a gate then stands at σ(0) = 0.5.

        The mean error of a forecast is also called bias. That is another thing and has the \
        entry forecast-bias.
        """,
      tryLine: "gates lstm t=42 unit=7",
      seeAlso: ["forecast-bias", "forget-bias", "kernel", "sum"]),
    GlossaryEntry(
      term: "sum", otherNames: ["pre-activation", "a"],
      text: """
        What a unit adds up before the squash: the weighted input, the weighted states and the \
        bias. Its sign and size show how far a gate is pushed open or shut, and its largest terms \
        show by what.
        """,
      equation: "a = W x + U h' + b", tryLine: "gates lstm t=42 unit=7",
      seeAlso: ["activation", "bias", "gate"]),
    GlossaryEntry(
      term: "dense", otherNames: ["dense layer", "head", "output layer", "linear layer"],
      text: """
        The last layer. It weights the final hidden states, adds a bias and so makes one number, \
        the scaled prediction, without a squash. For 50 units it has 51 weights.
        """,
      equation: "ŷ = w_d · h + b_d", tryLine: "model lstm",
      seeAlso: ["prediction", "hidden-state", "dropout"]),
    GlossaryEntry(
      term: "parameter-count", otherNames: ["param count", "number of weights"],
      text: """
        With n units and m features each gate or candidate needs n·n recurrent weights, n·m input \
        weights and n biases. A SimpleRNN has one such block, a GRU three and an LSTM four.

        For one feature and 50 units: SimpleRNN 2,600, LSTM 10,400 and GRU 7,950, and 51 more for \
        Dense. The GRU's 150 extra are the second bias that reset=after needs; with reset=before \
        it has 7,800. PyTorch stores two biases everywhere.
        """,
      equation: "RNN n(n+m+1)    LSTM 4n(n+m+1)    GRU 3n(n+m+2)", tryLine: "model",
      seeAlso: ["weights", "reset-after", "dense", "unit"]),
  ]
}
