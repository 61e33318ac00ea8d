/// Who belongs to a class: a file of lines `id` or `id,name`.
struct Roster {
  /// The ids with their names, in the order of the file; each id once.
  private(set) var entries: [(id: String, name: String?)] = []
  private var names: [String: String] = [:]
  private var ids: Set<String> = []

  /// Reads a roster from any bytes.
  ///
  /// Fields may stand in quotes and be parted by semicolons or tabs too, as learning platforms export
  /// them; a first line that begins with `id` is their head.
  init(parsing bytes: [UInt8]) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes = bytes.dropFirst(3) }
    let lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    for (index, line) in lines.enumerated() {
      let fields = Self.fields(of: String(decoding: line, as: UTF8.self))
      let id = fields[0]
      guard !id.isEmpty, !(index == 0 && id.lowercased() == "id"), ids.insert(id).inserted else {
        continue
      }
      let name = fields.count > 1 && !fields[1].isEmpty ? fields[1] : nil
      entries.append((id, name))
      names[id] = name
    }
  }

  /// Whether the id is on the roster.
  func contains(_ id: String) -> Bool { ids.contains(id) }

  /// The name of an id; nil where there is none.
  func name(of id: String) -> String? { names[id] }

  /// Whether there is any name.
  var hasNames: Bool { !names.isEmpty }

  /// The fields of a line without the blanks around them, at least one.
  private static func fields(of line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case ",", ";", "\t":
        if isQuoted { fields[fields.count - 1].append(character) } else { fields.append("") }
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields.map { field in
      let start = field.drop(while: \.isWhitespace)
      return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
    }
  }
}
