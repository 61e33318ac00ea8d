extension Glossary {
  /// Words about gates and the LSTM.
  static let lstmWords: [GlossaryEntry] = [
    GlossaryEntry(
      term: "gate",
      text: """
        A number between 0 and 1 for each unit, computed anew at every step from the input and the \
        last hidden state. It multiplies something: 0 lets nothing through, 1 everything.

        Its weights are learnt, its values are not. Another day gives other gates with the same \
        weights.
        """,
      equation: "gate = σ(W x + U h' + b)", tryLine: "gates lstm t=42",
      seeAlso: ["forget-gate", "input-gate", "output-gate", "update-gate", "reset-gate", "sigmoid"]
    ),
    GlossaryEntry(
      term: "lstm", otherNames: ["long short-term memory"],
      text: """
        A recurrent layer whose units keep a cell state c beside the hidden state h. The forget \
        gate says how much of c stays, the input gate how much of the candidate is added, and the \
        output gate how much of c is shown as h.

        Along c the past is multiplied by f and passes no squash, so it can last where f stays \
        near 1. The first version of 1997 had no forget gate: its c only added up.
        """,
      equation: "c = f⊙c' + i⊙c̃    h = o⊙tanh(c)", tryLine: "gates lstm t=42 unit=7",
      seeAlso: ["forget-gate", "input-gate", "candidate", "output-gate", "cell-state", "gru"],
      source: "Hochreiter & Schmidhuber 1997; Gers, Schmidhuber & Cummins 2000"),
    GlossaryEntry(
      term: "forget-gate", otherNames: ["f", "forget"],
      text: """
        How much of the old cell state is kept, in spite of its name: 1 keeps all, 0 forgets all. \
        A unit whose f stays at one value loses the share 1−f at each step and remembers about \
        1/(1−f) steps.

        It was not in the LSTM of 1997; it came in 2000.
        """,
      equation: "f = σ(W_f x + U_f h' + b_f)", tryLine: "gates lstm t=42 gate=forget",
      seeAlso: ["cell-state", "forget-bias", "memory", "input-gate"],
      source: "Gers, Schmidhuber & Cummins 2000"),
    GlossaryEntry(
      term: "input-gate", otherNames: ["i", "input"],
      text: """
        How much of the candidate is added to the cell state. At 0 nothing new is written, at 1 \
        the whole candidate is.

        It is not tied to the forget gate. f and i need not add to 1, so c is in general no \
        average.
        """,
      equation: "i = σ(W_i x + U_i h' + b_i)", tryLine: "gates lstm t=42 gate=input",
      seeAlso: ["candidate", "forget-gate", "cell-state"], source: "Hochreiter & Schmidhuber 1997"),
    GlossaryEntry(
      term: "candidate", otherNames: ["c̃", "c~", "g", "n", "h̃", "h~"],
      text: """
        The new content that a cell proposes at a step, between −1 and 1. The input gate of an \
        LSTM, or 1−z in a GRU, says how much of it enters the state.

        It has many letters: c̃ in Keras and g in PyTorch for the LSTM, h̃ and n for the GRU. It is \
        squashed by tanh, not by the sigmoid, because it is content and may be negative.
        """,
      equation: "c̃ = tanh(W_c x + U_c h' + b_c)", tryLine: "gates lstm t=42 gate=candidate",
      seeAlso: ["input-gate", "update-gate", "cell-state", "tanh"]),
    GlossaryEntry(
      term: "output-gate", otherNames: ["o", "output"],
      text: """
        How much of the squashed cell state is shown as hidden state, to the next step, to the \
        other units and to Dense. At 0 the unit still remembers but is silent.
        """,
      equation: "o = σ(W_o x + U_o h' + b_o)", tryLine: "gates lstm t=42 gate=output",
      seeAlso: ["hidden-state", "cell-state", "dense"], source: "Hochreiter & Schmidhuber 1997"),
    GlossaryEntry(
      term: "cell-state", otherNames: ["c", "cell"],
      text: """
        The memory line of an LSTM, one number a unit: what was kept of the old one plus what was \
        let in. No squash lies on the way from step to step, so its gradient along this line is \
        the product of the forget gates.

        It has no fixed bounds. With f and i both near 1 it can grow past 1, and tanh tames it \
        only on the way out to h.
        """,
      equation: "c = f⊙c' + i⊙c̃", tryLine: "gates lstm t=42 steps=all",
      seeAlso: ["forget-gate", "input-gate", "hidden-state", "ewma"],
      source: "Hochreiter & Schmidhuber 1997"),
    GlossaryEntry(
      term: "elementwise-product", otherNames: ["⊙", "hadamard product"],
      text: """
        The multiplication of two lists place by place, written ⊙. Gates act this way: each unit's \
        gate multiplies that unit's own value and no other's.
        """,
      equation: "(a⊙b)_k = a_k · b_k", tryLine: "gates lstm t=42 unit=7",
      seeAlso: ["gate", "cell-state"]),
    GlossaryEntry(
      term: "saturation", otherNames: ["saturated"],
      text: """
        A squash is saturated where its curve is flat. A gate below 0.1 counts as left-saturated, \
        so nearly shut, and one above 0.9 as right-saturated, so nearly open. For tanh quantities \
        it is above 0.9 in absolute value.

        A saturated gate works like a switch, and hardly any gradient flows through it.
        """,
      tryLine: "saturation lstm", seeAlso: ["sigmoid", "gate", "vanishing-gradient"],
      source: "Karpathy, Johnson & Fei-Fei 2015 (the limits 0.1 and 0.9)"),
    GlossaryEntry(
      term: "clamp", otherNames: ["clamped", "unclamp", "held gate"],
      text: """
        To hold a gate at a value, or at its mean over the training windows, instead of computing \
        it. The answer tells what the gate's motion is good for.

        Every answer about the model honours a clamp, its gradient too. Training and saving do \
        not, and new weights are free of it.
        """,
      tryLine: "clamp gru reset=1 update=0", seeAlso: ["gate", "saturation", "gru"]),
    GlossaryEntry(
      term: "forget-bias", otherNames: ["forget bias 1", "unit forget bias"],
      text: """
        The bias of the forget gate. Keras starts it at 1 and all other biases at 0. A new LSTM \
        then keeps about σ(1) = 0.731 of its cell at each step instead of 0.5, so early training \
        sees further back.

        Over the nine transitions of a window 0.731 leaves 0.060 and 0.5 leaves 0.002. PyTorch \
        draws its biases around 0, and its forget gates start near 0.5.
        """,
      equation: "f ≈ σ(b_f), memory ≈ 1/(1−f) = 1 + e^(b_f)", tryLine: "model lstm",
      seeAlso: ["forget-gate", "bias", "memory", "keras", "pytorch"],
      source: "Gers, Schmidhuber & Cummins 2000; Jozefowicz, Zaremba & Sutskever 2015"),
  ]
}
