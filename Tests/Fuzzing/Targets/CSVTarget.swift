import MarketSeries

extension FuzzTarget {
  /// A table of numbers, and the data set that is made of it.
  static let csv = FuzzTarget(name: "csv") { bytes in
    do {
      let series = try Series(csv: bytes, name: "prices.csv")
      require(series.rowCount <= bytes.count, "a row has at least one byte")
      _ = try? Dataset(series)
    } catch {
      requirePrintable("\(error)")
    }
  }
}
