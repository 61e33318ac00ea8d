import Testing

@testable import Lessons

@Suite("A progress file that cannot be read")
struct ProgressFaultTests {
  private let sample = ProgressTextTests.sample

  private func fault(of text: String) -> ProgressFault? {
    fault(of: Array(text.utf8))
  }

  private func fault(of bytes: [UInt8]) -> ProgressFault? {
    do {
      _ = try Progress(parsing: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "hello", "\nhello\n", "gatehouse progress\n\nx", "gatehouse progress one\n",
    "GATEHOUSE PROGRESS 1\n",
    "gatehouse progress 0\nend\n", "{\"json\": true}\n", "\u{0}\u{0}\n\n",
  ])
  func isForeign(text: String) throws {
    let fault = try #require(self.fault(of: text))
    #expect(fault.kind == .foreign)
    #expect(
      fault.description
        == "line 1: this is no progress of Gatehouse: it does not begin with gatehouse progress 1")
  }

  @Test func comesFromANewerProgram() throws {
    let fault = try #require(self.fault(of: "gatehouse progress 2\nwhatever comes\n"))
    #expect(fault.kind == .newer)
    #expect(
      fault.description
        == "line 1: this progress is of format 2, and this Gatehouse knows format 1: "
        + "a newer one wrote it")
    #expect(fault.readable == nil)
  }

  @Test func isEmpty() {
    #expect(fault(of: "")?.description == "the file is empty")
    #expect(fault(of: "\u{feff}\n\n")?.kind == .cutShort)
  }

  @Test func isTooLarge() {
    #expect(fault(of: [UInt8](repeating: 0x61, count: (8 << 20) + 1))?.kind == .tooLarge)
    #expect(
      fault(of: "gatehouse progress 1\n" + String(repeating: "\n", count: 250_000) + "a")?.kind
        == .tooLarge)
  }

  @Test func isCutShortAnywhere() {
    let bytes = Array(sample.text.utf8)
    for length in 0..<(bytes.count - 1) {
      let fault = self.fault(of: Array(bytes.prefix(length)))
      #expect(fault?.kind == .cutShort, "after \(length) bytes")
    }
    #expect(fault(of: Array(bytes.dropLast())) == nil)
  }

  @Test func isCutShortButTheBeginningCanBeRead() throws {
    let lines = sample.text.split(separator: "\n")
    let text = lines.prefix(7).joined(separator: "\n") + "\n      try right atte"
    let fault = try #require(self.fault(of: text))
    #expect(
      fault.description
        == "line 8: the file is cut short: its last line, which begins with end, is missing")
    let page = try #require(fault.readable?.lessons["ewma"]?.pages["first"])
    #expect(fault.readable?.student == sample.student)
    #expect(page.questions[1]?.tries.count == 2)
    #expect(page.questions[2] == nil)
  }

  @Test func isDamagedInAnyByte() {
    let bytes = Array(sample.text.utf8)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1
      #expect(fault(of: changed) != nil, "byte \(place)")
    }
  }

  @Test func isDamagedInOneLineAndTheOthersCanBeRead() throws {
    let text = sample.text.replacing("guess 2 bet", with: "guess two bet")
    let fault = try #require(self.fault(of: text))
    #expect(fault.kind == .damaged)
    #expect(fault.description == "line 8: the line is not as it is written")
    let pages = try #require(fault.readable?.lessons["ewma"]?.pages)
    #expect(pages["first"]?.questions.keys.sorted() == [1, 3])
    #expect(pages["half-life"] == sample.lessons["ewma"]?.pages["half-life"])
  }

  @Test func isChangedByHand() throws {
    let text = sample.text.replacing("ask 1 skipped", with: "ask 1 right")
    let fault = try #require(self.fault(of: text))
    #expect(fault.kind == .damaged)
    #expect(
      fault.description
        == "line 14: the lines above are not those that were written: some are missing or changed")
    #expect(fault.readable?.lessons["ewma"]?.pages.count == 2)
  }

  @Test func lacksALine() {
    let lines = sample.text.split(separator: "\n").filter { !$0.contains("guess 2") }
    #expect(fault(of: lines.joined(separator: "\n"))?.kind == .damaged)
  }

  @Test func hasMoreAfterItsEnd() {
    let fault = self.fault(of: sample.text + sample.text)
    #expect(fault?.description == "line 15: there is more text after the last line")
    #expect(fault?.readable == sample)
  }

  @Test(arguments: [
    "studen", "student", "student id=a id=b", "student id=\"a", "student id=a \"b\"",
    "student  id=a", "student id=a ", "student id=\"\\q\"", "student id=\"\\u{d800}\"",
    "student id=\"\\u{1234567890}\"", "student id=\"\\u\"", "student id=\"\\", "student id==",
    "student id=a more=b", "lesson", "lesson ewma", "lesson ewma fingerprint=a path=long",
    "lesson ewma fingerprint=a visited=-1", "lesson ewma fingerprint=a visited=9007199254740993",
    "lesson ewma fingerprint=a visited=99999999999999999999", "page p done attempt=1",
    "lesson ewma fingerprint=a\npage p ready attempt=1",
    "lesson ewma fingerprint=a\npage p done attempt=1 x=2", "ask 1 right", "try right given=a",
    "words a", "lesson e fingerprint=a\npage p done\nask 1 best",
    "lesson e fingerprint=a\npage p done\nask 1 right recall=soon",
    "lesson e fingerprint=a\npage p done\nask 1 right\ntry maybe given=a",
    "lesson e fingerprint=a\npage p done\nask 1 right\ntry right",
    "lesson e fingerprint=a\npage p done\nask 1 right\ntry right given=a right=nan",
    "lesson e fingerprint=a\npage p done\nask 1 right\ntry right given=a right=0x1p3",
    "lesson e fingerprint=a\npage p done\nask 1 right\ntry right given=a right=1e999",
    "lesson e fingerprint=a\npage p done\nwrite 1 written\nwords a criteria=1,b",
    "lesson e fingerprint=a\npage p done\nwrite 1 written\nwords a\nwords b",
    "lesson e fingerprint=a\nlesson e fingerprint=a",
    "lesson e fingerprint=a\npage p done\npage p done",
    "lesson e fingerprint=a\npage p done\nask 1 right\nask 1 right",
  ])
  func hasALineThatNobodyWrote(lines: String) {
    let head = lines.hasPrefix("student") ? "" : "student id=ada\n"
    let text = "gatehouse progress 1\n" + head + lines
    let all = text.split(separator: "\n", omittingEmptySubsequences: false)
    let end = ProgressWriter.end(
      lines: all.count, hash: ProgressWriter.hash("\(text)\n".utf8))
    let fault = self.fault(of: text + "\n" + end)
    #expect(fault?.kind == .damaged)
    #expect(fault?.line == all.count)
  }

  @Test func hasMoreThanAnybodyWouldWrite() {
    let values = (0..<20_000).map { "a\($0)=b" }.joined(separator: " ")
    let first = fault(of: "gatehouse progress 1\nstudent id=a \(values)\nend")
    #expect(first?.line == 2)
    let tries = (0...2_000).map { "try wrong given=\($0)\n" }.joined()
    let second = fault(
      of: "gatehouse progress 1\nstudent id=a\nlesson e fingerprint=a\npage p done\nask 1 open\n"
        + tries + "end")
    #expect(second?.kind == .damaged)
    #expect(second?.line == 2_006)
  }

  @Test(arguments: 0..<200)
  func neverTraps(seed: Int) {
    var dice = Dice(seed: seed)
    var bytes = Array(Progress.random(&dice).text.utf8)
    for _ in 0..<dice.number(1...20) {
      let place = dice.number(0...(bytes.count - 1))
      switch dice.number(0...2) {
      case 0: bytes[place] = UInt8(dice.number(0...255))
      case 1: bytes.insert(UInt8(dice.number(0...255)), at: place)
      default: bytes.removeSubrange(place..<min(place + dice.number(1...30), bytes.count))
      }
      guard !bytes.isEmpty else { break }
    }
    _ = fault(of: bytes)
  }
}
