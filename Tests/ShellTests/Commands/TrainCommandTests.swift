import Grammar
import Recurrent
import Reports
import Testing

@testable import Shell

struct TrainCommandTests {
  /// Few epochs of few units: a fraction of a second in a debug build.
  static let small = "units=2 batch=256"

  // MARK: Seeds

  @Test(arguments: ["rnn", "lstm", "gru"])
  func theSameSeedGivesTheSameWeights(cell: String) throws {
    let shell = try ShellHarness()
    for (name, seed) in [("a", 3), ("b", 3), ("c", 4)] {
      _ = try shell.text("train \(cell) \(Self.small) epochs=1 seed=\(seed) as=\(name)")
    }
    #expect(try shell.parameters("a") == shell.parameters("b"))
    #expect(try shell.parameters("a") != shell.parameters("c"))
  }

  @Test func theSeedThatIsSetIsTaken() throws {
    let shell = try ShellHarness()
    _ = try shell.text("train rnn \(Self.small) epochs=1 seed=9 as=a; set seed=9")
    _ = try shell.text("train rnn \(Self.small) epochs=1 as=b")
    #expect(try shell.parameters("a") == shell.parameters("b"))
    #expect(shell.session.lastReport?.values["seed"] == 9)
  }

  // MARK: JSON

  @Test func valuesAndColumnsAreAContract() throws {
    let json = try ShellHarness().json("train gru \(Self.small) epochs=3 seed=2 --json")
    #expect(json["values"].names == ["loss", "epochs", "seed", "seconds"])
    #expect(json.value("epochs") == 3 && json.value("seed") == 2)
    let epochs = json.block("epochs")
    #expect(epochs.columns == ["epoch", "loss"] && epochs.column("epoch") == [1, 2, 3])
    #expect(epochs.column("loss").last == json.value("loss"))
    #expect(json.block("loss")["kind"] == "line")
  }

