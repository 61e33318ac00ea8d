import Testing

struct MarketSeriesModuleTests {
  @Test func isBuilt() {}
}
