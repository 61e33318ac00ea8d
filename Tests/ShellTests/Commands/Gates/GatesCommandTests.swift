import Grammar
import MarketSeries
import Recurrent
import Reports
import Testing

@testable import Shell

/// What is alike in all forms of `gates`, and the JSON that scripts rely on.
struct GatesCommandTests {
  static let quantities = [
    "lstm": ["input", "forget", "candidate", "output", "cell", "hidden"],
    "gru": ["update", "reset", "candidate", "hidden"],
    "rnn": ["sum", "hidden"],
    "mine": ["input", "forget", "candidate", "output", "cell", "hidden"],
  ]
  static let models = quantities.keys.sorted()

  /// A shell that knows `mine`, eight units trained with PyTorch.
  static func shell(_ form: AnswerForm = .text) throws -> ShellHarness {
    let shell = try ShellHarness(form)
    _ = try shell.text("model load \(Checkout.weights("own_lstm_u8")) as=mine")
    return shell
  }

  // MARK: JSON

  @Test(arguments: models)
  func oneDayHasTheValuesThatAreAContract(model: String) throws {
    let json = try Self.shell().json("gates \(model) t=42 --json")
    let gates = try #require(Self.quantities[model])
    #expect(json["command"] == .text("gates \(model) t=42 --json"))
    #expect(
      json["values"].names
        == Set(
          [
            "t", "date", "step", "mode", "x", "prediction", "prediction.dollars", "actual.dollars",
          ] + gates.flatMap { ["\($0).mean", "\($0).min", "\($0).max"] }))
    #expect(json.value("t") == 42 && json.value("date") == "2006-03-06")
    #expect(json.value("step") == 10 && json.value("mode") == "window")
    #expect(json.value("actual.dollars") == 21.02)
    #expect(json.block("gates.map")["kind"] == "heatmap" || model == "rnn")
    #expect(json.block("states.map")["kind"] == "heatmap")

