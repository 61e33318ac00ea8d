// The products of the fast passes: forward, backward and for the gradient of the weights, all three with
// one inner loop.

/// Four sums of products, `Σ_k vectors[k]·weights[k][c]` for each of the four columns c.
///
/// Four running sums are what AVX2 has registers for and what keeps the multipliers of AVX-512 busy:
/// 116 of 118 GFLOP/s on a 3.7 GHz Zen 4 core, 110 as x86-64-v3; with eight the latter spills (41). The
/// weights are broadcast by the multiplication itself. Nothing is unchecked: with both spans cut to one
/// length the checks leave the loop.
@inline(__always)
func quadSums(
  _ weights: Span<Quad>, _ vectors: Span<Lanes>
) -> (Lanes, Lanes, Lanes, Lanes) {
  precondition(weights.count == vectors.count, "There is a quad of weights for each vector.")
  var (a, b, c, d) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
  for k in vectors.indices {
    let (vector, quad) = (vectors[k], weights[k])
    a.addProduct(vector, quad[0])
    b.addProduct(vector, quad[1])
    c.addProduct(vector, quad[2])
    d.addProduct(vector, quad[3])
  }
  return (a, b, c, d)
}

/// Multiplies some rows of vectors with columns of weights, four columns at a time:
/// `sums[place + j] = Σ_k vectors[rows[k]]·weights[j/4][k][j%4]`.
///
/// - Parameters:
///   - weights: `[⌈columns/4⌉, stride]`; only the first `rows.count` of each `stride` take part.
///   - stride: The length of a row of weights.
///   - vectors: Where the vectors are.
///   - rows: Which of them.
///   - sums: Where the results go, whole fours of them.
///   - place: The place of the first.
///   - adding: Whether they are added to what stands there.
@inline(never)
func multiply(
  _ weights: ContiguousArray<Quad>, stride: Int, by vectors: ContiguousArray<Lanes>,
  _ rows: Range<Int>, into sums: inout ContiguousArray<Lanes>, at place: Int, adding: Bool = false
) {
  let weights = weights.span
  let vectors = vectors.span.extracting(rows)
  var sums = sums.mutableSpan
  var (start, place) = (0, place)
  while start < weights.count {
    let row = weights.extracting(start..<start + vectors.count)
    var four = sums._mutatingExtracting(place..<place + 4)
    let new = quadSums(row, vectors)
    if adding {
      four[0] += new.0
      four[1] += new.1
      four[2] += new.2
      four[3] += new.3
    } else {
      (four[0], four[1], four[2], four[3]) = new
    }
    start += stride
    place += 4
  }
}

/// Adds the outer products of rows to a panel of sixteen columns of a gradient:
/// `panel[place + k] += Σ_r factors[k/4][r][k%4]·vectors[rows[r]]`.
///
/// - Parameters:
///   - factors: `[⌈k/4⌉, stride]`: what went in, four rows of the weights together.
///   - stride: The length of a row of factors.
///   - groups: How many groups of four rows take part.
///   - vectors: The gradients of sixteen sums, a vector for each r.
///   - rows: Which of them.
///   - whole: How many groups are summed over all rows.
///   - others: How many rows the other groups are summed over, the first so many.
///   - gradient: Where the panel is.
///   - place: The place of its first row.
@inline(never)
func addOuterProducts(
  _ factors: ContiguousArray<Quad>, stride: Int, groups: Int, by vectors: ContiguousArray<Lanes>,
  _ rows: Range<Int>, whole: Int, others: Int, into gradient: inout ContiguousArray<Lanes>,
  at place: Int
) {
  let factors = factors.span
  let all = vectors.span.extracting(rows)
  let first = all.extracting(first: others)
  var gradient = gradient.mutableSpan
  for group in 0..<groups {
    let vectors = group < whole ? all : first
    let start = group * stride
    let sums = quadSums(factors.extracting(start..<start + vectors.count), vectors)
    var four = gradient._mutatingExtracting(place + 4 * group..<place + 4 * group + 4)
    four[0] += sums.0
    four[1] += sums.1
    four[2] += sums.2
    four[3] += sums.3
  }
}
