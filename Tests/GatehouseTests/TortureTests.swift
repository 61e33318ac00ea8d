import Foundation
import TestSupport
import Testing

/// The program, killed at random moments while it writes: `make torture` kills it 200 times, a usual test run
/// a few times.
///
/// The moments come from a seed, so that a run can be made again as far as the machine allows.
struct TortureTests {
  private let user: TestUser
  private let program: String

  /// How often each test kills.
  private static let kills = torture.map { max(1, $0 / 5) } ?? 4

  init() throws {
    user = try TestUser()
    program = try builtProduct("gatehouse")
  }

  /// Starts the program on a script, kills it within some milliseconds, and returns what it has said.
  private func killAtWork(
    _ words: String, on script: String, within milliseconds: UInt32,
    _ random: inout Moments
  ) throws -> String {
    try user.home.write(script, to: "script")
    let process = try PipedProcess(
      "/bin/sh", ["-c", "exec \"$0\" \(words) < script", program], environment: user.environment,
      folder: user.home.path)
    usleep(random.next(below: milliseconds * 1_000))
    process.signal(SIGKILL)
    return try process.finish().output
  }

  /// Whether a file is one of these, or not there yet; what a kill left of a temporary one bears another name.
  private func isWhole(_ name: String, amongst texts: [[UInt8]]) -> Bool {
    user.home.bytes(of: name).map { texts.contains($0) } ?? true
  }

  // MARK: Lessons

  private static let pages = 60

  private static let lesson = NumberedLesson.text(pages: pages)

  private func pagesDone() throws -> Int {
    let done = try NumberedLesson.pagesDone(in: user.home)
    return (1...Self.pages).prefix { done.contains($0) }.count
  }

  @Test func aKillInALessonLosesAtMostThePageInProgress() throws {
    var random = Moments(seed: 1)
    _ = try user.home.write(Self.lesson, to: "lessons/mine.md")
    #expect(try user.run("enrol", "anna7").status == .exited(0))
    for _ in 0..<Self.kills {
      let before = try pagesDone()
      let answers = (before..<Self.pages).map { "\($0 + 101)\n\n" }.joined()
      let said = try killAtWork(
        "--lessons lessons lesson mine", on: answers, within: 60, &random)
      let after = try pagesDone()
      // The title of a page is shown once the page before it is kept.
      let shown = (1...Self.pages).last { said.contains("\n\($0) of \(Self.pages) · ") } ?? 0
      #expect(after >= max(before, shown - 1))
      if after == Self.pages { _ = try user.run("progress", "forget", "mine") }
    }
    #expect(Self.kills < 40 || user.home.bytes(of: ".local/state/gatehouse/progress") != nil)
    // No lock has stayed.
    #expect(try user.run("enrol", "berta").status == .exited(0))
  }

  // MARK: Files

  @Test func aKillWhileAModelIsSavedLeavesTheOldOrTheNewFile() throws {
    var random = Moments(seed: 2)
    let models = try ["rnn", "latch"].map { model in
      #expect(try user.run("model", "save", model, "\(model).safetensors").status == .exited(0))
      return try #require(user.home.bytes(of: "\(model).safetensors"))
    }
    let script = (0..<40).map { "model save \(["rnn", "latch"][$0 % 2]) ~/w overwrite=yes\n" }
    for _ in 0..<Self.kills {
      _ = try killAtWork("", on: script.joined(), within: 40, &random)
      #expect(isWhole("w", amongst: models))
    }
    #expect(Self.kills < 40 || user.home.bytes(of: "w") != nil)
  }

  @Test func aKillWhileAnAnswerIsExportedLeavesTheOldOrTheNewFile() throws {
    var random = Moments(seed: 5)
    let answers = ["gates lstm t=42", "data plot"].map {
      "\($0); export ~/answer.html overwrite=yes\n"
    }
    let pages = try answers.map { answer in
      #expect(try user.run("-c", answer).status == .exited(0))
      return try #require(user.home.bytes(of: "answer.html"))
    }
    let script = (0..<40).map { answers[$0 % 2] }
    for _ in 0..<Self.kills {
      _ = try killAtWork("", on: script.joined(), within: 60, &random)
      #expect(isWhole("answer.html", amongst: pages))
    }
  }

  @Test func aKillWhileATableGrowsLeavesWholeTrainings() throws {
    var random = Moments(seed: 3)
    let line = "train rnn units=1 epochs=1 batch=500 seeds=%..% table=~/seeds.csv\n"
    var lines = 0
    for round in 0..<Self.kills {
      let script = (0..<5).map {
        line.replacing("%..%", with: "\(10 * round + 2 * $0)..\(10 * round + 2 * $0 + 1)")
      }
      _ = try killAtWork("", on: script.joined(), within: 150, &random)
      let text = user.home.text(of: "seeds.csv") ?? ""
      let now = text.split(separator: "\n").count
      // A header, and two rows a training; none of those before is lost.
      #expect(text.isEmpty || (text.hasSuffix("\n") && now % 2 == 1 && now >= lines))
      lines = now
    }
    #expect(Self.kills < 40 || lines > 0)
  }

  // MARK: History

  @Test func aKillAtThePromptLosesNoLineThatWasRun() throws {
    var random = Moments(seed: 4)
    var typed: [String] = []
    for round in 0..<Self.kills {
      let terminal = try user.openShell()
      let lines = (0..<5).map { "set t=\(5 * round + $0)" }
      terminal.send(lines.map { $0 + "\r" }.joined())
      typed += lines
      usleep(random.next(below: 30_000))
      terminal.kill()
      _ = try terminal.waitForExit()
      let kept = (user.home.text(of: ".local/state/gatehouse/history") ?? "")
      let isWhole = kept.isEmpty || kept.hasSuffix("\n")
      let ran = String(decoding: terminal.output, as: UTF8.self)
      #expect(isWhole && kept.split(separator: "\n").allSatisfy { typed.contains(String($0)) })
      for line in lines where ran.contains("t \(line.dropFirst(6))\r\n") {
        #expect(kept.contains(line + "\n"))
      }
    }
  }
}

/// Random moments from a seed (a linear congruential generator: nothing here needs better).
private struct Moments {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below limit: UInt32) -> UInt32 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return UInt32(truncatingIfNeeded: state >> 33) % limit
  }
}
