import Foundation
import Reports
import Testing

@testable import Shell

/// What is printed recomputes: the terms to the sum, the sum to the gate.
struct UnitEquationsTests {
  static let cases = GatesCommandTests.models.flatMap { model in
    [0, 7].map { (model, $0) }
  }

  @Test(arguments: cases)
  func theTermsInJSONAddUpToTheSum(model: String, unit: Int) throws {
    let json = try GatesCommandTests.shell().json("gates \(model) t=694 unit=\(unit) --json")
    let table = json.block("terms")
    #expect(table.columns == ["gate", "term", "weight", "value", "factor", "product"])
    var sums: [String: Double] = [:]
    for row in table["rows"].items.map(\.items) {
      let numbers = row[2...].compactMap(\.number)
      #expect(abs(numbers[0] * numbers[1] * numbers[2] - numbers[3]) < 1e-6)
      sums[row[0].text ?? "", default: 0] += numbers[3]
    }
    for (gate, sum) in sums {
      let name = gate == "sum" ? "sum" : "\(gate).sum"
      let expected = try #require(json.value(name).number, "\(gate)")
      #expect(abs(sum - expected) < 1e-5, "\(gate)")
      let squashed =
        ["input", "forget", "output", "update", "reset"].contains(gate)
        ? 1 / (1 + exp(-expected)) : tanh(expected)
      if gate != "sum" {
        #expect(abs(squashed - (json.value(gate).number ?? .nan)) < 1e-5, "\(gate)")
      } else {
        #expect(abs(squashed - (json.value("hidden").number ?? .nan)) < 1e-5)
      }
    }
    #expect(!sums.isEmpty)
  }

  @Test(arguments: cases)
  func theLargestTermOfAGateComesFirst(model: String, unit: Int) throws {
    let json = try GatesCommandTests.shell().json("gates \(model) t=694 unit=\(unit) --json")
    let rows = json.block("terms")["rows"].items.map(\.items)
    for gate in Set(rows.compactMap { $0[0].text }) {
      let products = rows.filter { $0[0].text == gate }.compactMap { $0[5].number.map(abs) }
      #expect(products == products.sorted(by: >), "\(gate)")
    }
  }

