import Testing

struct GrammarModuleTests {
  @Test func isBuilt() {}
}
