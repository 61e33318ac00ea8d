import Foundation
import TestSupport
import Testing

#if os(Linux)  // which tells in /proc what a process holds

/// A session that goes on and on: 20,000 commands under `make torture`, a few hundred in a usual run.
struct LongSessionTests {
  private static let commands = torture == nil ? 320 : 20_000

  /// Commands of every kind, mistakes amongst them.
  private static let round = """
    gates lstm t=%N%
    data plot
    calc %N%+1
    set t=%N%
    gates lsmt
    zzz
    data load prices.csv
    data load nowhere.csv
    predict lstm t=12
    data load ko
    gates gru unit=3
    ewma beta=0.8
    lesson mine
    101
    gates lstm t=99999
    leave
    progress forget mine
    train rnn epochs=1 units=1 batch=500 as=tiny
    model save tiny w.safetensors overwrite=yes
    model load w.safetensors as=again
    export answer.svg overwrite=yes
    record all.gate overwrite=yes
    walk lstm t=42
    record off
    source some.gate
    clamp lstm forget=0.5
    unclamp
    help gates
    explain forget-gate
    gradient lstm t=42
    power v=0.9 tau=50
    evaluate rnn

    """

  @Test func memoryAndDescriptorsStayAsTheyAre() throws {
    let user = try TestUser()
    try user.home.write(NumberedLesson.text(pages: 2), to: "lessons/mine.md")
    try user.home.write(TestUser.prices(40), to: "prices.csv")
    try user.home.write("set digits=4\nset digits=6\ncalc 1+1\n", to: "some.gate")
    // Only mistakes are read here.
    let session = try PipedProcess(
      "/bin/sh",
      [
        "-c", "exec \"$0\" --keep-going --lessons lessons 2>&1 >/dev/null",
        builtProduct("gatehouse"),
      ],
      environment: user.environment, folder: user.home.path)
    let lines = Self.round.split(separator: "\n").count
    let parts = 4
    let roundsOfAPart = Self.commands / lines / parts
    var held: [Holdings] = []
    for part in 0..<parts {
      for round in 0..<roundsOfAPart {
        let number = 42 + part * roundsOfAPart + round
        session.send(Self.round.replacing("%N%", with: "\(number)"))
      }
      session.send("end-of-part-\(part)\n")
      try session.expect("there is no command \"end-of-part-\(part)\"", within: 3_600)
      held.append(try Holdings(of: session.process))
    }
    session.closeInput()
    _ = try session.finish()
    #expect(Set(held.map(\.descriptors)).count == 1, "\(held)")
    #expect(held[parts - 1].megabytes < held[0].megabytes + 16, "\(held)")
    let mistakes = String(decoding: session.output, as: UTF8.self)
    #expect(mistakes.ranges(of: "did you mean lstm?").count == parts * roundsOfAPart)
    // Four in a round, and one at the end of each part.
    let count = mistakes.split(separator: "\n").count { $0.hasPrefix("standard input:") }
    #expect(count == parts * (4 * roundsOfAPart + 1))
  }

  @Test func atATerminalEveryScreenClosesWhatItOpened() throws {
    let user = try TestUser()
    try user.home.write(NumberedLesson.text(pages: 2), to: "lessons/mine.md")
    let terminal = try user.startAtTerminal("--lessons", "lessons")
    try terminal.expectPrompt()
    var descriptors: [Int] = []
    for number in 0..<3 {
      for (line, shown) in [
        ("browse lstm t=42", "q leaves"), ("help train", "Enter goes on"),
        ("walk lstm t=42", "Enter goes on"),
      ] {
        terminal.enter(line)
        try terminal.expectScreen(shown)
        terminal.send("q")
        try terminal.expectPrompt()
      }
      terminal.enter("lesson mine")
      try terminal.expectLine("mine 1/2>")
      terminal.enter("101\r")
      try terminal.expectLine("mine 2/2>")
      terminal.enter("leave")
      try terminal.expectPrompt()
      terminal.send("e\t\t\u{15}\u{12}lesson\r")
      try terminal.expectLine("mine 2/2>")
      terminal.enter("leave")
      try terminal.expectPrompt()
      try terminal.run("progress forget mine")
      // What runs on several threads opens three of its own, once.
      try terminal.run("train rnn units=1 epochs=\(number + 1) batch=500")
      descriptors.append(try Holdings(of: terminal.process).descriptors)
    }
    #expect(Set(descriptors).count == 1, "\(descriptors)")
  }
}

/// What a process holds.
private struct Holdings {
  let descriptors: Int
  /// Its resident memory.
  let megabytes: Int

  init(of process: Int32) throws {
    descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count
    let pages = try String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8)
      .split(separator: " ")
    megabytes = Int(try #require(Int(pages[1]))) * Int(sysconf(Int32(_SC_PAGESIZE))) / 1_000_000
  }
}

#endif