  @Test(arguments: [(1, "linear"), (8, "logarithmic")])
  func aLossThatFallsToATenthHasALogarithmicAxis(epochs: Int, scale: String) throws {
    let json = try ShellHarness().json("train rnn units=8 batch=64 epochs=\(epochs) --json")
    let losses = json.block("epochs").column("loss").compactMap(\.number)
    let (first, last) = try (#require(losses.first), #require(losses.last))
    #expect((first > 10 * last) == (scale == "logarithmic"))
    #expect(json.block("loss")["axis"]["scale"].text == scale)
  }

  @Test func theResultTakesTheModelsPlaceUnlessItIsNamed() throws {
    let shell = try ShellHarness()
    let before = try shell.parameters("lstm")
    _ = try shell.text("train lstm \(Self.small) epochs=1 as=small")
    #expect(try shell.parameters("lstm") == before)
    #expect(try shell.parameters("small").count == 4 * 2 * (1 + 2 + 1) + 3)
    _ = try shell.text("train lstm \(Self.small) epochs=1")
    #expect(try shell.parameters("lstm") == shell.parameters("small"))
    #expect(try shell.text("gates lstm").contains("LSTM at t=42"))
  }

  @Test func aNamedModelIsTrainedAnewInItsShape() throws {
    let shell = try ShellHarness()
    _ = try shell.text(
      "train gru units=3 epochs=1 reset=before as=mine; train mine epochs=1 seed=5")
    let json = try shell.json("model mine --json")
    #expect(json.value("units") == 3)
    #expect(try shell.text("model mine").contains("Reset: before."))
  }

  // MARK: Interruption

  @Test func anInterruptedTrainingKeepsItsWholeEpochs() throws {
    let shell = try ShellHarness(.text, .init(width: 1000))
    _ = try shell.text("train lstm \(Self.small) epochs=2 as=whole")
    shell.progress = { if $0.detail.hasPrefix("epoch 3/") { throw Interrupted() } }
    let outcome = shell.run("train lstm \(Self.small) epochs=7 as=cut; data")
    #expect(outcome.status == 130)
    #expect(outcome.complaints == "" && outcome.answers.contains("interrupted: whole epochs kept"))
    // The rest of the line is dropped.
    #expect(!outcome.answers.contains("KO: 3020 rows"))
    #expect(try shell.parameters("cut") == shell.parameters("whole"))
    #expect(shell.session.lastReport?.values["epochs"] == 2)
    shell.progress = { _ in }
    #expect(try shell.text("model cut").contains("trained here, 2 epochs, seed 1"))
  }

  @Test func interruptionBeforeAWholeEpochChangesNothing() throws {
    let shell = try ShellHarness()
    shell.progress = { _ in throw Interrupted() }
    let before = SessionImage(shell.session, shell.context)
    let outcome = shell.run("train lstm \(Self.small) epochs=7")
    #expect(outcome.status == 130 && outcome.answers == "")
    #expect(outcome.complaints == "interrupted\n")
    #expect(SessionImage(shell.session, shell.context) == before)
  }

  @Test func drawingTheFirstWeightsCanBeInterrupted() throws {
    let shell = try ShellHarness()
    shell.progress = { if $0.detail == "first weights" { throw Interrupted() } }
    let before = SessionImage(shell.session, shell.context)
    #expect(shell.run("train lstm units=1024").status == 130)
    #expect(SessionImage(shell.session, shell.context) == before)
  }

  @Test func interruptionOfSeveralSeedsChangesNothing() throws {
    let shell = try ShellHarness()
    shell.progress = { if $0.fraction > 0.4 { throw Interrupted() } }
    let before = SessionImage(shell.session, shell.context)
    let line = "train rnn \(Self.small) epochs=1 seeds=1..3 table=~/seeds.csv"
    #expect(shell.run(line).status == 130)
    #expect(SessionImage(shell.session, shell.context) == before)
    #expect(shell.home.text("seeds.csv") == nil)
  }

  @Test func theInterruptionIsSaidInJSONToo() throws {
    let shell = try ShellHarness(.json)
    shell.progress = { _ in throw Interrupted() }
    #expect(try shell.json("train rnn epochs=2")["error"]["message"] == "interrupted")
    shell.progress = { if $0.detail.hasPrefix("epoch 2/") { throw Interrupted() } }
    #expect(try shell.json("train rnn \(Self.small) epochs=2").value("epochs") == 1)
  }

  @Test func anInterruptedTrainingEndsItsScript() throws {
    let shell = try ShellHarness(keepsGoing: true)
    shell.progress = { if $0.detail.hasPrefix("epoch 2/") { throw Interrupted() } }
    let outcome = shell.run(script: "train rnn \(Self.small) epochs=2\ndata\n")
    #expect(outcome.status == 130 && !outcome.answers.contains("KO: 3020 rows"))
  }

  // MARK: Several seeds

  @Test func theSpreadOverSeedsIsLeastMeanAndMost() throws {
    let shell = try ShellHarness()
    let json = try shell.json("train rnn \(Self.small) epochs=1 seeds=1..3 --json")
    let rmses = json.block("seeds").column("rmse").compactMap(\.number)
    #expect(json.block("seeds").columns == ["model", "seed", "rmse", "bias", "sd", "wins"])
    #expect(json.block("seeds").column("seed") == [1, 2, 3])
    #expect(json.value("rmse.least").number == rmses.min())
    #expect(json.value("rmse.most").number == rmses.max())
    let mean = rmses.reduce(0, +) / 3
    #expect(abs((json.value("rmse.mean").number ?? .nan) - mean) < 1e-12)
    #expect(abs((json.value("persistence.rmse").number ?? .nan) - 0.2809) < 0.00005)
    #expect(shell.session.testLooks == 1)

    // The first seed's network stays, and evaluate finds the same error.
    let first = try shell.json("evaluate rnn --json").value("rnn.rmse")
    #expect(first.number == rmses[0])
    _ = try shell.text("train rnn \(Self.small) epochs=1 seed=1 as=one")
    #expect(try shell.parameters("rnn") == shell.parameters("one"))
  }

  @Test func aTableOfSeedsIsWrittenAndMerged() throws {
    let shell = try ShellHarness()
    _ = try shell.text("train rnn \(Self.small) epochs=1 seeds=1,2 table=~/seeds.csv as=a")
    let first = try #require(shell.home.text("seeds.csv"))
    let lines = first.split(separator: "\n").map(String.init)
    #expect(lines.count == 3 && lines[0] == "model,seed,rmse,bias,sd,wins")
    #expect(lines[1].hasPrefix("a,1,") && lines[2].hasPrefix("a,2,"))

    _ = try shell.text("train rnn \(Self.small) epochs=2 seeds=2,3 table=~/seeds.csv as=a")
    _ = try shell.text("train rnn \(Self.small) epochs=1 seeds=1 table=~/seeds.csv as=b")
    let merged = try #require(shell.home.text("seeds.csv")).split(separator: "\n").map(String.init)
    #expect(
      merged.map { $0.split(separator: ",").prefix(2).joined(separator: ",") }
        == ["model,seed", "a,1", "a,2", "a,3", "b,1"])
    #expect(merged[1] == lines[1] && merged[2] != lines[2])
    #expect(merged[4].dropFirst() == lines[1].dropFirst())
  }

  // MARK: Threads

  @Test(arguments: ["rnn", "lstm", "gru"])
  func threadsAndCompanyChangeNoByte(cell: String) throws {
    let shell = try ShellHarness()
    let recipe = "train \(cell) units=3 batch=64 epochs=2"
    _ = try shell.text("\(recipe) seeds=1..3 threads=auto as=together")
    let table = try #require(shell.session.lastReport?.blocks.first)
    _ = try shell.text("\(recipe) seeds=1..3 threads=1 as=inTurn")
    let again = try #require(shell.session.lastReport?.blocks.first)
    guard case .table(let rows) = table, case .table(let others) = again else {
      Issue.record("The first block is the table of seeds.")
      return
    }
    #expect(rows.rows.map { $0.dropFirst() } == others.rows.map { $0.dropFirst() })
    #expect(try shell.parameters("together") == shell.parameters("inTurn"))
    for (index, seed) in (1...3).enumerated() {
      _ = try shell.text("set threads=1; \(recipe) seed=\(seed) as=alone; evaluate alone")
      #expect(shell.session.lastReport?.values["alone.rmse"] == rows.rows[index][2])
    }
  }

