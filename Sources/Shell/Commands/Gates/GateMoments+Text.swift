import MarketSeries
import Recurrent
import Reports

extension GateMoments {
  /// The model as titles name it: `LSTM`, or `mine (LSTM)`.
  var modelTitle: String { model.title }

  /// The title of an answer about one moment.
  func title(_ moment: Moment, _ data: MarketData?) -> String {
    guard let data, let row else {
      return
        "\(modelTitle) on typed inputs, step \(stepsBefore + moment.step + 1) of \(stepsBefore + trace.steps)"
    }
    let part = data.dataset.part(of: row)
    let day = (part == .train ? "training" : part.rawValue) + " " + data.dayNoun
    let state =
      mode == .carry
      ? "state carried on from row 0"
      : "step \(stepsBefore + moment.step + 1) of \(data.dataset.lookBack)"
    return "\(modelTitle) at \(data.rowText(row)) (\(day)), \(state)"
  }

  /// The named values that say where an answer is from and what is forecast.
  func placeValues(_ moment: Moment, _ data: MarketData?) -> NamedValues {
    let input = trace.input(step: moment.step, sequence: moment.sequence).map(Value.float)
    var values: NamedValues = [
      "t": Value(row), "date": Value(row.flatMap { data?.dateText($0) }),
      "step": Value(shownStep(moment)), "mode": .text(mode.rawValue),
      "x": input.count == 1 ? input[0] : .list(input), "prediction": Value(output),
    ]
    if let data, let row {
      // The forecast is of the window's end, whatever step is looked at.
      values["prediction.dollars"] = Value(
        output.map { data.dollars($0, target: model.target, after: row) })
      values["actual.dollars"] = Value(data.dataset.actual(afterWindowEndingAt: row))
    }
    return values
  }

  /// The forecast beside the real next day, in one sentence.
  func forecastSentence(_ data: MarketData?) -> String {
    guard let output else {
      return "\(model.name) has no Dense head, so it makes no prediction."
    }
    guard let data, let row else {
      return "The output after the last input is \(shownNumber(output)) (scaled)."
    }
    let next = row + data.dataset.horizon
    let forecast = data.dollars(output, target: model.target, after: row)
    let place = data.dataset.horizon == 0 ? "this" : "the next"
    let day = data.dateText(next) ?? "\(place) \(data.dayNoun)"
    let unit = model.target == .level ? "scaled" : "scaled change"
    let predicted =
      "Predicted for \(day): \(data.amount(forecast)) (\(unit) \(shownNumber(output))), "
    guard let actual = data.dataset.actual(afterWindowEndingAt: row) else {
      return predicted + "the real one lies after the data."
    }
    let fill = data.dataset.isFilled(next) ? " (filled)" : ""
    return predicted + "real \(data.amount(actual))\(fill), "
      + "error \(data.signedAmount(forecast - actual))."
  }
}
