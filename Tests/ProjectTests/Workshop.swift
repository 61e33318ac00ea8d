import Foundation
import Testing

/// A temporary folder with programs of our own, the only ones that a command run in it finds.
final class Workshop: Sendable {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  let folder: URL

  /// The folder has a blank in its name, since that of a student may have one.
  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gatehouse-\(UUID().uuidString)")
      .appendingPathComponent("work shop")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("bin"), withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder.deletingLastPathComponent())
  }

  // MARK: Programs

  /// Makes a program that writes its name and arguments to the log and then runs the script.
  func addProgram(_ name: String, _ script: String = "") throws {
    let text = "#!/bin/sh\necho \"${0##*/} $*\" >>\"$WORKSHOP/log\"\n\(script)\n"
    try add("bin/\(name)", text, executable: true)
  }

  /// Makes some of the system's own programs available.
  func borrowPrograms(_ names: String...) throws {
    for name in names {
      let real = try #require(Self.program(name), "this machine has no \(name)")
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent("bin/\(name)"), withDestinationURL: real)
    }
  }

  /// What was called, in order.
  var log: [String] {
    (text("log") ?? "").split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  // MARK: Files

  func add(_ path: String, _ text: String = "", executable: Bool = false) throws {
    let place = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    guard executable else { return try Data(text.utf8).write(to: place) }
    // Written by a child: a program that this process wrote could still be open in a child that another
    // test has just started, and then the system refuses to run it (ETXTBSY).
    try runTool(
      "/bin/sh", ["-c", #"printf %s "$1" >"$0" && chmod 755 "$0""#, place.path, text])
  }

  /// Copies files of the checkout to the same places here.
  func copy(_ paths: String...) throws {
    for path in paths {
      let place = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      let original = Self.checkout.appendingPathComponent(path)
      try runTool("/bin/cp", ["-p", original.path, place.path])
    }
  }

  private func runTool(_ path: String, _ arguments: [String]) throws {
    let tool = try Process.run(URL(fileURLWithPath: path), arguments: arguments)
    tool.waitUntilExit()
    try #require(tool.terminationStatus == 0)
  }

  func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: folder.appendingPathComponent(path).path)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  func holds(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }

  // MARK: Running

  func make(_ arguments: String...) throws -> Outcome {
    let make = try #require(Self.program("make"), "this machine has no make")
    return try run(make, ["--no-print-directory"] + arguments)
  }

  /// Runs a program here, without a terminal or anything to read.
  func run(_ program: URL, _ arguments: [String] = []) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": folder.appendingPathComponent("bin").path, "WORKSHOP": folder.path,
    ]
    let output = Pipe()
    let errors = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // All that these commands say fits into a pipe, so that one can be read after the other.
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }

  /// A program of the system, by the search path of the tests.
  private static func program(_ name: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":")
      .map { URL(fileURLWithPath: String($0)).appendingPathComponent(name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
