import LineEditing
import Testing

@testable import Shell

struct CompleterTests {
  /// What Tab offers at the end of a line.
  private func offered(
    _ line: String, _ shell: ShellHarness, cursor: Int? = nil
  ) -> [String] {
    completion(line, shell, cursor: cursor)?.candidates.map(\.text) ?? []
  }

  private func completion(
    _ line: String, _ shell: ShellHarness, cursor: Int? = nil
  ) -> Completion? {
    ShellCompleter(session: shell.session, context: shell.context)
      .completion(for: line, cursorInBytes: cursor ?? line.utf8.count)
  }

  private func offered(_ line: String) throws -> [String] { try offered(line, ShellHarness()) }

  // MARK: Words

  @Test func anEmptyLineOffersAllVerbs() throws {
    #expect(try offered("") == CommandTableTests.verbs)
    #expect(try offered("  ") == CommandTableTests.verbs)
  }

  @Test(arguments: [
    ("ga", ["gates"]), ("e", ["enrol", "evaluate", "ewma", "explain", "export"]),
    ("h", ["help", "history"]),
    ("zz", []),
    ("data; ga", ["gates"]), ("set t=42;ga", ["gates"]), ("help ga", ["gates"]),
    ("? ga", ["gates"]),
    ("explain forget-", ["forget-bias", "forget-gate"]), ("data sh", ["show"]),
    ("model lo", ["load"]),
    ("gates l", ["lstm", "latch"]), ("browse gru gate=u", ["update"]),
    ("browse gru ", ["t=", "gate=", "step=", "unit="]), ("gates rn", ["rnn"]),
    ("evaluate rnn g", ["gru"]),
    ("data make a", ["adding"]),
    ("model save ls", ["lstm"]), ("gatse l", []), ("quit ", []),
  ])
  func wordsThatBeginAsTypedAreOffered(line: String, words: [String]) throws {
    #expect(Set(try offered(line)) == Set(words))
  }

  @Test func modelsOfTheSessionAreOffered() throws {
    let shell = try ShellHarness()
    _ = try shell.text("model load \(Checkout.weights("own_gru_u8")) as=mine")
    #expect(offered("gates m", shell) == ["mine", "mode="])
    #expect(offered("gates lstm m", shell) == ["mode="])
  }

  @Test func verbsTellWhatTheyAnswer() throws {
    let candidate = try #require(try completion("gate", ShellHarness())?.candidates.first)
    #expect(candidate.meaning == GatesCommand().purpose)
  }

  // MARK: Keys and values

  @Test func keysOfTheFormAreOfferedWithTheirSign() throws {
    let keys = GatesCommand().forms[0].keys.map { $0.name + "=" }
    #expect(try offered("gates lstm ") == keys)
    #expect(try offered("data load p.csv ").contains("look_back="))
    #expect(try !offered("data show ").contains("look_back="))
    // A key goes on: no blank follows its sign.
    let shell = try ShellHarness()
    #expect(completion("gates lstm st", shell)?.candidates.allSatisfy { !$0.isFinal } == true)
  }

  @Test func usedKeysAreLeftOut() throws {
    let offered = try offered("gates lstm t=42 step = 3 ")
    #expect(!offered.contains("t=") && !offered.contains("step=") && offered.contains("steps="))
    #expect(try self.offered("gates lstm t=42; gates lstm ").contains("t="))
  }

  @Test(arguments: [
    ("gates lstm mode=", ["window", "carry"]), ("gates lstm mode=c", ["carry"]),
    ("gates lstm mode = c", ["carry"]),
    ("train gru reset=a", ["after"]), ("evaluate seeds=", ["yes", "no"]),
    ("set canvas=b", ["block", "braille"]),
    ("data load ko missing=", ["previous", "interpolate", "drop", "max"]),
    ("gates lstm t=a", ["all"]),
    ("gates lstm nokey=", []), ("gates lstm step=", []),
  ])
  func valuesOfAKeyAreOffered(line: String, values: [String]) throws {
    #expect(try offered(line) == values)
  }

  @Test(arguments: [
    ("gates lstm gate=", ["input", "forget", "candidate", "output", "cell", "hidden"]),
    ("gates gru gate=", ["update", "reset", "candidate", "hidden"]),
    ("gates rnn sort=", ["sum", "hidden"]),
    ("gates gate=f", ["forget"]), ("gates lstm t=42 gate=fo", ["forget"]),
    ("gates t=42 gate=s", ["sum"]),
  ])
  func quantitiesAreThoseOfTheModel(line: String, names: [String]) throws {
    #expect(try offered(line).filter { !$0.hasSuffix("=") } == names)
  }

