extension Glossary {
  /// Words about how weights are learnt.
  static let trainingWords: [GlossaryEntry] = [
    GlossaryEntry(
      term: "training", otherNames: ["train", "learning", "recipe"],
      text: """
        To change the weights in small steps so that the loss on the training windows falls. Each \
        update takes one mini-batch, computes predictions and the gradient, and lets the optimiser \
        move every weight a little.

        The default recipe is the course notebook's: Adam with rate 0.001, 50 epochs, batches of \
        32, shuffled, dropout 0.2 for the RNN and 0.3 for LSTM and GRU, and the last epoch's \
        weights kept.
        """,
      tryLine: "train rnn epochs=5 seed=1 as=trial",
      seeAlso: ["loss", "epoch", "mini-batch", "optimizer", "gradient", "seed"]),
    GlossaryEntry(
      term: "loss", otherNames: ["training loss", "cost"],
      text: """
        The number that training makes small, here the mean squared error in scaled units. The \
        loss shown while training is computed with dropout at work, so the same weights score \
        differently once it is off.

        A falling loss says that the training windows fit better. It says nothing about the test.
        """,
      tryLine: "train rnn epochs=5 seed=1 as=trial",
      seeAlso: ["mse", "dropout", "training", "rmse"]),
    GlossaryEntry(
      term: "mini-batch", otherNames: ["batch", "batch size"],
      text: """
        The few windows whose mean gradient makes one update, 32 by default. 2,507 windows make 79 \
        batches an epoch, the last with 11. Small batches give many rough steps, large ones few \
        smooth steps.
        """,
      tryLine: "train rnn epochs=5 batch=64 as=trial", seeAlso: ["epoch", "training", "gradient"]),
    GlossaryEntry(
      term: "epoch",
      text: """
        One pass over all training windows, in a new random order each time. The default is 50 \
        epochs.
        """,
      tryLine: "train rnn epochs=5 as=trial", seeAlso: ["mini-batch", "loss", "training"]),
    GlossaryEntry(
      term: "optimizer", otherNames: ["optimiser", "gradient descent"],
      text: """
        The rule that turns a gradient into a change of the weights. The plainest goes a fixed \
        share of the gradient downhill. Adam and RMSprop also divide by the usual size of each \
        weight's gradient.
        """,
      equation: "w ← w − rate · gradient (the plainest)",
      tryLine: "train rnn epochs=5 optimizer=rmsprop as=trial",
      seeAlso: ["adam", "rmsprop", "learning-rate"]),
    GlossaryEntry(
      term: "learning-rate", otherNames: ["rate", "step size"],
      text: """
        How far one update goes. Too small and training crawls, too large and the loss jumps about \
        or grows. The default is 0.001.
        """,
      tryLine: "train rnn epochs=5 rate=0.01 as=trial", seeAlso: ["optimizer", "adam", "training"]),
    GlossaryEntry(
      term: "adam",
      text: """
        An optimiser that keeps two EWMAs for each weight: m of the gradient with β 0.9, v of its \
        square with β 0.999. Both are corrected for their start from 0. The update is m over the \
        root of v, so its size depends little on the gradient's scale.

        Keras' ε is 10⁻⁷ and PyTorch's 10⁻⁸, and they enter in slightly different places.
        """,
      equation: "w ← w − rate · m̂ / (√v̂ + ε)",
      tryLine: "train rnn epochs=5 optimizer=adam as=trial",
      seeAlso: ["rmsprop", "ewma", "corrected-mean", "learning-rate"], source: "Kingma & Ba 2015"),
    GlossaryEntry(
      term: "rmsprop",
      text: """
        An optimiser that divides the gradient by the root of an EWMA v of its square. v is not \
        corrected, so early steps are larger than the rate.

        In Keras β is 0.9 and ε = 10⁻⁷ stands inside the root. In PyTorch β is 0.99, ε = 10⁻⁸ \
        stands outside, and the usual rate is ten times as large.
        """,
      equation: "w ← w − rate · g / √(v + ε)",
      tryLine: "train rnn epochs=5 optimizer=rmsprop as=trial",
      seeAlso: ["adam", "ewma", "learning-rate"], source: "Tieleman & Hinton 2012 (lecture)"),
    GlossaryEntry(
      term: "clipping", otherNames: ["clip", "gradient clipping"],
      text: """
        When the norm of the whole gradient is above a limit, the gradient is scaled down to that \
        limit; its direction stays. It guards against explosion and does nothing against \
        vanishing.
        """,
      equation: "g ← g · limit / ‖g‖ when ‖g‖ > limit",
      tryLine: "train rnn epochs=5 clip=1 as=trial",
      seeAlso: ["exploding-gradient", "gradient", "optimizer"],
      source: "Pascanu, Mikolov & Bengio 2013"),
    GlossaryEntry(
      term: "dropout", otherNames: ["inverted dropout"],
      text: """
        In training each hidden value that goes to Dense is set to 0 with probability p, anew each \
        time, so the model cannot lean on single units. It is off when the model predicts.

        Inverted dropout divides the values that stay by 1−p, by 0.7 when p is 0.3. Their mean is \
        then right already, and nothing needs to change at prediction.
        """,
      equation: "h ← mask⊙h / (1−p)", tryLine: "train lstm epochs=5 dropout=0.3 as=trial",
      seeAlso: ["dense", "loss", "training"], source: "Srivastava et al. 2014"),
  ]
}
