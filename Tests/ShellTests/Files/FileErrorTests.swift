import Foundation
import Testing

@testable import Shell

struct FileErrorTests {
  @Test func controlCharactersOfAPathAreShownAsEscapes() throws {
    let error = #expect(throws: FileError.self) {
      try Files().read("no\u{1B}[2J\n\u{202E}é", limit: 1)
    }
    #expect(error?.description == "cannot read no\\u{1b}[2J\\u{a}\\u{202e}é: no such file")
    #expect(error?.path == "no\u{1B}[2J\n\u{202E}é")
  }

  @Test func theMidstOfAVeryLongPathIsLeftOut() {
    let path = String(repeating: "a", count: 5_000) + String(repeating: "z", count: 5_000)
    let error = FileError(.read, path, FileFault(code: ENAMETOOLONG))
    let shown = String(repeating: "a", count: 100) + "..." + String(repeating: "z", count: 100)
    #expect(error.description == "cannot read \(shown): its name is too long")
  }

  @Test func anUnusualReasonIsTheSystems() {
    let error = FileError(.write, "a", FileFault(code: ENETDOWN))
    #expect(error.description == "cannot write a: \(String(cString: strerror(ENETDOWN)))")
  }
}
