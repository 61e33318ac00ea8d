import Testing

struct RecurrentModuleTests {
  @Test func isBuilt() {}
}
