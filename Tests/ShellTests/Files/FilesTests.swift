import Foundation
import Testing

@testable import Shell

struct FilesTests {
  let files = Files()

  @Test func whatIsThereIsToldApart() throws {
    let folder = try TemporaryFolder()
    let file = try folder.make("a")
    let link = try folder.makeLink("link", to: folder.path)
    let nowhere = try folder.makeLink("nowhere", to: "missing")
    #expect(files.exists(file) && files.exists(folder.path) && files.exists(link))
    #expect(!files.exists(nowhere) && !files.exists(folder("missing")) && !files.exists(""))
    #expect(files.isFolder(folder.path) && files.isFolder(link))
    #expect(!files.isFolder(file) && !files.isFolder(nowhere))
    #expect(files.isRegularFile(file))
    #expect(!files.isRegularFile(link) && !files.isRegularFile("/dev/null"))
  }

  @Test func aFolderIsListedInOrder() throws {
    let folder = try TemporaryFolder()
    for name in ["rnn.md", "ewma.md", ".hidden", "LSTM.md"] { _ = try folder.make(name) }
    #expect(try files.list(folder.path) == [".hidden", "LSTM.md", "ewma.md", "rnn.md"])
  }

  @Test func aListIsBounded() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] { _ = try folder.make(name) }
    #expect(try files.list(folder.path, limit: 3).count == 3)
    let error = #expect(throws: FileError.self) { try files.list(folder.path, limit: 2) }
    #expect(error?.description == "cannot list \(folder.path): it holds more than 2 files")
  }

  @Test func whatIsNoFolderIsNotListed() throws {
    let folder = try TemporaryFolder()
    func why(_ path: String) -> String? {
      #expect(throws: FileError.self) { try files.list(path) }?.why
    }
    #expect(why(folder("missing")) == "no such folder")
    #expect(why(try folder.make("a")) == "it is not a folder")
  }

  @Test func foldersAreMadeWithThoseAboveThem() throws {
    let folder = try TemporaryFolder()
    try files.makeFolder(folder("a/b/c"))
    try files.makeFolder(folder("a/b/c/"))
    #expect(files.isFolder(folder("a/b/c")))
    #expect(try folder.permissions("a") == 0o700)

    _ = try folder.make("file")
    let error = #expect(throws: FileError.self) { try files.makeFolder(folder("file/x")) }
    #expect(error?.why == "part of its path is not a folder")
    #expect(throws: FileError.self) { try files.makeFolder(folder("file")) }
  }

  @Test func aPathOfManyFoldersIsAnErrorNotACrash() {
    let deep = String(repeating: "a/", count: 20_000)
    #expect(throws: FileError.self) { try files.makeFolder(deep) }
    #expect(throws: FileError.self) { try files.append("x", to: deep + "x") }
  }

  @Test func aFileIsRemovedAFolderNot() throws {
    let folder = try TemporaryFolder()
    let inner = try folder.makeFolder("inner")
    try files.remove(folder.make("a"))
    try files.remove(folder("a"))
    #expect(throws: FileError.self) { try files.remove(inner) }
    #expect(try folder.names() == ["inner"])
  }

  @Test func ofALinkOnlyTheLinkIsRemoved() throws {
    let folder = try TemporaryFolder()
    _ = try folder.make("a", "kept")
    try files.remove(folder.makeLink("link", to: "a"))
    #expect(try folder.names() == ["a"])
  }

  @Test func aTildeStandsForTheHomeFolder() {
    #expect(Files.expandTilde("~", home: "/home/ada") == "/home/ada")
    #expect(Files.expandTilde("~/a.csv", home: "/home/ada") == "/home/ada/a.csv")
    #expect(Files.expandTilde("~ada/a.csv", home: "/home/ada") == "~ada/a.csv")
    #expect(Files.expandTilde("a~/b", home: "/home/ada") == "a~/b")
    #expect(Files.expandTilde("~/a.csv", home: nil) == "~/a.csv")
  }
}
