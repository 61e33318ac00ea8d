/// The header of a safetensors file: where each tensor's values lie.
struct SafetensorsHeader {
  /// The types of numbers that are read.
  enum NumberType: String {
    case f32 = "F32"
    case f64 = "F64"

    /// Bytes a number.
    var width: Int { self == .f32 ? 4 : 8 }
  }

  /// One tensor's place: bytes `begin..<end` of the values.
  struct Entry {
    let name: String
    let type: NumberType
    let shape: [Int]
    let begin: Int
    let end: Int
  }

  /// The most dimensions that a tensor may have.
  static let mostDimensions = 8

  var entries: [Entry] = []
  var metadata: [String: String] = [:]

  /// A header without tensors.
  init(metadata: [String: String]) {
    self.metadata = metadata
  }

  /// Reads the JSON and checks each entry by itself.
  init(parsing bytes: ArraySlice<UInt8>) throws(WeightsError) {
    var json = JSONScanner(bytes)
    var names: Set<String> = []
    var hasMetadata = false
    try json.object { json, name throws(WeightsError) in
      if name == "__metadata__" {
        guard !hasMetadata else { throw json.error("__metadata__ is there twice") }
        hasMetadata = true
        metadata = try json.metadata()
      } else {
        guard names.insert(name).inserted else { throw .duplicate(tensor: name) }
        entries.append(try json.entry(named: name))
      }
    }
    try json.end()
  }

  /// The entries sorted by place, after a check that they cover all values once.
  func entriesInOrder(valueBytes: Int) throws(WeightsError) -> [Entry] {
    // An entry without values shares its place with its neighbour: the end, then the name decide.
    let sorted = entries.sorted { ($0.begin, $0.end, $0.name) < ($1.begin, $1.end, $1.name) }
    var end = 0
    var previous = ""
    for entry in sorted {
      guard entry.end <= valueBytes else {
        throw .valuesPastEnd(tensor: entry.name, end: entry.end, available: valueBytes)
      }
      guard entry.begin >= end else { throw .overlap(tensor: previous, other: entry.name) }
      guard entry.begin == end else { throw .hole(from: end, to: entry.begin) }
      (end, previous) = (entry.end, entry.name)
    }
    guard end == valueBytes else { throw .hole(from: end, to: valueBytes) }
    return sorted
  }

  /// The JSON, in the layout of the reference writer; metadata sorted by key.
  func serialized() -> [UInt8] {
    var members: [String] = []
    if !metadata.isEmpty {
      let pairs = metadata.sorted { $0.key < $1.key }.map {
        "\(jsonString($0.key)):\(jsonString($0.value))"
      }
      members.append("\"__metadata__\":{\(pairs.joined(separator: ","))}")
    }
    for entry in entries {
      let shape = entry.shape.map(String.init).joined(separator: ",")
      members.append(
        "\(jsonString(entry.name)):{\"dtype\":\"\(entry.type.rawValue)\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(entry.begin),\(entry.end)]}")
    }
    return Array("{\(members.joined(separator: ","))}".utf8)
  }
}

extension JSONScanner {
  fileprivate mutating func metadata() throws(WeightsError) -> [String: String] {
    var metadata: [String: String] = [:]
    try object { json, key throws(WeightsError) in
      guard metadata[key] == nil else { throw json.error("a key of __metadata__ is there twice") }
      metadata[key] = try json.string()
    }
    return metadata
  }

  fileprivate mutating func entry(named name: String) throws(WeightsError)
    -> SafetensorsHeader.Entry
  {
    var type: String?
    var shape: [Int]?
    var offsets: [Int]?
    try object { json, key throws(WeightsError) in
      switch key {
      case "dtype" where type == nil: type = try json.string()
      case "shape" where shape == nil:
        shape = try json.numbers(atMost: SafetensorsHeader.mostDimensions)
      case "data_offsets" where offsets == nil: offsets = try json.numbers(atMost: 2)
      default: throw json.error("expected dtype, shape and data_offsets, each once")
      }
    }
    guard let type, let shape, let offsets, offsets.count == 2 else {
      throw error("expected dtype, shape and two data_offsets for each tensor")
    }
    guard let known = SafetensorsHeader.NumberType(rawValue: type) else {
      throw .type(tensor: name, found: type)
    }
    var expected = known.width
    for size in shape {
      let (product, overflow) = expected.multipliedReportingOverflow(by: size)
      guard !overflow else {
        throw .shape(tensor: name, problem: "\(shape) has more values than can be counted")
      }
      expected = product
    }
    let (begin, end) = (offsets[0], offsets[1])
    guard begin <= end, end - begin == expected else {
      throw .size(tensor: name, shape: shape, expected: expected, found: end - begin)
    }
    return .init(name: name, type: known, shape: shape, begin: begin, end: end)
  }
}

/// A JSON string: quotes, backslashes and control characters escaped, all else as it is.
private func jsonString(_ text: String) -> String {
  var escaped = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": escaped += "\\\(scalar)"
    case "\n": escaped += "\\n"
    case "\r": escaped += "\\r"
    case "\t": escaped += "\\t"
    case "\u{0}"..<" ":
      let code = String(scalar.value, radix: 16)
      escaped += "\\u" + String(repeating: "0", count: 4 - code.count) + code
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped + "\""
}
