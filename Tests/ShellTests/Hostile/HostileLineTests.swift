import Testing

/// Lines that nobody should type, and what is said of each.
struct HostileLineTests {
  @Test(arguments: lines)
  func isRefusedInASentence(_ line: HostileLine) throws {
    try ShellHarness().expectRefusal(of: line.line, with: line.message)
  }

  static let lines: [HostileLine] = [
    // What a terminal would obey
    HostileLine(
      "a bell in the verb", "gates\u{7} lstm",
      "there is no command \"gates\\x07\"; help lists the commands; did you mean gates?"),
    HostileLine(
      "an override of direction in a key", "gates lstm \u{202E}t=42",
      "gates has no key \\u{202e}t=; its keys are t, mode, step, steps, gate, unit, top, sort, x, pick; did you mean t?"
    ),
    HostileLine(
      "a C1 control for a word", "help \u{9B}",
      "there is no command \"\\x9b\"; help lists the commands"),
    HostileLine(
      "an escape in a name", "enrol \"a\u{1B}[2J\"",
      "an id has 1 to 64 letters, digits or . _ - @ +"),
    HostileLine(
      "a newline in a name", #"lesson "a\nb""#, "there is no lesson \"a b\"; lessons lists them"),
    HostileLine(
      "a formula for a name", "enrol '=1+1'", "an id has 1 to 64 letters, digits or . _ - @ +"),
    HostileLine(
      "a path for a name", "enrol ../../x", "an id has 1 to 64 letters, digits or . _ - @ +"),
    HostileLine(
      "a path for a model", "model new rnn as=../x",
      "a model's name begins with a letter and has up to 32 letters, digits, - and _"),
    HostileLine(
      "an escape that nobody knows", #"gates "\u{1b}""#,
      "there is no such escape; known are \\\" \\\\ \\n \\t (single quotes take everything as it is)"
    ),

    // Lengths and depths
    HostileLine(
      "a verb of 20,000 letters", String(repeating: "a", count: 20_000),
      "there is no command \"" + String(repeating: "a", count: 279) + "…"
        + String(repeating: "a", count: 274) + "\"; help lists the commands"),
    HostileLine(
      "a word of 20,000 letters", "gates lstm " + String(repeating: "x", count: 20_000),
      "\"" + String(repeating: "x", count: 299) + "…" + String(repeating: "x", count: 199)
        + "\" is one word too many: gates MODEL [t=] [mode=] [step=] [steps=] [gate=] [unit=] [top=] "
        + "[sort=] [x=]"),
    HostileLine(
      "10,000 brackets", "power V=" + String(repeating: "[", count: 10_000),
      "this [ is never closed; a matrix is written [[0.5, 0.2], [0, 0.9]]"),
    HostileLine(
      "10,000 parentheses", "calc " + String(repeating: "(", count: 10_000) + "1",
      "the expression is nested more than 64 deep"),
    HostileLine("calc within calc", "calc `calc `", "calc needs an expression, as ln(0.5)/ln(0.8)"),
    HostileLine("an open quotation", "gates \"lstm", "this quote is never closed"),
    HostileLine("equals signs", "= = =", "there is no key before this =; write key=value"),
    HostileLine("an empty verb", "\"\" x", "there is no command \"\"; help lists the commands"),

    // Numbers and dates
    HostileLine(
      "a row beyond Int", "gates lstm t=99999999999999999999",
      "\"99999999999999999999\" names no row; write a row as 42 (0 to 3019), a date as 2008-10-10, a range as 33..42, or all"
    ),
    HostileLine(
      "the last Int", "gates lstm t=9223372036854775807",
      "there is no row 9223372036854775807; rows run from 0 (2006-01-03) to 3019 (2017-12-29), and -1 is the last"
    ),
    HostileLine(
      "a range to the last Int", "gates lstm t=0..9223372036854775807",
      "there is no row 9223372036854775807; rows run from 0 (2006-01-03) to 3019 (2017-12-29), and -1 is the last"
    ),
    HostileLine(
      "a range that runs backwards", "gates lstm t=5..3",
      "the range 5..3 runs backwards; write the earlier end first"),
    HostileLine(
      "a day that no calendar has", "gates lstm t=2008-02-31",
      "the calendar has no day 2008-02-31; dates are year-month-day"),
    HostileLine(
      "a month that no calendar has", "gates lstm t=9999-99-99",
      "the calendar has no day 9999-99-99; dates are year-month-day"),
    HostileLine(
      "a seed beyond Int", "set seed=99999999999999999999",
      "seed=99999999999999999999: expected a whole number from 0 on"),
    HostileLine(
      "a width that no screen has", "set width=999999999",
      "width=999999999: expected a whole number from 20 to 1000, or auto"),
    HostileLine(
      "a split beyond Int", "data load ko split=99999999999999999999",
      "split=1e+20 is no share; expected a number between 0 and 1"),
    HostileLine(
      "too many units", "train lstm units=999999999",
      "units=999999999: expected a whole number from 1 to 1024"),
    HostileLine(
      "epochs for ever", "train lstm epochs=99999999999",
      "epochs=99999999999: expected a whole number from 1 to 1000000"),
    HostileLine(
      "a rate of a billion", "train lstm rate=1e9",
      "rate=1e9: expected a number above 0 and up to 100"),
    HostileLine(
      "an infinite rate", "train lstm rate=inf", "rate=inf: expected a number above 0 and up to 100"
    ),
    HostileLine(
      "a rate of nothing", "train lstm rate=nan",
      "rate=nan: expected a number above 0 and up to 100"),
    HostileLine(
      "powers without end", "power v=0.9 tau=1000000000",
      "tau=1000000000: expected a whole number from 1 to 10000"),
    HostileLine(
      "an infinite weight", "power v=inf", "v=inf: expected a number from -1000000 to 1000000"),
    HostileLine(
      "a matrix beyond squares", "power V=[[1e308,1e308],[1e308,1e308]]",
      "V holds a number beyond 1e100"),
    HostileLine("a number beyond Double", "calc 1e999", "this number is too large"),
    HostileLine("a tower of powers", "calc 9^9^9^9", "the result is too large"),
    HostileLine("infinity less infinity", "calc exp(1000)-exp(1000)", "the result is too large"),
    HostileLine("division by nothing", "calc 1/0", "this divides by 0"),
    HostileLine("a logarithm below 0", "calc ln(-1)", "ln needs a number above 0"),
    HostileLine(
      "inputs beyond Float", "gates lstm x=1e308",
      "x= takes numbers from −1000000 to 1000000; scaled prices go from 0 to 1"),
    HostileLine(
      "inputs beyond Float, walked", "walk lstm x=-1e39",
      "x= takes numbers from −1000000 to 1000000; scaled prices go from 0 to 1"),
    HostileLine(
      "a nudge beyond Float", "predict lstm nudge=1:1e308",
      "nudge=1:1e308: the change lies between −1000 and 1000; scaled prices go from 0 to 1"),
    HostileLine(
      "a gate beyond 1", "clamp lstm forget=1e308", "forget=1e308: a gate lies between 0 and 1"),
    HostileLine(
      "a weight beyond Float", "model new rnn kernel=1e39", "kernel=1e39: a weight is too large"),
  ]
}
