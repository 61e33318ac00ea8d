import Recurrent
import Workloads

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Does on request what the peers do, so that both can take turns; see `peers/run.py`.
@main
struct Worker {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.last) {
    case ("reference", let folder?):
      try Reference(folder: folder).write()
      try MillionRows.write(to: folder + "/million.csv")
    case ("serve", let threads?): try serve(threads: Int(threads) ?? 1)
    case ("launch", _): try launch()
    default:
      print(
        """
        worker reference FOLDER   writes data, weights and what comes of them
        worker serve THREADS      does what each line of standard input names; tells milliseconds
        worker launch             runs each line as a command, words parted by tabs; tells
                                  milliseconds, bytes of memory at the most, exit status
        """)
    }
  }

  private static func serve(threads: Int) throws {
    let market = try MarketData()
    var epochs = CellTable.all.map {
      EpochWork($0, sequences: market.trainingWindows, threads: threads)
    }
    var carry = GateWork(LSTMCell.self, sequences: market.carriedDays, threads: threads)
    var windows = GateWork(LSTMCell.self, sequences: market.allWindows, threads: threads)
    while let line = readLine() {
      let words = line.split(separator: " ")
      switch (words.first, words.last) {
      case ("limit", _):
        answer(MultiplyAddLimit.measured())
      case ("size", let name?):
        let sizes = zip(CellTable.all, epochs).map { ($0.name, $1.multiplyAdds) }
        let all = sizes + [("carry", carry.multiplyAdds), ("windows", windows.multiplyAdds)]
        answer(all.first { $0.0 == name }?.1 ?? .nan)
      case ("parameters", let name?):
        let index = CellTable.all.firstIndex { $0.name == name }
        answer(index.map { Double(epochs[$0].network.parameterCount) } ?? .nan)
      case ("epoch", let name?):
        guard let index = CellTable.all.firstIndex(where: { $0.name == name }) else { return }
        answer(try epochs[index].secondsOfRun() * 1000)
      case ("carry", _): answer(try carry.secondsOfRun() * 1000)
      case ("windows", _): answer(try windows.secondsOfRun() * 1000)
      default: return
      }
    }
  }

  /// A process of its own, small, since a child never reports less memory than its parent has.
  private static func launch() throws {
    while let line = readLine() {
      let run = try ProgramRun(line.split(separator: "\t").map(String.init))
      answer(run.seconds * 1000, Double(run.peakMemory), Double(run.exitStatus ?? -1))
    }
  }

  private static func answer(_ numbers: Double...) {
    print(numbers.map { "\($0)" }.joined(separator: " "))
    fflush(nil)
  }
}
