import Recurrent
import Testing

/// Every damage to a file gets a sentence of its own.
struct SafetensorsRefusalTests {
  @Test(arguments: otherFiles)
  func otherFilesAreToldApart(_ bytes: [UInt8], _ message: String) {
    expect(bytes, message)
  }

  @Test(arguments: damagedHeaders)
  func damagedHeadersAreNamedByTheirByte(_ header: String, _ byte: Int, _ problem: String) {
    expect(make(header: header), "the header is damaged at its byte \(byte): \(problem)")
  }

  @Test func aNameThatIsNotUTF8IsRefused() {
    let header = Array("{\"".utf8) + [0xFF] + Array("\":{}}".utf8)
    expect(
      littleEndianBytes(UInt64(header.count)) + header,
      "the header is damaged at its byte 2: the string is not UTF-8")
  }

  @Test(arguments: wrongEntries)
  func wrongEntriesAreNamedByTheirTensor(_ members: String, _ message: String) {
    expect(make(header: "{\(members)}", floats: [1, 2]), message)
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity])
  func valuesThatAreNotFiniteAreNamedByTheirPlace(_ value: Float) {
    expect(
      make(header: "{\(entry("w", "F32", "[2,1,3]", 0, 24))}", floats: [1, 1, 1, 1, 1, value]),
      "tensor w holds \(value) at [1, 0, 2]: expected finite numbers that fit a Float")
  }

  @Test func aDoubleTooLargeForAFloatIsRefused() {
    expect(
      make(header: "{\(entry("w", "F64", "[1]", 0, 8))}") + littleEndianBytes(1e300.bitPattern),
      "tensor w holds 1e+300 at [0]: expected finite numbers that fit a Float")
  }

  private func expect(_ bytes: [UInt8], _ message: String) {
    let error = #expect(throws: WeightsError.self) { try SafetensorsFile(parsing: bytes) }
    #expect(error?.description == message)
  }
}

private func entry(_ name: String, _ type: String, _ shape: String, _ begin: Int, _ end: Int)
  -> String
{
  #""\#(name)":{"dtype":"\#(type)","shape":\#(shape),"data_offsets":[\#(begin),\#(end)]}"#
}

private let otherFiles: [([UInt8], String)] = [
  (
    Array("PK\u{3}\u{4}rest of an archive".utf8),
    "this is a zip archive, as PyTorch (.pt), Keras (.keras) and NumPy (.npz) write it, not "
      + "safetensors: save the weights with safetensors' save_file"
  ),
  (
    [0x89] + Array("HDF\r\n\u{1A}\n".utf8),
    "this is an HDF5 file, as Keras (.h5) writes it, not safetensors: save the weights with "
      + "safetensors' save_file"
  ),
  (
    [],
    "0 bytes cannot be a safetensors file: it begins with 8 that give the length of its header"
  ),
  (
    [0],
    "1 byte cannot be a safetensors file: it begins with 8 that give the length of its header"
  ),
  (
    Array("Date,High\n2006".utf8),
    "this is text, not safetensors: save the weights with safetensors' save_file"
  ),
  (
    littleEndianBytes(UInt64(10_000_001)),
    "not a safetensors file, or a damaged one: its first 8 bytes announce a header of "
      + "10000001 bytes, and at most 10000000 are read"
  ),
  (
    littleEndianBytes(UInt64(10_000_000)) + [0x7B],
    "the file is cut short or is not safetensors: its header should be 10000000 bytes long, "
      + "but only 1 follow"
  ),
]

