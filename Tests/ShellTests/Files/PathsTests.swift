import Testing

@testable import Shell

struct PathsTests {
  @Test(arguments: [
    ("a", "."), ("a/b", "a"), ("/a", "/"), ("/a/b", "/a"), ("a/b/", "a"), ("a//b", "a"), ("/", "/"),
    ("//", "/"), ("", "."), ("a/\u{301}b", "a"),
  ])
  func theFolderOfAPath(path: String, folder: String) {
    #expect(Paths.folder(of: path) == folder)
  }

  @Test(arguments: [("a", "a"), ("a/b", "b"), ("a/", ""), ("a/\u{301}b", "\u{301}b")])
  func theNameOfAPath(path: String, name: String) {
    #expect(Paths.name(of: path) == name)
  }

  @Test func aNameIsJoinedToItsFolder() {
    #expect(Paths.join("a", "b") == "a/b")
    #expect(Paths.join("/", "b") == "/b")
    #expect(Paths.join("a", "/b") == "/b")
  }
}
