import Grammar
import MarketSeries
import Reports

/// `data make`: a task made by rule, which cannot be done without memory.
enum MakeForm {
  static let form = Form(
    "make", words: [WordParameter("TASK", .choice(MadeTask.Kind.allCases.map(\.rawValue)))],
    keys: [
      Key("seed", .integer(0...Int.max), default: "set seed", "of the rows"),
      Key("length", .integer(2...1000), default: "50", unit: "rows", "of a sequence of adding"),
    ],
    purpose: "Makes a task that needs memory: latch (say the value at the last mark) or adding "
      + "(say the sum of the two marked values)")

  static func run(_ arguments: Arguments, _ session: inout Session) throws -> Report {
    let seed = UInt64(arguments.integer("seed") ?? session.settings.seed)
    let task: MadeTask
    switch arguments.word.flatMap({ MadeTask.Kind(rawValue: $0.text) }) {
    case .adding:
      task = try MadeTask.adding(length: arguments.integer("length") ?? 50, seed: seed)
    default:
      try arguments.refuse("length", since: "the latch has sequences of 30 rows")
      task = MadeTask.latch(seed: seed)
    }
    let data = MarketData(
      dataset: Dataset(task), series: task.series, title: "\(task.kind.rawValue) (seed \(seed))",
      isKO: false)
    session.replaceData(with: data)
    var report = DataSummary(data: data).report()
    report.values["line"] = .double(task.lineToBeat)
    report.add(
      paragraph: "Always saying the expected value costs a mean squared error of "
        + "\(shownNumber(task.lineToBeat)): that is the line to beat.")
    return report
  }
}