  @Test func optionsAreOfferedBehindADash() throws {
    #expect(try offered("gates lstm --") == ["--help", "--json"])
    #expect(try offered("gates lstm --j") == ["--json"])
  }

  // MARK: The place that is replaced

  @Test func theWordAtTheCursorIsReplaced() throws {
    let shell = try ShellHarness()
    #expect(completion("data; ga", shell)?.replacement == 6..<8)
    #expect(completion("gates ls t=42", shell, cursor: 8)?.replacement == 6..<8)
    #expect(offered("gates ls t=42", shell, cursor: 8) == ["lstm"])
    #expect(completion("gates lstm mode=ca", shell)?.replacement == 16..<18)
    #expect(completion("gates lstm ", shell)?.replacement == 11..<11)
    #expect(completion("explain 'é'; ga", shell)?.replacement == 14..<16)
  }

  // MARK: Files

  private func shellWithFiles() throws -> ShellHarness {
    let shell = try ShellHarness()
    for name in ["prices.csv", "a b.csv", "it's.csv", "say \"hi\".csv", ".hidden.csv", "x;y.csv"] {
      _ = try shell.home.make(name, "High\n1\n2\n")
    }
    _ = try shell.home.makeFolder("more data")
    _ = try shell.home.make("more data/c.csv", "High\n3\n4\n")
    return shell
  }

  @Test func filesAreOfferedWhereAFileIsExpected() throws {
    let shell = try shellWithFiles()
    #expect(offered("data load ~/pr", shell) == ["~/prices.csv"])
    #expect(offered("source ~/pr", shell) == ["~/prices.csv"])
    #expect(offered("train rnn seeds=1 table=~/pr", shell) == ["~/prices.csv"])
    #expect(offered("model save lstm ~/pr", shell) == ["~/prices.csv"])
    #expect(offered("data load ~/none/x", shell) == [])
    #expect(!offered("data load ~/", shell).contains { $0.contains(".hidden") })
    #expect(offered("data load ~/.h", shell) == ["~/.hidden.csv"])
  }

  @Test func aFolderIsOpenForWhatIsInIt() throws {
    let shell = try shellWithFiles()
    let folder = try #require(completion("data load ~/mo", shell)?.candidates.first)
    #expect(folder.text == "'~/more data/" && folder.shown == "more data/" && !folder.isFinal)
    #expect(offered("data load '~/more data/", shell) == ["'~/more data/c.csv'"])
  }

  /// Whatever is offered runs as it stands.
  @Test(arguments: [
    "data load ~/a", "data load '~/it", "data load '~/a", "data load \"~/a", "data load ~/it",
    "data load \"~/it",
    "data load ~/say", "data load '~/say", "data load \"~/say", "data load ~/x", "data load ~/mo",
    "data load \"~/more data/", "data load ~/'a b", "data load '~/a b'",
  ])
  func namesWithBlanksAndQuotesComeBackAsOneWord(line: String) throws {
    let shell = try shellWithFiles()
    var line = line
    for _ in 0..<2 {
      let found = try #require(completion(line, shell), "\(line)")
      try #require(found.candidates.count == 1, "\(line)")
      let bytes = Array(line.utf8)
      line =
        String(decoding: bytes[..<found.replacement.lowerBound], as: UTF8.self)
        + found.candidates[0].text
      if found.candidates[0].isFinal { break }
    }
    let outcome = shell.run("\(line) look_back=1 split=1")
    #expect(outcome.status == 0, "\(line): \(outcome.complaints)")
  }

  @Test func anApostropheTurnsSingleQuotesIntoDoubleOnes() throws {
    #expect(try offered("data load '~/it", shellWithFiles()) == ["\"~/it's.csv\""])
  }

  @Test func anythingMayBeTypedAtAnyCursor() throws {
    let shell = try ShellHarness()
    for line in [
      "gates lstm 'é=", "=", "a==b", "data load \"~/\\", "[[1,", "é日😀 ", "x='", ";;; =",
      "gates lstm gate='",
    ] {
      for cursor in 0...line.utf8.count { _ = completion(line, shell, cursor: cursor) }
    }
  }
}
