import Foundation
import Reports
import Testing

@testable import Shell

struct EwmaCommandTests {
  // MARK: Figures of the course

  @Test func theFirstDaysOfKOAreThoseOfTheCourse() throws {
    let shell = try ShellHarness()
    let table = try shell.json("ewma beta=0.8 on=ko t=0..4 --json").block("curves")
    Self.expect(table.column("mean"), [4.1, 7.388, 10.0224, 12.17392, 13.907136], within: 1e-9)
    Self.expect(
      table.column("corrected"), [20.5, 20.522222, 20.537705, 20.619783, 20.685293], within: 5e-7)
    #expect(table.column("date").first == "2006-01-03")
  }

  @Test func theRecursionIsWrittenWithItsNumbers() throws {
    let text = try ShellHarness().text("ewma beta=0.8 on=ko t=2")
    for line in [
      "EWMA of KO at t=2, 2006-01-05, β = 0.8", "μ_1 = 0.8·4.1 + 0.2·20.54 = 7.388",
      "μ_2 = 0.8·7.388 + 0.2·20.56 = 10.0224",
      "μ̂_2 = μ_2 / (1 − 0.8^3) = 10.0224 / 0.488 = 20.5377",
    ] {
      #expect(text.contains(line), "\(line)")
    }
  }

  @Test func tenOnesAreCorrectedToOne() throws {
    let shell = try ShellHarness()
    let answer = try shell.json("ewma beta=0.8 on=ones t=9 --json")
    #expect(abs(try #require(answer.value("mean").number) - 0.892_625_8) < 5e-8)
    #expect(abs(try #require(answer.value("corrected").number) - 1) < 1e-12)
    for (name, expected) in [
      ("half_life", 3.106_284), ("mean.age", 4), ("memory", 5), ("weight.now", 0.2),
      ("lag.ramp", 4), ("noise.ratio", 0.111_111),
    ] {
      let found = try #require(answer.value(name).number)
      #expect(abs(found - expected) < 1e-6, "\(name)")
    }
  }

