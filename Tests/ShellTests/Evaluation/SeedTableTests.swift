import Testing

@testable import Shell

struct SeedTableTests {
  private func row(_ model: String, _ seed: Int, rmse: Double = 0.3) -> SeedTable.Row {
    SeedTable.Row(model: model, seed: seed, rmse: rmse, bias: -0.1, sd: 0.28, wins: 200)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    var table = SeedTable()
    table.merge([row("lstm", 1, rmse: 1 / 3), row("gru", 2, rmse: .infinity)])
    let read = try #require(SeedTable(parsing: Array(table.text.utf8)))
    #expect(read == table)
    #expect(SeedTable(parsing: Array(table.text.replacing("\n", with: "\r\n").utf8)) == table)
  }

  @Test func aRowTakesThePlaceOfTheSameModelAndSeed() {
    var table = SeedTable()
    table.merge([row("lstm", 1), row("lstm", 2), row("gru", 1)])
    table.merge([row("lstm", 1, rmse: 0.5)])
    #expect(table.rows.map(\.rmse) == [0.3, 0.3, 0.5])
    #expect(table.rows(of: "lstm").map(\.seed) == [2, 1])
  }

  @Test(arguments: [
    "", "Date,High\n", "model,seed,rmse,bias,sd\n",
    "model,seed,rmse,bias,sd,wins\nlstm,1,0.3,0,0.3\n",
    "model,seed,rmse,bias,sd,wins\nlstm,x,0.3,0,0.3,1\n", "model,seed,rmse,bias,sd,wins,more\n",
  ])
  func anotherFileIsNoTable(text: String) {
    #expect(SeedTable(parsing: Array(text.utf8)) == nil)
  }

  @Test func theSpreadOfNothingIsNone() throws {
    #expect(SeedSpread([]) == nil)
    let spread = try #require(
      SeedSpread([row("a", 1, rmse: 1), row("a", 2, rmse: 4), row("a", 3, rmse: 1)]))
    #expect(spread.least == 1 && spread.mean == 2 && spread.most == 4)
  }

  @Test func theShippedTableHoldsTheShippedModels() throws {
    let shell = try ShellHarness()
    let table = try ShippedData.seeds(shell.context)
    for model in ["rnn", "lstm", "gru"] {
      #expect(table.rows(of: model).map(\.seed) == [1, 2, 3, 4, 5])
    }
    for row in table.rows {
      #expect(abs(row.rmse * row.rmse - row.bias * row.bias - row.sd * row.sd) < 1e-12)
    }
  }
}
