import Lessons
import Testing

/// Bad progress files, and what `progress import` says of each.
struct HostileProgressTests {
  @Test(arguments: files)
  func isRefusedInASentence(_ file: HostileFile) throws {
    let shell = try ShellHarness()
    try shell.text("enrol anna7")
    for line in ["lesson welcome", "leave"] { try shell.text(line) }
    let before = shell.home.text(".local/state/gatehouse/progress")
    try shell.expectRefusal(of: file, as: "f.txt")
    #expect(shell.home.text(".local/state/gatehouse/progress") == before)
  }

  private static func file(_ what: String, _ text: String, _ message: String) -> HostileFile {
    file(what, Array(text.utf8), message)
  }

  private static func file(_ what: String, _ bytes: [UInt8], _ message: String) -> HostileFile {
    HostileFile(what, bytes, "progress import ~/f", "~/f.txt: " + message)
  }

  /// What a student of this id has exported.
  private static func work(of id: String) -> String {
    Progress(student: Student(id: id)).text
  }

  private static let head = "gatehouse progress 1\nstudent id=anna7\n"

  static let files: [HostileFile] = [
    file("empty", "", "the file is empty"),
    file("a byte order mark alone", "\u{FEFF}", "the file is empty"),
    file(
      "another file", "Date,High\n2006-01-03,1\n",
      "line 1: this is no progress of Gatehouse: it does not begin with gatehouse progress 1"),
    file(
      "a program", [0x7F] + Array("ELF\u{2}\u{1}\u{1}\0\n".utf8),
      "line 1: this is no progress of Gatehouse: it does not begin with gatehouse progress 1"),
    file(
      "UTF-16", utf16(work(of: "anna7")),
      "line 1: this is no progress of Gatehouse: it does not begin with gatehouse progress 1"),
    file(
      "a format to come", "gatehouse progress 2\nwhatever\n",
      "line 1: this progress is of format 2, and this Gatehouse knows format 1: a newer one wrote it"
    ),
    file(
      "a format beyond Int", "gatehouse progress 99999999999999999999\n",
      "line 1: this is no progress of Gatehouse: it does not begin with gatehouse progress 1"),
    file("cut in its first line", "gatehouse prog", "the file is cut short in its first line"),
    file(
      "cut behind its first line", "gatehouse progress 1\n",
      "line 1: the file is cut short: its last line, which begins with end, is missing"),
    file(
      "cut before its last line", head,
      "line 2: the file is cut short: its last line, which begins with end, is missing"),
    file(
      "changed by hand", work(of: "anna7").replacing("anna7", with: "ben3"),
      "line 3: the lines above are not those that were written: some are missing or changed"),
    file(
      "twice", work(of: "anna7") + work(of: "anna7"),
      "line 4: there is more text after the last line"),
    file(
      "a raw escape", "gatehouse progress 1\nstudent id=\"\u{1B}]0;x\u{7}\"\nend 3 0\n",
      "line 2: the line is not as it is written"),
    file(
      "a half escape", "gatehouse progress 1\nstudent id=\"\\u{d800}\"\nend 3 0\n",
      "line 2: the line is not as it is written"),
    file(
      "a count beyond Int", head + "lesson e fingerprint=a visited=99999999999999999999\nend 4 0\n",
      "line 3: the line is not as it is written"),
    file(
      "bytes that are not UTF-8",
      Array("gatehouse progress 1\nstudent id=\"".utf8) + [0xFF, 0x22, 0x0A],
      "line 2: the file is cut short: its last line, which begins with end, is missing"),
    file(
      "200,001 lines", "gatehouse progress 1\n" + String(repeating: "\n", count: 200_001) + "x",
      "the file has more than 200000 lines, which no progress has"),
    HostileFile(
      "somebody else's", work(of: "ben3"), "progress import ~/f",
      "this is the progress of ben3, and you are anna7; enrol as the same student first"),
    file(
      "a name that steers terminals", work(of: "\u{1B}[2J\u{202E}x\ny"),
      "the student's id is one that nobody enrols with; it has 1 to 64 letters, digits or . _ - @ +"
    ),
  ]
}
