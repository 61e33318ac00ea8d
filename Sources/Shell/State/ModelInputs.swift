import Grammar
import MarketSeries
import Recurrent
import Reports

/// The words of a command that names several models.
enum ModelWords {
  /// The models in the order named.
  ///
  /// - Throws: `Mistake` at a word that names no model, or one named before.
  static func distinct(
    _ words: [Word], _ session: inout Session, _ context: CommandContext
  ) throws -> [Model] {
    var models: [Model] = []
    for word in words {
      let model = try session.model(word, context)
      guard !models.contains(where: { $0.name == model.name }) else {
        throw Mistake("\(model.name) stands twice; name another model", at: word.range)
      }
      models.append(model)
    }
    return models
  }
}

/// What several models read: the windows of days, or typed inputs.
struct ModelInputs {
  /// The series and the last rows of the windows; `nil` for typed inputs.
  let days: (data: MarketData, rows: [Int])?
  private let typed: Tensor?

  /// Reads `t=` or `x=`.
  ///
  /// - Throws: `Mistake` at a model that reads other inputs, or at what names no day.
  init(
    _ arguments: Arguments, _ models: [Model], _ session: inout Session, _ context: CommandContext
  ) throws {
    if let located = arguments.located("x") {
      try arguments.refuse("t", since: "x= gives the inputs itself")
      let features = models.first?.network.cell.features ?? 1
      for (model, word) in zip(models, arguments.words)
      where model.network.cell.features != features {
        throw Mistake(
          "\(model.name) reads \(count(model.network.cell.features, "value")) a step, "
            + "\(models[0].name) reads \(features)", at: word.range)
      }
      let inputs = try located.networkInputs(features: features)
      typed = Tensor(
        shape: [inputs.count, 1, features], values: ContiguousArray(inputs.joined()))
      days = nil
      return
    }
    let data = try session.marketData(context)
    for (model, word) in zip(models, arguments.words) {
      try data.requireFeatures(of: model, at: word.range)
    }
    days = (data, try session.rows(arguments.located("t"), in: data, .windowEnd()).rows)
    typed = nil
  }

  /// How many windows there are.
  var sequenceCount: Int { days?.rows.count ?? 1 }
  /// The row that the answer is about, the last of several; `nil` for typed inputs.
  var row: Int? { days?.rows.last }

  /// All inputs, `[steps, batch, features]`.
  var tensor: Tensor { tensor(of: 0..<sequenceCount) }

  /// The inputs of some of the windows, `[steps, batch, features]`.
  func tensor(of windows: Range<Int>) -> Tensor {
    if let typed { return typed }
    guard let days else { return Tensor(zeros: [0, 1, 1]) }
    return days.data.sequences(endingAt: Array(days.rows[windows])).inputs(of: 0..<windows.count)
  }

  /// What titles say behind the models: `at t=42, 2006-03-06`.
  var placeText: String {
    guard let (data, rows) = days, let first = rows.first, let last = rows.last else {
      return "on typed inputs"
    }
    return rows.count == 1
      ? "at \(data.rowText(last))"
      : "mean over \(count(rows.count, data.dayNoun)), \(data.rowText(first)) to \(data.rowText(last))"
  }

  /// The named values that say where an answer is from.
  var values: NamedValues {
    ["t": Value(row), "date": Value(row.flatMap { days?.data.dateText($0) })]
  }

  /// How many days before the day that is forecast each of `steps` steps lies, oldest first.
  func daysBefore(_ steps: Int) -> [Double] {
    let horizon = days?.data.dataset.horizon ?? 1
    return (0..<steps).map { Double(steps - 1 - $0 + horizon) }
  }
}
