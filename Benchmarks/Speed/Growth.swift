import Recurrent
import Workloads

/// How an LSTM's cost grows with units, steps, batch and rows, all else as users have it.
///
/// A row and step should take the same time however many there are, and the share of the limit should
/// not fall where units grow: then cost is linear in rows and steps and quadratic in units.
func registerGrowth(_ machine: Machine) {
  for units in [8, 16, 32, 50, 64, 128, 256, 512] {
    machine.growth("units", units, of: 512, units: units, windows: 320)
  }
  for length in [5, 10, 20, 50, 100, 200, 500] {
    machine.growth("window", length, of: 500, windows: 320, length: length)
  }
  for batch in [1, 4, 16, 32, 64, 256, 1024, 2507] {
    machine.growth("batch", batch, of: 2507, windows: 2507, batch: batch)
  }
  for rows in [1000, 10_000, 100_000, 1_000_000] {
    machine.growth("rows", rows, of: 1_000_000, windows: rows)
    machine.register("growth carry \(rows.padded(to: 1_000_000))", parts: rows) {
      GateWork(LSTMCell.self, sequences: Wave.windows(1, length: rows), skipping: rows - 1)
    }
  }
}

extension Machine {
  /// Registers an epoch of one size.
  fileprivate func growth(
    _ what: String, _ size: Int, of most: Int, units: Int = 50, windows: Int, length: Int = 10,
    batch: Int = 32
  ) {
    register("growth \(what) \(size.padded(to: most))", parts: windows * length) {
      EpochWork(
        LSTMCell.self, units: units, sequences: Wave.windows(windows, length: length), batch: batch)
    }
  }
}

extension Int {
  /// With zeros in front, as long as another number.
  fileprivate func padded(to most: Int) -> String {
    String(repeating: "0", count: "\(most)".count - "\(self)".count) + "\(self)"
  }
}