  @Test func theHatTurnsFirstAndTheLongMemoryLast() throws {
    let shell = try ShellHarness()
    let values = try shell.json("ewma beta=0.8,0.5 on=hat noise=0 --json")["values"]
    #expect(values["peak.t.b0.8"] == 102 && values["peak.t.b0.5"] == 100)
    #expect(abs(try #require(values["peak.b0.8"].number) - 0.973_657) < 5e-7)
    #expect(abs(try #require(values["peak.b0.5"].number) - 0.994_949) < 5e-7)
    #expect(
      try shell.text("ewma beta=0.8,0.5 on=hat noise=0").contains(
        "The hat peaks with 1 at t=99, β = 0.8 with 0.9737 at t=102"))
  }

  @Test func noiseIsThereUnlessToldOtherwiseAndFollowsTheSeed() throws {
    let shell = try ShellHarness()
    func curve(_ line: String) throws -> [JSON] {
      try shell.json(line + " --json").block("curves").column("value")
    }
    let usual = try curve("ewma on=hat")
    #expect(usual.count == 200)
    #expect(try usual == curve("ewma on=hat noise=0.1 seed=1"))
    #expect(try usual != curve("ewma on=hat seed=2"))
    #expect(try usual != curve("ewma on=hat noise=0"))
    shell.run("set seed=2")
    #expect(try curve("ewma on=hat") == curve("ewma on=hat seed=2"))
  }

  @Test func theImpulseShowsTheWeightsAsBars() throws {
    let bars = try ShellHarness().json("ewma beta=0.8 on=impulse --json").block("ewma")
    #expect(bars["kind"] == "bars")
    Self.expect(Array(bars["values"].items.prefix(3)), [0.2, 0.16, 0.128], within: 1e-12)
  }

  @Test func theRampIsFollowedLate() throws {
    let values = try ShellHarness().json("ewma beta=0.8,0.5 on=ramp --json")["values"]
    #expect(abs(try #require(values["lag.seen.b0.8"].number) - 4) < 1e-4)
    #expect(abs(try #require(values["lag.seen.b0.5"].number) - 1) < 1e-12)
  }

  @Test func aDayOfKOStandsBesideTheCumulativeAverage() throws {
    let shell = try ShellHarness()
    let faded = try #require(try shell.json("ewma on=ko t=42 --json").value("mean").number)
    #expect(abs(faded - 21.086) < 1e-3)
    let plain = try shell.json("ewma on=ko t=42 variant=average --json")
    #expect(abs(try #require(plain.value("mean").number) - 20.805) < 1e-3)
    #expect(plain.value("half_life") == .null)
    #expect(try shell.text("ewma variant=average t=42").contains("forgets none"))
  }

  @Test func theNotebookNeverUsesTheFirstValue() throws {
    let shell = try ShellHarness()
    #expect(try shell.json("ewma t=0 variant=notebook --json").value("mean") == 0)
    #expect(abs(try #require(shell.json("ewma t=0 --json").value("mean").number) - 4.1) < 1e-12)
    let weights = try shell.json("ewma on=5,6,7 t=2 variant=notebook --json").block("weights")
    #expect(weights.column("weight").last == 0)
  }

  // MARK: The weights

  @Test(arguments: ["standard", "notebook", "average"], ["0.8", "0", "-0.15"])
  func weightsTimesValuesMakeTheMean(variant: String, beta: String) throws {
    let answer = try ShellHarness().json(
      "ewma beta=\(beta) variant=\(variant) on=3,-1,4,1,-5,9 t=5 --json")
    let table = answer.block("weights")
    #expect(table.columns == ["days.ago", "weight", "value"])
    let sum = zip(table.column("weight"), table.column("value")).reduce(0) {
      $0 + ($1.0.number ?? .nan) * ($1.1.number ?? .nan)
    }
    #expect(abs(sum - (try #require(answer.value("mean").number))) < 1e-12)
  }

  @Test func severalBetasHaveNamesOfTheirOwn() throws {
    let answer = try ShellHarness().json("ewma beta=0.8,0.5 t=42 --json")
    for name in ["mean", "corrected", "weight.now", "half_life", "mean.age"] {
      #expect(answer.value(name + ".b0.8").number != nil, "\(name)")
      #expect(answer.value(name + ".b0.5").number != nil, "\(name)")
      #expect(answer.value(name) == .null, "\(name)")
    }
    #expect(
      answer.block("weights").columns == ["days.ago", "weight.b0.8", "weight.b0.5", "value"])
  }

  // MARK: The edges of β

  @Test func aNegativeBetaIsAllowedAndSaidToBeUnusual() throws {
    let shell = try ShellHarness()
    #expect(try shell.text("ewma beta=-0.15 on=1,0,2").contains("β = −0.15 is unusual"))
    let values = try shell.json("ewma beta=-0.15 on=1,0,2 t=1 --json")["values"]
    #expect(abs(try #require(values["mean"].number) + 0.1725) < 1e-12)
  }

  @Test(arguments: ["0", "1", "-1"])
  func theEndsOfBetaAnswer(beta: String) throws {
    let shell = try ShellHarness()
    for line in ["ewma beta=\(beta) on=1,2,3", "ewma beta=\(beta) on=1,2,3 t=1"] {
      #expect(try shell.text(line).contains("β = "))
      #expect(try !shell.text(line + " --json").contains("nan"))
    }
  }

  // MARK: Other series

  @Test func aLoadedSeriesIsAveragedAndKOStaysAtHand() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("prices.csv", "Date,High\n2020-01-02,10\n2020-01-03,20\n")
    shell.run("data load ~/prices.csv column=High")
    let answer = try shell.json("ewma beta=0.5 t=1 --json")
    #expect(answer.value("mean") == 12.5 && answer.value("date") == "2020-01-03")
    #expect(try shell.text("ewma on=ko t=2").contains("EWMA of KO at t=2, 2006-01-05"))
  }

  @Test func rowsOfASignalMayLieFarAhead() throws {
    let shell = try ShellHarness()
    #expect(try shell.json("ewma on=ones t=99 --json").value("t") == 99)
    #expect(try shell.json("ewma on=ones t=-1 --json").value("t") == 29)
    #expect(
      try shell.json("ewma on=ramp t=10..20 --json").block("curves")["rows"].items.count == 11)
  }

  // MARK: Screens

  @Test(arguments: [
    "ewma beta=0.8,0.5 on=hat noise=0", "ewma beta=0.8 on=ko t=42", "ewma on=impulse",
    "ewma on=ramp", "ewma",
  ])
  func anAnswerFitsAScreen(line: String) throws {
    let lines = try ShellHarness(.text, .init(width: 80, height: 24)).text(line)
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 25)  // the last line ends with a line feed
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  // MARK: Mistakes

  @Test(arguments: [
    ("ewma beta=1.5", "beta=1.5: expected a number from -1 to 1, or a list of such, as 0.5,0.8"),
    (
      "ewma beta=0.5,nan", "beta=nan: expected a number from -1 to 1, or a list of such, as 0.5,0.8"
    ),
    ("ewma beta=0.5,0.5", "beta= names a number twice; keep one"),
    ("ewma beta=.1,.2,.3,.4,.5,.6,.7", "beta= takes up to 6 numbers; here are 7"),
    (
      "ewma on=hta",
      "on=hta: expected data, ko, hat, ones, impulse, ramp, or numbers as 1,0,2; did you mean hat?"
    ),
    ("ewma on=1,x", "on=x: expected data, ko, hat, ones, impulse, ramp, or numbers as 1,0,2"),
    ("ewma on=ko noise=0.1", "noise= does not go with this: only on=hat is noisy"),
    ("ewma on=ones seed=1", "seed= does not go with this: only on=hat is noisy"),
    ("ewma variant=notebok", "did you mean notebook?"),
    ("ewma on=hat t=200", "rows of this signal are whole numbers from 0 to 199"),
    ("ewma on=ones t=20000", "rows of this signal are whole numbers from 0 to 9999"),
    ("ewma on=ones t=2008-10-10", "rows of this signal are whole numbers from 0 to 9999"),
    ("ewma on=ones t=9..3", "the range 9..3 runs backwards"),
    ("ewma on=ko t=1,5", "the curves run over rows without a gap; write a range as 0..60"),
    ("ewma t=4000", "there is no row 4000"),
  ])
  func aMistakeSaysWhatWasExpected(line: String, message: String) throws {
    let complaint = try ShellHarness().complaint(line).replacing("\n", with: " ")
    #expect(complaint.contains(message), "\(complaint)")
  }

  private static func expect(
    _ found: [JSON], _ expected: [Double], within tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == expected.count, sourceLocation: sourceLocation)
    for (number, reference) in zip(found, expected) {
      #expect(
        abs((number.number ?? .nan) - reference) <= tolerance, sourceLocation: sourceLocation)
    }
  }
}
