import Testing

/// Bad files of weights, and what `model load` says of each.
struct HostileWeightsTests {
  @Test(arguments: files)
  func isRefusedInASentence(_ file: HostileFile) throws {
    let shell = try ShellHarness()
    try shell.expectRefusal(of: file, as: "f.safetensors")
    #expect(shell.run("model mine").status == 1)
  }

  private static func file(_ what: String, _ bytes: [UInt8], _ message: String) -> HostileFile {
    HostileFile(what, bytes, "model load ~/f", "~/f.safetensors: " + message)
  }

  /// A header of one tensor.
  private static func tensor(
    _ name: String = "a", _ type: String = "F32", _ shape: String = "[1]",
    _ offsets: String = "[0,4]"
  ) -> String {
    #"{"\#(name)":{"dtype":"\#(type)","shape":\#(shape),"data_offsets":\#(offsets)}}"#
  }

  private static let save = ", not safetensors: save the weights with safetensors' save_file"

  static let files: [HostileFile] = [
    // Cut short, and lengths that lie
    file(
      "empty", [],
      "0 bytes cannot be a safetensors file: it begins with 8 that give the length of its header"),
    file(
      "seven bytes", [1, 2, 3, 4, 5, 6, 7],
      "7 bytes cannot be a safetensors file: it begins with 8 that give the length of its header"),
    file(
      "no header", safetensors("", announcing: 0),
      "the header is damaged at its byte 0: expected {"),
    file(
      "a header of 16 exabytes", safetensors("{}", announcing: .max),
      "not a safetensors file, or a damaged one: its first 8 bytes announce a header of "
        + "18446744073709551615 bytes, and at most 10000000 are read"),
    file(
      "a header of a negative Int", safetensors("{}", announcing: 1 << 63),
      "not a safetensors file, or a damaged one: its first 8 bytes announce a header of "
        + "9223372036854775808 bytes, and at most 10000000 are read"),
    file(
      "a header past the end", safetensors("{}", announcing: 3),
      "the file is cut short or is not safetensors: its header should be 3 bytes long, but only 2 "
        + "follow"),
    file(
      "4 GB of values announced", safetensors(tensor("a", "F32", "[1000000000]", "[0,4000000000]")),
      "the file is cut short: the values of tensor a end at byte 4000000000, but there are only 0"),
    file(
      "offsets at the end of Int",
      safetensors(
        tensor("a", "F32", "[1]", "[9223372036854775803,9223372036854775807]"), values: 4),
      "the file is cut short: the values of tensor a end at byte 9223372036854775807, but there are "
        + "only 4"),
    file(
      "offsets beyond UInt64",
      safetensors(tensor("a", "F32", "[1]", "[18446744073709551612,18446744073709551616]")),
      "the header is damaged at its byte 67: the number is too large"),
    file(
      "an offset below 0", safetensors(tensor("a", "F32", "[1]", "[-4,0]"), values: 4),
      "the header is damaged at its byte 48: expected a whole number from 0"),
    file(
      "offsets that run backwards", safetensors(tensor("a", "F32", "[1]", "[4,0]"), values: 4),
      "tensor a of shape [1] needs 4 bytes, but the header gives it -4"),
    file(
      "a shape whose product overflows",
      safetensors(tensor("a", "F32", "[4294967296,4294967296]"), values: 4),
      "tensor a has an impossible shape: [4294967296, 4294967296] has more values than can be counted"
    ),
    file(
      "a shape of nothing times everything",
      safetensors(
        tensor("lstm/recurrent_kernel", "F32", "[0,9223372036854775807]", "[0,0]")),
      "tensor lstm/recurrent_kernel has shape [0, 9223372036854775807]: expected [units, gates * units]"
    ),
    file(
      "nine dimensions", safetensors(tensor("a", "F32", "[1,1,1,1,1,1,1,1,1]"), values: 4),
      "the header is damaged at its byte 45: expected at most 8 numbers"),
    file(
      "a gap before the values", safetensors(tensor("a", "F32", "[1]", "[4,8]"), values: 8),
      "bytes 0 to 4 of the values belong to no tensor: expected no gaps"),
    file(
      "values behind the last", safetensors(tensor(), values: 8),
      "bytes 4 to 8 of the values belong to no tensor: expected no gaps"),
    file(
      "values that overlap",
      safetensors(
        tensor().dropLast() + "," + tensor("b").dropFirst(), values: 4),
      "tensor a and tensor b share bytes: expected each to have its own"),

    // Other kinds of files
    file(
      "an .npz", Array("PK\u{3}\u{4}\u{14}\0".utf8),
      "this is a zip archive, as PyTorch (.pt), Keras (.keras) and NumPy (.npz) write it" + save),
    file("an .npy", [0x93] + Array("NUMPY\u{1}\0".utf8), "this is an array of NumPy (.npy)" + save),
    file("a pickle", [0x80, 4, 0x95, 1, 0, 0, 0, 0, 0], "this is a pickle of Python" + save),
    file(
      "an old checkpoint", [0x80, 2, 0x8A, 0x0A, 0x6C],
      "this is a pickle of Python, as older PyTorch writes it" + save),
    file(
      "HDF5", [0x89] + Array("HDF\r\n\u{1A}\n".utf8),
      "this is an HDF5 file, as Keras (.h5) writes it" + save),
    file(
      "a pointer", Array("version https://git-lfs.github.com/spec/v1\n".utf8),
      "this is a pointer that git lfs pull replaces by the file" + save),
    file("a CSV", Array("Date,High\n2006-01-03,1\n".utf8), "this is text" + save),
    file("a web page", Array("<!DOCTYPE html>".utf8), "this is text" + save),

    // Headers
    file(
      "100,000 lists in each other", safetensors(String(repeating: "[", count: 100_000)),
      "the header is damaged at its byte 0: expected {"),
    file(
      "100,000 objects in each other", safetensors(String(repeating: "{\"a\":", count: 100_000)),
      "the header is damaged at its byte 10: expected dtype, shape and data_offsets, each once"),
    file(
      "null", safetensors("null"), "the header is damaged at its byte 0: expected {"),
    file(
      "a truth for a tensor", safetensors("{\"a\":true}"),
      "the header is damaged at its byte 5: expected {"),
    file(
      "a shape that is no whole number", safetensors(tensor("a", "F32", "[1e0]"), values: 4),
      "the header is damaged at its byte 30: expected ]"),
    file(
      "text behind the header", safetensors("{}x"),
      "the header is damaged at its byte 2: expected only spaces after the last }"),
    file(
      "a header in UTF-16",
      safetensors(String(decoding: utf16("{}", hasMark: false), as: UTF8.self)),
      "the header is damaged at its byte 1: expected \""),
    file(
      "a byte order mark", safetensors("\u{FEFF}{}"),
      "the header is damaged at its byte 0: expected {"),
    file(
      "a name twice",
      safetensors(tensor("a", "F32", "[0]", "[0,0]").dropLast() + ",\"a\":{}}"),
      "tensor a is in the file twice: expected one tensor of each name"),
    file(
      "escapes in a name",
      safetensors(tensor(#"\u001b]0;x\u0007\u202e"#, "F16", "[1]", "[0,2]"), values: 2),
      "tensor ?]0;x?? holds F16: expected F32 or F64, convert it before saving"),
    file(
      "escapes in a type", safetensors(tensor("a", #"\u001b[31m"#), values: 4),
      "tensor a holds ?[31m: expected F32 or F64, convert it before saving"),

    // Tensors
    file(
      "no tensor", safetensors("{}"),
      "no recurrent layer: expected a name such as lstm/recurrent_kernel (Keras) or "
        + "lstm.weight_hh_l0 (PyTorch), found no tensor at all"),
    file(
      "another layer", safetensors(tensor("conv/kernel"), values: 4),
      "no recurrent layer: expected a name such as lstm/recurrent_kernel (Keras) or "
        + "lstm.weight_hh_l0 (PyTorch), found conv/kernel"),
    file(
      "not a number", safetensors(tensor()) + [0, 0, 0xC0, 0x7F],
      "tensor a holds nan at [0]: expected finite numbers that fit a Float"),
  ]
}
