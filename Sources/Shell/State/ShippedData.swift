import Grammar
import MarketSeries
import Recurrent

/// The series and the weights that come with the program.
enum ShippedData {
  /// The models whose weights stand in `data/`: one of each cell for KO, and one for the latch.
  static var modelNames: [String] { CellTable.all.map { $0.name } + ["latch"] }

  /// The first day of the test part of KO, as in the course.
  static let koSplit = SplitPoint.date(CalendarDate(daysSinceEpoch: 16_801))

  /// The last day of KO that the shipped models were trained on: 2015-12-31.
  static let lastTrainingDay = CalendarDate(daysSinceEpoch: 16_800)

  static let koName = "ko-high.csv"

  /// KO with `options`; its file is read anew.
  static func ko(
    _ context: CommandContext, options: DataOptions = koOptions
  ) throws -> MarketData {
    let path = context.dataFile(koName)
    let bytes = try context.files.read(path, limit: FileLimit.csv)
    let series = try named(path) { try Series(csv: bytes, name: "KO", options: CSVOptions()) }
    return MarketData(
      dataset: try Dataset(series, options: options), series: series, title: "KO", isKO: true)
  }

  /// The course's pipeline.
  static var koOptions: DataOptions {
    var options = DataOptions()
    options.split = koSplit
    return options
  }

  static func model(named name: String, _ context: CommandContext) throws -> Model {
    let path = context.dataFile("\(name).safetensors")
    let bytes = try context.files.read(path, limit: FileLimit.weights)
    let loaded = try named(path) { try Network.loading(SafetensorsFile(parsing: bytes)) }
    return Model(
      name: name, network: loaded.network, target: WeightsMetadata.target(loaded.metadata),
      origin: .shipped)
  }
}

extension ShippedData {
  /// Names the file in what is wrong inside it: nobody typed its name.
  private static func named<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw Mistake("\(Paths.printable(path)): \(error)", at: nil)
    }
  }

  /// The spread over seeds of the recipe that the shipped weights were trained with.
  static func seeds(_ context: CommandContext) throws -> SeedTable {
    let path = context.dataFile("seeds.csv")
    guard let table = SeedTable(parsing: try context.files.read(path, limit: FileLimit.seeds))
    else {
      throw Mistake("\(path) is no table of seeds; its first line is \(SeedTable.header)", at: nil)
    }
    return table
  }
}

/// The largest files that are read, in bytes.
enum FileLimit {
  static let csv = 1 << 30
  static let weights = 1 << 28
  static let script = 1 << 24
  static let seeds = 1 << 20
  static let lesson = 1 << 20
  static let progress = 8 << 20
}

/// What our own weights files say beside the tensors.
enum WeightsMetadata {
  static let targetKey = "target"

  static func target(_ metadata: [String: String]) -> Target {
    metadata[targetKey].flatMap(Target.init(rawValue:)) ?? .level
  }
}
