import Foundation
import TestSupport
import Testing

/// The uses in scripts and notebooks that README.md shows, run as they stand there.
struct ReadmeScriptTests {
  private let user: TestUser
  private let scripts: [String]

  init() throws {
    user = try TestUser()
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    let start = try #require(readme.range(of: "### In scripts and notebooks"))
    let rest = readme[start.upperBound...]
    let section = rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)]
    // Text and code take turns; the first line of code names its language.
    scripts = section.components(separatedBy: "```").enumerated()
      .compactMap { $0.isMultiple(of: 2) ? nil : String($1.drop { $0 != "\n" }) }
    // The scripts call the program by its name.
    try FileManager.default.createSymbolicLink(
      atPath: user.home.path("gatehouse"), withDestinationPath: builtProduct("gatehouse"))
  }

  private func run(_ script: String) throws -> ProcessResult {
    var environment = user.environment
    environment["PATH"] = "\(user.home.path):\(environment["PATH"] ?? "")"
    return try runProcess(
      "/bin/sh", ["-ec", script], environment: environment, folder: user.home.path)
  }

  private static let hasJq = ["/usr/bin/jq", "/bin/jq"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: hasJq, "jq is not installed"))
  func jqReadsANamedValue() throws {
    let result = try run(scripts[0])
    #expect(result.status == .exited(0) && result.error == "")
    let mean = try #require(Float(result.output.trimmingCharacters(in: .whitespacesAndNewlines)))
    let picked = try user.run("-c", "gates lstm t=2008-10-10 pick=forget.mean").output
    #expect(mean == Float(picked.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  @Test func aLoopAsksForSeveralDays() throws {
    let result = try run(scripts[1])
    #expect(result.status == .exited(0) && result.error == "")
    let lines = result.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.map { $0[0] } == ["2006-03-06", "2008-10-10", "2017-12-28"])
    for line in lines { #expect(Float(line[1]).map { $0 > 0 && $0 < 1 } == true) }
  }

  /// The Python is not run, since pandas is large; what it takes for granted about the JSON is held.
  @Test func theTableForPandasIsThere() throws {
    let script = scripts[2]
    let words = [
      "[\"gatehouse\", \"--json\", \"-c\", \"gates lstm t=2008-10-10\"]", "== \"gates\"",
    ]
    for word in words { #expect(script.contains(word)) }
    let result = try user.run("--json", "-c", "gates lstm t=2008-10-10")
    let answer = try JSONValue(parsing: result.output)
    let table = try #require(answer["blocks"]?.elements?.first { $0["name"]?.text == "gates" })
    let columns = table["columns"]?.elements?.compactMap(\.text)
    #expect(columns?.first == "unit")
    #expect(columns.map { Set($0).isSuperset(of: ["input", "forget", "output"]) } == true)
    #expect(table["rows"]?.elements?.count == 50)
  }
}
