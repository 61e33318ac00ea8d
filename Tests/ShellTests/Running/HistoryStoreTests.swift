import LineEditing
import Testing

@testable import Shell

struct HistoryStoreTests {
  private func places(_ folder: String) -> Places {
    Places(
      environment: ["GATEHOUSE_STATE": folder, "GATEHOUSE_HOME": Checkout.folder], executable: nil)
  }

  @Test func linesAreKeptPrivatelyAndReadAgain() throws {
    let folder = try TemporaryFolder()
    let store = HistoryStore(files: Files(), places: places(folder("state/deep")))
    #expect(store.trouble == nil && store.text.lines.isEmpty)
    let kept = ["data", "gates lstm t=42", "gates lstm t=42", " secret", "", "é日"].map {
      store.add($0)
    }
    #expect(kept == [true, true, false, false, false, true])
    #expect(folder.text("state/deep/history") == "data\ngates lstm t=42\né日\n")
    #expect(try folder.permissions("state/deep/history") == 0o600)
    #expect(try folder.permissions("state/deep") == 0o700)
    let again = HistoryStore(files: Files(), places: places(folder("state/deep")))
    #expect(again.text.lines == ["data", "gates lstm t=42", "é日"])
  }

  @Test func aFileThatHasGrownTooLongIsShortenedAtTheStart() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<HistoryText.limit + 10).map { "line \($0)" }
    _ = try folder.make("history", lines.joined(separator: "\n") + "\n")
    let store = HistoryStore(files: Files(), places: places(folder.path))
    #expect(store.trouble == nil && store.text.lines == lines.suffix(HistoryText.limit))
    #expect(folder.text("history") == lines.dropFirst(10).joined(separator: "\n") + "\n")
  }

  @Test func twoShellsLoseNothingToOneAnother() throws {
    let folder = try TemporaryFolder()
    let stores = (0..<2).map { _ in HistoryStore(files: Files(), places: places(folder.path)) }
    for number in 0..<6 { _ = stores[number % 2].add("line \(number)") }
    #expect(
      HistoryStore(files: Files(), places: places(folder.path)).text.lines
        == (0..<6).map { "line \($0)" })
  }

  @Test func aPlaceThatCannotBeWrittenIsSaidAndTheLinesStay() throws {
    let folder = try TemporaryFolder()
    _ = try folder.make("file")
    let store = HistoryStore(files: Files(), places: places(folder("file")))
    #expect(store.add("data") && store.add("set"))
    #expect(store.trouble?.hasPrefix("the history is not kept: cannot ") == true)
    #expect(store.text.lines == ["data", "set"])
  }

  @Test func aHistoryThatCannotBeReadIsSaidAndLeftAlone() throws {
    let folder = try TemporaryFolder()
    _ = try folder.makeFolder("history")
    let store = HistoryStore(files: Files(), places: places(folder.path))
    #expect(store.trouble?.hasPrefix("the history is not read: cannot ") == true)
    #expect(store.add("data"))
    #expect(try folder.names() == ["history"])
  }

  @Test func bytesThatAreNoTextDoNotHarm() throws {
    let folder = try TemporaryFolder()
    _ = try folder.make("history", bytes: [0xFF, 0x0A, 0x00, 0x1B, 0x5B, 0x0A, 0xC3])
    let store = HistoryStore(files: Files(), places: places(folder.path))
    #expect(store.trouble == nil && store.add("data") && store.text.lines.last == "data")
  }

  @Test func withoutAStateFolderLinesLiveInTheSessionAlone() {
    let store = HistoryStore(files: Files(), places: Places(environment: [:], executable: nil))
    #expect(store.add("data") && store.trouble == nil && store.text.lines == ["data"])
  }
}
