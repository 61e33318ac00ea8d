import Foundation
import Testing

@testable import Shell

struct FilesWritingTests {
  let files = Files()
  let old = Array("old".utf8)
  let new = Array("the new text".utf8)

  @Test func aNewFileHoldsTheBytesAndNothingElseIsLeft() throws {
    let folder = try TemporaryFolder()
    try files.write(new, to: folder("a"), overwrite: false)
    #expect(folder.text("a") == "the new text")
    #expect(try folder.names() == ["a"])
    #expect(try folder.permissions("a").map { $0 & ~0o044 } == 0o600)
  }

  @Test func aFileIsReplacedOnlyWhenThatIsSaid() throws {
    let folder = try TemporaryFolder()
    let path = try folder.make("a", "old")
    let error = #expect(throws: FileError.self) {
      try files.write(new, to: path, overwrite: false)
    }
    #expect(
      error?.description
        == "cannot write \(path): it exists already; overwrite=yes replaces it")
    #expect(folder.text("a") == "old")

    try files.write(new, to: path, overwrite: true)
    #expect(folder.text("a") == "the new text")
    #expect(try folder.names() == ["a"])
  }

  @Test func aFileThatAppearsMeanwhileIsNotReplaced() throws {
    let folder = try TemporaryFolder()
    let path = folder("a")
    let raced = Files(
      system: FileSystem { call, _ in
        if call == .link { _ = try? folder.make("a", "of another") }
        return nil
      })
    let error = #expect(throws: FileError.self) {
      try raced.write(new, to: path, overwrite: false)
    }
    #expect(error?.code == EEXIST)
    #expect(folder.text("a") == "of another")
    #expect(try folder.names() == ["a"])
  }

  @Test func aDiskWithoutLinksGetsARename() throws {
    let folder = try TemporaryFolder()
    let stick = Refusals.files(refusing: .link, with: EPERM)
    try stick.write(new, to: folder("a"), overwrite: false)
    #expect(folder.text("a") == "the new text")
    #expect(try folder.names() == ["a"])
  }

  @Test func aReplacedFileKeepsItsPermissions() throws {
    let folder = try TemporaryFolder()
    let path = try folder.make("a", "old")
    try folder.setPermissions(0o640, "a")
    try files.write(new, to: path, overwrite: true)
    #expect(try folder.permissions("a") == 0o640)
  }

  @Test func aFileMarkedReadOnlyIsNotReplaced() throws {
    let folder = try TemporaryFolder()
    let path = try folder.make("a", "old")
    try folder.setPermissions(0o444, "a")
    let error = #expect(throws: FileError.self) {
      try files.write(new, to: path, overwrite: true)
    }
    #expect(error?.why == "the file is marked read-only")
    #expect(folder.text("a") == "old")
  }

  @Test func ofALinkTheFileItLeadsToIsWritten() throws {
    let folder = try TemporaryFolder()
    _ = try folder.makeFolder("far")
    _ = try folder.make("far/a", "old")
    _ = try folder.makeLink("far/link", to: "a")
    let link = try folder.makeLink("link", to: "far/link")
    try files.write(new, to: link, overwrite: true)
    #expect(folder.text("far/a") == "the new text")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "far/link")
  }

  @Test func aLinkToANameThatIsNoTextIsNotFollowed() throws {
    let folder = try TemporaryFolder()
    // Some systems keep no such name.
    guard symlink([0x66, -1, 0], folder("link")) == 0 else { return }
    let error = #expect(throws: FileError.self) {
      try files.write([1], to: folder("link"), overwrite: true)
    }
    #expect(error?.code == EILSEQ)
    #expect(try folder.names() == ["link"])
  }

  @Test func aLinkThatLeadsNowhereMakesItsFile() throws {
    let folder = try TemporaryFolder()
    let link = try folder.makeLink("link", to: "a")
    try files.write(new, to: link, overwrite: false)
    #expect(folder.text("a") == "the new text")
    #expect(try folder.names() == ["a", "link"])
  }

  @Test func whatIsNoFileIsRefusedWithASentence() throws {
    let folder = try TemporaryFolder()
    _ = try folder.make("a", "old")
    func why(_ path: String) -> String? {
      #expect(throws: FileError.self) { try files.write(new, to: path, overwrite: true) }?.why
    }
    #expect(why(folder.path) == "it is a folder")
    #expect(why(folder("new/")) == "it names a folder")
    #expect(why("") == "it names a folder")
    #expect(why("/dev/null") == "it is a device or a pipe, not a file")
    #expect(why(folder("missing/a")) == "its folder does not exist")
    #expect(why(folder("a/b")) == "part of its path is not a folder")
    #expect(why(try folder.makeLink("loop", to: "loop")) == "its symbolic links lead nowhere")
    #expect(why(folder("a\0b")) == "a file name cannot hold a NUL")
    #expect(try folder.names() == ["a", "loop"])
  }

  @Test func aFullDiskIsNamedAndLeavesTheOldFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.make("a", "old")
    let full = Refusals.files(refusing: .write, with: ENOSPC)
    let error = #expect(throws: FileError.self) {
      try full.write(new, to: path, overwrite: true)
    }
    #expect(
      error?.description
        == "cannot write \(path): the disk is full; free some space and try again")
    #expect(folder.text("a") == "old")
    #expect(try folder.names() == ["a"])
  }

  @Test func aReadOnlyFolderIsNamed() throws {
    let folder = try TemporaryFolder()
    let locked = Refusals.files(refusing: .open, with: EROFS)
    let error = #expect(throws: FileError.self) {
      try locked.write(new, to: folder("a"), overwrite: false)
    }
    #expect(error?.description == "cannot write \(folder("a")): the disk is read-only")
  }

  @Test func aCallCutShortByASignalIsMadeAgain() throws {
    let folder = try TemporaryFolder()
    let whole = Refusals()
    try whole.files().write(new, to: folder("a"), overwrite: true)
    for (n, call) in whole.calls.enumerated() where call != .open {
      try Refusals().files(failing: n, with: EINTR)
        .write(new, to: folder("b"), overwrite: true)
      #expect(folder.text("b") == "the new text")
    }
  }

  @Test(arguments: [false, true])
  func whicheverCallFailsTheOldOrTheNewFileIsThereWhole(overwrite: Bool) throws {
    let folder = try TemporaryFolder()
    // More than one `write`, so that a file may be cut in its midst.
    let long = [UInt8](repeating: 7, count: 2_500_000)
    let whole = Refusals()
    try whole.files().write(long, to: folder("counted"), overwrite: overwrite)
    #expect(whole.calls.filter { $0 == .write }.count == 3)
    try files.remove(folder("counted"))

    for n in whole.calls.indices {
      let before: [UInt8]? = overwrite ? old : nil
      if overwrite { _ = try folder.make("a", "old") }
      let refusals = Refusals()
      let failing = refusals.files(failing: n, with: EIO)
      let succeeded = (try? failing.write(long, to: folder("a"), overwrite: overwrite)) != nil
      let after = try? files.read(folder("a"), limit: long.count)
      let failed = refusals.calls[n]
      #expect(after == (succeeded ? long : before), "\(failed) as call \(n)")
      if failed != .remove {
        #expect(try folder.names() == (after == nil ? [] : ["a"]), "\(failed) as call \(n)")
      }
      for name in try folder.names() { try files.remove(folder(name)) }
    }
  }
}
