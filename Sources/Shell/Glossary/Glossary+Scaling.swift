extension Glossary {
  /// Words about the parts of the series, its scale and its gaps.
  static let scalingWords: [GlossaryEntry] = [
    GlossaryEntry(
      term: "split",
      text: """
        The day that parts the series in two: rows before it train the model, rows from it on \
        test it. KO is split at 2016-01-01, into 2,517 and 503 rows.

        The cut follows time. Drawing test days at random would let the model train on days that \
        come after them.
        """,
      tryLine: "data", seeAlso: ["training-rows", "test-rows", "validation", "look-ahead"]),
    GlossaryEntry(
      term: "training-rows", otherNames: ["train rows", "training part", "training windows"],
      text: """
        The rows before the split. Weights and scaler are fitted on them alone. The 2,517 training \
        rows of KO give 2,507 windows of ten, because the first ten rows have no ten rows before \
        them and so cannot be targets.
        """,
      tryLine: "data", seeAlso: ["split", "test-rows", "window", "training"]),
    GlossaryEntry(
      term: "test-rows", otherNames: ["test", "test part", "test windows"],
      text: """
        The rows from the split on, 503 of them with KO. They are only for the final question of \
        how far predictions miss on days that had no part in training.

        Choosing between models by looking at them again and again uses them up: the choice is \
        then fitted to the test. The shell counts how often a session has looked.
        """,
      tryLine: "evaluate", seeAlso: ["split", "validation", "rmse", "extrapolation"]),
    GlossaryEntry(
      term: "validation", otherNames: ["validation rows"],
      text: """
        Rows taken from the end of the training part and kept out of training. Settings such as \
        the number of epochs are chosen on them, so that the test rows stay unseen.

        KO has none at first, as in the course notebook.
        """,
      tryLine: "help data", seeAlso: ["split", "training-rows", "test-rows"]),
    GlossaryEntry(
      term: "minmax-scaling",
      otherNames: ["minmax", "scaler", "scaling", "scale", "normalisation"],
      text: """
        Moves and stretches the values so that the smallest training value becomes 0 and the \
        largest 1. For KO these are $19.60 and $45.00, so one scaled unit is $25.40.

        The two numbers come from the training rows only. Taking them from all rows would tell \
        the model how high the test rises: a look-ahead. Test values may well pass 1.
        """,
      equation: "x = (v − min) / (max − min)", tryLine: "data",
      seeAlso: ["scaled-value", "dollars", "look-ahead", "extrapolation"]),
    GlossaryEntry(
      term: "scaled-value", otherNames: ["scaled"],
      text: """
        A price after scaling; this is what enters and leaves the network. It lies between 0 and 1 \
        on the training rows and can lie outside on others. The 20.50 dollars of a KO day become \
        (20.50 − 19.60) / 25.40 = 0.0354.
        """,
      equation: "x = (v − min) / (max − min)", tryLine: "data show t=42",
      seeAlso: ["minmax-scaling", "dollars"]),
    GlossaryEntry(
      term: "dollars", otherNames: ["inverse scaling", "price"],
      text: """
        The unit of the prices. A scaled prediction is turned back into dollars by undoing the \
        scaling in reverse order: first stretch, then move. Errors such as RMSE are given in \
        dollars.
        """,
      equation: "dollars = ŷ · (max − min) + min", tryLine: "predict lstm t=42",
      seeAlso: ["scaled-value", "minmax-scaling", "rmse"]),
    GlossaryEntry(
      term: "extrapolation", otherNames: ["out of range"],
      text: """
        To answer outside the range that training has shown. The KO test rows often lie there: \
        with the missing day filled by the day before, 214 of the 503 are above the training \
        maximum, so their scaled values pass 1.

        A squashing network bends there without ever having been corrected, and its forecasts can \
        be off on one side for a long stretch.
        """,
      tryLine: "data", seeAlso: ["forecast-bias", "minmax-scaling", "change"]),
    GlossaryEntry(
      term: "missing-value",
      otherNames: ["missing", "previous", "interpolate", "drop", "max", "filled", "gap"],
      text: """
        A row whose value is absent. KO has one, 2017-07-31, t=2913. The key missing= says what \
        happens to it, and a filled day is marked wherever it shows.

        previous, the default, repeats the last value, which is known on that evening. interpolate \
        draws a line to the next value, which lies ahead. drop removes the row. max, which the \
        course notebook used, takes the largest value of the whole series; on KO that is \
        $47.48, first seen in November 2017.
        """,
      tryLine: "data show t=2913", seeAlso: ["look-ahead", "notebook", "persistence"]),
    GlossaryEntry(
      term: "look-ahead", otherNames: ["leak", "leakage", "data leak"],
      text: """
        To use something that was not yet known on the day of the forecast. A scaler fitted on all \
        rows, a gap filled with a later price, or a random split all do it.

        Scores can then be better than the forecast could have been in life, or simply be about \
        another question.
        """,
      tryLine: "evaluate missing=max", seeAlso: ["missing-value", "minmax-scaling", "split"]),
  ]
}
