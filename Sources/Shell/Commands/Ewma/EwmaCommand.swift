import Grammar
import Recurrent
import Reports

/// `ewma`: exponentially weighted moving averages, the simplest memory.
struct EwmaCommand: Command {
  let verb = "ewma"
  let purpose = "averages a series so that the past fades, and shows what the average remembers"
  let forms = [
    Form(
      keys: [
        Key("beta", .numbers(-1...1), default: "0.8", "the share that is kept a step, or several"),
        Key(
          "on", .choiceOrNumbers(AveragedSeries.names, KeyKind.anyNumber), default: "data",
          "what is averaged: the series at hand, KO, a made signal, or typed numbers"),
        Key("t", .rows, "the row whose recursion and weights are shown, or the rows of the curves"),
        Key(
          "variant", .choice(ExponentialAverage.Variant.allCases.map(\.rawValue)),
          default: "standard", "notebook starts at t=1 as the course does; average never forgets"),
        Key("noise", .number(0...1000), default: "0.1", "standard deviation of the hat's noise"),
        Key("seed", .integer(0...Int.max), default: "set seed", "of the hat's noise"),
      ])
  ]
  let examples = [
    Example("ewma beta=0.8,0.5 on=hat noise=0", "which of the two turns first"),
    Example("ewma beta=0.8 on=ko t=2", "the recursion with its numbers, and the weights"),
    Example("ewma beta=0.9 on=impulse", "the memory itself: each bar is β of the one before"),
    Example("ewma beta=0.8 on=ones t=9", "too low at first, corrected at once"),
    Example("ewma beta=0.8 on=1,0,2 variant=notebook", "typed values, as the notebook does it"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    let series = try AveragedSeries(arguments, &session, context)
    let averages = try averages(arguments, of: series)
    switch series.selection {
    case .row(let t):
      return EwmaAtOneRow(series: series, averages: averages, t: t).report()
    case .rows(let rows):
      return EwmaCurves(series: series, averages: averages, rows: rows).report()
    }
  }

  /// One average for each β; a single one for the variant that has none.
  private func averages(
    _ arguments: Arguments, of series: AveragedSeries
  ) throws -> [MovingAverage] {
    let betas = arguments.numbers("beta") ?? [0.8]
    let place = arguments.place(of: "beta")
    guard betas.count <= 6 else {
      throw Mistake("beta= takes up to 6 numbers; here are \(betas.count)", at: place)
    }
    guard Set(betas).count == betas.count else {
      throw Mistake("beta= names a number twice; keep one", at: place)
    }
    let variant =
      arguments.text("variant").flatMap(ExponentialAverage.Variant.init(rawValue:)) ?? .standard
    let shown = variant == .average ? Array(betas.prefix(1)) : betas
    return shown.map {
      MovingAverage(of: series.values, beta: $0, variant: variant, isOne: shown.count == 1)
    }
  }
}
