import Foundation
import Reports
import Testing

@testable import Shell

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What stands where a file is expected, and what is said of each.
struct HostilePlaceTests {
  @Test(arguments: lines)
  func isRefusedInASentence(_ line: HostileLine) throws {
    let shell = try ShellHarness()
    try Self.furnish(shell.home)
    try shell.expectRefusal(of: line.line, with: line.message)
  }

  private static func furnish(_ home: TemporaryFolder) throws {
    _ = try home.makeFolder("folder")
    _ = try home.makeFolder("folder.md")
    _ = try home.make("file", "text")
    _ = try home.makeLink("loop", to: "loop")
    _ = try home.makeLink("nowhere", to: "none")
    for name in ["bidi\u{202E}.csv", "newline\n.csv", "escape\u{1B}]0;x\u{7}.csv"] {
      _ = try home.make(name, "Date,High\nx,1\n")
    }
    // Sparse: they say that they are large and take no room.
    for (name, size) in [
      ("large.csv", 1 << 30), ("large.safetensors", 1 << 28), ("large.gate", 1 << 24),
      ("large.md", 1 << 20), ("large.txt", 8 << 20),
    ] {
      let path = try home.make(name)
      try #require(truncate(path, off_t(size + 1)) == 0)
    }
  }

  static let lines: [HostileLine] = [
    HostileLine("a folder for a CSV", "data load ~/folder", "cannot read ~/folder: it is a folder"),
    HostileLine(
      "a folder for weights", "model load ~/folder", "cannot read ~/folder: it is a folder"),
    HostileLine("a folder for a script", "source ~/folder", "cannot read ~/folder: it is a folder"),
    HostileLine(
      "a folder for a lesson", "lesson ~/folder.md", "cannot read ~/folder.md: it is a folder"),
    HostileLine(
      "a folder for a progress file", "progress import ~/folder",
      "cannot read ~/folder: it is a folder"),
    HostileLine(
      "a file for a class", "class report ~/file", "cannot list ~/file: it is not a folder"),
    HostileLine("no class", "class report ~/none", "cannot list ~/none: no such folder"),
    HostileLine(
      "zeros without end", "data load /dev/zero",
      "cannot read /dev/zero: it is a device, not a file"),
    HostileLine("nothing", "source /dev/null", "cannot read /dev/null: it is a device, not a file"),
    HostileLine(
      "a full disk", "model load /dev/full", "cannot read /dev/full: it is a device, not a file"),
    HostileLine(
      "a device to write to", "model save lstm /dev/full",
      "cannot write /dev/full: it is a device or a pipe, not a file"),
    HostileLine(
      "a folder to write to", "model save lstm ~/folder", "cannot write ~/folder: it is a folder"),
    HostileLine(
      "no folder to write in", "model save lstm ~/none/x",
      "cannot write ~/none/x: its folder does not exist"),
    HostileLine(
      "links in a circle", "data load ~/loop", "cannot read ~/loop: its symbolic links lead nowhere"
    ),
    HostileLine("a link to nowhere", "data load ~/nowhere", "cannot read ~/nowhere: no such file"),
    HostileLine(
      "a file for a folder", "data load ~/file/x",
      "cannot read ~/file/x: part of its path is not a folder"),
    HostileLine(
      "a name of 300 letters", "source \(String(repeating: "n", count: 300))",
      "cannot read nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn...nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn: its name is too long"
    ),
    HostileLine("no name", #"data load """#, "cannot read '': no such file"),
    HostileLine(
      "a NUL in a name", "data load 'a\0b'", "cannot read a\\u{0}b: a file name cannot hold a NUL"),
    HostileLine(
      "an override of direction in a name", "data load ~/bidi\u{202E}.csv",
      "bidi\\u{202e}.csv: line 2, column Date: \"x\" is not a date; expected one such as 2006-01-03, or date=none to read the file without dates"
    ),
    HostileLine(
      "a newline in a name", #"data load "~/newline\n.csv""#,
      "newline .csv: line 2, column Date: \"x\" is not a date; expected one such as 2006-01-03, or "
        + "date=none to read the file without dates"),
    HostileLine(
      "an escape in a name", "data load '~/escape\u{1B}]0;x\u{7}.csv'",
      "escape\\e]0;x\\x07.csv: line 2, column Date: \"x\" is not a date; expected one such as "
        + "2006-01-03, or date=none to read the file without dates"),
    HostileLine(
      "a lesson by a path", "lesson ../../etc/passwd",
      "there is no lesson \"../../etc/passwd\"; lessons lists them"),
    HostileLine(
      "a CSV of more than a gigabyte", "data load ~/large.csv",
      "cannot read ~/large.csv: it holds more than 1 GB"),
    HostileLine(
      "weights of more than 256 MB", "model load ~/large.safetensors",
      "cannot read ~/large.safetensors: it holds more than 256 MB"),
    HostileLine(
      "a script of more than 16 MB", "source ~/large.gate",
      "cannot read ~/large.gate: it holds more than 16 MB"),
    HostileLine(
      "a lesson of more than a megabyte", "lesson ~/large.md",
      "cannot read ~/large.md: it holds more than 1 MB"),
    HostileLine(
      "progress of more than 8 MB", "progress import ~/large.txt",
      "cannot read ~/large.txt: it holds more than 8 MB"),
  ]

  @Test(arguments: [
    "data load ~/f.csv", "model load ~/f.csv", "source ~/f.csv", "lesson ~/f.md",
    "progress import ~/f.csv",
  ])
  func aFileThatMayNotBeReadIsNamed(line: String) throws {
    let shell = try ShellHarness(refusing: { $0 == .open ? EACCES : nil })
    _ = try (shell.home.make("f.csv"), shell.home.make("f.md"))
    let name = try #require(line.split(separator: "/").last)
    try shell.expectRefusal(of: line, with: "cannot read ~/\(name): no permission")
  }

  @Test func ofTwoFilesThatDifferInCaseTheNamedOneIsRead() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("P.csv", "High\n1\n2\n3\n")
    _ = try shell.home.make("p.csv", "High\n1\n2\n3\n4\n")
    let isCaseSensitive = try shell.home.names().count == 2
    #expect(try shell.report("data load ~/P.csv").values["rows"] == (isCaseSensitive ? 3 : 4))
    #expect(try shell.report("data load ~/p.csv").values["rows"] == 4)
  }

