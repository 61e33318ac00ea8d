import Foundation
import Recurrent

/// Files that Keras, PyTorch and NumPy made, as `Weights/own_gru_u8`; the README of each folder
/// says how.
enum Fixture {
  /// The bytes of a fixture.
  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = Bundle.module.bundleURL.appendingPathComponent("Fixtures")
    return Array(try Data(contentsOf: folder.appendingPathComponent("\(name).safetensors")))
  }

  /// The tensors of a fixture by name.
  static func tensors(_ name: String) throws -> [String: Tensor] {
    let file = try SafetensorsFile(parsing: bytes(name))
    return Dictionary(uniqueKeysWithValues: file.tensors.map { ($0.name, $0.tensor) })
  }

  /// The numbers of a fixture by name, as exact as they were written: `Tensor` holds `Float`.
  static func doubles(_ name: String) throws -> [String: [Double]] {
    let bytes = try bytes(name)
    let length = bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    let header = try JSONSerialization.jsonObject(with: Data(bytes[8..<8 + length]))
    let entries = (header as? [String: [String: Any]] ?? [:]).filter { $0.value["dtype"] != nil }
    return entries.mapValues { entry in
      let places = entry["data_offsets"] as? [Int] ?? [0, 0]
      let width = entry["dtype"] as? String == "F64" ? 8 : 4
      return bytes.withUnsafeBytes { bytes in
        stride(from: 8 + length + places[0], to: 8 + length + places[1], by: width).map {
          width == 8
            ? bytes.loadUnaligned(fromByteOffset: $0, as: Double.self)
            : Double(bytes.loadUnaligned(fromByteOffset: $0, as: Float.self))
        }
      }
    }
  }

  /// The weights inside a golden case, where their names begin with `w.`, with names as its library
  /// gives them.
  static func weights(_ name: String) throws -> SafetensorsFile {
    var file = try SafetensorsFile(parsing: bytes(name))
    file.tensors = file.tensors.compactMap { named -> NamedTensor? in
      guard named.name.hasPrefix("w.") else { return nil }
      let name = String(named.name.dropFirst(2))
      return NamedTensor(
        name: name.replacing("dense.", with: "dense/"), tensor: named.tensor)
    }
    return file
  }
}
