import Foundation
import Testing

/// What `make test` and `.ci/run` show and how they end.
struct TestRunTests {
  private static let said = """
    Building
    ◇ Test forgetGateNearOne() started.
    ✔ Test forgetGateNearOne() passed after 0.001 seconds.
    ◇ Test case passing 2 arguments text → "a\nb", width → 5 to linesBreak(text:width:) started.
    ✘ Test resetGate() recorded an issue at GRUTests.swift:7:3: Expectation failed
    ✔ Suite LSTMCellTests passed after 0.002 seconds.

    """

  private func workshop(closing: String, status: Int) throws -> Workshop {
    let workshop = try Workshop()
    try workshop.copy(".ci/test")
    try workshop.borrowPrograms("tee", "awk", "grep", "cat")
    try workshop.add(".build/kept")
    try workshop.add("said", Self.said + closing + "\n")
    try workshop.addProgram("swift", "cat \"$WORKSHOP/said\"\nexit \(status)")
    return workshop
  }

  @Test func passedTestsAreLeftOutAndTheClosingLineStands() throws {
    let closing = "✔ Test run with 2 tests in 1 suite passed after 0.003 seconds."
    let workshop = try workshop(closing: closing, status: 0)
    let outcome = try workshop.run(workshop.folder.appendingPathComponent(".ci/test"))
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        Building
        ✘ Test resetGate() recorded an issue at GRUTests.swift:7:3: Expectation failed
        \(closing)

        """)
    #expect(workshop.log == ["swift test --skip-build --disable-xctest"])
  }

  @Test(arguments: [1, 134]) func failedTestsFail(status: Int) throws {
    let closing = "✘ Test run with 2 tests in 1 suite failed after 0.003 seconds with 1 issue."
    let workshop = try workshop(closing: closing, status: status)
    let outcome = try workshop.run(workshop.folder.appendingPathComponent(".ci/test"))
    #expect(outcome.status == Int32(status))
    #expect(outcome.output.hasSuffix(closing + "\n"))
  }

  @Test func coverageCountsTheLinesOfEachTarget() throws {
    let workshop = try Workshop()
    try workshop.copy(".ci/coverage", ".ci/test")
    try workshop.borrowPrograms("tee", "awk", "grep", "cat", "rm", "mkdir", "sort")
    try workshop.add(".build/kept")
    try workshop.add(".build-coverage/debug/codecov/left.profraw")
    // The tests' process leaves one profile, a program that they started another.
    try workshop.addProgram(
      "swift",
      #"""
      case "$1" in test)
        mkdir .build-coverage/debug/codecov
        : >".build-coverage/debug/codecov/a 1.profraw"
        : >".build-coverage/debug/codecov/a 2.profraw"
      esac
      """#)
    try workshop.addProgram("llvm-profdata")
    try workshop.addProgram(
      "llvm-cov",
      #"""
      [ "$1" = report ] || exit 0
      echo "Filename     Regions Missed Cover  Functions Missed Executed  Lines Missed Cover"
      echo "Grammar/Lexer.swift      9 1 88.89%   3 0 100.00%   30 2  93.33%"
      echo "Shell/Files/Files.swift  9 9  0.00%   3 3   0.00%   50 50  0.00%"
      echo "Shell/Session.swift      9 0 100.00%  3 0 100.00%   50 0 100.00%"
      echo "TOTAL                   27 10 62.96%  9 3  66.67%  130 52 60.00%"
      """#)
    let outcome = try workshop.run(workshop.folder.appendingPathComponent(".ci/coverage"))
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output == """
        target           lines  reached      share
        Grammar             30       28     93.3 %
        Shell              100       50     50.0 %
        together           130       78     60.0 %

        """)
    #expect(
      workshop.log.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
        "swift build", "swift test", "llvm-profdata merge", "llvm-cov show", "llvm-cov report",
      ])
    let merge = try #require(workshop.log.first { $0.hasPrefix("llvm-profdata") })
    #expect(merge.contains("codecov/a 1.profraw .build-coverage/debug/codecov/a 2.profraw"))
    #expect(!merge.contains("left.profraw"))
  }

  @Test(arguments: [
    ("exit 0", ["make lint", "make test", "make lessons", "make fuzz SECONDS=5"]),
    ("exit 1", ["make lint"]),
  ])
  func continuousIntegrationLintsAndThenTests(make: String, calls: [String]) throws {
    let workshop = try Workshop()
    try workshop.copy(".ci/run")
    try workshop.borrowPrograms("dirname")
    try workshop.addProgram("make", make)
    let outcome = try workshop.run(workshop.folder.appendingPathComponent(".ci/run"))
    #expect((outcome.status == 0) == (calls.count > 1))
    #expect(workshop.log == calls)
  }

  @Test func theVersionsFoundByOneMachineStayOutOfGit() throws {
    let ignored = try String(
      contentsOf: Workshop.checkout.appendingPathComponent(".gitignore"), encoding: .utf8)
    #expect(ignored.split(separator: "\n").contains("Package.resolved"))
  }
}
