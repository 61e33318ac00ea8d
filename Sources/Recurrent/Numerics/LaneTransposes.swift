// Sixteen vectors of sixteen numbers with rows and columns exchanged, and the same for quads.
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

  @_transparent
  fileprivate func quad(_ place: Int) -> Quad {
    Quad(self[4 * place], self[4 * place + 1], self[4 * place + 2], self[4 * place + 3])
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

/// Four rows with each 4×4 block transposed: vector i holds columns i, i+4, i+8 and i+12, four numbers
/// each.
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

/// Four times four fours with rows and columns exchanged.
@_transparent
private func foursTransposed(
  _ a: Lanes, _ b: Lanes, _ c: Lanes, _ d: Lanes
) -> (Lanes, Lanes, Lanes, Lanes) {
  let (abEven, abOdd) = (a.evenFours(b).pairs, a.oddFours(b).pairs)
  let (cdEven, cdOdd) = (c.evenFours(d).pairs, c.oddFours(d).pairs)
  return (
    abEven.evenFours(cdEven).lanes, abOdd.evenFours(cdOdd).lanes,
    abEven.oddFours(cdEven).lanes, abOdd.oddFours(cdOdd).lanes
  )
}

/// Transposes 16 × 16 numbers: `result[place + i][j] = vectors[start + j][i]`.
@inline(never)
func transpose(
  _ vectors: ContiguousArray<Lanes>, from start: Int,
  into result: inout ContiguousArray<Lanes>, at place: Int
) {
  let s = vectors.span.extracting(start..<start + 16)
  let a = blocksTransposed(s[0], s[1], s[2], s[3])
  let b = blocksTransposed(s[4], s[5], s[6], s[7])
  let c = blocksTransposed(s[8], s[9], s[10], s[11])
  let d = blocksTransposed(s[12], s[13], s[14], s[15])
  var all = result.mutableSpan
  var t = all._mutatingExtracting(place..<place + 16)
  (t[0], t[4], t[8], t[12]) = foursTransposed(a.0, b.0, c.0, d.0)
  (t[1], t[5], t[9], t[13]) = foursTransposed(a.1, b.1, c.1, d.1)
  (t[2], t[6], t[10], t[14]) = foursTransposed(a.2, b.2, c.2, d.2)
  (t[3], t[7], t[11], t[15]) = foursTransposed(a.3, b.3, c.3, d.3)
}

/// Transposes 4 × 16 numbers: `result[place + i][j] = vectors[start + j][i]`.
@inline(never)
func transposeQuads(
  _ vectors: ContiguousArray<Lanes>, from start: Int,
  into result: inout ContiguousArray<Quad>, at place: Int
) {
  let s = vectors.span.extracting(start..<start + 4)
  var quads = result.mutableSpan
  setTransposed(s[0], s[1], s[2], s[3], in: &quads, at: place)
}

/// Four rows of sixteen numbers as sixteen quads.
@inline(__always)
func setTransposed(
  _ a: Lanes, _ b: Lanes, _ c: Lanes, _ d: Lanes, in result: inout MutableSpan<Quad>, at place: Int
) {
  let t = blocksTransposed(a, b, c, d)
  var quads = result._mutatingExtracting(place..<place + 16)
  for block in 0..<4 {
    quads[4 * block] = t.0.quad(block)
    quads[4 * block + 1] = t.1.quad(block)
    quads[4 * block + 2] = t.2.quad(block)
    quads[4 * block + 3] = t.3.quad(block)
  }
}
