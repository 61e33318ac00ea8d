/// The weights of a cell as a sequence reads them that runs alone, sixteen units side by side.
///
/// They are read once a step, which takes longer than to multiply with them: so they are packed close
/// and stand where vectors do not cross the lines of the cache (74 ns for 208 vectors, else 107).
struct UnitLaneWeights: Sendable {
  let shape: LaneShape
  /// How many chunks of sums are made one after the other.
  let chunks: Int
  /// How many whole vectors of units a chunk makes: one of all blocks, or four of a single block.
  private let width: Int
  /// Whether so few units are left behind the whole vectors that the sums of all their blocks fit into
  /// one vector; the last chunk makes them along.
  private let hasNarrowEnd: Bool
  /// For each chunk, row by row, four vectors of weights; in the last one five, with a narrow end.
  private var numbers: AlignedNumbers

  init(_ cell: some LaneCell) {
    shape = LaneShape(of: cell, .units)
    let n = shape.units
    width = shape.blocks == 1 ? 4 : 1
    hasNarrowEnd = shape.blocks == 4 && n > Lanes.width && (1...4).contains(n % Lanes.width)
    let whole = hasNarrowEnd ? shape.count - 1 : shape.count
    chunks = (whole + width - 1) / width
    numbers = AlignedNumbers(
      count: shape.weightRows * (4 * chunks + (hasNarrowEnd ? 1 : 0)) * Lanes.width)
    for piece in cell.lanePieces {
      let first = piece.takesInputOnly ? shape.recurrentBlocks : 0
      for block in 0..<piece.places.count / n {
        for vector in 0..<shape.count {
          let unit = vector * Lanes.width
          let start = piece.places.lowerBound + block * n + unit
          numbers.add(
            cell.parameters, start..<start + min(Lanes.width, n - unit),
            at: place(ofBlock: first + block, vector, row: piece.row))
        }
      }
    }
  }

  /// Where the weights of a block for a vector of units stand in a row of the matrix.
  private func place(ofBlock block: Int, _ vector: Int, row: Int) -> Int {
    if hasNarrowEnd && vector == shape.count - 1 {
      return start(of: chunks - 1) + (row * 5 + 4) * Lanes.width + block * 4
    }
    let chunk = vector / width
    let column = width == 1 ? block : vector % width
    return start(of: chunk) + (row * vectorsARow(of: chunk) + column) * Lanes.width
  }

  private func start(of chunk: Int) -> Int { chunk * shape.weightRows * 4 * Lanes.width }

  private func vectorsARow(of chunk: Int) -> Int { hasNarrowEnd && chunk == chunks - 1 ? 5 : 4 }

  /// The vectors of units that a chunk makes.
  func vectors(of chunk: Int) -> Range<Int> {
    chunk * width..<(chunk == chunks - 1 ? shape.count : (chunk + 1) * width)
  }

  /// Multiplies a row of state, inputs and one with the columns of a chunk.
  ///
  /// - Parameters:
  ///   - chunk: The chunk.
  ///   - row: The numbers, from one on to the last.
  ///   - first: Which row of the weights the first of them belongs to.
  /// - Returns: The sums of the chunk's vectors of units.
  @inline(__always)
  func sums(of chunk: Int, _ row: Span<Float>, from first: Int) -> LaneSums {
    let length = vectorsARow(of: chunk) * Lanes.width
    let first = numbers.start + start(of: chunk) + first * length
    let weights = numbers.all.span.extracting(first..<first + row.count * length)
    return length == 5 * Lanes.width
      ? fiveSums(weights, row, isSingleBlock: false)
      : fourSums(weights, row, isSingleBlock: width == 4)
  }
}

/// The sums of a chunk.
struct LaneSums {
  fileprivate let a: Lanes, b: Lanes, c: Lanes, d: Lanes
  fileprivate let end: Lanes
  private let isSingleBlock: Bool

  fileprivate init(_ a: Lanes, _ b: Lanes, _ c: Lanes, _ d: Lanes, end: Lanes, _ isSingle: Bool) {
    (self.a, self.b, self.c, self.d, self.end) = (a, b, c, d, end)
    isSingleBlock = isSingle
  }

  /// Puts the sums of one of the chunk's vectors of units into their places.
  @inline(__always)
  func fill(_ unit: inout LaneUnit, vector: Int) {
    switch (isSingleBlock, vector) {
    case (false, 0): (unit.a, unit.b, unit.c, unit.d) = (a, b, c, d)
    case (false, _):
      (unit.a, unit.b, unit.c, unit.d) = (
        end.quadAlone(0), end.quadAlone(1), end.quadAlone(2), end.quadAlone(3)
      )
    case (true, 0): unit.a = a
    case (true, 1): unit.a = b
    case (true, 2): unit.a = c
    case (true, _): unit.a = d
    }
  }
}

/// `Σ_k row[k]·weights[k]` for four vectors of weights a row.
@inline(__always)
private func fourSums(_ weights: Span<Float>, _ row: Span<Float>, isSingleBlock: Bool) -> LaneSums {
  var (a, b, c, d) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
  for k in row.indices {
    let line = weights.extracting(k * 64..<k * 64 + 64)
    let factor = row[k]
    a.addProduct(Lanes(line, at: 0), factor)
    b.addProduct(Lanes(line, at: 16), factor)
    c.addProduct(Lanes(line, at: 32), factor)
    d.addProduct(Lanes(line, at: 48), factor)
  }
  return LaneSums(a, b, c, d, end: .zero, isSingleBlock)
}

/// The same for five: alone the fifth would wait for each of its sums, 56 ns for 14.
@inline(__always)
private func fiveSums(_ weights: Span<Float>, _ row: Span<Float>, isSingleBlock: Bool) -> LaneSums {
  var (a, b, c, d, e) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
  for k in row.indices {
    let line = weights.extracting(k * 80..<k * 80 + 80)
    let factor = row[k]
    a.addProduct(Lanes(line, at: 0), factor)
    b.addProduct(Lanes(line, at: 16), factor)
    c.addProduct(Lanes(line, at: 32), factor)
    d.addProduct(Lanes(line, at: 48), factor)
    e.addProduct(Lanes(line, at: 64), factor)
  }
  return LaneSums(a, b, c, d, end: e, isSingleBlock)
}

extension Lanes {
  /// Four of the numbers, with zeros behind them.
  @inline(__always)
  fileprivate func quadAlone(_ place: Int) -> Lanes {
    Lanes(
      self[4 * place], self[4 * place + 1], self[4 * place + 2], self[4 * place + 3],
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
  }
}
