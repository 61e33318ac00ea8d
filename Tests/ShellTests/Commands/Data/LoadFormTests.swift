import Reports
import Testing

@testable import Shell

struct LoadFormTests {
  /// Forty days of two columns, the second half a little higher.
  static let prices = prices(rows: 40)

  static func prices(rows: Int) -> String {
    "Date,Open,High\n"
      + (0..<rows).map { row in
        let (month, day) = (row / 28 + 1, row % 28 + 1)
        let date = "2020-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        return "\(date),\(10 + row % 7),\(11 + row % 5 + row / 20)\n"
      }.joined()
  }

  private func shell(_ text: String = prices) throws -> ShellHarness {
    let shell = try ShellHarness(.text, .init(width: 1000))
    _ = try shell.home.make("p.csv", text)
    return shell
  }

  // MARK: Keys

  @Test func withoutKeysTheFirstColumnOfNumbersIsSplitAtFourFifths() throws {
    let shell = try shell()
    let values = try shell.report("data load ~/p.csv").values
    #expect(values["rows"] == 40 && values["train.rows"] == 32 && values["test.rows"] == 8)
    #expect(values["scale.min"] == 10.0 && values["scale.max"] == 16.0)
    #expect(values["features"] == 1 && values["look_back"] == 10)
    #expect(try shell.report("data").title == "p.csv: 40 rows from 2020-01-01 to 2020-02-12")
  }

  @Test(arguments: [
    ("column=High", "scale.min", 11.0), ("column=high", "scale.min", 11),
    ("columns=High,Open", "features", 2),
    ("columns='High, Open'", "features", 2),
    ("split=2020-01-21", "train.rows", 20), ("split=20", "train.rows", 20),
    ("split=0.5", "train.rows", 20), ("split=50%", "train.rows", 20),
    ("split=20 validation=15", "validation.rows", 5),
    ("split=20 validation=2020-01-11", "validation.rows", 10),
    ("scale=none", "scale.min", 0), ("scale=none", "scale.max", 1),
    ("column=High fit=all", "scale.max", 16), ("column=High split=20", "scale.max", 15),
    ("look_back=3", "train.windows", 29), ("look_back=3 date=none", "train.windows", 29),
    ("date=Date", "rows", 40),
  ])
  func everyKeyDoesWhatItSays(keys: String, name: String, expected: Double) throws {
    let found = try shell().report("data load ~/p.csv \(keys)").values[name]?.number
    #expect(found == expected)
  }

  @Test func rowsOfAFileWithoutDatesHaveNone() throws {
    let shell = try shell("value\n" + (0..<30).map { "\($0 % 6)\n" }.joined())
    _ = try shell.text("data load ~/p.csv look_back=4")
    let json = try shell.json("data show t=5 --json")
    #expect(json.value("date") == nil)
    #expect(try shell.json("gates rnn t=5 --json").value("date") == nil)
    #expect(try shell.message("data show t=2020-01-01").contains("this data has no dates"))
    #expect(try shell.report("gates rnn t=5").title.hasPrefix("SimpleRNN at t=5 (training row)"))
  }

  @Test(arguments: [
    ("semicolons", "Date;High\n2020-01-01;1\n2020-01-02;2\n2020-01-03;3\n"),
    ("tabs", "Date\tHigh\n2020-01-01\t1\n2020-01-02\t2\n2020-01-03\t3\n"),
    ("CRLF and BOM", "\u{FEFF}Date,High\r\n2020-01-01,1\r\n2020-01-02,2\r\n2020-01-03,3"),
    ("descending", "Date,High\n2020-01-03,3\n2020-01-02,2\n2020-01-01,1\n"),
    ("quotes", "\"Date\",\"High\"\n\"2020-01-01\",\"1\"\n\"2020-01-02\",2\n\"2020-01-03\",3\n"),
    ("exponents", "Date,High\n2020-01-01,1e0\n2020-01-02,+2.0\n2020-01-03,0.3E1\n"),
  ])
  func commonKindsOfCSVAreTaken(kind: String, text: String) throws {
    let shell = try shell(text)
    _ = try shell.text("data load ~/p.csv look_back=1 split=2")
    let table = try shell.json("data show t=all --json").block("rows")
    #expect(table.column("High") == [1, 2, 3], "\(kind)")
    #expect(table.column("date") == ["2020-01-01", "2020-01-02", "2020-01-03"])
    #expect((try shell.text("data").contains("descending")) == (kind == "descending"))
  }

