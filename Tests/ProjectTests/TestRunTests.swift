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