  @Test(arguments: cases)
  func thePrintedTermsAddUpToThePrintedSum(model: String, unit: Int) throws {
    let shell = try GatesCommandTests.shell()
    let equations = try shell.equations("gates \(model) t=694 unit=\(unit)")
    var found = 0
    for equation in equations {
      guard let sum = equation.firstMatch(of: /(?:a|sum: a) = ([^\n=]*?\]) = (\S+)/) else {
        continue
      }
      let printed = try #require(number(sum.2))
      let terms = try products(in: sum.1)
      // Every number has four significant digits: each is off by at most 5e-4 of itself.
      let rounding = 5e-4 * (abs(printed) + terms.reduce(0) { $0 + 3 * abs($1) })
      #expect(abs(terms.reduce(0, +) - printed) <= rounding, "\(equation)")
      found += 1
    }
    #expect(found == ["rnn": 1, "gru": 3][model] ?? 4)
  }

  @Test(arguments: cases)
  func thePrintedStatesRecompute(model: String, unit: Int) throws {
    let shell = try GatesCommandTests.shell()
    for equation in try shell.equations("gates \(model) t=694 unit=\(unit)") {
      let last = try #require(equation.split(separator: "\n").last)
      let sides = last.split(separator: " = ").map(String.init)
      let printed = try #require(sides.last.flatMap { number($0[...]) })
      // "= σ(0.0095) = 0.5024": what stands before the result gives the result.
      guard sides.count >= 2, !sides[sides.count - 2].contains("[") else { continue }
      var side = sides[sides.count - 2]
      if let first = side.firstIndex(of: "=") { side = String(side[side.index(after: first)...]) }
      #expect(abs(try Arithmetic(side).value() - printed) < 3e-4, "\(equation)")
    }
  }

  @Test func noNumberStandsInTwoBrackets() throws {
    let shell = try GatesCommandTests.shell()
    for (model, unit) in Self.cases {
      #expect(try !shell.text("gates \(model) t=42 unit=\(unit)").contains("(("), "\(model)")
    }
  }

  @Test func aNegativeWeightKeepsItsSignBesideAnInputOfZero() throws {
    let shell = try ShellHarness()
    try shell.text("model new lstm units=1 init=zeros as=toy forget.bias=0 forget.kernel=-6.15")
    let text = try shell.text("gates toy x=0 unit=0 gate=forget")
    #expect(text.contains("−6.15·0 [x]"), "\(text)")
  }

  @Test func oneGateOfOneUnitIsOneEquation() throws {
    let equations = try ShellHarness().equations("gates lstm t=42 unit=3 gate=forget")
    #expect(equations.count == 1 && equations[0].hasPrefix("forget: f = σ(a)"))
  }

  @Test func unitsOfTypedInputsHaveEquationsToo() throws {
    let json = try ShellHarness().json("gates rnn x=0.5 unit=2 --json")
    // From a zero state x and the bias are all there is.
    let terms = json.block("terms")["rows"].items.map(\.items)
    let sum = terms.filter { $0[1] == "x" || $0[1] == "bias" }.compactMap { $0[5].number }
      .reduce(0, +)
    #expect(abs(sum - (json.value("sum").number ?? .nan)) < 1e-6)
  }

  /// The products in `0.12·0.05 [x] − 0.2·0.1 [h12] + 0.003 [46 smaller terms]`.
  private func products(in text: Substring) throws -> [Double] {
    let products = text.matches(of: /([−+]?)\s*([0-9.e\-·]+) \[[^\]]*\]/).map { match in
      let factors = match.2.split(separator: "·").compactMap { Double($0) }
      return (match.1 == "−" ? -1 : 1) * factors.reduce(1, *)
    }
    try #require(!products.isEmpty)
    return products
  }

  private func number(_ text: Substring) -> Double? {
    Double(text.replacing("−", with: "-"))
  }
}

extension ShellHarness {
  /// The equations that an answer shows, each with its lines as one text.
  fileprivate func equations(_ line: String) throws -> [String] {
    try report(line).blocks.compactMap { block in
      if case .equation(let equation) = block { equation.text } else { nil }
    }
  }
}

/// Reads `0.485 · 0.05 + (1 − 0.485) · tanh(−0.04)`, the arithmetic that equations print.
private struct Arithmetic {
  private var rest: Substring

  init(_ text: String) {
    rest = text.filter { $0 != " " }[...]
  }

  struct NotUnderstood: Error {
    let rest: String
  }

  func value() throws -> Double {
    var copy = self
    let value = try copy.sum()
    guard copy.rest.isEmpty else { throw NotUnderstood(rest: String(copy.rest)) }
    return value
  }

  private mutating func sum() throws -> Double {
    var value = try product()
    while let sign = rest.first, "+−-".contains(sign) {
      rest.removeFirst()
      value += try (sign == "+" ? 1 : -1) * product()
    }
    return value
  }

  private mutating func product() throws -> Double {
    var value = try factor()
    while rest.first == "·" {
      rest.removeFirst()
      value *= try factor()
    }
    return value
  }

  private mutating func factor() throws -> Double {
    for (name, function) in [("tanh", tanh), ("σ", { 1 / (1 + exp(-$0)) }), ("", { $0 })]
      as [(String, (Double) -> Double)]
    where rest.hasPrefix(name + "(") {
      rest.removeFirst(name.count + 1)
      let value = try sum()
      guard rest.first == ")" else { break }
      rest.removeFirst()
      return function(value)
    }
    guard let match = rest.prefixMatch(of: /[−-]?[0-9.]+(e[+-]?[0-9]+)?/),
      let value = Double(match.0.replacing("−", with: "-"))
    else { throw NotUnderstood(rest: String(rest)) }
    rest = rest[match.range.upperBound...]
    return value
  }
}
