import Foundation
import Testing

/// A JSON value as a script reads it.
enum JSON: Equatable {
  case null
  case number(Double)
  case text(String)
  case boolean(Bool)
  case array([JSON])
  case object([String: JSON])

  init(parsing text: String) throws {
    self.init(
      try JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed]))
  }

  private init(_ value: Any) {
    switch value {
    case let values as [String: Any]: self = .object(values.mapValues { JSON($0) })
    case let values as [Any]: self = .array(values.map { JSON($0) })
    case let text as String: self = .text(text)
    case let number as NSNumber:
      // A boolean is told from a number by its Objective-C type.
      let isBoolean = String(cString: number.objCType) == "c"
      self = isBoolean ? .boolean(number.boolValue) : .number(number.doubleValue)
    default: self = .null
    }
  }
}

// MARK: Reading

extension JSON {
  subscript(_ name: String) -> JSON {
    if case .object(let fields) = self { fields[name] ?? .null } else { .null }
  }

  /// The names of an object's fields.
  var names: Set<String> {
    if case .object(let fields) = self { Set(fields.keys) } else { [] }
  }

  var items: [JSON] {
    if case .array(let items) = self { items } else { [] }
  }

  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The number as the `Float` that it was written from.
  var float: Float? { number.map { Float($0) } }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// A named value of an answer.
  func value(_ name: String) -> JSON { self["values"][name] }

  /// The first block of that name.
  func block(_ name: String) -> JSON {
    self["blocks"].items.first { $0["name"] == .text(name) } ?? .null
  }

  /// The kinds of all blocks, in order.
  var blockKinds: [String] { self["blocks"].items.compactMap { $0["kind"].text } }

  /// The names of a table's columns.
  var columns: [String] { self["columns"].items.compactMap(\.text) }

  /// One column of a table.
  func column(_ name: String) -> [JSON] {
    guard let place = columns.firstIndex(of: name) else { return [] }
    return self["rows"].items.map { $0.items[place] }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .number(Double(number)) }
  init(floatLiteral number: Double) { self = .number(number) }
  init(booleanLiteral value: Bool) { self = .boolean(value) }
  init(nilLiteral: ()) { self = .null }
}
