extension Glossary {
  /// Words about the series and the places in it.
  static let dataWords: [GlossaryEntry] = [
    GlossaryEntry(
      term: "series", otherNames: ["ko", "time series", "data"],
      text: """
        Values in the order of time, one a row. Here it is at first the daily High of Coca-Cola \
        (KO) in dollars: 3,020 trading days from 2006-01-03 to 2017-12-29.

        Only days of trading have a row, so the row after a Friday is usually a Monday.
        """,
      tryLine: "data", seeAlso: ["t", "split", "window"]),
    GlossaryEntry(
      term: "t", otherNames: ["row", "day"],
      text: """
        A row of the series, counted from 0. t=42 is the 43rd day, 2006-03-06, and t=-1 is the \
        last. A date works too, as in t=2008-10-10, and names that day's row.

        The model reads the values up to and with row t and predicts row t+1.
        """,
      tryLine: "data show t=42", seeAlso: ["window", "step", "series"]),
    GlossaryEntry(
      term: "window",
      text: """
        The few values that the model sees for one prediction: those of the last look_back rows \
        up to and with t. With look_back 10 these are the rows t−9 to t.

        Each window starts from a zero state, so nothing older than its first row can reach the \
        prediction. A t below 9 has no full window of ten.
        """,
      tryLine: "data window t=42", seeAlso: ["look-back", "step", "zero-state", "carry"]),
    GlossaryEntry(
      term: "look-back", otherNames: ["window length"],
      text: """
        How many values a window holds, typed look_back. It is 10 here, as in the course \
        notebook. It is also the number of steps through which errors travel back in training.
        """,
      tryLine: "data window t=42", seeAlso: ["window", "back-propagation-through-time"]),
    GlossaryEntry(
      term: "step", otherNames: ["time step"],
      text: """
        A place inside the window: step 1 is the oldest value, step 10 the newest, which is row t \
        itself. The cell is applied once a step, always with the same weights.

        Gates and states differ from step to step. The prediction is read off after the last one.
        """,
      tryLine: "gates lstm t=42 step=3", seeAlso: ["window", "t", "recurrent-network"]),
    GlossaryEntry(
      term: "mode",
      text: """
        How the state reaches row t. With mode=window, the default, it starts from zero at the \
        first row of the window, as in training. With mode=carry it runs on from the first row of \
        the series.
        """,
      tryLine: "gates lstm t=42 mode=carry", seeAlso: ["window", "carry", "zero-state"]),
    GlossaryEntry(
      term: "carry", otherNames: ["stateful"],
      text: """
        To let the state run on from row to row instead of starting anew at each window. Then \
        there are no steps, one row is enough, and far older days can leave a trace.

        The models were trained on windows that start from zero. A carried state can therefore \
        reach values that training never produced.
        """,
      tryLine: "gates lstm t=42 mode=carry", seeAlso: ["mode", "window", "hidden-state"]),
    GlossaryEntry(
      term: "feature", otherNames: ["x", "input value", "inputs"],
      text: """
        One of the numbers that enter the cell at a step. With KO there is one, the scaled High, \
        called x in the equations. A model of High and Low has two.
        """,
      tryLine: "data window t=42", seeAlso: ["scaled-value", "kernel", "window"]),
    GlossaryEntry(
      term: "target", otherNames: ["actual", "y"],
      text: """
        What the model should have said: the value of the row after the window, day t+1. Training \
        moves the weights so that predictions come nearer to targets.

        On the last row there is no next day, so a prediction exists but no target.
        """,
      tryLine: "predict lstm t=42", seeAlso: ["prediction", "level", "change", "mse"]),
    GlossaryEntry(
      term: "prediction", otherNames: ["forecast", "predicted", "ŷ", "y hat"],
      text: """
        What the model says about day t+1 after reading the window that ends at t. Dense makes it \
        from the last hidden state; it is a scaled value and is then turned into dollars.

        Every prediction looks only one day ahead. A plot of many of them is not a forecast of \
        the whole stretch, because each one already knows the day before.
        """,
      equation: "ŷ = w_d · h + b_d", tryLine: "predict lstm t=42",
      seeAlso: ["target", "dense", "dollars", "persistence"]),
    GlossaryEntry(
      term: "level",
      text: """
        The value itself, such as tomorrow's High, as the thing to predict. It is the default. A \
        level changes little in a day, so a copy of today already lies close.
        """,
      tryLine: "predict lstm t=42", seeAlso: ["change", "target", "persistence"]),
    GlossaryEntry(
      term: "change", otherNames: ["difference"],
      text: """
        Tomorrow minus today as the thing to predict, instead of tomorrow's level. A model that \
        answers 0 then says the same as persistence, so it need not first learn to copy.

        The network then need not give out levels that training never showed, though such levels \
        may still stand in its window.
        """,
      equation: "target = v_{t+1} − v_t", tryLine: "train rnn epochs=5 target=change as=trial",
      seeAlso: ["level", "target", "persistence", "extrapolation"]),
    GlossaryEntry(
      term: "latch",
      text: """
        A made task that needs memory. Each row holds a value and a mark; the target is the value \
        at the last mark, however long ago that was.

        To solve it a unit must hold a number while no mark comes and replace it when one does. A \
        single LSTM unit with 18 weights can learn to do so.
        """,
      tryLine: "data make latch",
      seeAlso: ["adding-problem", "forget-gate", "input-gate"]),
    GlossaryEntry(
      term: "adding-problem", otherNames: ["adding"],
      text: """
        A made task that needs memory. Each step holds a value between 0 and 1 and a mark; two \
        steps of a sequence are marked, and the target is the sum of their values.

        Who always answers 1 has a mean squared error of 1/6. A model that stays there has \
        remembered nothing.
        """,
      tryLine: "data make adding length=10",
      seeAlso: ["latch", "mse", "baseline"], source: "Hochreiter & Schmidhuber 1997"),
  ]
}
