import Foundation
import Testing

@testable import Shell

struct FilesReadingTests {
  let files = Files()

  @Test func aFileIsReadByteByByte() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Data(bytes).write(to: URL(fileURLWithPath: folder("a")))
    #expect(try files.read(folder("a"), limit: 200_000) == bytes)
    #expect(try files.read(folder.make("empty"), limit: 0) == [])
  }

  @Test func aFileOverTheLimitIsRefusedBeforeItIsRead() throws {
    let folder = try TemporaryFolder()
    let path = try folder.make("a", "12345")
    let refusals = Refusals()
    let error = #expect(throws: FileError.self) {
      try refusals.files().read(path, limit: 4)
    }
    #expect(error?.description == "cannot read \(path): it holds more than 4 bytes")
    #expect(!refusals.calls.contains(.read))
    #expect(throws: FileError.self) { try files.read(path, limit: -1) }
  }

  @Test func aFileThatSaysItsSizeIsZeroIsReadToItsEnd() throws {
    guard files.exists("/proc/self/stat") else { return }
    #expect(try !files.read("/proc/self/stat", limit: 10_000).isEmpty)
    #expect(throws: FileError.self) { try files.read("/proc/self/stat", limit: 10) }
  }

  @Test(arguments: [3, 100_000]) func aPipeIsReadToItsEnd(count: Int) throws {
    let pipe = Pipe()
    let sent = Data(repeating: 7, count: count)
    // More than a pipe holds has to be written while it is read.
    let writer = Thread {
      try? pipe.fileHandleForWriting.write(contentsOf: sent)
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    #expect(try files.read(path, limit: 100_000) == [UInt8](sent))
  }

  @Test func aPipeOverTheLimitIsRefused() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("12345".utf8))
    try pipe.fileHandleForWriting.close()
    let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    let error = #expect(throws: FileError.self) { try files.read(path, limit: 4) }
    #expect(error?.why == "it holds more than 4 bytes")
  }

  @Test func whatIsNoFileIsRefusedWithASentence() throws {
    let folder = try TemporaryFolder()
    func why(_ path: String) -> String? {
      #expect(throws: FileError.self) { try files.read(path, limit: 10) }?.why
    }
    #expect(why(folder.path) == "it is a folder")
    #expect(why("/dev/zero") == "it is a device, not a file")
    #expect(why(folder("missing")) == "no such file")
    #expect(why("") == "no such file")
    #expect(why(try folder.make("a") + "/b") == "part of its path is not a folder")
    #expect(why(try folder.makeLink("loop", to: "loop")) == "its symbolic links lead nowhere")
    #expect(why(String(repeating: "n", count: 300)) == "its name is too long")
  }

  @Test func aNULInThePathNeverCutsItShort() throws {
    let folder = try TemporaryFolder()
    let path = try folder.make("a", "secret")
    let error = #expect(throws: FileError.self) { try files.read(path + "\0.gate", limit: 10) }
    #expect(
      error?.description == "cannot read \(path)\\u{0}.gate: a file name cannot hold a NUL")
  }

  @Test func aRefusalOfTheSystemIsReported() throws {
    let folder = try TemporaryFolder()
    let path = try folder.make("a", "text")
    let locked = Refusals.files(refusing: .open, with: EACCES)
    let error = #expect(throws: FileError.self) { try locked.read(path, limit: 10) }
    #expect(error?.description == "cannot read \(path): no permission")
    #expect(error?.code == EACCES)
  }

  @Test func ctrlCEndsTheWaitForAPipe() throws {
    let folder = try TemporaryFolder()
    let path = try folder.make("a", "text")
    let interrupted = Refusals.files(refusing: .read, with: EINTR)
    let error = #expect(throws: FileError.self) { try interrupted.read(path, limit: 10) }
    #expect(error?.why == "interrupted")
  }

  // MARK: Confinement

  @Test func readingInsideAFolderTakesRelativePathsFromIt() throws {
    let folder = try TemporaryFolder()
    _ = try folder.makeFolder("lessons/img")
    _ = try folder.make("lessons/img/a", "picture")
    let text = try files.read("img/../img/a", inside: folder("lessons"), limit: 100)
    #expect(text == Array("picture".utf8))
  }

  @Test(arguments: ["../secret", "link", "folder/secret", "/etc/passwd", "."])
  func readingInsideAFolderNeverLeavesIt(path: String) throws {
    let folder = try TemporaryFolder()
    let lessons = try folder.makeFolder("lessons")
    _ = try folder.make("secret", "secret")
    _ = try folder.makeLink("lessons/link", to: "../secret")
    _ = try folder.makeLink("lessons/folder", to: folder.path)
    let error = #expect(throws: FileError.self) {
      try files.read(path, inside: lessons, limit: 10_000)
    }
    #expect(error?.why == "it lies outside the folder it may be read from")
  }

  @Test func insideIsDecidedByTheRealPath() throws {
    let folder = try TemporaryFolder()
    let lessons = try folder.makeFolder("lessons")
    _ = try folder.makeFolder("lessons-of-another")
    _ = try folder.make("lessons/a")
    let door = try folder.makeLink("door", to: "lessons")
    let exit = try folder.makeLink("lessons/exit", to: "..")
    let nowhere = try folder.makeLink("lessons/nowhere", to: "../new")

    #expect(files.isInside(lessons + "/a", folder: lessons))
    #expect(files.isInside(door + "/a", folder: lessons))
    #expect(files.isInside(lessons + "/a", folder: door))
    #expect(files.isInside(lessons + "/new", folder: lessons))
    #expect(files.isInside(lessons, folder: "/"))
    #expect(!files.isInside(lessons, folder: lessons))
    #expect(!files.isInside(exit + "/new", folder: lessons))
    #expect(!files.isInside(nowhere, folder: lessons))
    #expect(!files.isInside(lessons + "/missing/../../new", folder: lessons))
    #expect(!files.isInside(folder("lessons-of-another"), folder: lessons))
    #expect(!files.isInside(lessons + "/a", folder: folder("missing")))
  }
}