  // MARK: Pipes that never answer

  @Test func aPipeAmongLessonsIsNamedAndNotWaitedFor() throws {
    let shell = try ShellHarness(.text, .init(width: 1000), lessons: ["broken": ""])
    try #require(mkfifo(shell.home("lessons/pipe.md"), 0o600) == 0)
    #expect(
      try shell.text("lessons").contains("lessons/pipe.md: it is a pipe, not a file"))
    try shell.expectRefusal(
      of: "lesson ~/lessons/pipe.md",
      with: "cannot read ~/lessons/pipe.md: it is a pipe, not a file")
  }

  @Test func aPipeInAClassIsNamedAndNotWaitedFor() throws {
    let shell = try ShellHarness()
    _ = try shell.home.makeFolder("class")
    try #require(mkfifo(shell.home("class/anna7.txt"), 0o600) == 0)
    #expect(
      try shell.text("class report ~/class").contains(
        "anna7.txt is left out: cannot read anna7.txt: it is a pipe, not a file."))
  }

  @Test(arguments: ["progress", "lessons", "enrol anna7"])
  func aPipeForTheProgressIsNamedAndNotWaitedFor(line: String) throws {
    let shell = try ShellHarness()
    let folder = try shell.home.makeFolder(".local/state/gatehouse")
    try #require(mkfifo(folder + "/progress", 0o600) == 0)
    let complaint = shell.run(line).complaints
    #expect(complaint.contains("a pipe, not a file"), "\(complaint)")
  }
}
