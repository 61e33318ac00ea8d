import Foundation
import Recurrent
import Testing

/// One file of `Fixtures/Networks` with what the manifest says of it.
struct GoldenCase: Decodable, Sendable, CustomTestStringConvertible {
  let file: String
  let group: String
  let convention: String
  let cell: String
  let units: Int
  let activation: String?
  let optimizer: String?

  var testDescription: String { file }
  var isTorch: Bool { convention == "torch" }

  /// The case's kind of cell and its options.
  var kind: (any RecurrentCell.Type, CellOptions) {
    if cell.contains("lstm") { return (LSTMCell.self, .init()) }
    if cell.contains("gru") {
      return (GRUCell.self, .init(resetAfter: !cell.contains("reset_after=False")))
    }
    return (SimpleRNNCell.self, .init(activation: .init(rawValue: activation ?? "tanh") ?? .tanh))
  }

  /// All cases of a group, "cell" or "optimizer".
  static func all(ofGroup group: String) -> [GoldenCase] {
    struct Manifest: Decodable {
      let cases: [GoldenCase]
    }
    guard let data = try? Data(contentsOf: folder.appending(path: "manifest.json")),
      let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
    else { return [] }
    return manifest.cases.filter { $0.group == group }
  }

  /// The tensors of the file by their names.
  func tensors() throws -> [String: Tensor] {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: file)))
    let length = bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    let header = try JSONSerialization.jsonObject(with: Data(bytes[8..<8 + length]))
    var tensors: [String: Tensor] = [:]
    for (name, entry) in try #require(header as? [String: [String: Any]]) {
      guard name != "__metadata__" else { continue }
      let shape = try #require(entry["shape"] as? [Int])
      let offsets = try #require(entry["data_offsets"] as? [Int])
      let places = 8 + length + offsets[0]..<8 + length + offsets[1]
      let type = try #require(entry["dtype"] as? String)
      let values = bytes.withUnsafeBytes { bytes in
        stride(from: places.lowerBound, to: places.upperBound, by: type.hasSuffix("64") ? 8 : 4)
          .map {
            switch type {
            case "F64": Float(bytes.loadUnaligned(fromByteOffset: $0, as: Double.self))
            case "F32": bytes.loadUnaligned(fromByteOffset: $0, as: Float.self)
            default: Float(bytes.loadUnaligned(fromByteOffset: $0, as: Int64.self))
            }
          }
      }
      tensors[name] = Tensor(shape: shape, values: .init(values))
    }
    return tensors
  }

  private static var folder: URL {
    Bundle.module.bundleURL.appending(path: "Fixtures/Networks")
  }
}

extension Tensor {
  /// `[batch, steps, n]` as `[steps, batch, n]`, or the other way round.
  var outerDimensionsSwapped: Tensor {
    let (first, second, inner) = (shape[0], shape[1], shape[2])
    var result = Tensor(zeros: [second, first, inner])
    for i in 0..<first {
      for j in 0..<second {
        for k in 0..<inner {
          result.values[(j * first + i) * inner + k] = values[(i * second + j) * inner + k]
        }
      }
    }
    return result
  }

  /// A matrix with its rows as columns.
  var transposed: Tensor {
    var result = Tensor(zeros: [shape[1], shape[0]])
    for row in 0..<shape[0] {
      for column in 0..<shape[1] {
        result.values[column * shape[0] + row] = values[row * shape[1] + column]
      }
    }
    return result
  }
}

/// The largest difference between two rows of numbers; infinite where one is not a number or missing.
func largestDifference(
  _ first: some Collection<Float>, _ second: some Collection<Float>
) -> Float {
  guard first.count == second.count else { return .infinity }
  return zip(first, second).reduce(0) { largest, pair in
    let difference = abs(pair.0 - pair.1)
    return difference.isNaN ? .infinity : max(largest, difference)
  }
}

/// The largest absolute value.
func largestMagnitude(_ values: some Collection<Float>) -> Float {
  values.reduce(0) { max($0, abs($1)) }
}
