/// The gradient of a cell's weights, summed over steps and sequences.
struct LaneGradient: Sendable {
  private let shape: LaneShape
  private let recurrentPanels: Int
  private let recurrentRows: Int
  private let inputPanels: Int
  private let inputRows: Int
  /// Sixteen columns by sixteen, each panel row after row: first the columns that take the state,
  /// `[⌈recurrentColumns/16⌉, weightRows]`, then the others, `[⌈inputColumns/16⌉, inputRows]`; rows
  /// padded to whole groups of four.
  private var panels: ContiguousArray<Lanes>

  /// How many steps are gathered before their outer products are summed.
  private let capacity: Int
  private var gathered = 0
  /// The rows of state of the gathered steps, four by four: `[⌈weightRows/4⌉, capacity·16]`.
  private var factors: ContiguousArray<Quad>
  /// The gradients of the sums of the gathered steps, sixteen by sixteen: `[sumRow/16, capacity·16]`.
  private var sums: ContiguousArray<Lanes>

  /// Zero, with room to gather up to `steps` steps.
  init(_ shape: LaneShape, steps: Int) {
    self.shape = shape
    capacity = max(1, min(steps, 16))
    recurrentPanels = shape.inputStart / Lanes.width
    inputPanels = (shape.sumRow - shape.inputStart) / Lanes.width
    recurrentRows = shape.weightRows.roundedUp(to: 4)
    inputRows = shape.inputRows.roundedUp(to: 4)
    panels = .init(zeros: recurrentPanels * recurrentRows + inputPanels * inputRows)
    factors = .init(zeros: shape.weightRows.quads * capacity * Lanes.width)
    sums = .init(zeros: shape.sumRow * capacity)
  }

  /// Makes it zero.
  mutating func clear() {
    for place in panels.indices { panels[place] = .zero }
  }

  /// Whether `sum` must be called before the next step.
  var isFull: Bool { gathered == capacity }

  /// Takes the gradient of a step's sums, which stands in the trace in the place of its gates.
  mutating func gather(_ trace: LaneTrace, step: Int) {
    let length = capacity * Lanes.width
    let place = gathered * Lanes.width
    for group in 0..<shape.weightRows.quads {
      transposeQuads(
        trace.state, from: step * shape.stateRow + 4 * group, into: &factors,
        at: group * length + place)
    }
    for panel in 0..<shape.sumRow / Lanes.width {
      transpose(
        trace.gates, from: step * shape.sumRow + panel * Lanes.width, into: &sums,
        at: panel * length + place)
    }
    gathered += 1
  }

  /// Adds the outer products of what was gathered.
  ///
  /// - Parameter lastIsWithoutState: Whether the state before the step gathered last was zero.
  mutating func sum(lastIsWithoutState: Bool) {
    let length = capacity * Lanes.width
    let rows = gathered * Lanes.width
    let others = lastIsWithoutState ? rows - Lanes.width : rows
    for panel in 0..<recurrentPanels + inputPanels {
      let takesState = panel < recurrentPanels
      addOuterProducts(
        factors, stride: length,
        groups: takesState ? shape.weightRows.quads : shape.inputRows.quads,
        by: sums, panel * length..<panel * length + rows, whole: shape.inputRows.quads,
        others: others, into: &panels, at: place(ofPanel: panel))
    }
    gathered = 0
  }

  private func place(ofPanel panel: Int) -> Int {
    panel < recurrentPanels
      ? panel * recurrentRows
      : recurrentPanels * recurrentRows + (panel - recurrentPanels) * inputRows
  }

  /// Puts the gradient of a piece of the parameters where it belongs.
  func add(_ piece: LanePiece, to parameters: inout ContiguousArray<Float>) {
    var all = parameters.mutableSpan
    var row = all._mutatingExtracting(piece.places)
    let panels = panels.span
    var place = place(ofPanel: piece.takesInputOnly ? recurrentPanels : 0) + piece.row
    let step = piece.takesInputOnly ? inputRows : recurrentRows
    var column = 0
    while column + Lanes.width <= row.count {
      row.add(panels[place], at: column)
      column += Lanes.width
      place += step
    }
    guard column < row.count else { return }
    for lane in 0..<row.count - column { row[column + lane] += panels[place][lane] }
  }
}
