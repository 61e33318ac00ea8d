import Testing

struct GatehouseModuleTests {
  @Test func isBuilt() {}
}
