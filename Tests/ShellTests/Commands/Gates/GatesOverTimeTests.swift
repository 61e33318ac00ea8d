import Reports
import Testing

@testable import Shell

struct GatesOverTimeTests {
  @Test(arguments: GatesCommandTests.models)
  func aRangeHasAColumnADay(model: String) throws {
    let shell = try GatesCommandTests.shell()
    let json = try shell.json("gates \(model) t=33..42 --json")
    let quantities = try #require(GatesCommandTests.quantities[model])
    let maps = json["blocks"].items.filter { $0["kind"] == "heatmap" }
    #expect(maps.compactMap { $0["name"].text } == quantities)
    for map in maps {
      #expect(map["columns"].items == (33...42).map { .text(String($0)) })
      let units = map["rows"].items.count
      #expect(map["values"].items.count == units)
      #expect(map["values"].items.allSatisfy { $0.items.count == 10 })
    }
  }

  @Test(arguments: GatesCommandTests.models)
  func aColumnIsTheAnswerOfItsDay(model: String) throws {
    let shell = try GatesCommandTests.shell()
    let json = try shell.json("gates \(model) t=40,42,9 --json")
    for (place, t) in [40, 42, 9].enumerated() {
      let day = try shell.json("gates \(model) t=\(t) --json")
      let table = try #require(day["blocks"].items.last { $0["name"] == "gates" })
      for quantity in try #require(GatesCommandTests.quantities[model]) {
        let column = json.block(quantity)["values"].items.map { $0.items[place] }
        #expect(column == table.column(quantity), "\(quantity), t=\(t)")
      }
    }
    // Values are those of the last day asked for.
    #expect(json.value("t") == 9)
  }

  @Test(arguments: GatesCommandTests.models)
  func allStepsAreTheAnswersOfTheSingleSteps(model: String) throws {
    let shell = try GatesCommandTests.shell()
    let all = try shell.json("gates \(model) t=42 steps=all --json")
    for step in [1, 5, 10] {
      let single = try shell.json("gates \(model) t=42 step=\(step) --json")
      let table = try #require(single["blocks"].items.last { $0["name"] == "gates" })
      for quantity in try #require(GatesCommandTests.quantities[model]) {
        let map = all.block(quantity)
        #expect(map["columns"].items == (1...10).map { .text(String($0)) })
        #expect(map["values"].items.map { $0.items[step - 1] } == table.column(quantity))
      }
    }
    #expect(all.value("step") == 10 && all.value("prediction").number != nil)
  }

  @Test func carriedRowsAreTheAnswersOfTheSingleRows() throws {
    let shell = try ShellHarness()
    let range = try shell.json("gates gru t=0..3 mode=carry --json")
    for t in 0...3 {
      let single = try shell.json("gates gru t=\(t) mode=carry --json")
      let table = try #require(single["blocks"].items.last { $0["name"] == "gates" })
      let column = range.block("update")["values"].items.map { $0.items[t] }
      #expect(column == table.column("update"))
    }
  }

  @Test func oneUnitOverDaysIsACurveAQuantity() throws {
    let shell = try ShellHarness()
    let json = try shell.json("gates lstm t=33..42 unit=7 --json")
    let series = json.block("unit")["series"].items
    #expect(series.compactMap { $0["name"].text } == GatesCommandTests.quantities["lstm"])
    let day = try shell.json("gates lstm t=42 unit=7 --json")
    for curve in series {
      #expect(curve["x"].items == (33...42).map { .number(Double($0)) })
      let name = try #require(curve["name"].text)
      #expect(curve["y"].items.last?.float == day.value(name).float)
    }
  }

  @Test func daysThatForgetMostComeFirst() throws {
    let json = try ShellHarness().json("gates lstm t=all gate=forget top=10 --json")
    let means = json.block("top").column("forget.mean").compactMap(\.number)
    #expect(means.count == 10 && means == means.sorted())
    #expect(json.block("top").columns == ["t", "date", "high", "forget.mean", "part"])
    // The least of all days in truth: the answer of that day says the same mean.
    let first = try #require(json.block("top").column("t").first?.number)
    let day = try ShellHarness().json("gates lstm t=\(Int(first)) gate=forget --json")
    #expect(day.value("forget.mean").number == means[0])
  }

  @Test func daysOnWhichAnotherGateIsMostOpenComeFirst() throws {
    let json = try ShellHarness().json("gates gru t=9..200 gate=update top=5 --json")
    let means = json.block("top").column("update.mean").compactMap(\.number)
    #expect(means.count == 5 && means == means.sorted(by: >))
  }

  @Test func stepsAreNotCalledDays() throws {
    let shell = try ShellHarness()
    for line in [
      "gates lstm t=42 steps=all gate=forget top=3", "gates lstm x=0.1,0.9 steps=all gate=f top=2",
    ] {
      let text = try shell.text(line)
      #expect(text.contains("steps on which") && !text.contains("days on which"), "\(text)")
    }
  }

  @Test func allDaysAreTheEndsOfWholeWindows() throws {
    let json = try ShellHarness().json("gates rnn t=all gate=hidden --json")
    let columns = json.block("hidden")["columns"].items
    #expect(columns.count == 3011 && columns.first == "9" && columns.last == "3019")
  }

  @Test func unitsOfAMapAreSorted() throws {
    let json = try ShellHarness().json("gates lstm t=33..42 gate=forget sort=forget --json")
    let last = json.block("forget")["values"].items.compactMap { $0.items.last?.number }
    #expect(last.count == 50 && last == last.sorted(by: >))
    let rows = json.block("forget")["rows"].items.compactMap(\.text)
    #expect(rows != rows.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) })
  }
}