  @Test func threadsOfOneCommandGoBeforeThoseThatAreSet() throws {
    let shell = try ShellHarness()
    _ = try shell.text("set threads=1; train rnn \(Self.small) epochs=1 threads=auto")
    #expect(shell.session.settings.threads == 1 && shell.context.threads == 1)
  }

  @Test(arguments: ["set", "train rnn epochs=1"])
  func moreThreadsThanProcessorsAreAMistake(command: String) throws {
    let shell = try ShellHarness()
    shell.progress = { _ in Issue.record("trained") }
    let most = Processors.available
    let message = try shell.message("\(command) threads=\(most + 1)")
    #expect(
      message.hasPrefix("threads=\(most + 1): this process may use \(most) processor"),
      "\(message)")
    #expect(shell.session.settings.threads == nil)
  }

  // MARK: Files

  @Test(arguments: [
    "Date,High\n2006-01-03,20.46\n", "", "model,seed,rmse,bias,sd,wins\nrnn,one,1,1,1,1\n",
  ])
  func anotherKindOfFileIsLeftAloneBeforeAnythingIsTrained(text: String) throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("prices.csv", text)
    shell.progress = { _ in Issue.record("trained") }
    let message = try shell.message("train rnn \(Self.small) epochs=1 seeds=1 table=~/prices.csv")
    #expect(message.hasPrefix("~/prices.csv is another kind of file and is left alone"))
    #expect(shell.home.text("prices.csv") == text)
  }

  // MARK: The recipe

  @Test(arguments: [
    "optimizer=rmsprop", "rate=0.01", "dropout=0", "clip=0.01", "batch=64", "target=change",
    "activation=relu",
  ])
  func everyPartOfTheRecipeCounts(key: String) throws {
    let shell = try ShellHarness()
    _ = try shell.text(
      "train rnn units=2 epochs=1 as=usual; train rnn units=2 epochs=1 \(key) as=other")
    #expect(try shell.parameters("usual") != shell.parameters("other"))
  }

  @Test func aChangeIsPredictedAsAChange() throws {
    let shell = try ShellHarness()
    _ = try shell.text("train rnn \(Self.small) epochs=1 target=change as=step")
    #expect(try shell.text("model step").contains("tomorrow's value minus today's"))
    // Even after one epoch a change stands near persistence, where a level is dollars away.
    let rmse = try #require(try shell.report("evaluate step").values["step.rmse"]?.number)
    #expect(rmse < 0.6)
    #expect(try shell.text("gates step t=42").contains("scaled change"))
    _ = try shell.text("set target=change; train rnn \(Self.small) epochs=1 as=again")
    #expect(try shell.parameters("again") == shell.parameters("step"))
  }

  @Test(arguments: [
    ("train lstm activation=relu", "activation= is for the SimpleRNN"),
    ("train gru activation=tanh", "activation= is for the SimpleRNN"),
    ("train rnn reset=before", "reset= is for the GRU; the SimpleRNN has no reset gate"),
    ("train lstm reset=after", "reset= is for the GRU; the LSTM has no reset gate"),
    ("train lstm seeds=1..3 seed=1", "seed= does not go with this: seeds= names the seeds"),
    ("train lstm table=~/x.csv", "table= does not go with this: it is written with seeds="),
    ("train lstm epochs=0", "epochs=0: expected a whole number from 1 to 1000000"),
    ("train lstm units=1025", "units=1025: expected a whole number from 1 to 1024"),
    ("train lstm rate=0", "rate=0: expected a number above 0 and up to 100"),
    ("train lstm dropout=1", "dropout=1: expected a number from 0 to 0.99"),
    ("train lstm seeds=5..1", "seeds=5..1: expected whole numbers"),
    ("train lstm seeds=-1", "seeds=-1: expected whole numbers"),
    ("train lstm as=1st", "a model's name begins with a letter"),
    ("train nobody", "there is no model \"nobody\""),
    ("train", "train needs MODEL"),
  ])
  func mistakesAreSaidBeforeAnythingIsTrained(line: String, beginning: String) throws {
    let shell = try ShellHarness()
    shell.progress = { _ in Issue.record("trained") }
    let message = try shell.message(line)
    #expect(message.hasPrefix(beginning), "\(message)")
  }

  @Test func progressRunsFromNoneToAll() throws {
    let shell = try ShellHarness()
    var fractions: [Double] = []
    var details: [String] = []
    shell.progress = {
      fractions.append($0.fraction)
      details.append($0.detail)
    }
    _ = try shell.text("train rnn units=1 epochs=2 batch=1000 seeds=1,2")
    #expect(fractions == fractions.sorted() && fractions.first == 0 && fractions.last == 1)
    #expect(details.contains { $0.hasPrefix("epoch 1/2 loss 0.") })
  }
}

extension ShellHarness {
  fileprivate func parameters(_ model: String) throws -> ContiguousArray<Float> {
    var copy = session
    return try copy.model(Word(model, at: 0..<0), context).network.parameters
  }
}
