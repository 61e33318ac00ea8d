import Recurrent
import Reports

/// Whose letters, gate order and sense of z a shown answer follows; named values and JSON keep Keras'.
public enum Notation: String, CaseIterable, Sendable {
  /// Keras: i f c̃ o and z r h̃; z is what is kept.
  case keras
  /// PyTorch: i f g o and r z n; z is what is kept.
  case pytorch
  /// The course's notebook: f i o first; z is what is new.
  case notebook
  /// Chung et al. (2014): z is what is new.
  case chung

  /// The quantities of a cell in the order of this notation; states stand last in each.
  func ordered(_ quantities: [Quantity]) -> [Quantity] {
    let first: [String]
    switch self {
    case .keras, .chung: return quantities
    case .pytorch: first = ["input", "forget", "candidate", "output", "reset", "update"]
    case .notebook: first = ["forget", "input", "output", "candidate"]
    }
    // GRU's update stands before its candidate in every notation.
    let leading = first.compactMap { name in
      quantities.first { $0.name == name && ($0.name != "candidate" || quantities.hasInputGate) }
    }
    return leading + quantities.filter { !leading.contains($0) }
  }

  /// The letter of a quantity.
  func symbol(of quantity: Quantity) -> String { letter(quantity.symbol) }

  /// The letter that stands for one of Keras' letters.
  func letter(_ symbol: String) -> String {
    guard self == .pytorch else { return symbol }
    switch symbol {
    case "c̃": return "g"
    case "h̃": return "n"
    default: return symbol
    }
  }

  /// Whether this notation says how much is new where Keras says how much is kept.
  func flips(_ quantity: Quantity) -> Bool { quantity.name == "update" && flipsUpdate }

  /// Whether z says how much is new.
  var flipsUpdate: Bool { self == .notebook || self == .chung }

  /// What a share of a gate does, in the sense of this notation.
  func meaning(of quantity: Quantity) -> String? {
    flips(quantity) ? "of the candidate enters" : quantity.meaning
  }

  /// The formula of a quantity with this notation's letters and sense of z.
  func formula(_ formula: Formula, of quantity: Quantity) -> Formula {
    let parts = formula.parts.map { part -> Formula.Part in
      switch part {
      case .text: part
      case .number("z", let value) where flipsUpdate: .complement("z", 1 - value)
      case .complement("z", let value) where flipsUpdate: .number("z", 1 - value)
      case .number(let symbol, let value): .number(letter(symbol), value)
      case .complement(let symbol, let value): .complement(letter(symbol), value)
      }
    }
    return Formula(flips(quantity) ? [.text("1 − ")] + parts : parts)
  }

  /// What a reader must know where z is flipped.
  static let flipSentence = "Here z says how much is new: 1 − z of Keras."

  /// An answer in Keras' notation that shows a reader of this one the blocks of another answer.
  ///
  /// - Parameters:
  ///   - quantities: What is shown, for the word of warning where z is flipped.
  ///   - report: Makes the answer in a notation.
  /// - Returns: Values and blocks in Keras' notation; what is shown, in this one.
  /// - Throws: What `report` throws.
  func answer(
    about quantities: [Quantity], _ report: (Notation) throws -> Report
  ) rethrows -> Report {
    var answer = try report(.keras)
    guard self != .keras else { return answer }
    var shown = try report(self).blocks
    if quantities.contains(where: flips) {
      shown.append(.paragraph(Paragraph(Self.flipSentence)))
    }
    answer.shownBlocks = shown
    return answer
  }

  /// The letters and senses of all notations, side by side.
  static var table: Table {
    Table(
      name: "notation", columns: ["what", "keras", "pytorch", "notebook", "chung"],
      rows: [
        ["LSTM gates in order", "i f c̃ o", "i f g o", "f i o c̃", "i f c̃ o"],
        ["GRU gates in order", "z r h̃", "r z n", "z r h̃", "z r h̃"],
        ["z says how much is", "kept", "kept", "new", "new"],
        ["kernel of x", "W", "W_ih, transposed", "U", "W"],
        ["recurrent kernel of h", "U", "W_hh, transposed", "V", "U"],
        ["biases", "b", "b_ih + b_hh", "b", "none printed"],
        ["GRU reset", "after U h", "after W_hn h", "before", "before"],
      ])
  }
}

extension [Quantity] {
  /// Whether the cell has an input gate, as the LSTM has.
  fileprivate var hasInputGate: Bool { contains { $0.name == "input" } }
}
