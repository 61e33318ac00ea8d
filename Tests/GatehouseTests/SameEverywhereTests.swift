import TestSupport
import Testing

/// The same line gives the same bytes whatever the machine is set to.
struct SameEverywhereTests {
  /// Something of every kind that has numbers or dates in it.
  private static func script(threads: Int) -> String {
    """
    set threads=\(threads)
    data
    data show t=2008-10-10
    data plot
    gates lstm t=42
    gates gru t=33..42 --json
    predict lstm t=2600..2610
    evaluate baselines=all
    ewma beta=0.8 t=42
    power v=0.9 tau=50
    gradient lstm t=42
    calc 1/3
    train rnn units=8 epochs=2
    train lstm units=8 epochs=2 seed=3
    gates lstm t=42
    enrol anna7 class=RNN24
    lesson ewma
    hint
    leave
    """
  }

  /// All that the script answers, line by line, but for the number of threads.
  private static func answers(
    _ variables: [String: String] = [:], threads: Int = 2
  ) throws -> [Substring] {
    let result = try TestUser(variables).run(input: script(threads: threads))
    try #require(result.status == .exited(0) && result.error == "", "\(result.error)")
    return result.output.split(separator: "\n").filter { !$0.hasPrefix("threads ") }
  }

  @Test(arguments: [
    ["LC_ALL": "de_DE.UTF-8"], ["LC_ALL": "tr_TR.UTF-8"], ["LC_ALL": "ar_EG.UTF-8"],
    ["LC_ALL": "", "LANG": "C.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "LC_TIME": "ja_JP.UTF-8"],
    ["TZ": "Pacific/Kiritimati"], ["TZ": "America/New_York"], ["TZ": "Nowhere/Atall"],
    ["MALLOC_PERTURB_": "165"],
  ])
  func theEnvironmentChangesNoByte(variables: [String: String]) throws {
    let usual = try Self.answers()
    #expect(usual.last?.hasPrefix("You leave on page 1") == true)
    #expect(try Self.answers(variables) == usual)
  }

  @Test func theNumberOfThreadsChangesNoByte() throws {
    #expect(try Self.answers(threads: 1) == Self.answers(threads: 2))
  }
}
