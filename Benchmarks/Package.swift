// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// The multiply-add limit is measured with the instructions that the networks are compiled to.
var native = house
#if arch(x86_64)
let processor = Context.environment["GATEHOUSE_PROCESSOR"] ?? "native"
native.append(.unsafeFlags(["-Xcc", "-march=\(processor)"]))
#endif

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "gatehouse", path: ".."),
    // Without its traits it counts no allocations and needs no library loaded in front.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(
      name: "Workloads",
      dependencies: [
        .product(name: "Recurrent", package: "gatehouse"),
        .product(name: "MarketSeries", package: "gatehouse"),
      ], swiftSettings: native),
    .executableTarget(
      name: "worker",
      dependencies: ["Workloads", .product(name: "Recurrent", package: "gatehouse")],
      swiftSettings: house),
    // The library's plugin takes targets that stand right in a folder of the name Benchmarks.
    .executableTarget(
      name: "Speed",
      dependencies: [
        "Workloads",
        .product(name: "Recurrent", package: "gatehouse"),
        .product(name: "Benchmark", package: "benchmark"),
      ], path: "Speed", swiftSettings: house,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)
