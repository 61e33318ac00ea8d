extension Glossary {
  /// Words about averages that forget, and about how long a memory lasts.
  static let averageWords: [GlossaryEntry] = [
    GlossaryEntry(
      term: "ewma",
      otherNames: ["exponentially weighted moving average", "exponential moving average", "ema"],
      text: """
        A running mean that forgets. Each day the old mean is multiplied by β and the share 1−β of \
        the new value is added. A value k days old weighs (1−β)β^k, so the past fades but is never \
        cut off.

        It starts from 0 and is therefore too small at first; the corrected mean cures that. It \
        always runs behind a trend, and no correction cures that.
        """,
      equation: "μ_t = β μ_{t−1} + (1−β) v_t, μ_{−1} = 0",
      tryLine: "ewma beta=0.8 on=impulse",
      seeAlso: ["beta", "corrected-mean", "cumulative-average", "half-life", "cell-state"]),
    GlossaryEntry(
      term: "beta", otherNames: ["β", "smoothing factor", "decay"],
      text: """
        The share of the old mean that an EWMA keeps, between 0 and 1. β = 0 is today's value \
        alone; near 1 the mean is smooth and late.

        A gate that keeps, f or z, plays the same part, but is set anew at each step.
        """,
      equation: "weight of the value k days old = (1−β) β^k",
      tryLine: "ewma beta=0.5,0.9",
      seeAlso: ["ewma", "half-life", "mean-age", "forget-gate", "update-gate"]),
    GlossaryEntry(
      term: "corrected-mean", otherNames: ["corrected", "bias correction", "μ̂"],
      text: """
        The EWMA divided by the sum of the weights used so far. With t counted from 0 this sum is \
        1−β^(t+1). After the first value the corrected mean is that value, and in the long run \
        nothing changes.

        It repairs the start from 0. It does not make the mean less late. Adam corrects its two \
        averages in the same way.
        """,
      equation: "μ̂_t = μ_t / (1 − β^(t+1))", tryLine: "ewma beta=0.8 t=2",
      seeAlso: ["ewma", "adam", "lag"],
      source: "Kingma & Ba 2015 (for Adam)"),
    GlossaryEntry(
      term: "cumulative-average", otherNames: ["cumulative mean", "running average"],
      text: """
        The plain mean of all values so far. Each weighs the same, for ever: after t+1 values \
        every one has the weight 1/(t+1). So it never forgets, and it moves less and less.

        An EWMA forgets at a fixed rate. The two are easily confused because both are updated one \
        value at a time.
        """,
      equation: "μ_t = (t μ_{t−1} + v_t) / (t + 1)", tryLine: "ewma variant=average t=42",
      seeAlso: ["ewma", "beta", "notebook"]),
    GlossaryEntry(
      term: "half-life",
      text: """
        The number of steps after which half of something is left, when each step multiplies it by \
        β. For β = 0.8 it is 3.106.

        It is not the mean age, 4, and not 1/(1−β), 5. All three are called memory now and then.
        """,
      equation: "half-life = ln(½) / ln(β)", tryLine: "ewma beta=0.8 t=42",
      seeAlso: ["mean-age", "memory", "beta", "powers"]),
    GlossaryEntry(
      term: "mean-age", otherNames: ["mean.age"],
      text: """
        The average age of the values in an EWMA, each counted with its weight, today's age being \
        0. For β = 0.8 it is 4 days.
        """,
      equation: "mean age = β / (1−β)", tryLine: "ewma beta=0.8 t=42",
      seeAlso: ["half-life", "lag", "memory"]),
    GlossaryEntry(
      term: "lag", otherNames: ["delay"],
      text: """
        How far a smoothed curve runs behind. On a steady ramp an EWMA ends up β/(1−β) rows \
        behind, 4 for β = 0.8. At a peak the delay is another number, so say which one is meant.
        """,
      equation: "lag on a ramp = β / (1−β)", tryLine: "ewma beta=0.8,0.5 on=ramp",
      seeAlso: ["ewma", "mean-age", "shift"]),
    GlossaryEntry(
      term: "memory",
      text: """
        How many steps a unit looks back, as one number: 1/(1−f), with f the share kept at each \
        step. A forget gate at 0.9 remembers about 10 steps, one at 0.5 about 2.

        After that many steps some 0.35 of a value is left when f is near 0.9, so it is not the \
        half-life.
        """,
      equation: "memory = 1 / (1−f)", tryLine: "gates lstm t=42 gate=forget",
      seeAlso: ["forget-gate", "half-life", "forget-bias"]),
  ]
}
