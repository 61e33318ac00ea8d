import Benchmark
import Recurrent
import Workloads

// What the library runs. Names sort as the tables should stand.
let benchmarks: @Sendable () -> Void = {
  let machine = Machine(limit: MultiplyAddLimit.measured())
  do {
    try registerWaits(machine)
    registerGrowth(machine)
  } catch {
    print("data/ko-high.csv: \(error)")
  }
}

/// What users wait for: an epoch, all gates, whole commands.
private func registerWaits(_ machine: Machine) throws {
  let market = try MarketData()
  for threads in [1, 2] {
    let cores = threads == 1 ? "1 core" : "2 cores"
    for cell in CellTable.all {
      machine.register("epoch \(cell.name), \(cores)", threads: threads) {
        EpochWork(cell, sequences: market.trainingWindows, threads: threads)
      }
    }
    machine.register("gates of 3,011 windows, \(cores)", threads: threads) {
      GateWork(LSTMCell.self, sequences: market.allWindows, threads: threads)
    }
  }
  machine.register("gates of 3,020 days carried, 1 core") {
    GateWork(LSTMCell.self, sequences: market.carriedDays)
  }

  let million = MarketData.project + "/.build-bench/million.csv"
  try MillionRows.write(to: million)
  for line in ["gates lstm t=42", "train lstm", "train lstm seeds=1..5"] {
    registerProcess(line, shown: line)
  }
  registerProcess("data load '\(million)'", shown: "data load of 1,000,000 rows")
}

/// A whole process from its start to its end.
private func registerProcess(_ line: String, shown: String) {
  let program = MarketData.project + "/.build/release/gatehouse"
  Benchmark(
    "process \(shown)",
    configuration: .init(
      metrics: [.wallClock], timeUnits: .microseconds, warmupIterations: 1,
      maxDuration: .seconds(3))
  ) { benchmark in
    let run = try ProgramRun([program, "-c", line])
    if run.exitStatus != 0 { benchmark.error("\(line) fails") }
  }
}
