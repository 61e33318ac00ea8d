import Foundation
import Lessons
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

/// Progress files from somebody unknown can neither lead the report of a class elsewhere nor put formulas
/// into its tables.
@Suite("A stranger's progress")
struct StrangersProgressTests {
  private static func work(of id: String, class code: String = "RNN24") -> String {
    Progress(student: Student(id: id, classCode: code)).text
  }

  @Test func isReadFromTheFolderAloneAndWritesWhatWasAskedFor() throws {
    let shell = try ShellHarness(.text, .init(width: 200))
    let home = shell.home
    _ = try home.makeFolder("class/inner")
    _ = try home.make("outside.txt", Self.work(of: "outsider"))
    _ = try home.make("class/inner/anna7.txt", Self.work(of: "insider"))
    _ = try home.make("class/..txt", Self.work(of: "../../../etc/x"))
    _ = try home.make("class/absolute.txt", Self.work(of: "/etc/x"))
    _ = try home.make("class/nul.txt", Self.work(of: "x\0y"))
    _ = try home.make("class/-rf\u{1B}[2J\u{202E}\n.txt", Self.work(of: "ben3"))
    _ = try home.makeLink("class/link.txt", to: "../outside.txt")
    _ = try home.makeLink("class/passwd.txt", to: "/etc/passwd")
    _ = try home.makeLink("class/zero.txt", to: "/dev/zero")
    _ = try home.makeLink("class/loop.txt", to: "loop.txt")
    let before = try FileManager.default.subpathsOfDirectory(atPath: home.path)
    let outcome = shell.run("class report ~/class table=~/t.csv grades=~/g.csv")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let after = try FileManager.default.subpathsOfDirectory(atPath: home.path)
    #expect(Set(after).subtracting(before) == ["t.csv", "g.csv"])
    let tables = try #require(home.text("t.csv")) + #require(home.text("g.csv"))
    for foreign in ["outsider", "insider", "root:"] {
      #expect(!(outcome.answers + tables).contains(foreign))
    }
    for file in ["link.txt", "passwd.txt", "zero.txt"] {
      #expect(
        outcome.answers.contains(
          "\(file) is left out: cannot read \(file): it lies outside the folder it may be read from."
        ))
    }
    #expect(outcome.answers.contains("ben3"))
    try shell.expectHarmless(outcome)
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "−1",
  ])
  func putsNoFormulaIntoATable(text: String) throws {
    let shell = try ShellHarness()
    _ = try shell.home.makeFolder("class")
    _ = try shell.home.make("class/a.txt", Self.work(of: text, class: text))
    _ = try shell.home.make("class/b.txt", Self.work(of: "ben3"))
    _ = try shell.home.make("ids.txt", "ben3,\"\(text)\"\n\(text)\n")
    _ = try shell.text("class report ~/class roster=~/ids.txt table=~/t.csv grades=~/g.csv")
    let outcome = shell.run("export ~/answer.csv block=students")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    for file in ["t.csv", "g.csv", "answer.csv"] {
      let table = try #require(shell.home.text(file))
      let cells = table.split { $0 == "," || $0 == "\n" }.map { $0.drop { $0 == "\"" } }
      let formulas = cells.filter { cell in
        cell.unicodeScalars.first.map { "=+-@\t\r＝＋－＠−".unicodeScalars.contains($0) } ?? false
      }
      #expect(cells.contains("ben3\"") && formulas.isEmpty, "\(table)")
    }
  }
}