  @Test(arguments: [("previous", 2.0), ("interpolate", 3.0), ("max", 9.0)])
  func missingValuesAreFilledAsAsked(missing: String, value: Double) throws {
    let shell = try shell("High\n1\n2\n\n4\n9\n".replacing("\n\n", with: "\n \n"))
    _ = try shell.text("data load ~/p.csv look_back=1 split=3 missing=\(missing)")
    let json = try shell.json("data show t=2 --json")
    #expect(json.value("high").number == value && json.value("filled") == true)
  }

  @Test func aConstantColumnScalesByOne() throws {
    let shell = try shell("High\n" + String(repeating: "7\n", count: 30))
    _ = try shell.text("data load ~/p.csv")
    #expect(try shell.json("data show t=20 --json").value("scaled") == 0)
    #expect(shell.run("gates lstm t=20; evaluate; predict gru t=12..28").status == 0)
  }

  @Test func aShortSeriesLoadsAndOnlyWindowsAreRefused() throws {
    let shell = try shell("High\n1\n2\n3\n")
    #expect(try shell.text("data load ~/p.csv").contains("window"))
    #expect(shell.session.settings.t == 2)
    #expect(try shell.text("data show t=1").contains("2.00"))
    #expect(try shell.text("gates lstm t=1 mode=carry").contains("state carried on"))
    for line in [
      "gates lstm t=2", "gates lstm", "gates lstm t=all", "predict lstm", "evaluate",
      "train rnn epochs=1",
    ] {
      #expect(try shell.message(line).contains("window"), "\(line)")
    }
  }

