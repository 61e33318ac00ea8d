import Reports
import Testing

@testable import Shell

struct DoctorCommandTests {
  @Test func whatIsWellFitsOneScreenAndGivesNoAdvice() throws {
    let shell = try ShellHarness()
    let lines = try shell.text("doctor").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24 && lines.allSatisfy { $0.count <= 80 })
    #expect(lines.first == "All is well")
    let json = try shell.json("doctor --json")
    #expect(json.value("problems") == 0 && json.value("libedit") != .null)
    #expect(json.value("lessons.found") == 12 && json.value("init") == false)
    #expect(json.block("checks").columns == ["check", "state", "found"])
    #expect(json.block("checks").column("state").allSatisfy { $0 == .text("ok") })
  }

  @Test func aTerminalThatShowsLittleIsToldWhatToDo() throws {
    let poor = TerminalCapabilities(width: 60, height: 20, unicode: false, isTerminal: true)
    let shell = try ShellHarness(.text, poor)
    let text = try shell.text("doctor")
    #expect(text.hasPrefix("3 things to look at\n"))
    for advice in ["80 columns wide", "set color=always", "LC_ALL=C.UTF-8"] {
      #expect(text.contains(advice))
    }
  }

  @Test func filesThatCannotBeReadAreNamed() throws {
    let shell = try ShellHarness(refusing: { $0 == .open ? 13 : nil })
    let text = try shell.text("doctor")
    #expect(text.contains("3 things to look at"))
    #expect(text.contains("ko-high.csv") && text.contains("GATEHOUSE_HOME"))
  }

  @Test func aFolderCanBeWrittenWhereOneAboveItCan() throws {
    let home = try TemporaryFolder()
    let file = try home.make("file", "")
    let files = Files()
    #expect(files.isWritable(folder: home.path) && files.isWritable(folder: home.path + "/a/b"))
    #expect(
      !files.isWritable(folder: home.path + "/file") && !files.isWritable(folder: file + "/a"))
    let refusing = Files(system: FileSystem { call, _ in call == .status ? 13 : nil })
    #expect(!refusing.isWritable(folder: home.path))
  }
}
