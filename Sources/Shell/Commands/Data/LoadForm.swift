import Grammar
import MarketSeries
import Reports

/// `data load`: another series in the place of the one at hand.
enum LoadForm {
  static let form = Form(
    "load", words: [WordParameter("FILE", .file)],
    keys: [
      Key("column", .text, default: "the first numeric", "the column to predict"),
      Key("columns", .text, "several columns, as High,Low; the first is the one to predict"),
      Key("date", .text, default: "found", "the column of dates, or none"),
      Key("split", .splitPoint, default: "80%", "where the test rows begin"),
      Key("validation", .splitPoint, "where the validation rows begin, before the split"),
      Key(
        "scale", .choice(ScaleKind.allCases.map(\.rawValue)), default: "minmax",
        "how values become inputs"),
      Key(
        "fit", .choice(FitRows.allCases.map(\.rawValue)), default: "train",
        "the rows that the scaling is fitted on"),
      Key(
        "missing", .choice(MissingPolicy.allCases.map(\.rawValue)), default: "previous",
        "what stands in for missing values"),
      Key("look_back", .integer(1...10_000), default: "10", unit: "rows", "the window's length"),
    ],
    purpose: "Reads a CSV file; data load ko returns to KO")

  static func run(
    _ arguments: Arguments, _ session: inout Session, _ context: CommandContext
  ) throws -> Report {
    guard let file = arguments.word else { return Report(title: "") }
    let isKO = file.text == "ko" && !file.isQuoted
    if isKO {
      try arguments.refuse("column", "columns", "date", since: "ko is the shipped series")
    }
    let options = try dataOptions(arguments, from: isKO ? ShippedData.koOptions : DataOptions())
    let data: MarketData
    do {
      data =
        isKO
        ? try ShippedData.ko(context, options: options)
        : try load(file, arguments, options, context)
    } catch let error as DataError {
      let key = error.point.flatMap { arguments.place(of: $0.rawValue) }
      // A key names itself; of the rest the file is to blame.
      let blamed = key == nil ? "\(title(of: file)): " : ""
      throw Mistake(blamed + error.description, at: key ?? file.range)
    }
    session.replaceData(with: data)
    var report = DataSummary(data: data).report()
    let last = data.dataset.rowCount - 1
    if session.settings.t > last {
      session.settings.t = last
      report.add(paragraph: "The default day is now the last one, t=\(last).")
    }
    return report
  }

  private static func load(
    _ file: Word, _ arguments: Arguments, _ options: DataOptions, _ context: CommandContext
  ) throws -> MarketData {
    let bytes = try context.read(file.text, limit: FileLimit.csv)
    let title = title(of: file)
    do {
      let series = try Series(csv: bytes, name: title, options: try csvOptions(arguments))
      return MarketData(
        dataset: try Dataset(series, options: options), series: series, title: title, isKO: false)
    } catch let error as CSVError {
      throw Mistake("\(title): \(error.message)", at: file.range, hint: error.nearest)
    }
  }

  /// The name of the file, without its folders.
  private static func title(of file: Word) -> String {
    printable(file.text.split(separator: "/").last.map(String.init) ?? file.text)
  }

  private static func csvOptions(_ arguments: Arguments) throws(Mistake) -> CSVOptions {
    var options = CSVOptions()
    if let columns = arguments.text("columns") {
      try arguments.refuse("column", since: "columns= names them all")
      options.column = columns.split(separator: ",").map { name in
        String(name.drop { $0 == " " })
      }
    } else if let column = arguments.text("column") {
      options.column = [column]
    }
    if let date = arguments.text("date") {
      options.date = date == "none" ? .none : .named(date)
    }
    return options
  }

  private static func dataOptions(
    _ arguments: Arguments, from usual: DataOptions
  ) throws -> DataOptions {
    var options = usual
    if let split = arguments.located("split") { options.split = try splitPoint(split, "split") }
    if let validation = arguments.located("validation") {
      options.validation = try splitPoint(validation, "validation")
    }
    if let name = arguments.text("scale"), let scale = ScaleKind(rawValue: name) {
      options.scale = scale
    }
    if let name = arguments.text("fit"), let fit = FitRows(rawValue: name) { options.fit = fit }
    if let name = arguments.text("missing"), let missing = MissingPolicy(rawValue: name) {
      options.missing = missing
    }
    if let lookBack = arguments.integer("look_back") { options.lookBack = lookBack }
    return options
  }

  /// A date, a row, or a share of the rows (0.8 or 80%).
  private static func splitPoint(_ located: Located, _ key: String) throws(Mistake) -> SplitPoint {
    switch located.literal {
    case .integer(let row):
      return .row(row)
    case .number(let share):
      return .share(share)
    case .date(let day):
      guard let date = CalendarDate(year: day.year, month: day.month, day: day.day) else { break }
      return .date(date)
    case .text(let text):
      guard text.hasSuffix("%"), let percent = decimalNumber(text.dropLast()) else { break }
      return .share(percent / 100)
    default:
      break
    }
    throw Mistake(
      "\(key)=\(located.text): expected \(KeyKind.splitPoint.expectation)", at: located.range)
  }
}
