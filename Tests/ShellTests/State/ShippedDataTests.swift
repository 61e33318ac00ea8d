import Reports
import Testing

@testable import Shell

struct ShippedDataTests {
  /// An interpreter whose shipped files stand in `folder`.
  private func run(_ line: String, in folder: String) -> (status: Int32, complaints: String) {
    let output = RecordingOutput()
    let interpreter = Interpreter(form: .text, output: output) { _ in
      CommandContext(
        files: Files(), places: Places(environment: ["GATEHOUSE_HOME": folder], executable: nil),
        capabilities: TerminalCapabilities(width: 1000))
    }
    return (interpreter.execute(line), output.complaints)
  }

  @Test(arguments: [
    ("data", "ko-high.csv"), ("gates lstm x=0.5", "lstm.safetensors"), ("evaluate", "ko-high.csv"),
    ("model latch", "latch.safetensors"), ("data load ko", "ko-high.csv"),
  ])
  func aMissingFileIsNamed(line: String, file: String) throws {
    let folder = try TemporaryFolder()
    let outcome = run(line, in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.complaints.contains("cannot read \(folder("data/" + file)): no such file"))
  }

  @Test(arguments: ["help", "explain forget-gate", "set", "history"])
  func whatNeedsNoFileWorksWithoutThem(line: String) throws {
    #expect(run(line, in: try TemporaryFolder().path).status == 0)
  }

  @Test func aDamagedFileIsNamed() throws {
    let folder = try TemporaryFolder()
    _ = try folder.makeFolder("data")
    _ = try folder.make("data/lstm.safetensors", "nothing")
    _ = try folder.make("data/ko-high.csv", "nothing")
    for (line, file) in [("model lstm", "lstm.safetensors"), ("data", "ko-high.csv")] {
      let outcome = run(line, in: folder.path)
      #expect(outcome.status == 1 && outcome.complaints.contains(file), "\(outcome.complaints)")
    }
  }
}
