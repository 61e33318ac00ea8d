/// The lines over a heat map that name its columns, in cells of equal width.
///
/// Every column is named where there is room. Whole numbers stand on two lines, the last digits
/// below, what goes before them above and only where it changes. Of longer labels as many are named
/// as fit, of whole numbers round ones, each with a stroke down to its column.
struct ColumnHeader {
  /// The labels, one a cell.
  let labels: [String]
  /// Columns of the screen that a cell takes.
  let cellWidth: Int
  /// Columns of the screen that there are from the first cell on.
  let width: Int
  /// The stroke from a label to its column.
  let stroke: String

  /// Blanks between names of which not all are shown.
  private static let gap = 2

  /// One line or two.
  func lines() -> [String] {
    wholeLabels() ?? digits() ?? sparseLabels()
  }

  /// Each label over its cell.
  private func wholeLabels() -> [String]? {
    guard labels.allSatisfy({ displayWidth(of: $0) < cellWidth }) else { return nil }
    return [labels.map { padded($0, to: cellWidth) }.joined()]
  }

  /// Whole numbers: `1         2` over `9 0 1 2 … 9 0`.
  private func digits() -> [String]? {
    let numbers = labels.compactMap { Int($0) }
    guard numbers.count == labels.count, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    let lastDigits = numbers.map { padded(String($0 % 10), to: cellWidth) }.joined()

    var above: [(place: Int, text: String)] = []
    var previous = 0
    for (cell, number) in numbers.enumerated() {
      if number / 10 != previous { above.append((cell * cellWidth, String(number / 10))) }
      previous = number / 10
    }
    guard !above.isEmpty else { return [lastDigits] }
    if above.count > 1, !fits(above[0], before: above[1].place), isConsecutive(numbers) {
      // What is left out at the beginning follows from the change after it.
      above.removeFirst()
    }
    for (entry, next) in zip(above, above.dropFirst()) where !fits(entry, before: next.place) {
      return nil
    }
    var line = ""
    for (place, text) in above { line = padded(line, to: place) + text }
    return line.utf8.count <= width ? [line, lastDigits] : nil
  }

  /// Longer numbers need a blank before the next.
  private func fits(_ entry: (place: Int, text: String), before next: Int) -> Bool {
    let length = entry.text.utf8.count
    return entry.place + length + (length > 1 ? 1 : 0) <= next
  }

  private func isConsecutive(_ numbers: [Int]) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy {
      $1.subtractingReportingOverflow($0) == (1, false)
    }
  }

  private func sparseLabels() -> [String] {
    var names = ""
    var strokes = ""
    for (cell, label) in roundLabels() ?? Array(labels.enumerated()) {
      let place = cell * cellWidth
      let isFree = names.isEmpty || displayWidth(of: names) + Self.gap <= place
      guard isFree, place + displayWidth(of: label) <= width else { continue }
      names = padded(names, to: place) + label
      strokes = padded(strokes, to: place) + stroke
    }
    return [names, strokes]
  }

  /// The first of whole numbers that ascend, then round ones, each with the cell in which it lies;
  /// nil for other labels.
  private func roundLabels() -> [(Int, String)]? {
    let numbers = labels.compactMap { Int($0) }
    guard numbers.count == labels.count, let first = numbers.first, let last = numbers.last,
      zip(numbers, numbers.dropFirst()).allSatisfy(<), abs(Double(first)) < 1e9,
      abs(Double(last)) < 1e9
    else { return nil }
    let longest = max(String(first).utf8.count, String(last).utf8.count)
    let count = max(1, labels.count * cellWidth / (longest + 2 * Self.gap))
    let ticks = Ticks(covering: Double(first), Double(last), count: count, isWhole: true)
    var entries: [(Int, String)] = [(0, String(first))]
    for tick in ticks.values.map({ Int($0) }) where tick > first && tick <= last {
      // A cell holds the numbers from its own to the next one's.
      let cell = numbers.partitioningIndex { $0 > tick } - 1
      entries.append((cell, String(tick)))
    }
    return entries
  }
}

extension [Int] {
  /// The first place from which on all elements fulfil a condition, in an array parted by it.
  fileprivate func partitioningIndex(where isBeyond: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
