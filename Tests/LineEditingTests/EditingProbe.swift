import TestSupport

/// Starts the probe in a terminal and waits for its first prompt.
func makeEditor(
  _ mode: String = "edit", environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
) throws -> PseudoTerminal {
  let terminal = try PseudoTerminal(
    running: builtProduct("line-editing-probe"), [mode],
    environment: testEnvironment(environment), columns: columns, rows: rows)
  try terminal.expectLine("1>")
  return terminal
}
