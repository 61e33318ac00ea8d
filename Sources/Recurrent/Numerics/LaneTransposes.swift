// Vectors with rows and columns exchanged.
//
// The exchanges go through lanes of 32 and of 64 bits in turn. Written with numbers alone, the compiler
// takes all four of them apart and puts them together again worse: 71 ns a transpose, now 21. That is
// what the reinterpreting is for; both types are 512 bits without padding, and every bit pattern is a
// number of either.

/// The numbers of `Lanes` two by two.
private typealias Pairs = SIMD8<UInt64>

extension Lanes {
  @_transparent
  fileprivate var pairs: Pairs { unsafe unsafeBitCast(self, to: Pairs.self) }

  /// The first two of each four, alternating with those of another vector.
  @_transparent
  fileprivate func interleavedLow(_ other: Lanes) -> Lanes {
    Lanes(
      self[0], other[0], self[1], other[1], self[4], other[4], self[5], other[5],
      self[8], other[8], self[9], other[9], self[12], other[12], self[13], other[13])
  }

  /// The last two of each four, alternating with those of another vector.
  @_transparent
  fileprivate func interleavedHigh(_ other: Lanes) -> Lanes {
    Lanes(
      self[2], other[2], self[3], other[3], self[6], other[6], self[7], other[7],
      self[10], other[10], self[11], other[11], self[14], other[14], self[15], other[15])
  }

  /// The first and third four, then those of another vector.
  @_transparent
  fileprivate func evenFours(_ other: Lanes) -> Lanes {
    Lanes(
      self[0], self[1], self[2], self[3], self[8], self[9], self[10], self[11],
      other[0], other[1], other[2], other[3], other[8], other[9], other[10], other[11])
  }

  /// The second and fourth four, then those of another vector.
  @_transparent
  fileprivate func oddFours(_ other: Lanes) -> Lanes {
    Lanes(
      self[4], self[5], self[6], self[7], self[12], self[13], self[14], self[15],
      other[4], other[5], other[6], other[7], other[12], other[13], other[14], other[15])
  }
}

extension Pairs {
  @_transparent
  fileprivate var lanes: Lanes { unsafe unsafeBitCast(self, to: Lanes.self) }

  @_transparent
  fileprivate func interleavedLow(_ other: Pairs) -> Pairs {
    Pairs(self[0], other[0], self[2], other[2], self[4], other[4], self[6], other[6])
  }

  @_transparent
  fileprivate func interleavedHigh(_ other: Pairs) -> Pairs {
    Pairs(self[1], other[1], self[3], other[3], self[5], other[5], self[7], other[7])
  }

  @_transparent
  fileprivate func evenFours(_ other: Pairs) -> Pairs {
    Pairs(self[0], self[1], self[4], self[5], other[0], other[1], other[4], other[5])
  }

  @_transparent
  fileprivate func oddFours(_ other: Pairs) -> Pairs {
    Pairs(self[2], self[3], self[6], self[7], other[2], other[3], other[6], other[7])
  }
}

/// Four rows with each 4 × 4 block transposed: vector i holds the columns i, i + 4, i + 8 and i + 12,
/// four numbers each.
@_transparent
private func blocksTransposed(
  _ a: Lanes, _ b: Lanes, _ c: Lanes, _ d: Lanes
) -> (Lanes, Lanes, Lanes, Lanes) {
  let (abLow, abHigh) = (a.interleavedLow(b).pairs, a.interleavedHigh(b).pairs)
  let (cdLow, cdHigh) = (c.interleavedLow(d).pairs, c.interleavedHigh(d).pairs)
  return (
    abLow.interleavedLow(cdLow).lanes, abLow.interleavedHigh(cdLow).lanes,
    abHigh.interleavedLow(cdHigh).lanes, abHigh.interleavedHigh(cdHigh).lanes
  )
}

/// Four vectors of four fours with rows and columns exchanged.
@_transparent
func foursTransposed(
  _ a: Lanes, _ b: Lanes, _ c: Lanes, _ d: Lanes
) -> (Lanes, Lanes, Lanes, Lanes) {
  let (abEven, abOdd) = (a.evenFours(b).pairs, a.oddFours(b).pairs)
  let (cdEven, cdOdd) = (c.evenFours(d).pairs, c.oddFours(d).pairs)
  return (
    abEven.evenFours(cdEven).lanes, abOdd.evenFours(cdOdd).lanes,
    abEven.oddFours(cdEven).lanes, abOdd.oddFours(cdOdd).lanes
  )
}

extension Lanes {
  /// The 4 × 4 numbers with rows and columns exchanged.
  @inline(__always)
  var blockTransposed: Lanes {
    Lanes(
      self[0], self[4], self[8], self[12], self[1], self[5], self[9], self[13],
      self[2], self[6], self[10], self[14], self[3], self[7], self[11], self[15])
  }
}

/// Turns vectors, sixteen at a time, into sixteen rows across them.
///
/// The rows come in the order 0, 4, 8, 12, 1, 5, 9, 13, 2 and so on, which is of no account to sums over
/// them.
///
/// - Parameters:
///   - vectors: Where the vectors are.
///   - places: Which of them, whole sixteens.
///   - result: Where the rows go.
///   - place: The place of the first sixteen's.
///   - step: How far it is from there to the next sixteen's.
@inline(never)
func transpose(
  _ vectors: ContiguousArray<Lanes>, _ places: Range<Int>,
  into result: inout ContiguousArray<Lanes>, at place: Int, step: Int = 0
) {
  let all = vectors.span.extracting(places)
  var rows = result.mutableSpan
  for panel in 0..<all.count / 16 {
    let s = all.extracting(16 * panel..<16 * panel + 16)
    let a = blocksTransposed(s[0], s[1], s[2], s[3])
    let b = blocksTransposed(s[4], s[5], s[6], s[7])
    let c = blocksTransposed(s[8], s[9], s[10], s[11])
    let d = blocksTransposed(s[12], s[13], s[14], s[15])
    let first = place + panel * step
    var t = rows._mutatingExtracting(first..<first + 16)
    (t[0], t[1], t[2], t[3]) = foursTransposed(a.0, b.0, c.0, d.0)
    (t[4], t[5], t[6], t[7]) = foursTransposed(a.1, b.1, c.1, d.1)
    (t[8], t[9], t[10], t[11]) = foursTransposed(a.2, b.2, c.2, d.2)
    (t[12], t[13], t[14], t[15]) = foursTransposed(a.3, b.3, c.3, d.3)
  }
}

/// Turns vectors, four at a time, into sixteen rows of four numbers across them, in the order of
/// `transpose`.
///
/// - Parameters:
///   - vectors: Where the vectors are.
///   - places: Which of them, whole fours.
///   - result: Where the rows go.
///   - place: The place of the first four's.
///   - step: How far it is from there to the next four's.
@inline(never)
func transposeFours(
  _ vectors: ContiguousArray<Lanes>, _ places: Range<Int>,
  into result: inout ContiguousArray<Float>, at place: Int, step: Int
) {
  let all = vectors.span.extracting(places)
  var numbers = result.mutableSpan
  for group in 0..<all.count / 4 {
    let s = all.extracting(4 * group..<4 * group + 4)
    let t = blocksTransposed(s[0], s[1], s[2], s[3])
    let first = place + group * step
    var rows = numbers._mutatingExtracting(first..<first + 64)
    rows.set(t.0, at: 0)
    rows.set(t.1, at: 16)
    rows.set(t.2, at: 32)
    rows.set(t.3, at: 48)
  }
}
