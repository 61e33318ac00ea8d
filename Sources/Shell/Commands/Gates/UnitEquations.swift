import Recurrent
import Reports

/// The equations of one unit at one moment, with its numbers in them.
struct UnitEquations {
  /// How many terms of a sum are written out; the rest is one number, so that what is printed adds up.
  private static let writtenTerms = 4

  private let moments: GateMoments
  private let moment: GateMoments.Moment
  private let unit: Int

  init(_ moments: GateMoments, _ moment: GateMoments.Moment, unit: Int) {
    self.moments = moments
    self.moment = moment
    self.unit = unit
  }

  /// The value of a quantity and, where it has one, the sum before its squash.
  func values(of quantity: Quantity) -> NamedValues {
    var values: NamedValues = [
      quantity.name: .float(moments.values(of: quantity, at: moment)[unit])
    ]
    if let sum = sum(of: quantity) { values[quantity.name + ".sum"] = .float(sum) }
    return values
  }

  /// The equation in letters, then with the numbers, then the result.
  func text(of quantity: Quantity) -> String {
    let notation = moments.notation
    let formula = notation.formula(
      moments.model.network.cell.formula(
        of: quantity.name, unit: unit, step: moment.step, sequence: moment.sequence,
        in: moments.trace), of: quantity)
    let head = "\(quantity.name): \(notation.symbol(of: quantity)) = "
    let indent = String(repeating: " ", count: head.count - 2)
    if quantity.kind == .sum {
      let sum = moments.values(of: quantity, at: moment)[unit]
      return head + sumText(of: quantity) + " = " + shownNumber(sum)
    }
    var lines = [head + formula.parts.map(\.letters).joined()]
    if let sum = sum(of: quantity) {
      lines.append(indent + "a = " + sumText(of: quantity) + " = " + shownNumber(sum))
    }
    let value = moments.values(of: quantity, at: moment)[unit]
    if moments.trace.held[quantity.name] != nil {
      lines.append(
        indent + "clamped: \(notation.symbol(of: quantity)) = \(shownNumber(value)) instead")
      return lines.joined(separator: "\n")
    }
    lines.append(indent + "= " + numbers(in: formula) + " = " + shownNumber(value))
    return lines.joined(separator: "\n")
  }

  /// The formula with its numbers; a negative one stands in brackets unless it already does.
  private func numbers(in formula: Formula) -> String {
    formula.parts.reduce(into: "") { text, part in
      switch part {
      case .text(let sign): text += sign
      case .complement(_, let value):
        text += "(1 − \(shownNumber(value)))"
      case .number(_, let value):
        let number = shownNumber(value)
        text += value < 0 && !text.isEmpty && !text.hasSuffix("(") ? "(\(number))" : number
      }
    }
  }

  /// The terms of every sum, the largest first.
  func termsTable(of quantities: [Quantity]) -> Table {
    Table(
      name: "terms", columns: ["gate", "term", "weight", "value", "factor", "product"],
      rows: quantities.flatMap { quantity in
        sorted(terms(of: quantity)).map { term in
          [
            .text(quantity.name), .text(term.name), .float(term.weight), .float(term.value),
            .float(term.factor), .float(term.product),
          ]
        }
      }, isShown: false)
  }

  private func terms(of quantity: Quantity) -> [SumTerm] {
    moments.model.network.cell.terms(
      of: quantity.name, unit: unit, step: moment.step, sequence: moment.sequence,
      in: moments.trace)
  }

  private func sum(of quantity: Quantity) -> Float? {
    moments.trace.sums(of: quantity.name, step: moment.step, sequence: moment.sequence)?[unit]
  }

  private func sorted(_ terms: [SumTerm]) -> [SumTerm] {
    terms.enumerated().sorted {
      let (a, b) = (abs($0.element.product), abs($1.element.product))
      return a == b ? $0.offset < $1.offset : a > b
    }.map(\.element)
  }

  /// `0.1203·0.0559 [x] − 0.2211·0.0431 [h12] … + 0.0031 [46 smaller terms]`.
  private func sumText(of quantity: Quantity) -> String {
    let terms = sorted(terms(of: quantity))
    let written = terms.prefix(Self.writtenTerms)
    let rest = terms.dropFirst(Self.writtenTerms)
    var pieces = written.map { (product: $0.product, text: $0.factors + " [\($0.name)]") }
    if !rest.isEmpty {
      let sum = rest.reduce(0) { $0 + $1.product }
      pieces.append((sum, shownNumber(abs(sum)) + " [\(count(rest.count, "smaller term"))]"))
    }
    return pieces.enumerated().map { index, piece in
      // A negative weight times 0 is −0, and keeps its sign.
      let sign = piece.product.sign == .minus ? "−" : "+"
      return index == 0 ? (sign == "−" ? "−" : "") + piece.text : " \(sign) " + piece.text
    }.joined()
  }
}

extension SumTerm {
  /// The term's name in answers: `x`, `h12`, `bias`.
  var name: String {
    switch source {
    case .input(let feature): feature == 0 ? "x" : "x\(feature)"
    case .recurrent(let unit): "h\(unit)"
    case .bias: "bias"
    case .recurrentBias: "recurrent bias"
    }
  }

  /// The absolute factors of the product, leaving out those that are one.
  fileprivate var factors: String {
    let isBias = source == .bias || source == .recurrentBias
    let numbers = [factor == 1 ? nil : factor, weight, isBias ? nil : value].compactMap(\.self)
    return numbers.map { shownNumber(abs($0)) }.joined(separator: "·")
  }
}

extension Formula.Part {
  /// The part as the equation writes it.
  var letters: String {
    switch self {
    case .text(let text): text
    case .number(let symbol, _): symbol
    case .complement(let symbol, _): "(1 − \(symbol))"
    }
  }
}
