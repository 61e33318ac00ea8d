extension Array where Element: Comparable {
  /// The first position whose element is not before `element`, in an ascending array, by halving;
  /// the count when all are before it.
  func firstIndex(notBefore element: Element) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