  @Test func theDefaultDayFollowsAShorterSeries() throws {
    let shell = try shell()
    #expect(
      try shell.text("data load ~/p.csv").contains("The default day is now the last one, t=39."))
    #expect(try shell.json("gates lstm --json").value("t") == 39)
  }

  @Test func koComesBack() throws {
    let shell = try shell()
    let before = SessionImage(shell.session, shell.context)
    _ = try shell.text("data load ~/p.csv")
    let text = try shell.text("data load ko")
    #expect(text == (try shell.text("data")) && text.hasPrefix("KO: 3020 rows"))
    #expect(before != SessionImage(shell.session, shell.context))
    #expect(
      try shell.message("data load ko column=High")
        == "column= does not go with this: ko is the shipped series")
  }

  @Test func twoColumnsFeedAModelOfTwoFeatures() throws {
    let shell = try shell()
    _ = try shell.text("data load ~/p.csv columns=High,Open look_back=3")
    _ = try shell.text("train gru units=2 epochs=1 as=two")
    let json = try shell.json("gates two t=20 --json")
    #expect(json.value("x").items.count == 2)
    #expect(try shell.json("model two --json").value("features") == 2)
    #expect(try shell.json("evaluate two --json").value("two.rmse").number != nil)
    let typed = try shell.json("gates two x=[[0.5,0.25],[0.5,0.75]] --json")
    #expect(typed.value("step") == 2 && typed.value("x") == .array([0.5, 0.75]))
    #expect(try shell.message("gates two x=0.5,0.6").contains("x= takes 2 numbers a step"))
    // Dollars use the scale of the first column.
    let table = try shell.json("data show t=0 --json").block("rows")
    #expect(
      table.columns == [
        "t", "date", "High", "High scaled", "Open", "Open scaled", "part", "filled",
      ])
  }

  // MARK: Files that are no series

  static let badFiles: [(name: String, text: String, keys: String, message: String)] = [
    ("empty", "", "", "the file is empty"),
    ("header alone", "Date,High\n", "", "there are no rows below the column names"),
    ("no header", "2020-01-01,1\n2020-01-02,2\n", "", "where the column names should stand"),
    (
      "text in a number column", "High\n1\ntwo\n", "",
      "line 3, column High: \"two\" is not a number"
    ),
    ("decimal comma", "Date;High\n2020-01-01;1,5\n", "", "write 1.5, with a decimal point"),
    ("nan", "High\n1\nnan\n", "", "\"nan\" is not a number"),
    ("inf", "High\n1\ninf\n", "", "\"inf\" is not a number"),
    ("hexadecimal", "High\n1\n0x10\n", "", "\"0x10\" is not a number"),
    ("too large", "High\n1\n1e999\n", "", "too large"),
    ("date twice", "Date,High\n2020-01-01,1\n2020-01-01,2\n", "", "stands twice"),
    ("out of order", "Date,High\n2020-01-01,1\n2020-01-03,2\n2020-01-02,3\n", "", "stands below"),
    ("no date", "Date,High\n2020-01-01,1\nyesterday,2\n", "", "is not a date"),
    ("ragged", "Date,High\n2020-01-01,1,2\n", "", "the row has 3 fields; expected 2"),
    ("open quote", "High\n1\n\"2\n", "", "never closed"),
    ("text after a quote", "High\n1\n\"2\"x\n", "", "text follows a closing quotation mark"),
    ("no numbers", "Name,Place\na,b\n", "", "there is no column of numbers"),
    ("column of gaps", "Date,High\n2020-01-01,\n2020-01-02,\n", "column=High", "holds no value"),
    ("unknown column", prices, "column=Hihg", "there is no column \"Hihg\""),
    ("column twice", prices, "columns=High,High", "was asked for twice"),
    ("dates as a column", prices, "column=Date", "holds the dates"),
    ("unknown date column", prices, "date=Day", "there is no column \"Day\""),
    (
      "split after the end", prices, "split=2031-01-01",
      "split=2031-01-01 leaves a part without rows"
    ),
    ("split at nothing", prices, "split=0", "split=0 leaves a part without rows"),
    ("split of all", prices, "split=100%", "split=1"),
    ("share above one", prices, "split=1.5", "split=1.5 is no share"),
    ("no split", prices, "split=half", "split=half: expected a date, a row or a share"),
    ("split by date without dates", "High\n1\n2\n3\n", "split=2020-01-02", "needs dates"),
    ("validation behind the split", prices, "split=20 validation=30", "validation=30"),
    ("no window", prices, "look_back=0", "look_back=0: expected a whole number from 1"),
    (
      "two ways to name columns", prices, "column=High columns=High",
      "column= does not go with this"
    ),
    ("unknown key", prices, "colum=High", "data load has no key colum="),
    ("values that do not scale", "High\n1e308\n-1e308\n1\n2\n", "", "too large to scale"),
  ]

  @Test(arguments: badFiles)
  func aFileThatIsNoSeriesIsRefusedInOneLineAndChangesNothing(
    name: String, text: String, keys: String, message: String
  ) throws {
    let shell = try shell(text)
    let complaint = try shell.complaint("data load ~/p.csv \(keys)")
    #expect(complaint.contains(message), "\(complaint)")
    let sentences = complaint.split(separator: "\n").filter { !$0.hasPrefix("  ") }
    #expect(sentences.count == 1, "\(complaint)")
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x48, 0x00, 0x69, 0x00], [0x48, 0x69, 0x0A, 0xE9, 0x0A],
    [UInt8](repeating: 0, count: 64),
    Array("High\n1\n2\u{0}\n".utf8), Array("\u{1B}[31mHigh\u{7}\nx\n".utf8),
  ])
  func bytesThatAreNoTextAreRefused(bytes: [UInt8]) throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("p.csv", bytes: bytes)
    let complaint = try shell.complaint("data load ~/p.csv")
    #expect(complaint.utf8.allSatisfy { $0 == 0x0A || $0 >= 0x20 }, "\(complaint)")
  }

  @Test(arguments: ["~/none.csv", "~", "~/folder", "/dev/null/x", "''"])
  func aFileThatCannotBeReadIsNamed(file: String) throws {
    let shell = try ShellHarness()
    _ = try shell.home.makeFolder("folder")
    #expect(try shell.message("data load \(file)").hasPrefix("cannot read "))
  }

  @Test func theNearestColumnIsNamed() throws {
    let complaint = try shell().complaint("data load ~/p.csv column=Hihg")
    #expect(complaint.contains("did you mean High?"))
  }
}
