import Testing

@testable import LineEditing

struct CompletionStepTests {
  private func step(
    _ line: String, cursor: Int? = nil, replacing range: Range<Int>,
    _ candidates: Completion.Candidate..., isRepeated: Bool = false
  ) -> CompletionStep {
    CompletionStep(
      line: line, cursor: cursor ?? line.utf8.count,
      completion: Completion(replacement: range, candidates: candidates), isRepeated: isRepeated)
  }

  @Test func noCandidateDoesNothing() {
    #expect(step("ga", replacing: 0..<2) == .nothing)
  }

  @Test func theOnlyCandidateGetsASpaceWhereItIsFinal() {
    #expect(step("ga", replacing: 0..<2, .init("gates")) == .insert(deleting: 0, text: "tes "))
    #expect(
      step("un", replacing: 0..<2, .init("unit=", isFinal: false))
        == .insert(deleting: 0, text: "it="))
  }

  @Test func aSpaceThatIsThereIsNotDoubled() {
    #expect(
      step("ga x", cursor: 2, replacing: 0..<2, .init("gates")) == .insert(deleting: 0, text: "tes")
    )
  }

  @Test func aCompleteWordGetsItsSpaceAndACompleteKeyNothing() {
    #expect(step("gates", replacing: 0..<5, .init("gates")) == .insert(deleting: 0, text: " "))
    #expect(step("t=", replacing: 0..<2, .init("t=", isFinal: false)) == .nothing)
  }

  @Test func theSameTextTwiceIsOneCandidate() {
    #expect(
      step("ga", replacing: 0..<2, .init("gates"), .init("gates", shown: "verb"))
        == .insert(deleting: 0, text: "tes "))
  }

  @Test func theCommonPartComesFirst() {
    #expect(
      step("f", replacing: 0..<1, .init("forget"), .init("forward"))
        == .insert(deleting: 0, text: "or"))
  }

  @Test func onlyTheSecondTabLists() {
    let candidates = [Completion.Candidate("forget"), Completion.Candidate("forward")]
    #expect(step("for", replacing: 0..<3, candidates[0], candidates[1]) == .nothing)
    #expect(
      step("for", replacing: 0..<3, candidates[0], candidates[1], isRepeated: true)
        == .list(candidates))
  }

  @Test func anotherSpellingIsReplacedAsFarAsItDiffers() {
    #expect(
      step("gaTE", replacing: 0..<4, .init("gates")) == .insert(deleting: 2, text: "tes "))
    #expect(
      step("x a b", replacing: 2..<5, .init("\"a b.csv\""))
        == .insert(deleting: 3, text: "\"a b.csv\" "))
  }

  @Test func aCommonPartThatForgetsWhatWasTypedIsNotInserted() {
    #expect(step("xy", replacing: 0..<2, .init("gates"), .init("gradient")) == .nothing)
  }

  @Test func marksAreNotTornFromTheirLetters() {
    #expect(
      step("caf", replacing: 0..<3, .init("cafe\u{301}"), .init("cafes")) == .nothing)
  }

  @Test(arguments: [0..<99, -5..<1, 50..<60, Int.min..<Int.max, 1..<2])
  func aRangeOutsideTheLineIsBounded(_ range: Range<Int>) {
    for cursor in 0...3 {
      _ = step("é日", cursor: cursor, replacing: range, .init("gates"))
    }
  }
}

struct CandidateListTests {
  private func lines(
    _ candidates: [Completion.Candidate], columns: Int = 80, rows: Int = 24, isUnicode: Bool = true
  ) -> [String] {
    CandidateList(candidates, columns: columns, rows: rows, isUnicode: isUnicode).lines
  }

  @Test func meaningsStandBesideWhereTheyFit() {
    let candidates = [
      Completion.Candidate("gates", meaning: "all gates"), Completion.Candidate("日", meaning: nil),
    ]
    #expect(lines(candidates) == ["gates  all gates", "日"])
    #expect(lines(candidates, columns: 17) == ["gates  all gates", "日"])
    #expect(lines(candidates, columns: 16) == ["gates  日"])
  }

  @Test func aLongMeaningIsCutWhereEnoughOfItIsSeen() {
    let long = String(repeating: "word ", count: 20)
    let candidates = [
      Completion.Candidate("gates", meaning: "all gates"), Completion.Candidate("x", meaning: long),
    ]
    #expect(
      lines(candidates, columns: 48)
        == ["gates  all gates", "x      " + long.prefix(39) + "…"])
    #expect(lines(candidates, columns: 48, isUnicode: false).last?.hasSuffix("word wo...") == true)
    #expect(lines(candidates, columns: 37) == ["gates  x"])
  }

  @Test func columnsAreReadDownwards() {
    let candidates = "abcdefg".map { Completion.Candidate(String($0)) }
    #expect(lines(candidates, columns: 10) == ["a  d  g", "b  e", "c  f"])
  }

  @Test func whatDoesNotFitTheRowsIsCounted() {
    let candidates = (10..<100).map { Completion.Candidate("\($0)") }
    #expect(lines(candidates, columns: 9, rows: 4) == ["10  12", "11  13", "and 86 m"])
  }

  @Test(arguments: [1, 2, 5, 20, 40])
  func noRowIsWiderThanTheWindow(_ columns: Int) {
    let candidates = ["gates", "日本語日本語", "a", String(repeating: "x", count: 50)].map {
      Completion.Candidate($0, meaning: "what it means")
    }
    for rows in 1...6 {
      for line in lines(candidates, columns: columns, rows: rows) {
        #expect(displayWidth(of: line) <= columns)
      }
    }
  }

  @Test func controlCharactersAndWhatTheTerminalLacksAreQuestionMarks() {
    #expect(lines([.init("a\u{1B}[2Jb\u{202E}")]) == ["a?[2Jb?"])
    #expect(lines([.init("é→")], isUnicode: false) == ["??"])
  }
}

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("gates", 5), ("é→", 2), ("e\u{301}", 1), ("日本", 4), ("😀", 2), ("한", 2),
    ("\u{1}", 2), ("σ²", 2), ("⣿", 1), ("\u{200B}", 0), ("（", 2),
  ])
  func widthsAreThoseOfATerminal(_ text: String, _ width: Int) {
    #expect(displayWidth(of: text) == width)
  }
}

struct LineLayoutTests {
  @Test func rowsAndColumnsCountFromThePrompt() {
    let layout = LineLayout(before: "1> abcdefg", after: "hijklmnopq", columns: 10)
    #expect(layout.cursorRow == 1)
    #expect(layout.lastRow == 2)
    #expect(layout.lastColumn == 0)
  }

  @Test func aWideCharacterIsNotSplitOverTwoRows() {
    let layout = LineLayout(before: "1234日", after: "", columns: 5)
    #expect(layout.lastRow == 1)
    #expect(layout.lastColumn == 2)
  }

  @Test func aWindowOfOneColumnIsCounted() {
    #expect(LineLayout(before: "日a", after: "b", columns: 1).lastRow >= 2)
    #expect(LineLayout(before: "a", after: "", columns: 0).lastRow == 1)
  }
}
