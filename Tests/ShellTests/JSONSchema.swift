import Foundation

/// A JSON Schema (draft 2020-12), as far as `docs/answers.schema.json` makes use of it.
struct JSONSchema {
  private let root: JSON

  /// The schema of what a command answers.
  static let answers = Result {
    try JSONSchema(
      String(contentsOfFile: Checkout.folder + "/docs/answers.schema.json", encoding: .utf8))
  }

  /// Keywords that say nothing about what is valid.
  private static let remarks: Set = ["$schema", "$defs", "title", "description"]

  init(_ text: String) throws {
    root = try JSON(parsing: text)
  }

  /// What is wrong with a text of JSON; empty where it is valid.
  func faults(in text: String) -> [String] {
    guard let value = try? JSON(parsing: text) else { return ["no JSON: \(text)"] }
    return faults(of: value, by: root, at: "")
  }

  private func faults(of value: JSON, by schema: JSON, at place: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(place): the schema is no object"] }
    return keywords.sorted { $0.key < $1.key }.flatMap { keyword, rule in
      faults(of: value, keyword, rule, keywords, at: place)
    }
  }

  private func faults(
    of value: JSON, _ keyword: String, _ rule: JSON, _ keywords: [String: JSON], at place: String
  ) -> [String] {
    func fault(if isWrong: Bool) -> [String] {
      isWrong ? ["\(place): \(keyword) \(rule) does not hold of \(value)"] : []
    }
    func matches(_ schema: JSON) -> Bool { faults(of: value, by: schema, at: place).isEmpty }

    switch keyword {
    case "$ref":
      guard let name = rule.text?.split(separator: "/").last else { return ["\(place): no $ref"] }
      return faults(of: value, by: root["$defs"][String(name)], at: place)
    case "oneOf": return fault(if: rule.items.count { matches($0) } != 1)
    case "anyOf": return fault(if: !rule.items.contains { matches($0) })
    case "enum": return fault(if: !rule.items.contains(value))
    case "const": return fault(if: rule != value)
    case "type":
      let types = rule.text.map { [$0] } ?? rule.items.compactMap(\.text)
      return fault(if: value.types.isDisjoint(with: types))
    case "minimum": return fault(if: value.number.map { $0 < rule.number ?? .nan } ?? false)
    case "minLength": return fault(if: value.text.map { $0.count < Int(rule.number ?? 0) } ?? false)
    case "minItems": return fault(if: value.isArray && value.items.count < Int(rule.number ?? 0))
    case "maxItems": return fault(if: value.isArray && value.items.count > Int(rule.number ?? 0))
    case "items":
      return value.items.enumerated().flatMap { index, item in
        faults(of: item, by: rule, at: "\(place)/\(index)")
      }
    case "required":
      return value.isObject
        ? fault(if: !value.names.isSuperset(of: rule.items.compactMap(\.text))) : []
    case "properties":
      return value.names.intersection(rule.names).sorted().flatMap { name in
        faults(of: value[name], by: rule[name], at: "\(place)/\(name)")
      }
    case "additionalProperties":
      let others = value.names.subtracting(keywords["properties"]?.names ?? [])
      if rule == false { return fault(if: !others.isEmpty) }
      return others.sorted().flatMap { faults(of: value[$0], by: rule, at: "\(place)/\($0)") }
    default:
      return Self.remarks.contains(keyword) ? [] : ["\(place): \(keyword) is not known here"]
    }
  }
}

extension JSON {
  fileprivate var isArray: Bool { types.contains("array") }
  fileprivate var isObject: Bool { types.contains("object") }

  /// The names of its types.
  fileprivate var types: Set<String> {
    switch self {
    case .null: ["null"]
    case .number(let number): number == number.rounded() ? ["number", "integer"] : ["number"]
    case .text: ["string"]
    case .boolean: ["boolean"]
    case .array: ["array"]
    case .object: ["object"]
    }
  }
}
