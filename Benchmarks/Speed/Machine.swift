import Benchmark
import Workloads

/// The machine that all is measured against.
struct Machine {
  /// Multiply-adds a second that one core can do.
  let limit: Double

  /// Registers work of which the share of the limit is told.
  ///
  /// - Parameters:
  ///   - name: The name of its row.
  ///   - threads: How many cores it uses.
  ///   - parts: What its time is divided by, as rows and steps, for a column of its own.
  ///   - make: Makes it ready, which is not measured.
  func register(
    _ name: String, threads: Int = 1, parts: Int? = nil, make: @escaping () -> any Workload
  ) {
    var work: (any Workload)?
    let limit = limit * Double(threads)
    Benchmark(
      name,
      configuration: .init(
        metrics: [.wallClock, .share] + (parts == nil ? [] : [.part]), timeUnits: .microseconds,
        units: [.share: .count, .part: .count], warmupIterations: 1, maxDuration: .seconds(2))
    ) { benchmark in
      var ready = work ?? make()
      // Alone, so that its memory is not copied.
      work = nil
      benchmark.startMeasurement()
      let seconds = try ready.secondsOfRun()
      benchmark.stopMeasurement()
      benchmark.measurement(.share, Int(100 * ready.multiplyAdds / (seconds * limit)))
      if let parts { benchmark.measurement(.part, Int(seconds / Double(parts) * 1e9)) }
      work = ready
    }
  }
}

extension BenchmarkMetric {
  /// Of what the cores at work could do if they did nothing else, in per cent.
  fileprivate static let share = custom(
    "Share of the multiply-add limit (%)", polarity: .prefersLarger, useScalingFactor: false)

  /// For one row and step, in nanoseconds.
  fileprivate static let part = custom("Time of a row and step (ns)", useScalingFactor: false)
}
