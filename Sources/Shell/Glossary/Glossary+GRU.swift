extension Glossary {
  /// Words about the GRU.
  static let gruWords: [GlossaryEntry] = [
    GlossaryEntry(
      term: "gru", otherNames: ["gated recurrent unit"],
      text: """
        A recurrent layer with two gates and one state. The update gate z mixes the old state with \
        the candidate; the reset gate r says how much of the old state the candidate may look at.

        Its shares z and 1−z add to 1. So each unit is an exponentially weighted average of its \
        candidates whose β is set anew at every step. With r = 1 and z = 0 it is exactly a \
        SimpleRNN.
        """,
      equation: "h = z⊙h' + (1−z)⊙h̃", tryLine: "gates gru t=42 unit=7",
      seeAlso: ["update-gate", "reset-gate", "candidate", "z-sense", "ewma", "lstm"],
      source: "Cho et al. 2014"),
    GlossaryEntry(
      term: "update-gate", otherNames: ["z", "update"],
      text: """
        How much of the old hidden state a GRU keeps. Here, as in Keras and PyTorch, z = 1 keeps \
        everything and z = 0 takes the candidate alone. Some papers mean the opposite by z.
        """,
      equation: "z = σ(W_z x + U_z h' + b_z)", tryLine: "gates gru t=42 gate=update",
      seeAlso: ["gru", "z-sense", "reset-gate", "beta"], source: "Cho et al. 2014"),
    GlossaryEntry(
      term: "reset-gate", otherNames: ["r", "reset"],
      text: """
        How much of the old hidden state a GRU's candidate may see. At 0 the candidate is made \
        from the input as if the sequence began here.

        It does not erase the state. What stays is for the update gate to say.
        """,
      equation: "r = σ(W_r x + U_r h' + b_r)", tryLine: "gates gru t=42 gate=reset",
      seeAlso: ["gru", "update-gate", "reset-after", "reset-before"], source: "Cho et al. 2014"),
    GlossaryEntry(
      term: "reset-after",
      text: """
        The reset gate acts after the state was multiplied by the recurrent kernel. This is the \
        default of Keras and the only form in PyTorch.

        The candidate has two biases in this form. The second, b'_h, stands inside the product \
        with r, so the two cannot be added into one. For 50 units and one feature the layer has \
        7,950 weights.
        """,
      equation: "h̃ = tanh(W_h x + b_h + r⊙(U_h h' + b'_h))", tryLine: "model gru",
      seeAlso: ["reset-before", "reset-gate", "parameter-count"]),
    GlossaryEntry(
      term: "reset-before",
      text: """
        The reset gate acts on the state before it is multiplied by the recurrent kernel, as in \
        the paper of 2014. One bias is enough: 7,800 weights for 50 units and one feature.

        Weights trained in one form do not give the same answers in the other.
        """,
      equation: "h̃ = tanh(W_h x + U_h (r⊙h') + b_h)",
      tryLine: "train gru epochs=5 reset=before as=trial",
      seeAlso: ["reset-after", "reset-gate", "parameter-count"], source: "Cho et al. 2014"),
    GlossaryEntry(
      term: "z-sense", otherNames: ["sense of z", "chung", "z convention"],
      text: """
        Two habits exist for the letter z. In Cho et al. 2014, Keras and PyTorch, and here, z is \
        the share that is kept. In Chung et al. 2014 and in the course notebook's formula z is the \
        share that is new.

        The model is the same; only the printed number turns round. Before comparing a formula \
        with a table ask which sense it has.
        """,
      equation: "z_chung = 1 − z_keras", tryLine: "gates gru t=42 gate=update",
      seeAlso: ["update-gate", "notation", "gru"], source: "Cho et al. 2014; Chung et al. 2014"),
    GlossaryEntry(
      term: "notation",
      text: """
        Letters, the order of the gates and the sense of z differ between libraries and papers. \
        Keras orders an LSTM's blocks i, f, c̃, o and a GRU's z, r, h̃; PyTorch orders them \
        i, f, g, o and r, z, n. The input and recurrent kernels, W and U here, are called U and V \
        in the course notebook.

        Notation changes what is printed, never what is computed.
        """,
      tryLine: "model gru", seeAlso: ["z-sense", "keras", "pytorch", "candidate"]),
  ]
}
