import Testing

struct LineEditingModuleTests {
  @Test func isBuilt() {}
}
