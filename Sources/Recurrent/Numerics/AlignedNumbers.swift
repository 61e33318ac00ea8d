/// Numbers of which the first stands at the start of a line of the cache.
struct AlignedNumbers: Sendable {
  /// The numbers, with some before and behind.
  private(set) var all: ContiguousArray<Float>
  /// The place of the first.
  let start: Int

  /// Zeros.
  init(count: Int) {
    all = .init(zeros: count + Lanes.width)
    // Only the address is looked at; were it to change, the vectors would cross lines and no more.
    start = unsafe all.withUnsafeBufferPointer { buffer in
      let place = UInt(bitPattern: buffer.baseAddress) / 4
      return Int((16 - place % 16) % 16)
    }
  }

  /// Adds some numbers to those from a place on.
  mutating func add(_ numbers: ContiguousArray<Float>, _ places: Range<Int>, at place: Int) {
    let new = numbers.span.extracting(places)
    let first = start + place
    var old = all.mutableSpan
    for index in new.indices { old[first + index] += new[index] }
  }
}
