extension Table {
  /// The numbers of a table or picture, one a row with what they belong to; nil for text and pauses.
  init?(longFormOf block: Block) {
    switch block {
    case .table(let table): self = table
    case .heatmap(let map): self.init(longFormOf: map)
    case .line(let plot): self.init(longFormOf: plot)
    case .bars(let bars):
      self.init(
        name: bars.name, columns: ["label", "value"],
        rows: bars.values.indices.map { [.text(bars.label($0)), .double(bars.values[$0])] })
    case .cell(let cell):
      self.init(
        name: cell.name, columns: ["label", "value"],
        rows: cell.strips.map { [.text($0.label), .float($0.value)] })
    case .paragraph, .equation, .pause: return nil
    }
  }

  private init(longFormOf map: HeatMap) {
    self.init(
      name: map.name,
      columns: [Column(map.rowTitle), Column(map.columnTitle), "value"],
      rows: map.values.indices.flatMap { row in
        map.values[row].indices.map { column in
          [
            .text(map.rowLabel(row)), .text(map.columnLabel(column)),
            .float(map.values[row][column]),
          ]
        }
      })
  }

  private init(longFormOf plot: LinePlot) {
    let isLabelled = plot.xLabels != nil
    self.init(
      name: plot.name,
      columns: ["series", Column(plot.xTitle)] + (isLabelled ? ["label"] : []) + [
        Column(plot.yTitle)
      ],
      rows: plot.series.flatMap { series in
        zip(series.x, series.y).map { x, y in
          [.text(series.name), Self.place(x)]
            + (isLabelled ? [Value(plot.xLabels?[x])] : []) + [Value(y)]
        }
      })
  }

  /// The numbers of a picture as a person reads them: a row a place, a column a row of the map or a
  /// curve; the long form where the curves have not the same places.
  init?(wideFormOf block: Block) {
    switch block {
    case .heatmap(let map):
      self.init(
        name: map.name,
        columns: [Column(map.columnTitle)] + map.values.indices.map { Column(map.rowLabel($0)) },
        rows: (0..<(map.values.map(\.count).max() ?? 0)).map { column in
          [.text(map.columnLabel(column))]
            + map.values.map { column < $0.count ? .float($0[column]) : .null }
        })
    case .line(let plot):
      let places = plot.series.first?.x ?? []
      guard plot.series.allSatisfy({ $0.x == places && $0.y.count == places.count }) else {
        self.init(longFormOf: plot)
        return
      }
      let isLabelled = plot.xLabels != nil
      self.init(
        name: plot.name,
        columns: [Column(plot.xTitle)] + (isLabelled ? ["label"] : [])
          + plot.series.map { Column($0.name.isEmpty ? plot.yTitle : $0.name) },
        rows: places.indices.map { row in
          [Self.place(places[row])] + (isLabelled ? [Value(plot.xLabels?[places[row]])] : [])
            + plot.series.map { Value($0.y[row]) }
        })
    case .bars, .cell: self.init(longFormOf: block)
    case .table, .paragraph, .equation, .pause: return nil
    }
  }

  /// A whole number where it is one, as rows and steps are.
  private static func place(_ x: Double) -> Value {
    Int(exactly: x).map(Value.integer) ?? .double(x)
  }
}

extension HeatMap {
  var rowTitle: String { rowAxis.isEmpty ? "row" : rowAxis }
  var columnTitle: String { columnAxis.isEmpty ? "column" : columnAxis }

  func rowLabel(_ row: Int) -> String { row < rowLabels.count ? rowLabels[row] : String(row) }

  func columnLabel(_ column: Int) -> String {
    column < columnLabels.count ? columnLabels[column] : String(column)
  }
}

extension LinePlot {
  var xTitle: String { axis.x.isEmpty ? "x" : axis.x }
  var yTitle: String { axis.y.isEmpty ? "value" : axis.y }
}

extension Bars {
  func label(_ bar: Int) -> String { bar < labels.count ? labels[bar] : String(bar) }
}
