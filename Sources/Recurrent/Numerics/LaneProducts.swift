// The products of the passes: forward, back, and for the gradient of the weights, all three with one
// inner loop.

/// Four sums of products, `Σ_k vectors[k]·weights[4k + c]` for each of the four columns c.
///
/// The weights are broadcast by the multiplication itself. Four running sums are what AVX2 has registers
/// for and what keeps the multipliers of AVX-512 busy: 116 of 118 GFLOP/s on a 3.7 GHz Zen 4 core, 110 as
/// x86-64-v3; with eight the latter spills (41). Nothing is unchecked: a check of both rows serves four
/// vectors. The weights are numbers and not vectors, which the compiler would take apart in registers.
@inline(__always)
func quadSums(
  _ weights: Span<Float>, _ vectors: Span<Lanes>
) -> (Lanes, Lanes, Lanes, Lanes) {
  var (a, b, c, d) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
  for group in 0..<vectors.count / 4 {
    let w = weights.extracting(16 * group..<16 * group + 16)
    let v = vectors.extracting(4 * group..<4 * group + 4)
    a.addProduct(v[0], w[0])
    b.addProduct(v[0], w[1])
    c.addProduct(v[0], w[2])
    d.addProduct(v[0], w[3])
    a.addProduct(v[1], w[4])
    b.addProduct(v[1], w[5])
    c.addProduct(v[1], w[6])
    d.addProduct(v[1], w[7])
    a.addProduct(v[2], w[8])
    b.addProduct(v[2], w[9])
    c.addProduct(v[2], w[10])
    d.addProduct(v[2], w[11])
    a.addProduct(v[3], w[12])
    b.addProduct(v[3], w[13])
    c.addProduct(v[3], w[14])
    d.addProduct(v[3], w[15])
  }
  return (a, b, c, d)
}

/// The first two of four such sums, by the even and the odd vectors, so that there are four running sums.
@inline(__always)
private func pairSums(_ weights: Span<Float>, _ vectors: Span<Lanes>) -> (Lanes, Lanes) {
  var (a, b, c, d) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
  for group in 0..<vectors.count / 4 {
    let w = weights.extracting(16 * group..<16 * group + 16)
    let v = vectors.extracting(4 * group..<4 * group + 4)
    a.addProduct(v[0], w[0])
    b.addProduct(v[0], w[1])
    c.addProduct(v[1], w[4])
    d.addProduct(v[1], w[5])
    a.addProduct(v[2], w[8])
    b.addProduct(v[2], w[9])
    c.addProduct(v[3], w[12])
    d.addProduct(v[3], w[13])
  }
  return (a + c, b + d)
}

/// Twice four such sums over the first eight numbers of each vector.
@inline(__always)
private func halfSums(
  _ first: Span<Float>, _ second: Span<Float>, _ vectors: Span<Lanes>
) -> (HalfSums, HalfSums) {
  var (a, b, c, d) = (HalfLanes.zero, HalfLanes.zero, HalfLanes.zero, HalfLanes.zero)
  var (e, f, g, h) = (HalfLanes.zero, HalfLanes.zero, HalfLanes.zero, HalfLanes.zero)
  for group in 0..<vectors.count / 4 {
    let w = first.extracting(16 * group..<16 * group + 16)
    let x = second.extracting(16 * group..<16 * group + 16)
    let four = vectors.extracting(4 * group..<4 * group + 4)
    for k in 0..<4 {
      let v = four[k].lowHalf
      a.addProduct(v, w[4 * k])
      b.addProduct(v, w[4 * k + 1])
      c.addProduct(v, w[4 * k + 2])
      d.addProduct(v, w[4 * k + 3])
      e.addProduct(v, x[4 * k])
      f.addProduct(v, x[4 * k + 1])
      g.addProduct(v, x[4 * k + 2])
      h.addProduct(v, x[4 * k + 3])
    }
  }
  return ((a, b, c, d), (e, f, g, h))
}

private typealias HalfLanes = SIMD8<Float>
private typealias HalfSums = (HalfLanes, HalfLanes, HalfLanes, HalfLanes)

/// A part of a matrix that stands in blocks of four rows by four columns, the blocks of the same columns
/// behind one another: the same blocks of some columns.
struct LaneBlocks {
  /// The first block of the first four columns.
  let start: Int
  /// How many blocks of each four columns take part.
  let count: Int
  /// How many blocks it is from one four columns to the next.
  let stride: Int
  /// How many columns there are.
  let columns: Int
}

