import Testing

struct ShellModuleTests {
  @Test func isBuilt() {}
}
