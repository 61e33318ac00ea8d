// swift-tools-version: 6.2
import PackageDescription

// MARK: Settings

/// `GATEHOUSE_FUZZ=1` builds everything for the fuzzer, with its program: see Tests/Fuzzing.
let isFuzzing = Context.environment["GATEHOUSE_FUZZ"] != nil

/// Every target is held to the same language rules.
let house: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ] + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"])] : [])

/// All but the one that drives libedit also mark every use of unsafe code, with its reason.
let safe = house + [.strictMemorySafety()]

/// The networks are compiled for this processor, and optimised in debug builds too, so that tests can train.
///
/// `GATEHOUSE_PROCESSOR=x86-64-v3 swift build` makes a program for other machines of that level.
var kernels: [SwiftSetting] = safe + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A program for other machines first sees whether the one it runs on has that level.
var process = safe
#if arch(x86_64)
let processor = Context.environment["GATEHOUSE_PROCESSOR"] ?? "native"
kernels += [.unsafeFlags(["-Xcc", "-march=\(processor)", "-Xcc", "-fno-math-errno"])]
if processor.hasPrefix("x86-64-v") {
  process += [.unsafeFlags(["-Xcc", "-DCPROCESSORS_LEVEL=\(processor)"])]
}
#endif

/// A release build for Linux holds Swift's libraries and stands at a fixed address: finding them, and
/// relocating what they and we point to, would take longer than most answers do.
///
/// lld does not warn of the C function `mktemp`, which FoundationEssentials names and nobody here calls;
/// that library comes with ArgumentParser, and the two named last are what it needs in its turn.
let selfContained: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-use-ld=lld", "-Xclang-linker", "-no-pie",
      "-l_FoundationCollections", "-l_FoundationCShims",
    ], .when(platforms: [.linux], configuration: .release))
]

let package = Package(
  name: "gatehouse",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "gatehouse", targets: ["gatehouse"]),
    // For the package in Benchmarks.
    .library(name: "Recurrent", targets: ["Recurrent"]),
    .library(name: "MarketSeries", targets: ["MarketSeries"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // MARK: What Swift cannot call
    .systemLibrary(name: "CEditLine", providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    .systemLibrary(name: "CProcessors"),

    // MARK: Parts that know nothing of one another
    .target(name: "Grammar", swiftSettings: safe),
    .target(name: "LineEditing", dependencies: ["CEditLine"], swiftSettings: house),
    .target(name: "Recurrent", dependencies: ["CProcessors"], swiftSettings: kernels),
    .target(name: "MarketSeries", swiftSettings: safe),
    .target(name: "Reports", swiftSettings: safe),

    // MARK: The course
    .target(name: "Lessons", dependencies: ["Grammar", "Reports"], swiftSettings: safe),

    // MARK: The shell and the process
    .target(
      name: "Shell",
      dependencies: [
        "Grammar", "LineEditing", "Recurrent", "MarketSeries", "Reports", "Lessons",
      ], swiftSettings: safe),
    .executableTarget(
      name: "gatehouse",
      dependencies: [
        "Shell", "LineEditing", "CProcessors",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: process, linkerSettings: selfContained),

    // MARK: Tests
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
    .testTarget(name: "GrammarTests", dependencies: ["Grammar"], swiftSettings: house),
    .executableTarget(
      name: "line-editing-probe", dependencies: ["LineEditing"], path: "Tests/LineEditingProbe",
      swiftSettings: house),
    .testTarget(
      name: "LineEditingTests", dependencies: ["LineEditing", "TestSupport", "line-editing-probe"],
      swiftSettings: house),
    .testTarget(
      name: "RecurrentTests", dependencies: ["Recurrent", "TestSupport"],
      resources: [.copy("Fixtures")], swiftSettings: house),
    .testTarget(
      name: "MarketSeriesTests", dependencies: ["MarketSeries", "TestSupport"],
      resources: [.copy("Fixtures")], swiftSettings: house),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "TestSupport"],
      exclude: ["Golden"], swiftSettings: house),
    .testTarget(
      name: "LessonsTests", dependencies: ["Lessons", "Grammar", "Reports", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "ShellTests",
      dependencies: [
        "Shell", "Grammar", "LineEditing", "Recurrent", "MarketSeries", "Reports", "Lessons",
        "TestSupport",
      ], exclude: ["Golden"], swiftSettings: house),
    .testTarget(
      name: "GatehouseTests",
      dependencies: ["gatehouse", "Shell", "Lessons", "Grammar", "Reports", "TestSupport"],
      swiftSettings: house),
    .testTarget(name: "ProjectTests", swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)

if isFuzzing {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Tests/Fuzzing/CFuzzer"),
    .executableTarget(
      name: "gatehouse-fuzz",
      dependencies: [
        "CFuzzer", "Grammar", "LineEditing", "Recurrent", "MarketSeries", "Reports", "Lessons",
        "Shell",
      ], path: "Tests/Fuzzing", exclude: ["CFuzzer", "Corpus"], swiftSettings: house,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
  ]
}
