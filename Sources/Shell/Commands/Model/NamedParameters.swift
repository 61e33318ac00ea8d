import Grammar
import Recurrent

/// Parameters of a network that were typed by name: `forget.bias=1.386`, `dense.kernel=1`.
struct NamedParameters {
  private let arguments: Arguments

  /// Every block of every cell; the one of the RNN needs no name.
  private static let blocks: [String] = CellTable.all.flatMap { $0.blocks }.reduce(into: []) {
    if $1 != "sum" && !$0.contains($1) { $0.append($1) }
  }
  private static let denseKernel = "dense.kernel"
  private static let denseBias = "dense.bias"

  /// The keys, for all cells together.
  static let keys: [Key] =
    ParameterKind.allCases.filter { $0 != .recurrentBias }.map { kind in
      Key(
        kind.rawValue, .weights,
        "\(kind.letter) of an RNN")
    }
    + blocks.flatMap { block in
      ParameterKind.allCases.filter { kind in
        kind != .recurrentBias || GRUCell.blocks.contains(block)
      }.map { kind in
        Key("\(block).\(kind.rawValue)", .weights, "\(kind.letter), of \(block)", isListed: false)
      }
    } + [
      Key(denseKernel, .weights, "the weights of the head"),
      Key(
        denseBias, .number(-Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude),
        "the bias of the head"),
    ]

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  /// Sets what was typed.
  ///
  /// - Parameter network: The network whose parameters are set.
  /// - Returns: The names of what was set, in the order of the keys.
  /// - Throws: `Mistake` for a block that the cell does not have and for a wrong number of values.
  func set(in network: inout Network) throws(Mistake) -> [String] {
    var typed: [String] = []
    for key in Self.keys where arguments.has(key.name) {
      switch key.name {
      case Self.denseKernel, Self.denseBias:
        try setHead(key.name, of: &network)
      default:
        try setBlock(key.name, of: &network)
      }
      typed.append(key.name)
    }
    return typed
  }

  private func setHead(_ name: String, of network: inout Network) throws(Mistake) {
    guard let head = network.head else {
      throw Mistake(
        "\(name)= does not go with head=no", at: arguments.placeOfKey(name))
    }
    if let bias = arguments.number(name) {
      network.head?.bias = Float(bias)
    } else {
      network.head?.kernel = try values(of: name, shape: [head.kernel.count])
    }
  }

  private func setBlock(_ name: String, of network: inout Network) throws(Mistake) {
    let cell = type(of: network.cell)
    let parts = name.split(separator: ".").map(String.init)
    let block = parts.count == 2 ? parts[0] : "sum"
    guard let kind = parts.last.flatMap(ParameterKind.init(rawValue:)),
      cell.blocks.contains(block), let shape = network.cell.shape(of: kind)
    else {
      throw notThere(name, in: network.cell)
    }
    network.cell.set(kind, of: block, to: try values(of: name, shape: shape))
  }

  private func notThere(_ name: String, in cell: any RecurrentCell) -> Mistake {
    let blocks = type(of: cell).blocks
    let names = blocks.flatMap { block in
      ParameterKind.allCases.filter { cell.shape(of: $0) != nil }.map { kind in
        block == "sum" ? kind.rawValue : "\(block).\(kind.rawValue)"
      }
    }
    let title = type(of: cell).title
    return Mistake(
      "the \(title) has no \(name); it has \(names.joined(separator: ", "))",
      at: arguments.placeOfKey(name), hint: nearestWord(to: name, among: names))
  }

  // MARK: Values

  /// What was typed, row-major: one number for all, or as many as the shape has.
  private func values(of name: String, shape: [Int]) throws(Mistake) -> ContiguousArray<Float> {
    guard let located = arguments.located(name) else { return [] }
    let count = shape.reduce(1, *)
    let numbers: [Double]
    switch located.literal {
    case .matrix(let rows):
      guard shape == [rows.count, rows.first?.count ?? 0] || (shape.count == 1 && rows.count == 1)
      else { throw wrongShape(name, shape, located) }
      numbers = rows.flatMap(\.self)
    case .list(let items):
      var typed: [Double] = []
      for item in items {
        guard let number = item.literal.number else { throw noNumber(name, item) }
        typed.append(number)
      }
      numbers = typed
    default:
      guard let number = located.literal.number else { throw noNumber(name, located) }
      numbers = .init(repeating: number, count: count)
    }
    guard numbers.count == count, shape.count == 1 || shape.contains(1) || isMatrix(located) else {
      throw wrongShape(name, shape, located)
    }
    let floats = ContiguousArray(numbers.map { Float($0) })
    guard floats.allSatisfy(\.isFinite) else {
      throw Mistake("\(name)=\(located.text): a weight is too large", at: located.range)
    }
    return floats
  }

  private func isMatrix(_ located: Located) -> Bool {
    switch located.literal {
    case .list: false
    default: true
    }
  }

  private func noNumber(_ name: String, _ located: Located) -> Mistake {
    Mistake(
      "\(name)=\(located.text): expected \(KeyKind.weights.expectation)", at: located.range)
  }

  private func wrongShape(_ name: String, _ shape: [Int], _ located: Located) -> Mistake {
    let expected =
      shape.count == 1
      ? count(shape[0], "number")
      : "a matrix of \(count(shape[0], "row")) and \(count(shape[1], "column"))"
    return Mistake(
      "\(name)= takes one number for all, or \(expected)", at: located.range)
  }
}

extension ParameterKind {
  /// The letter of the equations.
  fileprivate var letter: String {
    switch self {
    case .kernel: "W, the weights of x"
    case .recurrentKernel: "U, the weights of h"
    case .bias: "b, the bias"
    case .recurrentBias: "b', the bias inside the reset"
    }
  }
}
