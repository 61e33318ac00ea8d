import Testing

@testable import Lessons

@Suite("A roster")
struct RosterTests {
  private func entries(_ text: String) -> [String] {
    Roster(parsing: Array(text.utf8)).entries.map { "\($0.id)|\($0.name ?? "-")" }
  }

  @Test func holdsIDsAndNames() {
    #expect(entries("s1\ns2,Ada Lovelace\n") == ["s1|-", "s2|Ada Lovelace"])
  }

  @Test(arguments: [
    "\u{feff}id,name\r\ns1,Ada\r\n\r\ns2,Ben\r\n", "ID;Name\ns1;Ada\ns2;Ben;x",
    "\"s1\",\"Ada\"\n\"s2\" , Ben", "s1\tAda\ns2\tBen\ns1\tagain", "s1,Ada\n,nobody\ns2,Ben",
  ])
  func isTakenAsPlatformsExportIt(text: String) {
    #expect(entries(text) == ["s1|Ada", "s2|Ben"])
  }

  @Test func keepsWhatStandsInQuotesTogether() {
    #expect(entries("s1,\"Lovelace, Ada\"") == ["s1|Lovelace, Ada"])
  }

  @Test func anyBytesWillDo() {
    #expect(entries("") == [])
    #expect(Roster(parsing: [0xff, 0xfe, 0, 0x0a, 0x22]).entries.count == 1)
  }
}
