extension Glossary {
  /// Words about errors and what they are measured against.
  static let evaluationWords: [GlossaryEntry] = [
    GlossaryEntry(
      term: "mse", otherNames: ["mean squared error"],
      text: """
        The mean of the squared errors. Training makes it small, in scaled units. A large error \
        counts more than several small ones of the same sum.
        """,
      equation: "MSE = mean of (predicted − actual)²",
      tryLine: "train rnn epochs=5 seed=1 as=trial",
      seeAlso: ["rmse", "loss"]),
    GlossaryEntry(
      term: "rmse", otherNames: ["root mean squared error"],
      text: """
        The root of the mean squared error, in dollars: about how far a forecast misses. It splits \
        exactly into the error that is always there, the bias, and the error that varies, the sd.

        Alone it says little. Put the RMSE of persistence on the same days beside it.
        """,
      equation: "rmse² = bias² + sd²", tryLine: "evaluate",
      seeAlso: ["forecast-bias", "sd", "persistence", "seed"]),
    GlossaryEntry(
      term: "forecast-bias", otherNames: ["bias of a forecast", "mean error"],
      text: """
        The mean of predicted − actual, in dollars. A positive one says that the forecasts are too \
        high on average. A bias can come from test prices above everything seen in training.

        The bias of a layer is another thing: a number that is added before the squash.
        """,
      equation: "bias = mean of (predicted − actual)", tryLine: "evaluate",
      seeAlso: ["sd", "rmse", "bias", "extrapolation"]),
    GlossaryEntry(
      term: "sd", otherNames: ["standard deviation"],
      text: """
        How much the errors vary around their mean, in dollars: the part of the RMSE that is not \
        bias. It divides by the number n of errors, not by n−1, so that the split is exact.
        """,
      equation: "sd² = mean of (error − bias)²", tryLine: "evaluate",
      seeAlso: ["forecast-bias", "rmse"]),
    GlossaryEntry(
      term: "baseline",
      text: """
        A simple forecast that a model must beat before its error means anything. The first is \
        persistence. Others are the training mean, an EWMA and least squares on the window.
        """,
      tryLine: "evaluate baselines=all", seeAlso: ["persistence", "least-squares", "ewma", "wins"]),
    GlossaryEntry(
      term: "persistence", otherNames: ["naive forecast", "copying today"],
      text: """
        The forecast that tomorrow is as today. It has no weights and needs no training. On the \
        503 test days of KO its RMSE is $0.2809, or $0.2943 when the missing day is filled with \
        the series' maximum.

        Daily prices reward copying. A model that has learnt only to copy looks good in a plot and \
        knows nothing more.
        """,
      equation: "ŷ_{t+1} = v_t", tryLine: "evaluate",
      seeAlso: ["baseline", "wins", "change", "missing-value", "shift"]),
    GlossaryEntry(
      term: "least-squares", otherNames: ["ols", "ordinary least squares", "linear regression"],
      text: """
        A weighted sum of the values in the window, with the weights that make the squared error \
        on the training windows least. They are found by solving equations, without epochs or \
        seed.

        On KO nearly all of its weight lies on the newest day, so it is close to persistence.
        """,
      equation: "ŷ = w_1 x_1 + … + w_10 x_10 + b", tryLine: "evaluate baselines=all",
      seeAlso: ["baseline", "persistence", "window"]),
    GlossaryEntry(
      term: "wins", otherNames: ["days won"],
      text: """
        The days on which a model came nearer to the real value than persistence did. It counts \
        days and not dollars, so many small wins can stand beside a larger RMSE.
        """,
      tryLine: "evaluate", seeAlso: ["persistence", "rmse", "baseline"]),
    GlossaryEntry(
      term: "shift", otherNames: ["best shift"],
      text: """
        The number of days by which a row of forecasts must be moved to fit the real prices best. \
        A forecast that fits best one day late mostly repeats the day before.
        """,
      tryLine: "predict lstm t=2517..2560 shift=0..5",
      seeAlso: ["lag", "persistence", "prediction"]),
    GlossaryEntry(
      term: "notebook", otherNames: ["course notebook"],
      text: """
        The course notebook from which this shell grew. Its recipe is the default of train. Its \
        printed test errors are $0.9447 for the RNN and $0.7668 for the LSTM, from one run each.

        It filled the missing day with the series' maximum and set no baseline beside its errors. \
        Its GRU figure repeats the LSTM's to the last digit, because that cell calls the LSTM's \
        predict.
        """,
      tryLine: "evaluate missing=max",
      seeAlso: ["training", "missing-value", "persistence", "z-sense"]),
  ]
}
