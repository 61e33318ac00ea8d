/// A tensor and the name that a file of weights keeps it under.
public struct NamedTensor: Sendable, Equatable {
  /// The name, as `lstm/kernel` or `lstm.weight_ih_l0`.
  public let name: String
  /// The values with their shape.
  public let tensor: Tensor

  /// Names a tensor.
  ///
  /// - Parameters:
  ///   - name: The name, unique in its file.
  ///   - tensor: The values with their shape.
  public init(name: String, tensor: Tensor) {
    self.name = name
    self.tensor = tensor
  }
}

/// The safetensors format: named tensors and a few words about them, as bytes.
///
/// Eight bytes with the header's length N (little-endian), N bytes of JSON, then the values:
/// row-major, little-endian, without gaps. https://huggingface.co/docs/safetensors
public struct SafetensorsFile: Sendable, Equatable {
  /// The longest header that is read, in bytes.
  public static let longestHeader = 10_000_000

  /// The tensors, in the order of their values in the file.
  public var tensors: [NamedTensor]
  /// What the file says about itself.
  public var metadata: [String: String]

  /// Collects tensors for a file.
  ///
  /// - Parameters:
  ///   - tensors: The tensors, each with a name of its own, in the order in which they are written.
  ///   - metadata: What the file says about itself.
  public init(tensors: [NamedTensor], metadata: [String: String] = [:]) {
    self.tensors = tensors
    self.metadata = metadata
  }

  /// Reads a file's bytes; F64 values are rounded to Float.
  ///
  /// Everything is checked against the bytes at hand before memory is taken for it, so a hostile
  /// file costs at most a few times its own size.
  ///
  /// - Parameter bytes: The whole file.
  /// - Throws: `WeightsError`, when the file is damaged, is of another format or type, or holds a
  ///   value that is not finite.
  public init(parsing bytes: [UInt8]) throws(WeightsError) {
    if let format = otherFormat(of: bytes) { throw .otherFormat(format) }
    guard bytes.count >= 8 else { throw .tooShort(bytes: bytes.count) }
    let length = littleEndian(bytes[..<8])
    guard length <= UInt64(Self.longestHeader) else {
      throw .headerTooLong(bytes: length, limit: Self.longestHeader)
    }
    let valuesStart = 8 + Int(length)
    guard valuesStart <= bytes.count else {
      throw .headerPastEnd(bytes: Int(length), available: bytes.count - 8)
    }

    let header = try SafetensorsHeader(parsing: bytes[8..<valuesStart])
    let entries = try header.entriesInOrder(valueBytes: bytes.count - valuesStart)
    metadata = header.metadata
    tensors = []
    tensors.reserveCapacity(entries.count)
    for entry in entries {
      let range = (valuesStart + entry.begin)..<(valuesStart + entry.end)
      tensors.append(try NamedTensor(entry, values: bytes[range]))
    }
  }

  /// The file's bytes: the same bytes for the same tensors and metadata.
  ///
  /// Values are written as F32, and the header is padded with spaces so that they begin at a
  /// multiple of 8, both as the reference writer does.
  ///
  /// - Returns: The whole file.
  public func serialized() -> [UInt8] {
    var header = SafetensorsHeader(metadata: metadata)
    var end = 0
    for named in tensors {
      let begin = end
      end += 4 * named.tensor.values.count
      header.entries.append(
        .init(name: named.name, type: .f32, shape: named.tensor.shape, begin: begin, end: end))
    }
    var text = header.serialized()
    while text.count % 8 != 0 { text.append(UInt8(ascii: " ")) }

    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + text.count + end)
    appendLittleEndian(UInt64(text.count), to: &bytes)
    bytes += text
    for named in tensors {
      for value in named.tensor.values { appendLittleEndian(value.bitPattern, to: &bytes) }
    }
    return bytes
  }
}

extension NamedTensor {
  /// Reads the values of one entry.
  fileprivate init(
    _ entry: SafetensorsHeader.Entry, values bytes: ArraySlice<UInt8>
  ) throws(WeightsError) {
    let width = entry.type.width
    var values: ContiguousArray<Float> = []
    values.reserveCapacity(bytes.count / width)
    for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: width) {
      let bits = littleEndian(bytes[start..<(start + width)])
      let value: Float
      switch entry.type {
      case .f32: value = Float(bitPattern: UInt32(truncatingIfNeeded: bits))
      case .f64: value = Float(Double(bitPattern: bits))
      }
      guard value.isFinite else {
        let exact = entry.type == .f64 ? "\(Double(bitPattern: bits))" : "\(value)"
        let index = indices(ofElement: values.count, in: entry.shape)
        throw .notFinite(tensor: entry.name, index: index, value: exact)
      }
      values.append(value)
    }
    self.init(name: entry.name, tensor: Tensor(shape: entry.shape, values: values))
  }
}

/// Where an element of a row-major tensor stands, one index a dimension.
func indices(ofElement element: Int, in shape: [Int]) -> [Int] {
  var rest = element
  let reversed = shape.reversed().map { size in
    defer { rest /= size }
    return rest % size
  }
  return reversed.reversed()
}

/// The name of a format that students have instead, when the bytes begin as it does.
private func otherFormat(of bytes: [UInt8]) -> String? {
  let formats: [(start: [UInt8], name: String)] = [
    (
      [0x50, 0x4B, 0x03, 0x04],
      "a zip archive, as PyTorch (.pt), Keras (.keras) and NumPy (.npz) write it"
    ),
    ([0x89, 0x48, 0x44, 0x46], "an HDF5 file, as Keras (.h5) writes it"),
    ([0x93] + Array("NUMPY".utf8), "an array of NumPy (.npy)"),
    ([0x80, 0x02], "a pickle of Python, as older PyTorch writes it"),
    ([0x80, 0x03], "a pickle of Python"),
    ([0x80, 0x04], "a pickle of Python"),
    ([0x80, 0x05], "a pickle of Python"),
    (Array("version https://git-lfs".utf8), "a pointer that git lfs pull replaces by the file"),
  ]
  if let format = formats.first(where: { bytes.starts(with: $0.start) }) { return format.name }
  // As a length eight letters announce more bytes than any disk holds.
  let isText = bytes.count >= 8 && bytes.prefix(8).allSatisfy { (0x20..<0x7F).contains($0) }
  return isText ? "text" : nil
}

private func littleEndian(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
}

private func appendLittleEndian(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
  for shift in stride(from: 0, to: value.bitWidth, by: 8) {
    bytes.append(UInt8(truncatingIfNeeded: value >> shift))
  }
}
