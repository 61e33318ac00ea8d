import Foundation
import Synchronization
import Testing

@testable import Shell

/// Every command that writes, with each of its system calls failing in its turn.
struct WritingCommandsTests {
  /// A command that writes, and what is typed before it.
  struct Case: CustomTestStringConvertible {
    var before: [String] = []
    let line: String
    /// Whether files that cannot be read are named in the answer and left out.
    var leavesOut = false
    var testDescription: String { line }
  }

  private static let course = [
    "enrol anna7 class=RNN24", "lesson mine", "0.276", "leave", "progress export ~/other.txt",
  ]

  static let cases = [
    Case(line: "model save lstm ~/lstm.safetensors"),
    Case(
      before: ["model save rnn ~/old.safetensors"],
      line: "model save lstm ~/old.safetensors overwrite=yes"),
    Case(line: "train rnn units=1 epochs=1 batch=500 seeds=1..2 table=~/seeds.csv"),
    Case(before: ["calc 1/3"], line: "export ~/answer.html"),
    Case(before: ["calc 1/3", "export ~/a.md", "calc 1"], line: "export ~/a.md overwrite=yes"),
    Case(line: "record ~/steps.gate"),
    Case(before: ["record ~/session.cast"], line: "calc 1/3"),
    Case(line: "enrol anna7 class=RNN24"),
    Case(before: course, line: "notes mine file=~/notes.md"),
    Case(before: course, line: "progress export ~/anna7.txt"),
    Case(before: course + ["progress forget mine"], line: "progress import ~/other.txt"),
    Case(before: course, line: "progress forget mine"),
    Case(before: course, line: "lesson print mine file=~/handout.md"),
    Case(
      before: course, line: "class report ~ table=~/table.csv grades=~/grades.csv", leavesOut: true),
    Case(before: ["enrol anna7", "lesson mine"], line: "0.276"),
  ]

  private static let lesson = """
    ---
    title: T
    format: 1
    summary: S.
    minutes: 5
    order: 100
    needs:
    ---
    ## One {#one}

    What is 1 − 0.724?

    ```ask number
    answer: 0.276 within 0.001
    wrong: 0.724 | That is kept.
    hint: Subtract.
    solution: 1 - 0.724
    ```

    """

  /// A shell in which what stands before the command has been typed, and its counted system calls.
  private func shell(for command: Case) throws -> (ShellHarness, Gate) {
    let gate = Gate()
    let shell = try ShellHarness(lessons: ["mine": Self.lesson], refusing: { gate.refusal(of: $0) })
    for line in command.before {
      let outcome = shell.run(line)
      try #require(outcome.status == 0, "\(line): \(outcome.complaints)")
    }
    return (shell, gate)
  }

  @Test(arguments: cases)
  func whicheverCallFailsEachFileIsTheOldOrTheNewOne(command: Case) throws {
    let (whole, counting) = try shell(for: command)
    let before = try whole.home.contents()
    counting.begin()
    let outcome = whole.run(command.line)
    let calls = counting.end()
    try #require(outcome.status == 0, "\(outcome.complaints)")
    let after = try whole.home.contents()
    #expect(after != before && !calls.isEmpty)

    let readings: Set<FileSystem.Call> = command.leavesOut ? Gate.readings : []
    for n in calls.indices where !readings.contains(calls[n]) {
      let (failing, gate) = try shell(for: command)
      gate.begin(failing: n, with: ENOSPC)
      let outcome = failing.run(command.line)
      let place = "\(calls[n]) as call \(n) of \(calls.count)"
      let left = try failing.home.contents()
      for (name, bytes) in left where bytes != before[name] && bytes != after[name] {
        // What cannot be removed stays, under a name of its own; an empty lock binds nobody.
        let isOfNoAccount =
          before[name] == nil && after[name] == nil
          && (calls[n] == .remove || name.hasSuffix(".lock") && bytes.isEmpty)
        #expect(isOfNoAccount, "\(place): \(name)")
      }
      #expect(Set(before.keys).intersection(after.keys).isSubset(of: left.keys), "\(place)")
      if outcome.status != 0 { #expect(!outcome.complaints.isEmpty, "\(place)") }
    }
  }
}

/// Counts system calls from a moment on, and refuses one of them.
private final class Gate: Sendable {
  private struct State {
    var isCounting = false
    var calls: [FileSystem.Call] = []
    var refused: (index: Int, code: CInt)?
  }
  private let state = Mutex(State())

  /// The calls that look for files and read them.
  static let readings: Set<FileSystem.Call> = [
    .status, .open, .read, .realPath, .list, .linkTarget,
  ]

  func begin(failing index: Int? = nil, with code: CInt = 0) {
    state.withLock { $0 = State(isCounting: true, refused: index.map { ($0, code) }) }
  }

  func end() -> [FileSystem.Call] { state.withLock(\.calls) }

  func refusal(of call: FileSystem.Call) -> CInt? {
    state.withLock { state in
      guard state.isCounting else { return nil }
      state.calls.append(call)
      return state.calls.count - 1 == state.refused?.index ? state.refused?.code : nil
    }
  }
}

extension TemporaryFolder {
  /// The bytes of all files in it, by their paths below it.
  fileprivate func contents() throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: path)
    return names.reduce(into: [:]) { files, name in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(atPath: self(name), isDirectory: &isFolder)
      if isThere, !isFolder.boolValue {
        files[name] = FileManager.default.contents(atPath: self(name))
      }
    }
  }
}
