extension Dataset {
  /// What the window that ends with `row` is to predict, in dollars.
  ///
  /// - Returns: `nil` on the last day of a series, which has no next day, and where a made task
  ///   asks for nothing.
  public func actual(afterWindowEndingAt row: Int) -> Double? {
    guard (0..<rowCount).contains(row), row < rowCount - horizon else { return nil }
    let target = targets[row + horizon]
    return target.isNaN ? nil : target
  }

  /// What a network is to say for each window, scaled.
  ///
  /// As a level, the target scaled as the first column is; as a change, the target minus the
  /// window's last value, in units of `changeScale`.
  public func scaledTargets(of windows: Windows, as target: Target) -> ContiguousArray<Float> {
    ContiguousArray(
      windows.map { window in
        switch target {
        case .level: Float(scalers[0].scaled(targets[window.targetRow]))
        case .change:
          Float((targets[window.targetRow] - highs[0][window.rows.upperBound - 1]) / changeScale)
        }
      })
  }

  /// The prediction in dollars that a network's output after a row of the data stands for.
  ///
  /// - Parameters:
  ///   - output: What the network says, scaled.
  ///   - row: The last row that it has read.
  ///   - target: What it was trained to predict.
  /// - Returns: The output as a price; for a change, added to the row's value.
  public func dollars(of output: Float, afterWindowEndingAt row: Int, as target: Target) -> Double {
    switch target {
    case .level: scalers[0].dollars(Double(output))
    case .change: highs[0][row] + Double(output) * changeScale
    }
  }
}
