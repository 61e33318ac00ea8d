import Foundation
import Grammar
import Recurrent
import Reports
import Testing

@testable import Shell

struct ModelCommandTests {
  @Test(arguments: [("rnn", 2600, 2651), ("lstm", 10400, 10451), ("gru", 7950, 8001)])
  func parametersAreCountedAsKerasCountsThem(model: String, layer: Int, all: Int) throws {
    let json = try ShellHarness().json("model \(model) --json")
    #expect(
      json["values"].names == [
        "parameters", "layer.parameters", "dense.parameters", "units", "features", "dense.bias",
      ])
    #expect(json.value("parameters").number == Double(all))
    #expect(json.value("layer.parameters").number == Double(layer))
    #expect(json.value("dense.parameters") == 51)
    #expect(json.value("units") == 50 && json.value("features") == 1)
    let layers = json.block("layers")
    #expect(layers.columns == ["layer", "shape", "parameters"])
    #expect(layers.column("parameters").compactMap(\.number).reduce(0, +) == Double(all))
  }

  @Test func theListHasARowAModel() throws {
    let shell = try ShellHarness()
    let shipped = try shell.json("model --json")
    #expect(shipped.block("models").column("model") == ["rnn", "lstm", "gru", "latch"])
    _ = try shell.text("model load \(Checkout.weights("own_gru_u8")) as=mine")
    let table = try shell.json("model --json").block("models")
    #expect(table.columns == ["model", "cell", "units", "features", "parameters", "origin"])
    #expect(table.column("model").last == "mine" && table.column("cell").last == "GRU")
  }

  @Test func aLoadedModelIsKnownByItsName() throws {
    let shell = try ShellHarness()
    try shell.home.copy(Checkout.weights("own_lstm_u8"), to: "own weights.safetensors")
    let text = try shell.text("model load '~/own weights.safetensors' as=own")
    #expect(text.hasPrefix("own: LSTM, read from ~/own weights.safetensors, PyTorch weights"))
    #expect(text.contains("PyTorch's two biases were added into one."))
    #expect(try shell.report("gates own").title.hasPrefix("own (LSTM) at t=42"))
    _ = try shell.text("model load '~/own weights.safetensors'")
    #expect(shell.session.modelNames.suffix(2) == ["mine", "own"])
  }

  @Test(arguments: ["keras", "torch"], ["rnn", "lstm", "gru"])
  func whatIsSavedLoadsAsTheSameNetwork(convention: String, model: String) throws {
    let shell = try ShellHarness()
    _ = try shell.text("model save \(model) ~/w.safetensors convention=\(convention)")
    let loaded = try shell.text("model load ~/w.safetensors as=again")
    #expect(loaded.contains(convention == "keras" ? "Keras weights" : "PyTorch weights"))
    let first = try shell.json("gates \(model) t=694 --json")
    let second = try shell.json("gates again t=694 --json")
    for name in first["values"].names {
      let (a, b) = (first.value(name), second.value(name))
      if let x = a.number, let y = b.number { #expect(abs(x - y) < 1e-4) } else { #expect(a == b) }
    }
  }

  @Test func whatAModelPredictsIsSavedWithIt() throws {
    let shell = try ShellHarness(.text, .init(width: 1000))
    _ = try shell.text("train rnn units=2 epochs=1 target=change as=step")
    _ = try shell.text("model save step ~/step.safetensors")
    #expect(try shell.text("model load ~/step.safetensors as=again").contains("minus today's"))
    #expect(
      try shell.text("model load ~/step.safetensors as=again target=level")
        .contains("tomorrow's."))
  }

  @Test func aFileIsNotReplacedUnasked() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("w.safetensors", "mine")
    #expect(try shell.message("model save lstm ~/w.safetensors").contains("it exists already"))
    #expect(shell.home.text("w.safetensors") == "mine")
    _ = try shell.text("model save lstm ~/w.safetensors overwrite=yes")
    #expect(shell.home.text("w.safetensors") != "mine")
  }

  @Test func resetBringsTheShippedWeightsBack() throws {
    let shell = try ShellHarness()
    let before = try shell.json("gates rnn --json")["values"]
    _ = try shell.text("train rnn units=2 epochs=1")
    #expect(try shell.json("gates rnn --json")["values"] != before)
    _ = try shell.text("model reset rnn")
    #expect(try shell.json("gates rnn --json")["values"] == before)
    #expect(try shell.message("model reset mine").hasPrefix("only shipped models can be reset"))
  }

  @Test(arguments: ["load", "save", "reset", "persistence"])
  func aWordThatModelTakesOtherwiseNamesNoModel(name: String) throws {
    let shell = try ShellHarness()
    let message = "\(name) means something else here; choose another name"
    #expect(
      try shell.message("model load \(Checkout.weights("own_lstm_u8")) as=\(name)") == message)
    #expect(try shell.message("train rnn units=1 epochs=1 as=\(name)") == message)
  }

  @Test(arguments: ["", "1st", "a b", "über", "a/b", String(repeating: "a", count: 33)])
  func namesAreLettersDigitsHyphensAndUnderscores(name: String) throws {
    let line = "model load \(Checkout.weights("own_lstm_u8")) as='\(name)'"
    #expect(try ShellHarness().message(line).hasPrefix("a model's name begins with a letter"))
  }

  // MARK: Files that are no weights

  static let badFiles: [(name: String, bytes: [UInt8], message: String)] = [
    ("empty", [], "0 bytes cannot be a safetensors file"),
    ("short", [1, 2, 3], "3 bytes cannot be a safetensors file"),
    ("pickle", Array("PK\u{3}\u{4}archive/data.pkl and so on".utf8), "not safetensors"),
    ("hdf5", [0x89] + Array("HDF\r\n\u{1A}\n and the rest of it".utf8), "not safetensors"),
    ("long header", [255, 0, 0, 0, 0, 0, 0, 0, 0x7B], "its header should be 255 bytes long"),
    ("endless header", [UInt8](repeating: 255, count: 16), "announce a header of"),
    ("no JSON", header("{not json}"), "the header is damaged"),
    ("nothing in it", header("{}"), "no recurrent layer"),
    (
      "past the end",
      header(#"{"lstm/kernel":{"dtype":"F32","shape":[1,4],"data_offsets":[0,16]}}"#),
      "the file is cut short"
    ),
    (
      "other type",
      header(#"{"lstm/kernel":{"dtype":"F16","shape":[1,4],"data_offsets":[0,8]}}"#) + zeros(8),
      "F16: expected F32 or F64"
    ),
    (
      "other layers",
      header(#"{"conv/kernel":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]}}"#) + zeros(4),
      "no recurrent layer"
    ),
    (
      "nan",
      header(#"{"lstm.weight_hh_l0":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]}}"#)
        + [0, 0, 0xC0, 0x7F], "nan"
    ),
    (
      "control characters",
      header(#"{"lstm\u001b[31m/kernel":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]}}"#)
        + zeros(4), "tensor lstm?[31m/recurrent_kernel is missing"
    ),
  ]

  @Test(arguments: badFiles)
  func aFileThatIsNoWeightsIsRefusedInOneLine(
    name: String, bytes: [UInt8], message: String
  ) throws {
    let shell = try ShellHarness(.text, .init(width: 1000))
    _ = try shell.home.make("bad.safetensors", bytes: bytes)
    let complaint = try shell.complaint("model load ~/bad.safetensors")
    let lines = complaint.split(separator: "\n")
    #expect(lines.count == 3 && lines[0].hasPrefix("~/bad.safetensors: "), "\(complaint)")
    #expect(complaint.contains(message), "\(complaint)")
    #expect(!complaint.contains("\u{1B}"))
  }

  @Test(arguments: ["model load ~/none.safetensors", "model load ~", "model load /dev/null/x"])
  func aFileThatCannotBeReadIsNamed(line: String) throws {
    let message = try ShellHarness().message(line)
    #expect(message.hasPrefix("cannot read "), "\(message)")
  }

  @Test func aDamagedFileNeverTraps() throws {
    let shell = try ShellHarness()
    let whole = Array(try Data(contentsOf: URL(fileURLWithPath: Checkout.weights("own_gru_u8"))))
    var generator = SeededGenerator(seed: 7, stream: .shuffling)
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<4 {
        bytes[Int.random(in: 0..<600, using: &generator)] = .random(in: 0...255, using: &generator)
      }
      bytes.removeLast(Int.random(in: 0..<16, using: &generator))
      _ = try shell.home.make("bad.safetensors", bytes: bytes)
      let status = shell.run("model load ~/bad.safetensors; gates mine t=42").status
      #expect(status == 0 || status == 1)
    }
  }

  private static func header(_ text: String) -> [UInt8] {
    [UInt8(text.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(text.utf8)
  }

  private static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

  @Test(arguments: [
    "model save lstm ~/new.file pick=nothing",
    "train rnn units=1 epochs=1 seeds=1,2 table=~/new.file pick=nothing",
  ])
  func aCommandThatFailsHasWrittenNothing(line: String) throws {
    let shell = try ShellHarness()
    #expect(try shell.complaint(line).contains("there is no value \"nothing\""))
    #expect(!Files().exists(shell.home.path + "/new.file"))
    _ = try shell.text(line.replacing(" pick=nothing", with: ""))
    #expect(Files().exists(shell.home.path + "/new.file"))
  }
}
