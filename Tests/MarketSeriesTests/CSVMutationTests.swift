import Testing

@testable import MarketSeries

/// Bytes that no one would write: they give a series or an error, and never end the process.
struct CSVMutationTests {
  private let seeds = [
    "Date,High\n2006-01-03,20.5\n2006-01-04,\n2006-01-05,2.1e1\n",
    "\u{FEFF}\"Da\"\"te\";\"Hïgh\"\r\n\"2006-01-05T10:00\";\" 1\"\r\n2006-01-04;-2\r\n",
    "a\tb\tc\r1\t\"x\ny\"\t3\r",
  ]

  private func read(_ bytes: [UInt8]) {
    for options in [CSVOptions(), CSVOptions(column: ["High"]), CSVOptions(date: .none)] {
      do throws(CSVError) {
        let series = try Series(csv: bytes, name: "x", options: options)
        for column in series.columns { #expect(column.count == series.rowCount) }
        #expect(series.dates == nil || series.dates?.count == series.rowCount)
        _ = try? Dataset(series, options: DataOptions(missing: .interpolate, lookBack: 2))
      } catch {
        #expect(!error.description.contains { $0.isNewline })
        #expect(error.description.utf8.count < 2000)
      }
    }
  }

  @Test func everyTruncationIsRead() {
    for seed in seeds {
      let bytes = Array(seed.utf8)
      for length in 0...bytes.count { read(Array(bytes.prefix(length))) }
    }
  }

  @Test func mutatedFilesAreRead() {
    var random = SplitMix64(seed: 3)
    let spice = Array("\"\"\n\r,;\t-+.eE019 T/x\0\u{FF}".utf8) + [0xFF, 0xC3, 0xEF, 0x80]
    for round in 0..<1500 {
      var bytes = Array(seeds[round % seeds.count].utf8)
      for _ in 0...random.integer(in: 0..<4) {
        let place = random.integer(in: 0..<bytes.count)
        let byte = spice[random.integer(in: 0..<spice.count)]
        switch random.integer(in: 0..<3) {
        case 0: bytes[place] = byte
        case 1: bytes.insert(byte, at: place)
        default: bytes.remove(at: place)
        }
      }
      read(bytes)
    }
  }
}
