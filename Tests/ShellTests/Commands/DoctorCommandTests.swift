import Foundation
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

  /// What is said of a folder under these settings.
  private func finding(
    _ name: String, _ environment: [String: String], _ files: Files = Files()
  ) throws -> Finding {
    let context = CommandContext(
      files: files, places: Places(environment: environment, executable: nil),
      capabilities: .plain)
    return try #require(FilesCheckup(context).findings.first { $0.name == name })
  }

  @Test func withoutAHomeNothingIsKeptAndNoSettingsAreRead() throws {
    let state = try finding("state", [:])
    #expect(state.values["state"] == .null)
    #expect(
      state.advice == "history and progress are not kept; set HOME or GATEHOUSE_STATE")
    let config = try finding("config", [:])
    #expect(config.values["config"] == .null && config.advice == nil)
  }

  @Test func aStateFolderThatCannotBeWrittenIsToldWithTheWayOut() throws {
    let readOnly = Refusals.files(refusing: .status, with: EACCES)
    let state = try finding("state", ["GATEHOUSE_STATE": "/kept"], readOnly)
    #expect(state.values["state.writable"] == false)
    #expect(state.advice?.contains("chmod u+rwx it") == true)
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
