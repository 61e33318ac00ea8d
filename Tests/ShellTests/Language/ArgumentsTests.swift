import Reports
import Testing

@testable import Shell

/// The texts of mistakes: one line, then the line as typed with a caret under the column.
struct ArgumentsTests {
  static let mistakes: [(line: String, text: String)] = [
    (
      "gatse lstm",
      """
      there is no command "gatse"; help lists the commands; did you mean gates?
        gatse lstm
        ^

      """
    ),
    (
      "zzzz",
      """
      there is no command "zzzz"; help lists the commands
        zzzz
        ^

      """
    ),
    (
      "gates lsmt t=42",
      """
      there is no model "lsmt"; models: rnn, lstm, gru, latch; did you mean lstm?
        gates lsmt t=42
              ^

      """
    ),
    (
      "gates lstm tt=42",
      """
      gates has no key tt=; its keys are t, mode, step, steps, gate, unit, top, sort, x, pick; did you mean t?
        gates lstm tt=42
                   ^

      """
    ),
    (
      "gates lstm t=42 step=ten",
      """
      step=ten: expected a whole number from 1 on
        gates lstm t=42 step=ten
                             ^

      """
    ),
    (
      "gates lstm t=1 t=2",
      """
      t= stands twice; keep one
        gates lstm t=1 t=2
                       ^

      """
    ),
    (
      "gates lstm t=2008-10-11",
      """
      2008-10-11 was no trading day; the nearest are 2008-10-10 and 2008-10-13
        gates lstm t=2008-10-11
                     ^

      """
    ),
    (
      "gates lstm t=99999",
      """
      there is no row 99999; rows run from 0 (2006-01-03) to 3019 (2017-12-29), and -1 is the last
        gates lstm t=99999
                     ^

      """
    ),
    (
      "gates lstm --t 42",
      """
      keys have no dashes here: write t=VALUE; did you mean t?
        gates lstm --t 42
                   ^

      """
    ),
    (
      "gates lstm t=42 unit=50",
      """
      unit=50: lstm has units 0 to 49
        gates lstm t=42 unit=50
                             ^

      """
    ),
    (
      "quit now",
      """
      "now" is one word too many: quit
        quit now
             ^

      """
    ),
    (
      "gates lstm t=4",
      """
      t=4 has no whole window of 10 values; the first is t=9 (2006-01-17), or use mode=carry
        gates lstm t=4
                     ^

      """
    ),
    (
      "gates lstm t=42..33",
      """
      the range 42..33 runs backwards; write the earlier end first
        gates lstm t=42..33
                     ^

      """
    ),
    (
      "gates lstm gate=update",
      """
      lstm has no quantity "update"; it has input, forget, candidate, output, cell, hidden
        gates lstm gate=update
                        ^

      """
    ),
    (
      "gates",
      """
      gates needs MODEL: gates MODEL [t=] [mode=] [step=] [steps=] [gate=] [unit=] [top=] [sort=] [x=]
        gates
             ^

      """
    ),
    (
      "gates lstm t",
      """
      t is a key: write t=VALUE; did you mean t?
        gates lstm t
                   ^

      """
    ),
    (
      "data shwo t=42",
      """
      data does not know "shwo"; it takes show, window, plot, load, make; did you mean show?
        data shwo t=42
             ^

      """
    ),
    (
      "set color=alwasy",
      """
      color=alwasy: expected one of auto, always, never; did you mean always?
        set color=alwasy
                  ^

      """
    ),
  ]

  @Test(arguments: mistakes)
  func aMistakeIsOneSentenceAndACaret(line: String, text: String) throws {
    let shell = try ShellHarness(.text, .init(width: 100))
    #expect(try shell.complaint(line) == text)
  }

  @Test(arguments: mistakes)
  func aMistakeIsTheSameAsJSON(line: String, text: String) throws {
    let shell = try ShellHarness(.json)
    let json = try shell.json(line)
    let error = json["error"]
    #expect(json["command"] == .text(line))
    #expect(error.names == ["message", "column", "hint", "file", "line"])
    #expect(error["file"] == nil && error["line"] == nil)

    let lines = text.split(separator: "\n").map(String.init)
    var message = try #require(error["message"].text)
    if let hint = error["hint"].text { message += "; did you mean \(hint)?" }
    #expect(lines.dropLast(2).joined(separator: " ") == message)
    // The caret stands under the column, behind the indent of two.
    let caret = try #require(lines.last?.firstIndex(of: "^")).utf16Offset(in: lines.last ?? "")
    #expect(error["column"].number == Double(caret - 2 + 1))
  }

  @Test func columnsAreCountedInCharacters() throws {
    let shell = try ShellHarness(.json)
    #expect(try shell.json("explain 'é日' word=1")["error"]["column"] == 14)
  }

  @Test func blanksAroundTheSignOfAKeyMakeNoDifference() throws {
    let shell = try ShellHarness()
    #expect(try shell.text("gates lstm t = 42") == shell.text("gates lstm t=42"))
  }

  @Test func aKeyBeforeItsWordWillDo() throws {
    let shell = try ShellHarness()
    #expect(try shell.text("gates t=42 lstm") == shell.text("gates lstm t=42"))
  }
}
