import Testing

@testable import Grammar

struct LexerTests {
  private func words(_ line: String) -> [String] { Lexer(line).tokens.map(\.text) }

  @Test func blanksSeparateWords() {
    #expect(words("  gates \tlstm  ") == ["gates", "lstm"])
    #expect(words("").isEmpty)
    #expect(words("   ").isEmpty)
  }

  @Test func blanksAroundTheSignMakeNoDifference() {
    let expected = ["gates", "t", "=", "42"]
    for line in ["gates t=42", "gates t = 42", "gates t= 42", "gates t =42"] {
      #expect(words(line) == expected)
    }
  }

  @Test func placesAreBytesOfTheLine() {
    let tokens = Lexer("é t=42").tokens
    #expect(tokens.map(\.range) == [0..<2, 3..<4, 4..<5, 5..<7])
  }

  @Test func aCommentBeginsAtAWordsStart() {
    #expect(words("data # all of it") == ["data"])
    #expect(words("data a#b") == ["data", "a#b"])
    #expect(words("# nothing").isEmpty)
    #expect(words("data file= # nothing") == ["data", "file", "="])
  }

  @Test func semicolonsSeparateCommandsButNotInsideQuotes() {
    #expect(words("data;gates lstm") == ["data", ";", "gates", "lstm"])
    #expect(words("load 'a;b'") == ["load", "a;b"])
  }

  @Test func bracketsAndCommasKeepBlanks() {
    #expect(
      words("power V=[[0.5, 0.2], [0, 0.9]]") == ["power", "V", "=", "[[0.5, 0.2], [0, 0.9]]"])
    #expect(words("gates x=0.5, 0.6 unit=7") == ["gates", "x", "=", "0.5, 0.6", "unit", "=", "7"])
    #expect(words("gates x=0.5,") == ["gates", "x", "=", "0.5,"])
  }

  @Test func escapesAreReadInDoubleQuotesOnly() {
    #expect(words(#""a\"b\\c""#) == [#"a"b\c"#])
    #expect(words(#"'a\"b'"#) == [#"a\"b"#])
    #expect(words("a' b'c") == ["a bc"])
    #expect(Lexer(#""a\qb""#).mistake?.range == 2..<4)
  }

  @Test func backticksHoldACommand() {
    #expect(words("calc `data pick=rows` / 2") == ["calc", "data pick=rows", "/", "2"])
  }

  @Test func anOpenQuoteIsAMistakeAndStillAToken() {
    let lexer = Lexer("load \"a b")
    #expect(lexer.mistake == Mistake("this quote is never closed", at: 5..<6))
    #expect(lexer.tokens.last?.text == "a b")
    #expect(lexer.tokens.last?.quoting == .open(UInt8(ascii: "\"")))
  }

  @Test func unbalancedBracketsAreMistakes() {
    #expect(Lexer("power V=[[1, 2]").mistake?.range == 8..<9)
    #expect(Lexer("power V=1]").mistake?.range == 9..<10)
  }

  @Test func aValueMayHoldFurtherSigns() {
    #expect(words("set a=b=c") == ["set", "a", "=", "b=c"])
    #expect(words("set a==c") == ["set", "a", "=", "=c"])
  }

  @Test func carriageReturnsAreBlanks() {
    #expect(words("data\r") == ["data"])
  }

  @Test func noPrefixOfAnyLineTraps() {
    let line = #"gates "l\"s" t=1..2 V=[[1, 2], [3]] 'x;` # é= ;; = a= ,"#
    for end in line.indices { _ = Lexer(String(line[..<end])) }
  }
}
