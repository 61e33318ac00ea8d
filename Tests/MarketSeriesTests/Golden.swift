import Foundation
import Testing

/// The numbers of `Fixtures/ko_windows.safetensors`; its README says how they were made.
struct Golden {
  private let header: [String: Any]
  private let body: Data

  init() throws {
    let url = try #require(
      Bundle.module.url(
        forResource: "ko_windows", withExtension: "safetensors", subdirectory: "Fixtures"))
    let data = try Data(contentsOf: url)
    let length = Int(data.prefix(8).enumerated().reduce(0) { $0 | UInt64($1.1) << (8 * $1.0) })
    let header = try JSONSerialization.jsonObject(with: data.subdata(in: 8..<8 + length))
    self.header = try #require(header as? [String: Any])
    body = data.subdata(in: 8 + length..<data.count)
  }

  func doubles(_ name: String) throws -> [Double] {
    try words(name).map { Double(bitPattern: $0) }
  }

  func integers(_ name: String) throws -> [Int] {
    try words(name).map { Int(truncatingIfNeeded: $0) }
  }

  private func words(_ name: String) throws -> [UInt64] {
    let tensor = try #require(header[name] as? [String: Any])
    let offsets = try #require(tensor["data_offsets"] as? [Int])
    return stride(from: offsets[0], to: offsets[1], by: 8).map { start in
      (0..<8).reduce(0) { $0 | UInt64(body[start + $1]) << (8 * $1) }
    }
  }
}