/// Multiplies rows of vectors with columns of weights, four columns at a time:
/// `sums[place + j] = Σ_k vectors[first + k]·weight(k, j)`.
///
/// - Parameters:
///   - weights: Where the weights are, in blocks of sixteen.
///   - blocks: Which of them.
///   - vectors: Where the vectors are, one for each row.
///   - first: The place of the first.
///   - sums: Where the results go, with room for whole fours of them.
///   - place: The place of the first.
///   - adding: Whether they are added to what stands there.
@inline(never)
func multiply(
  _ weights: ContiguousArray<Float>, _ blocks: LaneBlocks, by vectors: ContiguousArray<Lanes>,
  from first: Int, into sums: inout ContiguousArray<Lanes>, at place: Int, adding: Bool = false
) {
  let weights = weights.span
  let vectors = vectors.span.extracting(first..<first + 4 * blocks.count)
  var sums = sums.mutableSpan
  for quad in 0..<blocks.columns.quads {
    let start = 16 * (blocks.start + quad * blocks.stride)
    let columns = weights.extracting(start..<start + 16 * blocks.count)
    var four = sums._mutatingExtracting(place + 4 * quad..<place + 4 * quad + 4)
    var new = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    if blocks.columns - 4 * quad > 2 {
      new = quadSums(columns, vectors)
    } else {
      (new.0, new.1) = pairSums(columns, vectors)
    }
    if adding {
      four[0] += new.0
      four[1] += new.1
      four[2] += new.2
      four[3] += new.3
    } else {
      (four[0], four[1], four[2], four[3]) = new
    }
  }
}

/// Sums the outer products of rows for up to sixteen columns of a gradient, which stands in blocks as the
/// weights do.
///
/// - Parameters:
///   - factors: What went in, four rows of the weights by four rows of vectors: `[groups, stride]` blocks.
///   - groups: Which groups of four rows of the weights.
///   - stride: How many blocks a group has.
///   - vectors: The gradients of sixteen sums, a vector for each row.
///   - rows: Which of them.
///   - gradient: Where the columns are.
///   - blocks: The first group's block of each four columns; all sixteen columns have room.
///   - adding: Whether the sums are added to what stands there.
@inline(never)
func sumOuterProducts(
  _ factors: ContiguousArray<Float>, groups: Range<Int>, stride: Int,
  by vectors: ContiguousArray<Lanes>, _ rows: Range<Int>,
  into gradient: inout ContiguousArray<Float>, _ blocks: LaneBlocks, adding: Bool
) {
  let factors = factors.span
  let vectors = vectors.span.extracting(rows)
  var gradient = gradient.mutableSpan
  func factorRows(_ group: Int) -> Range<Int> {
    16 * group * stride..<16 * group * stride + 4 * rows.count
  }
  var group = groups.lowerBound
  var block = blocks.start
  // Half vectors for half the columns, two groups at a time so that there is no waiting.
  while blocks.columns <= 8 && group + 2 <= groups.upperBound {
    let (first, second) = halfSums(
      factors.extracting(factorRows(group)), factors.extracting(factorRows(group + 1)), vectors)
    gradient.put(first, in: block, blocks.stride, adding)
    gradient.put(second, in: block + 1, blocks.stride, adding)
    group += 2
    block += 2
  }
  while group < groups.upperBound {
    let sums = quadSums(factors.extracting(factorRows(group)), vectors)
    gradient.put(sums.0, sums.1, sums.2, sums.3, in: block, blocks.stride, adding)
    group += 1
    block += 1
  }
}

extension MutableSpan<Float> {
  /// Puts four rows of eight columns into the blocks of each four columns.
  @inline(__always)
  fileprivate mutating func put(_ half: HalfSums, in block: Int, _ stride: Int, _ adding: Bool) {
    put(
      Lanes(lowHalf: half.0, highHalf: .zero), Lanes(lowHalf: half.1, highHalf: .zero),
      Lanes(lowHalf: half.2, highHalf: .zero), Lanes(lowHalf: half.3, highHalf: .zero),
      in: block, stride, adding)
  }

  /// Puts four rows of sixteen columns into the blocks of each four columns.
  @inline(__always)
  fileprivate mutating func put(
    _ a: Lanes, _ b: Lanes, _ c: Lanes, _ d: Lanes, in block: Int, _ stride: Int, _ adding: Bool
  ) {
    var blocks = foursTransposed(a, b, c, d)
    let (place, step) = (16 * block, 16 * stride)
    if adding {
      blocks.0 += Lanes(span, at: place)
      blocks.1 += Lanes(span, at: place + step)
      blocks.2 += Lanes(span, at: place + 2 * step)
      blocks.3 += Lanes(span, at: place + 3 * step)
    }
    set(blocks.0, at: place)
    set(blocks.1, at: place + step)
    set(blocks.2, at: place + 2 * step)
    set(blocks.3, at: place + 3 * step)
  }
}
