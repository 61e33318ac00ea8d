extension Glossary {
  /// Words about what comes back through time, and the powers that decide it.
  static let gradientWords: [GlossaryEntry] = [
    GlossaryEntry(
      term: "gradient", otherNames: ["derivative", "∂"],
      text: """
        How much a result changes when something it depends on changes a little, for every such \
        something at once. Training needs the gradient of the loss with respect to the weights.

        To see memory one looks at the gradient of the prediction ŷ with respect to the state at \
        each step, or to each input. Where it is 0 the past has no say.
        """,
      equation: "∂ŷ/∂h_k, ∂ŷ/∂x_k", tryLine: "gradient lstm t=42 to=x",
      seeAlso: ["jacobian", "back-propagation-through-time", "vanishing-gradient", "training"]),
    GlossaryEntry(
      term: "jacobian",
      text: """
        The matrix of all derivatives of one vector with respect to another. That of a state with \
        respect to the state before says what one step does to a small push.

        Over many steps these matrices are multiplied. A SimpleRNN of n units has n×n ones. An \
        LSTM carries h and c, so its full ones are 2n×2n; the product of its forget gates alone is \
        only the path along c.
        """,
      equation: "∂h_t/∂h_{t−1} = diag(φ'(a_t)) V (SimpleRNN; φ' is the slope)",
      tryLine: "power v=1.1 u=1 x=0.5 tau=10 activation=tanh",
      seeAlso: ["gradient", "powers", "spectral-norm", "activation"]),
    GlossaryEntry(
      term: "back-propagation-through-time",
      otherNames: ["bptt", "back-propagation", "backprop", "backward pass"],
      text: """
        The way to compute the gradient of a recurrent network. The steps are laid out as one deep \
        network in which every layer has the same weights, and the chain rule is followed from the \
        last step to the first.

        Each weight gets the sum of its shares from all steps. Here the way back is look_back \
        steps long.
        """,
      equation: "∂L/∂h_{t−1} = (∂h_t/∂h_{t−1})ᵀ ∂L/∂h_t",
      seeAlso: ["gradient", "jacobian", "look-back", "vanishing-gradient"], source: "Werbos 1990"),
    GlossaryEntry(
      term: "vanishing-gradient", otherNames: ["vanishing", "vanishes", "vanish"],
      text: """
        The gradient shrinks about geometrically on its way back, so early steps hardly move the \
        weights and long connections are not learnt. The gradients vanish, not the weights.

        In a SimpleRNN it is sure to happen when the largest singular value of V is below 1/γ, γ \
        being the steepest slope of the squash: 1 for tanh, ¼ for the sigmoid. Gates help by \
        offering a path whose factor may stay near 1.
        """,
      tryLine: "gradient rnn lstm gru t=42",
      seeAlso: ["exploding-gradient", "powers", "spectral-norm", "forget-gate"],
      source: "Hochreiter 1991; Bengio, Simard & Frasconi 1994; Pascanu, Mikolov & Bengio 2013"),
    GlossaryEntry(
      term: "exploding-gradient", otherNames: ["exploding", "explodes", "explode"],
      text: """
        The gradient grows on its way back until one update throws the weights far off. In a \
        SimpleRNN it needs a largest singular value of V above 1/γ. This is necessary but not \
        enough, because a saturated squash can shrink more than V stretches.

        The usual remedy is to clip the norm of the gradient.
        """,
      tryLine: "train rnn epochs=5 clip=1 as=trial",
      seeAlso: ["vanishing-gradient", "clipping", "powers", "saturation"],
      source: "Pascanu, Mikolov & Bengio 2013"),
    GlossaryEntry(
      term: "powers", otherNames: ["power", "τ", "tau"],
      text: """
        Without squash and input the state at step τ is the power V^(τ−1) applied to the state at \
        step 1. The exponent counts the transitions, and from step 1 to step τ there are τ−1.

        With one unit 0.9^9 leaves 0.39 and 1.1^9 makes 2.36. For matrices the spectral radius \
        rules the end, and the spectral norm limits the growth of each step. The size of single \
        entries rules nothing: fifty by fifty entries of 0.02 have the radius 1.
        """,
      equation: "h_τ = V^(τ−1) h_1", tryLine: "power ones=0.02 units=50",
      seeAlso: ["spectral-radius", "spectral-norm", "vanishing-gradient", "half-life"]),
    GlossaryEntry(
      term: "spectral-norm", otherNames: ["singular value", "largest singular value", "σ_max"],
      text: """
        The largest singular value of a matrix: the most by which one multiplication can lengthen \
        a vector. It is never below the spectral radius.

        A norm above 1 with a radius below 1 gives a hump: powers grow first and vanish later.
        """,
      equation: "‖V‖₂ = max ‖V x‖ / ‖x‖", tryLine: "power V=[[0.9, 5], [0, 0.9]] tau=101",
      seeAlso: ["spectral-radius", "powers", "vanishing-gradient", "jacobian"]),
    GlossaryEntry(
      term: "spectral-radius",
      otherNames: ["eigenvalue", "largest eigenvalue", "radius", "ρ", "rho"],
      text: """
        The largest absolute value among the eigenvalues of a matrix. It settles what high powers \
        do in the end: below 1 they vanish, above 1 they explode.

        What happens first is another matter. The matrix [[0.9, 1], [0, 0.9]] has the radius 0.9, \
        yet the norm of its ninth power is 3.91.
        """,
      equation: "ρ(V) = max |λ|", tryLine: "power V=[[0.9, 1], [0, 0.9]] tau=10",
      seeAlso: ["spectral-norm", "powers", "vanishing-gradient", "exploding-gradient"]),
  ]
}
