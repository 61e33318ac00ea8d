import Recurrent
import Workloads

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a peer starts from and what it must come to, each in a file of raw Floats.
struct Reference {
  let folder: String

  /// Writes the scaled series; of each cell fresh weights, and loss and weights after an epoch; and all
  /// gates of the LSTM, `[quantities, steps, sequences, units]`.
  func write() throws {
    let market = try MarketData()
    try write(market.rows, as: "series")
    for cell in CellTable.all {
      for convention in OptimizerConvention.allCases {
        var work = EpochWork(cell, sequences: market.trainingWindows, convention: convention)
        try write(work.network.parameters, as: cell.name)
        try work.run()
        try write([Float(work.loss)], as: "\(cell.name)-\(convention.rawValue)-loss")
        try write(work.network.parameters, as: "\(cell.name)-\(convention.rawValue)-epoch")
      }
    }
    var carry = GateWork(LSTMCell.self, sequences: market.carriedDays)
    carry.run()
    try write(carry.values, as: "carry")
    var windows = GateWork(LSTMCell.self, sequences: market.allWindows)
    windows.run()
    try write(windows.values, as: "windows")
  }

  private func write(_ numbers: ContiguousArray<Float>, as name: String) throws {
    let data = numbers.withUnsafeBytes { Data($0) }
    try data.write(to: URL(filePath: "\(folder)/\(name).f32"))
  }
}
