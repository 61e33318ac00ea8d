/// The order of a cell's parameters in which the products read them: the matrix of its weights four rows
/// by four columns, column after column.
///
/// A gradient comes in the same order, so that the steps of a training need no other. First stand the
/// columns that take the state, then those that take only inputs, then the second biases, which are added
/// to the first in the matrix but are parameters of their own.
struct LaneOrder: Sendable {
  let shape: LaneShape
  /// How many numbers the matrix has.
  let matrixCount: Int
  /// How many numbers there are, free places among them.
  let count: Int
  /// What stands in the matrix for each second bias, in their order.
  let firstBiases: [Int]
  /// Places for which a gradient is computed though they belong to no parameter.
  let empty: [Int]
  private let pieces: [LanePiece]
  private let parameterCount: Int

  init(_ cell: some LaneCell) {
    let shape = LaneShape(of: cell, .sequences)
    self.shape = shape
    pieces = cell.lanePieces
    parameterCount = cell.parameters.count
    matrixCount =
      16 * (shape.inputStartBlock + shape.inputColumns.vectors * 4 * shape.inputGroups)
    firstBiases = pieces.filter(\.isSecond).flatMap { piece in
      (0..<piece.places.count).map { shape.place(of: piece, column: $0) }
    }
    count = matrixCount + firstBiases.count
    empty = shape.places(without: pieces)
  }

  /// Puts the parameters of a cell in order.
  func ordered(_ parameters: ContiguousArray<Float>) -> ContiguousArray<Float> {
    var ordered = ContiguousArray<Float>(zeros: count)
    forEach { place, other, count in
      for index in 0..<count { ordered[other + index] = parameters[place + index] }
    }
    return ordered
  }

  /// Puts ordered numbers back in the order of the cell; what stands behind them is left out.
  func restored(_ ordered: ContiguousArray<Float>) -> ContiguousArray<Float> {
    var parameters = ContiguousArray<Float>(zeros: parameterCount)
    forEach { place, other, count in
      for index in 0..<count { parameters[place + index] = ordered[other + index] }
    }
    return parameters
  }

  /// Completes a gradient that has the sums of the matrix alone: free places get nothing, second biases
  /// what the first ones get.
  func complete(_ gradient: inout ContiguousArray<Float>) {
    for place in empty { gradient[place] = 0 }
    for first in firstBiases { gradient.append(gradient[first]) }
  }

  /// Calls with the places of up to four neighbours, in the cell and in this order, and their number.
  private func forEach(_ body: (_ place: Int, _ ordered: Int, _ count: Int) -> Void) {
    var second = matrixCount
    for piece in pieces {
      for column in stride(from: 0, to: piece.places.count, by: 4) {
        let count = min(4, piece.places.count - column)
        let ordered = piece.isSecond ? second : shape.place(of: piece, column: column)
        body(piece.places.lowerBound + column, ordered, count)
        if piece.isSecond { second += count }
      }
    }
  }
}

extension LaneShape {
  /// The first block of the columns that take only inputs.
  var inputStartBlock: Int { recurrentColumns.vectors * 4 * rowGroups }

  /// Where a number of a piece stands in the matrix.
  fileprivate func place(of piece: LanePiece, column: Int) -> Int {
    place(row: piece.row, column: column, takesInputOnly: piece.takesInputOnly)
  }

  /// Where a number of the matrix stands.
  func place(row: Int, column: Int, takesInputOnly: Bool) -> Int {
    let group =
      takesInputOnly
      ? inputStartBlock + column / 4 * inputGroups + row / 4 - firstInputGroup
      : column / 4 * rowGroups + row / 4
    return 16 * group + row % 4 * 4 + column % 4
  }

  /// The places inside the matrix that no piece fills: rows of the kernel where only the state enters, and
  /// rows of the recurrent kernel where it does not, as far as they share a group with others.
  fileprivate func places(without pieces: [LanePiece]) -> [Int] {
    var (filled, filledByInput) = (
      [Int](repeating: 0, count: weightRows), [Int](repeating: 0, count: weightRows)
    )
    for piece in pieces {
      if piece.takesInputOnly {
        filledByInput[piece.row] = max(filledByInput[piece.row], piece.places.count)
      } else {
        filled[piece.row] = max(filled[piece.row], piece.places.count)
      }
    }
    var empty: [Int] = []
    for row in 0..<weightRows {
      for column in filled[row]..<recurrentColumns {
        empty.append(place(row: row, column: column, takesInputOnly: false))
      }
      for column in filledByInput[row]..<inputColumns where row / 4 >= firstInputGroup {
        empty.append(place(row: row, column: column, takesInputOnly: true))
      }
    }
    return empty
  }
}
