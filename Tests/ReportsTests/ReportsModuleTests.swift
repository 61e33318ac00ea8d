import Testing

struct ReportsModuleTests {
  @Test func isBuilt() {}
}
