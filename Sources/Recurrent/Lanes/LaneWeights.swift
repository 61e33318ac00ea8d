/// The weights of a cell as the products of sixteen sequences read them.
struct LaneWeights: Sendable {
  let shape: LaneShape
  /// Columns four by four, `[⌈recurrentColumns/4⌉, weightRows]`.
  private(set) var recurrent: ContiguousArray<Quad>
  /// The same of the columns that take only inputs, `[⌈inputColumns/4⌉, inputRows]`.
  private(set) var input: ContiguousArray<Quad>
  /// The recurrent kernel's rows four by four, `[⌈units/4⌉, recurrentColumns]`, for the way back.
  private(set) var transposed: ContiguousArray<Quad>
  private let pieces: [LanePiece]

  /// Lays out the weights of a cell.
  init(_ cell: some LaneCell) {
    shape = LaneShape(of: cell, .sequences)
    pieces = cell.lanePieces
    recurrent = .init(zeros: shape.recurrentColumns.quads * shape.weightRows)
    input = .init(zeros: shape.inputColumns.quads * shape.inputRows)
    transposed = .init(zeros: shape.units.quads * shape.recurrentColumns)
    update(from: cell.parameters)
  }

  /// Lays out other parameters of the same cell.
  mutating func update(from parameters: ContiguousArray<Float>) {
    for piece in pieces {
      let row = parameters.span.extracting(piece.places)
      if piece.takesInputOnly {
        setRow(piece.row, of: &input, length: shape.inputRows, to: row, adding: piece.isSecond)
      } else {
        setRow(
          piece.row, of: &recurrent, length: shape.weightRows, to: row, adding: piece.isSecond)
      }
    }
    let rows = pieces.filter { $0.row >= shape.inputRows }
    for first in stride(from: 0, to: rows.count, by: 4) {
      setRows(
        of: &transposed, at: first / 4 * shape.recurrentColumns, from: parameters,
        rows[first..<min(first + 4, rows.count)].map(\.places))
    }
  }
}

extension LaneWeights {
  /// ∂L/∂x = Wᵀ·∂L/∂a of a step, a vector for each feature.
  func inputGradient(_ trace: LaneTrace, step: Int) -> ContiguousArray<Lanes> {
    .init(
      (0..<shape.features).map { feature in
        var sum = Lanes.zero
        let start = step * shape.sumRow
        for column in 0..<shape.recurrentColumns {
          let quad = recurrent[column / 4 * shape.weightRows + feature]
          sum.addProduct(trace.gates[start + column], quad[column % 4])
        }
        for column in 0..<shape.inputColumns {
          let quad = input[column / 4 * shape.inputRows + feature]
          sum.addProduct(trace.gates[start + shape.inputStart + column], quad[column % 4])
        }
        return sum
      })
  }
}

/// Puts a row of weights into columns that stand four by four.
///
/// - Parameters:
///   - row: Which row.
///   - quads: `[⌈columns/4⌉, length]`.
///   - length: How many rows there are.
///   - numbers: The row, from the first column on.
///   - adding: Whether the numbers are added to what stands there.
@inline(never)
private func setRow(
  _ row: Int, of quads: inout ContiguousArray<Quad>, length: Int, to numbers: Span<Float>,
  adding: Bool
) {
  var quads = quads.mutableSpan
  let whole = numbers.count / 4
  if adding {
    for quad in 0..<whole { quads[row + quad * length] += Quad(numbers, at: 4 * quad) }
  } else {
    for quad in 0..<whole { quads[row + quad * length] = Quad(numbers, at: 4 * quad) }
  }
  for column in 4 * whole..<numbers.count {
    let old = adding ? quads[row + whole * length][column % 4] : 0
    quads[row + whole * length][column % 4] = old + numbers[column]
  }
}

/// Puts up to four rows of parameters side by side, column after column.
@inline(never)
private func setRows(
  of quads: inout ContiguousArray<Quad>, at place: Int, from parameters: ContiguousArray<Float>,
  _ rows: [Range<Int>]
) {
  guard let columns = rows.first?.count else { return }
  let parameters = parameters.span
  var all = quads.mutableSpan
  var quads = all._mutatingExtracting(place..<place + columns)
  guard rows.count == 4 else {
    for (lane, row) in rows.enumerated() {
      let numbers = parameters.extracting(row)
      for column in 0..<columns { quads[column][lane] = numbers[column] }
    }
    return
  }
  let (a, b) = (parameters.extracting(rows[0]), parameters.extracting(rows[1]))
  let (c, d) = (parameters.extracting(rows[2]), parameters.extracting(rows[3]))
  var column = 0
  while column + Lanes.width <= columns {
    setTransposed(
      Lanes(a, at: column), Lanes(b, at: column), Lanes(c, at: column), Lanes(d, at: column),
      in: &quads, at: column)
    column += Lanes.width
  }
  while column < columns {
    quads[column] = Quad(a[column], b[column], c[column], d[column])
    column += 1
  }
}
