import Grammar
import MarketSeries
import Recurrent
import Reports

@testable import Shell

/// All that a command can see of a session, to tell whether one changed it.
struct SessionImage: Equatable {
  private struct ModelImage: Equatable {
    let name: String
    let cell: String
    let options: CellOptions
    let parameters: ContiguousArray<Float>
    let target: Target
    let origin: Model.Origin
    let clamps: [Clamp]
  }

  private let settings: Settings
  private let testLooks: Int
  private let lastReport: Report?
  private let dataTitle: String?
  private let dataOptions: DataOptions?
  private let scaledRows: ContiguousArray<Float>?
  private let models: [ModelImage]

  init(_ session: Session, _ context: CommandContext) {
    // Looking reads what was not read yet, so a copy looks.
    var copy = session
    settings = copy.settings
    testLooks = copy.testLooks
    lastReport = copy.lastReport
    let data = try? copy.marketData(context)
    dataTitle = data?.title
    dataOptions = data?.dataset.options
    scaledRows = data?.dataset.scaledRows
    var images: [ModelImage] = []
    for name in copy.modelNames {
      guard let model = try? copy.model(Word(name, at: 0..<0), context) else { continue }
      let network = model.network
      images.append(
        ModelImage(
          name: name, cell: model.cellName, options: network.cell.options,
          parameters: network.parameters, target: model.target, origin: model.origin,
          clamps: model.clamps))
    }
    models = images
  }
}
