/// Paths as text, taken apart byte by byte: in Swift a slash and a mark after it are one `Character`.
enum Paths {
  private static let slash = UInt8(ascii: "/")

  /// What stands before the last slash: "." for a bare name, "/" for a file in the root.
  static func folder(of path: String) -> String {
    let bytes = withoutEndingSlashes(path)
    guard let cut = bytes.lastIndex(of: slash) else {
      return bytes.isEmpty && path.utf8.first == slash ? "/" : "."
    }
    let folder = withoutEndingSlashes(path[..<cut])
    return folder.isEmpty ? "/" : String(folder) ?? "/"
  }

  /// What stands after the last slash.
  static func name(of path: String) -> String {
    guard let cut = path.utf8.lastIndex(of: slash) else { return path }
    return String(path[path.utf8.index(after: cut)...])
  }

  /// The path of a name in a folder; an absolute name stays as it is.
  static func join(_ folder: String, _ name: String) -> String {
    if isAbsolute(name) { return name }
    return folder.utf8.last == slash ? folder + name : folder + "/" + name
  }

  /// Whether a real path lies below another.
  static func isInside(_ path: String, folder: String) -> Bool {
    let start = folder.utf8.last == slash ? folder : folder + "/"
    return path.utf8.starts(with: start.utf8) && path.utf8.count > start.utf8.count
  }

  static func isAbsolute(_ path: String) -> Bool {
    path.utf8.first == slash
  }

  /// The path with control characters, line breaks and marks that turn the direction of text escaped,
  /// and the midst of a very long one left out.
  static func printable(_ path: String) -> String {
    if path.isEmpty { return "''" }
    let scalars = path.unicodeScalars
    if scalars.count > 240 {
      return printable(String(scalars.prefix(100))) + "..." + printable(String(scalars.suffix(100)))
    }
    var shown = ""
    for scalar in scalars {
      switch scalar.value {
      case 0x0...0x1F, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static func withoutEndingSlashes(
    _ path: some StringProtocol
  ) -> Substring.UTF8View {
    var bytes = Substring(path).utf8
    while bytes.last == slash { bytes.removeLast() }
    return bytes
  }
}
