import Recurrent
import Testing

struct SafetensorsFileTests {
  @Test func readsNamesShapesValuesAndMetadata() throws {
    let file = try SafetensorsFile(
      parsing: make(
        header: """
          {"__metadata__":{"format":"pt"},
           "b":{"dtype":"F32","shape":[],"data_offsets":[8,12]},
           "a":{"data_offsets":[0,8],"shape":[2,1],"dtype":"F32"}}
          """, floats: [1.5, -2, 3]))
    #expect(file.metadata == ["format": "pt"])
    #expect(
      file.tensors == [
        NamedTensor(name: "a", tensor: Tensor(shape: [2, 1], values: [1.5, -2])),
        NamedTensor(name: "b", tensor: Tensor(shape: [], values: [3])),
      ])
  }

  @Test func roundsDoublesToFloats() throws {
    let values = [0.1, -1e-60].flatMap { littleEndianBytes($0.bitPattern) }
    let file = try SafetensorsFile(
      parsing: make(header: #"{"a":{"dtype":"F64","shape":[2],"data_offsets":[0,16]}}"#) + values)
    #expect(file.tensors.first?.tensor.values == [Float(0.1), 0])
  }

  @Test func readsEscapesAndUnicodeInNames() throws {
    let name = #"\u00e9\ud83d\ude00\n\"\\\/\b\f\r\té"#
    let file = try SafetensorsFile(
      parsing: make(header: #"{"\#(name)":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}"#))
    #expect(file.tensors.first?.name == "é😀\n\"\\/\u{8}\u{C}\r\té")
  }

  @Test func readsAFileWithoutTensors() throws {
    let file = try SafetensorsFile(parsing: make(header: " { } \n"))
    #expect(file.tensors.isEmpty && file.metadata.isEmpty)
    #expect(SafetensorsFile(tensors: []).serialized() == make(header: "{}      "))
  }

  @Test func emptyTensorsTakeNoPlace() throws {
    let file = SafetensorsFile(tensors: [
      NamedTensor(name: "none", tensor: Tensor(zeros: [0, 3])),
      NamedTensor(name: "one", tensor: Tensor(shape: [1], values: [1])),
      NamedTensor(name: "more", tensor: Tensor(zeros: [2, 0])),
    ])
    #expect(try SafetensorsFile(parsing: file.serialized()) == file)
  }

  @Test func writesWhatTheReferenceWriterWrites() {
    let file = SafetensorsFile(
      tensors: [
        NamedTensor(name: "a\"\u{1}é\n", tensor: Tensor(shape: [1, 2], values: [1, -2]))
      ], metadata: ["z": "1", "k": "\t"])
    let header =
      #"{"__metadata__":{"k":"\t","z":"1"},"#
      + #""a\"\u0001é\n":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}"#
    let padding = String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    #expect(file.serialized() == make(header: header + padding, floats: [1, -2]))
  }

  @Test func whatIsWrittenReadsBack() throws {
    let file = SafetensorsFile(
      tensors: [
        NamedTensor(
          name: "x/y.z",
          tensor: Tensor(shape: [2, 2], values: [1, -0.0, .leastNonzeroMagnitude, 3.4e38])),
        NamedTensor(name: "", tensor: Tensor(shape: [], values: [7])),
      ], metadata: ["": "\u{0}\u{1F}\u{7F}\\\"", "日本": "🙂"])
    let bytes = file.serialized()
    #expect(try SafetensorsFile(parsing: bytes) == file)
    #expect(try SafetensorsFile(parsing: bytes).serialized() == bytes)
    #expect((bytes.count - 4 * 5) % 8 == 0)
  }

  @Test func nothingCutShortIsRead() {
    let bytes = sample.serialized()
    for length in bytes.indices {
      #expect(throws: WeightsError.self) { try SafetensorsFile(parsing: Array(bytes[..<length])) }
    }
    #expect(throws: WeightsError.self) { try SafetensorsFile(parsing: bytes + [0]) }
  }

  @Test func noFlippedByteTraps() {
    let bytes = sample.serialized()
    for index in bytes.indices {
      for change: UInt8 in [0x01, 0x10, 0x80, 0xFF] {
        var damaged = bytes
        damaged[index] ^= change
        // Some still read, with another name or value: then the network is tried as well.
        guard let file = try? SafetensorsFile(parsing: damaged) else { continue }
        _ = try? Network.loading(file)
        #expect(file.serialized().count == bytes.count)
      }
    }
  }

  @Test func noHeaderOfRandomMarksTraps() {
    let marks = Array(#"{}[]:,"\u0d8 9-.eé"#.utf8)
    let pieces = ["\"a\"", "\"dtype\"", "\"F32\"", "\"shape\"", "\"data_offsets\"", "[0,4]", "[1]"]
    var state: UInt32 = 1
    func draw(_ count: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 8) % count
    }
    for _ in 0..<3000 {
      var header: [UInt8] = Array("{".utf8)
      for _ in 0..<draw(24) {
        header += draw(3) == 0 ? [marks[draw(marks.count)]] : Array(pieces[draw(pieces.count)].utf8)
      }
      _ = try? SafetensorsFile(
        parsing: littleEndianBytes(UInt64(header.count)) + header + [0, 0, 0, 0])
    }
  }

  /// A small LSTM's file.
  private var sample: SafetensorsFile {
    SafetensorsFile(
      tensors: [
        NamedTensor(name: "lstm/kernel", tensor: Tensor(shape: [1, 4], values: [1, 2, 3, 4])),
        NamedTensor(
          name: "lstm/recurrent_kernel", tensor: Tensor(shape: [1, 4], values: [5, 6, 7, 8])),
        NamedTensor(name: "lstm/bias", tensor: Tensor(shape: [4], values: [0, 1, 0, 0])),
      ], metadata: ["seed": "1"])
  }
}

/// A file of this header and these values.
func make(header: String, floats: [Float] = []) -> [UInt8] {
  littleEndianBytes(UInt64(header.utf8.count)) + Array(header.utf8)
    + floats.flatMap { littleEndianBytes($0.bitPattern) }
}

/// The bytes of a number, lowest first.
func littleEndianBytes(_ value: some FixedWidthInteger) -> [UInt8] {
  stride(from: 0, to: value.bitWidth, by: 8).map { UInt8(truncatingIfNeeded: value >> $0) }
}
