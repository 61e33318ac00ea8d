import Foundation
import Testing

@testable import Shell

struct FilesUpdatingTests {
  let files = Files()

  // MARK: Appending

  @Test func textIsAddedToTheEnd() throws {
    let folder = try TemporaryFolder()
    try files.append("one\n", to: folder("history"))
    try files.append("two\n", to: folder("history"))
    #expect(folder.text("history") == "one\ntwo\n")
    #expect(try folder.names() == ["history"])
  }

  @Test func historyAndItsFolderArePrivate() throws {
    let folder = try TemporaryFolder()
    try files.append("one\n", to: folder("state/gatehouse/history"))
    #expect(try folder.permissions("state") == 0o700)
    #expect(try folder.permissions("state/gatehouse") == 0o700)
    #expect(try folder.permissions("state/gatehouse/history") == 0o600)
  }

  @Test func aMissingFolderOfTheUserIsNotMade() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: FileError.self) {
      try files.append("one\n", to: folder("missing/notes.md"), makingFolders: false)
    }
    #expect(
      error?.description == "cannot add to \(folder("missing/notes.md")): its folder does not exist"
    )
    #expect(try folder.names() == [])
  }

  @Test func linesOfManyThreadsAllArrive() throws {
    let folder = try TemporaryFolder()
    DispatchQueue.concurrentPerform(iterations: 4) { thread in
      for line in 0..<10 {
        #expect(throws: Never.self) {
          try files.append("\(thread) \(line)\n", to: folder("history"))
        }
      }
    }
    let lines = folder.text("history")?.split(separator: "\n").map(String.init).sorted()
    let expected = (0..<4).flatMap { thread in (0..<10).map { "\(thread) \($0)" } }.sorted()
    #expect(lines == expected)
  }

  @Test func linesOfTwoProcessesAllArrive() async throws {
    let folder = try TemporaryFolder()
    async let first: Void = appendInAnotherProcess(20, "first", to: folder("history"))
    async let second: Void = appendInAnotherProcess(20, "second", to: folder("history"))
    _ = await (first, second)
    let lines = folder.text("history")?.split(separator: "\n") ?? []
    #expect(lines.filter { $0 == "first" }.count == 20)
    #expect(lines.filter { $0 == "second" }.count == 20)
  }

  private func appendInAnotherProcess(_ count: Int, _ line: String, to path: String) async {
    await #expect(processExitsWith: .success) {
      [count = count as Int, line = line as String, path = path as String] in
      for _ in 0..<count { try Files().append(line + "\n", to: path) }
    }
  }

  @Test func aFullDiskLeavesNoHalfLine() throws {
    let folder = try TemporaryFolder()
    _ = try folder.make("history", "one\n")
    let long = String(repeating: "x", count: 1_500_000)
    let whole = Refusals()
    try whole.files().append(long, to: folder("counted"))
    for n in whole.calls.indices {
      let refusals = Refusals()
      let failing = refusals.files(failing: n, with: ENOSPC)
      let succeeded = (try? failing.append(long, to: folder("history"))) != nil
      let isWhole = folder.text("history") == (succeeded ? "one\n" + long : "one\n")
      #expect(isWhole, "call \(n)")
      _ = try folder.make("history", "one\n")
    }
  }

  @Test func aFileThatCouldNotBeBegunIsNotLeftEmpty() throws {
    let folder = try TemporaryFolder()
    let full = Refusals.files(refusing: .write, with: ENOSPC)
    #expect(throws: FileError.self) { try full.append("one\n", to: folder("history")) }
    #expect(try folder.names() == [])
  }

  // MARK: Updating

  @Test func anUpdateSeesTheOldBytesAndPutsTheNew() throws {
    let folder = try TemporaryFolder()
    try files.update(folder("progress")) { old in
      #expect(old == nil)
      return Array("1".utf8)
    }
    try files.update(folder("progress")) { old in (old ?? []) + Array("2".utf8) }
    #expect(folder.text("progress") == "12")
    #expect(try folder.permissions("progress") == 0o600)
    #expect(try folder.names() == ["progress"])
  }

  @Test func anUpdateWithoutAnAnswerLeavesTheFile() throws {
    let folder = try TemporaryFolder()
    _ = try folder.make("progress", "old")
    let refusals = Refusals()
    try refusals.files().update(folder("progress")) { _ in nil }
    try refusals.files().update(folder("progress")) { $0 }
    #expect(!refusals.calls.contains(.write))
    #expect(folder.text("progress") == "old")
  }

  @Test func whatAChangeThrowsComesOut() throws {
    struct Newer: Error {}
    let folder = try TemporaryFolder()
    _ = try folder.make("progress", "old")
    #expect(throws: Newer.self) {
      try files.update(folder("progress")) { _ in throw Newer() }
    }
    #expect(folder.text("progress") == "old")
    #expect(try folder.names() == ["progress"])
  }

  @Test func updatesOfManyThreadsAllCount() throws {
    let folder = try TemporaryFolder()
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      for _ in 0..<5 {
        #expect(throws: Never.self) {
          try files.update(folder("progress")) { ($0 ?? []) + [65] }
        }
      }
    }
    #expect(folder.text("progress") == String(repeating: "A", count: 20))
  }

  @Test func aLockThatIsHeldIsWaitedForOnlySoLong() throws {
    let folder = try TemporaryFolder()
    let impatient = Files(patience: .zero)
    try files.update(folder("progress")) { _ in
      let error = #expect(throws: FileError.self) {
        try impatient.append("x", to: folder("progress"))
      }
      #expect(
        error?.description
          == "cannot add to \(folder("progress")): another program is at it; "
          + "try again in a moment")
      return Array("whole".utf8)
    }
    #expect(folder.text("progress") == "whole")
  }

  @Test func aLockLeftByAKilledShellStopsNobody() throws {
    let folder = try TemporaryFolder()
    _ = try folder.make(".history.lock")
    try Files(patience: .zero).append("one\n", to: folder("history"))
    #expect(folder.text("history") == "one\n")
  }

  @Test func whoWaitsWhileOthersGetOnIsNotImpatient() throws {
    let folder = try TemporaryFolder()
    let handOvers = Refusals()
    let files = handOvers.files(patience: .zero) { call, path in
      // Another shell is done with it at this moment: 200 times, then it is our turn.
      if call == .lock, handOvers.calls.count(where: { $0 == .lock }) <= 200 { unlink(path) }
    }
    try files.append("one\n", to: folder("history"))
    #expect(folder.text("history") == "one\n")
    #expect(handOvers.calls.count { $0 == .lock } == 201)
  }

  @Test func aDiskWithoutLocksIsWrittenToAllTheSame() throws {
    let folder = try TemporaryFolder()
    let network = Refusals.files(refusing: .lock, with: ENOLCK)
    try network.append("one\n", to: folder("history"))
    #expect(folder.text("history") == "one\n")
  }

  @Test func throughALinkTheFileIsUpdatedAndTheLinkStays() throws {
    let folder = try TemporaryFolder()
    _ = try folder.makeFolder("far")
    _ = try folder.make("far/progress", "1")
    let link = try folder.makeLink("progress", to: "far/progress")
    try files.update(link) { ($0 ?? []) + Array("2".utf8) }
    try files.append("3", to: link)
    #expect(folder.text("far/progress") == "123")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "far/progress")
  }

  @Test func whicheverCallOfAnUpdateFailsTheFileIsWhole() throws {
    let folder = try TemporaryFolder()
    let whole = Refusals()
    try whole.files().update(folder("counted")) { _ in [65] }
    for n in whole.calls.indices {
      _ = try folder.make("progress", "old")
      let refusals = Refusals()
      let succeeded =
        (try? refusals.files(failing: n).update(folder("progress")) { _ in [65] }) != nil
      #expect(folder.text("progress") == (succeeded ? "A" : "old"), "call \(n)")
    }
  }
}
