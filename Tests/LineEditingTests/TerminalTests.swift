import TestSupport
import Testing

@testable import LineEditing

struct TerminalTests {
  @Test func aDescriptorThatIsNoneIsNoTerminal() {
    #expect(!Terminal.isTerminal(-1))
    #expect(Terminal.size(-1) == nil)
    #expect(TerminalSettings(-1) == nil)
    #expect(KeyReader(fileDescriptor: -1) == nil)
  }

  @Test(arguments: [[:], ["TERM": ""], ["TERM": "dumb"]])
  func aDumbTerminalCannotEdit(_ environment: [String: String]) {
    #expect(!Terminal.canEdit(environment: environment))
  }
}