private let damagedHeaders: [(String, Int, String)] = [
  ("", 0, "expected {"),
  ("[]", 0, "expected {"),
  ("{", 1, "expected \""),
  ("{}x", 2, "expected only spaces after the last }"),
  ("{\"a\" 1", 5, "expected :"),
  ("{\"a\":{}", 7, "expected dtype, shape and two data_offsets for each tensor"),
  ("{\"a\":[[[[", 5, "expected {"),
  ("{\"a\":{\"dtype\":1", 14, "expected \""),
  ("{\"a\":{\"shape\":[-1]", 15, "expected a whole number from 0"),
  ("{\"a\":{\"shape\":[1.5]", 16, "expected ]"),
  ("{\"a\":{\"shape\":[01]", 17, "a number begins with 0"),
  ("{\"a\":{\"shape\":[99999999999999999999]", 33, "the number is too large"),
  ("{\"a\":{\"shape\":[9223372036854775808]", 33, "the number is too large"),
  ("{\"a\":{\"shape\":[1,1,1,1,1,1,1,1,1]", 31, "expected at most 8 numbers"),
  ("{\"a\":{\"data_offsets\":[0,1,2]", 26, "expected at most 2 numbers"),
  ("{\"a\":{\"color\":1}", 14, "expected dtype, shape and data_offsets, each once"),
  (
    "{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\"", 28,
    "expected dtype, shape and data_offsets, each once"
  ),
  ("{\"a", 3, "the string does not end"),
  ("{\"a\n\":", 4, "a control character inside a string"),
  ("{\"\\x\":", 4, "an escape that JSON does not know"),
  ("{\"\\u12g4\":", 7, "expected four hexadecimal digits after \\u"),
  ("{\"\\ud83d\":", 9, "half of a surrogate pair"),
  ("{\"\\ud83d\\u0041\":", 14, "half of a surrogate pair"),
  ("{\"\\ude00\":", 9, "half of a surrogate pair"),
  ("{\"__metadata__\":null}", 16, "expected {"),
  ("{\"__metadata__\":{\"a\":1}}", 21, "expected \""),
  ("{\"__metadata__\":{\"a\":\"\",\"a\":\"\"}}", 28, "a key of __metadata__ is there twice"),
  ("{\"__metadata__\":{},\"__metadata__\":{}}", 34, "__metadata__ is there twice"),
]

private let wrongEntries: [(String, String)] = [
  (
    entry("a", "F16", "[1]", 0, 2),
    "tensor a holds F16: expected F32 or F64, convert it before saving"
  ),
  (
    entry("a", "I64", "[0]", 0, 0),
    "tensor a holds I64: expected F32 or F64, convert it before saving"
  ),
  (
    entry("a", "F32", "[4294967296,4294967296]", 0, 8),
    "tensor a has an impossible shape: [4294967296, 4294967296] has more values than can be counted"
  ),
  (
    entry("a", "F32", "[3]", 0, 8),
    "tensor a of shape [3] needs 12 bytes, but the header gives it 8"
  ),
  (
    entry("a", "F32", "[1]", 4, 0),
    "tensor a of shape [1] needs 4 bytes, but the header gives it -4"
  ),
  (
    entry("a", "F32", "[3]", 0, 12),
    "the file is cut short: the values of tensor a end at byte 12, but there are only 8"
  ),
  (
    entry("a", "F32", "[1]", 0, 4),
    "bytes 4 to 8 of the values belong to no tensor: expected no gaps"
  ),
  (
    entry("a", "F32", "[1]", 4, 8),
    "bytes 0 to 4 of the values belong to no tensor: expected no gaps"
  ),
  (
    entry("a", "F32", "[2]", 0, 8) + "," + entry("b", "F32", "[1]", 4, 8),
    "tensor a and tensor b share bytes: expected each to have its own"
  ),
  (
    entry("a", "F32", "[1]", 0, 4) + "," + entry("a", "F32", "[1]", 4, 8),
    "tensor a is in the file twice: expected one tensor of each name"
  ),
  (
    entry("", "F16", "[1]", 0, 2),
    "the tensor without a name holds F16: expected F32 or F64, convert it before saving"
  ),
  (
    entry("\\u001b[31m\\u202e", "F16", "[1]", 0, 2),
    "tensor ?[31m? holds F16: expected F32 or F64, convert it before saving"
  ),
  (
    entry(String(repeating: "a", count: 99), "F16", "[1]", 0, 2),
    "tensor \(String(repeating: "a", count: 60))… holds F16: expected F32 or F64, convert it "
      + "before saving"
  ),
]