    let table = try #require(json["blocks"].items.last { $0["name"] == "gates" })
    #expect(table["kind"] == "table")
    #expect(table.columns == ["unit"] + gates)
  }

  @Test(arguments: models)
  func numbersInJSONAreTheFloatsOfTheTrace(model: String) throws {
    let shell = try Self.shell()
    let json = try shell.json("gates \(model) t=42 --json")
    var session = shell.session
    let network = try session.model(Word(model, at: 0..<0), shell.context).network
    let data = try session.marketData(shell.context)
    let trace = network.trace(of: data.sequences(endingAt: [42]))

    let table = try #require(json["blocks"].items.last { $0["name"] == "gates" })
    #expect(table.column("unit").map(\.number) == (0..<network.cell.units).map(Double.init))
    for quantity in network.cell.quantities {
      let values = trace.values(of: quantity.name, step: 9, sequence: 0)
      #expect(table.column(quantity.name).map(\.float) == values.map { $0 })
      #expect(json.value("\(quantity.name).min").float == values.min())
      #expect(json.value("\(quantity.name).max").float == values.max())
      let mean = values.reduce(0) { $0 + Double($1) } / Double(values.count)
      #expect(json.value("\(quantity.name).mean").float == Float(mean))
    }
    #expect(json.value("x").float == data.dataset.scaledRows[42])
    let output = try #require(network.predictions(for: data.sequences(endingAt: [42])).first)
    #expect(json.value("prediction").float == output)
    let dollars = Double(output) * (45 - 19.6) + 19.6
    #expect(abs((json.value("prediction.dollars").number ?? 0) - dollars) < 1e-9)
  }

  @Test func twoFeaturesMakeXAListInJSON() throws {
    let shell = try ShellHarness()
    _ = try shell.text("data make latch; train lstm units=2 epochs=1 as=two")
    let json = try shell.json("gates two t=100 --json")
    #expect(json.value("x").items.count == 2)
    #expect(json.value("date") == nil)
  }

  @Test(arguments: models)
  func theLastDayHasNoNextDay(model: String) throws {
    let shell = try Self.shell()
    let json = try shell.json("gates \(model) t=-1 --json")
    #expect(json.value("t") == 3019)
    #expect(json["values"].names.contains("actual.dollars"))
    #expect(json.value("actual.dollars") == nil)
    #expect(json.value("prediction.dollars").number != nil)
    #expect(
      try shell.text("gates \(model) t=-1").replacing("\n", with: " ").contains("after the data"))
  }

  @Test(arguments: models)
  func aDayCountsAsItsRow(model: String) throws {
    let shell = try Self.shell()
    let text = try shell.text("gates \(model) t=42")
    #expect(try shell.text("gates \(model) t=2006-03-06") == text)
    #expect(try shell.text("gates \(model) t=-2978") == text)
    #expect(try shell.text("gates \(model)") == text)
  }

  // MARK: Names of quantities

  @Test(arguments: [
    ("lstm", "f", "forget"), ("lstm", "i", "input"), ("lstm", "g", "candidate"),
    ("lstm", "n", "candidate"), ("lstm", "o", "output"), ("lstm", "c", "cell"),
    ("lstm", "h", "hidden"), ("gru", "z", "update"), ("gru", "r", "reset"),
    ("gru", "h", "hidden"), ("rnn", "a", "sum"), ("rnn", "h", "hidden"),
  ])
  func aLetterMeansItsLongName(model: String, letter: String, name: String) throws {
    let shell = try ShellHarness()
    let short = try shell.report("gates \(model) t=42 gate=\(letter)")
    let long = try shell.report("gates \(model) t=42 gate=\(name)")
    #expect(short == long)
    #expect(short.values.names.filter { $0.hasSuffix(".mean") } == ["\(name).mean"])
  }

  // MARK: What does not go together

  @Test(arguments: [
    ("gates lstm t=33..42 steps=all", "steps=all goes with one t"),
    ("gates lstm mode=carry step=3", "step= does not go with this: mode=carry has no steps"),
    ("gates lstm mode=carry steps=all", "steps= does not go with this: mode=carry has no steps"),
    ("gates lstm step=3 steps=all", "steps= does not go with this: step= already names one step"),
    ("gates lstm step=11", "step=11: the window has steps 1 to 10"),
    ("gates lstm x=0.5,0.6 step=3", "step=3: the window has steps 1 to 2"),
    ("gates lstm x=0.5 t=42", "t= does not go with this: x= gives the inputs itself"),
    ("gates lstm x=0.5 mode=carry", "mode= does not go with this: x= gives the inputs itself"),
    ("gates lstm x=high", "x=high: expected numbers"),
    ("gates lstm x=0.5,high", "x=high: expected numbers"),
    ("gates lstm x=[[0.5,1]]", "x= takes one number a step"),
    ("gates lstm t=42 top=3", "top= needs gate= beside it"),
    ("gates lstm gate=forget top=3 unit=1", "unit= does not go with this"),
    ("gates lstm unit=-1", "unit=-1: expected a whole number from 0"),
    ("gates lstm t=8", "t=8 has no whole window of 10 values; the first is t=9 (2006-01-17)"),
    ("gates lstm t=0..20", "t=0 has no whole window"),
    ("gates lstm t=42,8", "t=8 has no whole window"),
    ("gates lstm t=1999-01-04", "1999-01-04 lies before the data"),
    ("gates lstm t=2031-01-04", "2031-01-04 lies after the data"),
    ("gates lstm t=2008-10-11..2008-10-12", "no trading day lies in 2008-10-11..2008-10-12"),
    ("gates lstm t=2008-02-30", "the calendar has no day 2008-02-30"),
    ("gates lstm t=4.5", "\"4.5\" names no row"),
    ("gates lstm t=33..", "a range needs both ends"),
    ("gates lstm t=", "t= needs a value"),
  ])
  func whatDoesNotGoTogetherIsSaid(line: String, beginning: String) throws {
    let message = try Self.shell().message(line)
    #expect(message.hasPrefix(beginning), "\(message)")
  }

  @Test func rangesOfDatesSnapInward() throws {
    let shell = try ShellHarness()
    let dates = try shell.json("gates lstm t=2008-10-11..2008-10-19 gate=forget --json")
    let rows = try shell.json("gates lstm t=2008-10-13..2008-10-17 gate=forget --json")
    #expect(dates.block("forget") == rows.block("forget"))
    #expect(dates.block("forget")["columns"].items.count == 5)
  }
}
