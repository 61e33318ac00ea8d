import Reports
import Testing

@testable import Shell

struct SetCommandTests {
  @Test func everySettingIsShown() throws {
    let shell = try ShellHarness()
    let json = try shell.json("set --json")
    let keys = SetCommand().forms.flatMap { $0.keys.map(\.name) }
    #expect(json["values"].names == Set(keys))
    #expect(json.block("settings").column("setting") == keys.map { .text($0) })
    #expect(json.value("t") == 42 && json.value("seed") == 1 && json.value("pager") == "on")
  }

  @Test(arguments: [
    ("t=2008-10-10", "t", Value.integer(698)), ("t=-1", "t", 3019), ("seed=7", "seed", 7),
    ("target=change", "target", "change"), ("canvas=braille", "canvas", "braille"),
    ("color=never", "color", "never"),
    ("width=40", "width", 40), ("digits=6", "digits", 6), ("pager=off", "pager", "off"),
    ("threads=1", "threads", 1), ("threads=auto", "threads", "auto"),
  ])
  func aSettingIsKept(key: String, name: String, value: Value) throws {
    let shell = try ShellHarness()
    _ = try shell.text("set \(key)")
    #expect(try shell.report("set").values[name] == value)
    #expect(try shell.report("set").values.names == ShellHarness().report("set").values.names)
  }

  @Test func theDayThatIsSetIsTheDefaultOfAllCommands() throws {
    let shell = try ShellHarness()
    _ = try shell.text("set t=694")
    for line in ["gates lstm", "predict gru", "data show", "data window"] {
      #expect(try shell.report(line).values["t"] == 694, "\(line)")
    }
    _ = try shell.text("set t=3")
    #expect(try shell.complaint("gates lstm").hasPrefix("t=3 has no whole window"))
    #expect(try shell.report("gates lstm mode=carry").values["t"] == 3)
  }

  @Test(arguments: [
    ("set t=33..42", "t= is set to one row"), ("set t=all", "t= is set to one row"),
    ("set width=19", "width=19: expected a whole number from 20 to 1000"),
    ("set digits=0", "digits=0: expected"),
    ("set pager=maybe", "pager=maybe: expected one of on, off"),
    ("set seed=-1", "seed=-1: expected"),
    ("set threads=0", "threads=0: expected a whole number from 1 to 1024, or auto"),
    ("set 42", "\"42\" stands alone; if it is a day, write t=42"),
    ("set t", "t is a key: write t=VALUE"),
  ])
  func mistakesAreSaid(line: String, beginning: String) throws {
    let message = try ShellHarness().message(line)
    #expect(message.hasPrefix(beginning), "\(message)")
  }
}
