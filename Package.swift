// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// A target of this package with the settings all of them share.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, exclude: resources, swiftSettings: settings)
}

let package = Package(
    name: "chu",
    products: [
        .executable(name: "chu", targets: ["chu"]),
        .library(name: "chuim", type: .dynamic, targets: ["ChuABI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // System
        .target(name: "CICU", linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "CDocument", linkerSettings: [.linkedLibrary("dl")]),

        // Leaves
        library("ICU", ["CICU"]),
        library("Storage"),
        library("Diagnostics"),
        library("Composition", ["Storage"]),
        library("Lexicon", ["Storage"]),
        library("Conversion", ["Diagnostics", "ICU", "Storage"]),

        // Assemblies
        library("Document", ["CDocument", "Conversion", "Storage"]),
        library("Engine", ["Composition", "Lexicon", "Storage"]),
        library("KeymapCompiler", ["Composition", "Diagnostics", "ICU", "Storage"]),
        library("LexiconCompiler", ["Conversion", "Lexicon", "Diagnostics", "ICU", "Storage"]),
        library("LineEditor", ["Engine"]),

        // Edges
        .target(name: "CChu"),
        library("ChuABI", ["Engine", "Conversion", "CChu", "Diagnostics", "ICU", "Storage"]),
        .executableTarget(
            name: "chu",
            dependencies: [
                "Engine", "KeymapCompiler", "LexiconCompiler", "LineEditor", "Conversion",
                "Document",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        // Tests
        .target(
            name: "TestSupport",
            dependencies: [
                "Composition", "Lexicon", "KeymapCompiler", "LexiconCompiler", "Diagnostics", "Storage",
            ],
            path: "Tests/Support", swiftSettings: settings),
        tests("StorageTests", ["Storage", "TestSupport"]),
        tests("ICUTests", ["ICU"]),
        tests("DiagnosticsTests", ["Diagnostics"]),
        tests("ConversionTests", ["Conversion", "ICU", "TestSupport", "Diagnostics", "Storage"]),
        tests("DocumentTests", ["Document", "Conversion", "Storage", "TestSupport"]),
        tests(
            "CompositionTests",
            ["Composition", "KeymapCompiler", "Diagnostics", "Storage", "ICU", "TestSupport"],
            resources: ["Fixtures"]),
        tests(
            "LexiconTests", ["Lexicon", "LexiconCompiler", "Diagnostics", "Storage", "ICU", "TestSupport"]),
        tests(
            "EngineTests",
            [
                "Engine", "Composition", "Lexicon", "KeymapCompiler", "LexiconCompiler", "Diagnostics",
                "Storage", "TestSupport",
            ], resources: ["Fixtures", "Scenarios"]),
        tests("KeymapCompilerTests", ["KeymapCompiler", "Composition", "Diagnostics", "Storage"]),
        tests(
            "LexiconCompilerTests", ["LexiconCompiler", "Lexicon", "Diagnostics", "Storage", "TestSupport"]),
        tests(
            "LineEditorTests",
            ["LineEditor", "KeymapCompiler", "LexiconCompiler", "Diagnostics", "TestSupport"]),
        tests(
            "ChuABITests", ["ChuABI", "CChu", "KeymapCompiler", "LexiconCompiler", "Diagnostics", "Storage"]),
        tests("CommandTests", ["chu", "TestSupport"], resources: ["Questions"]),
    ]
)

// What fuzzes the readers needs libFuzzer and its flags, which `make fuzz` gives.
if Context.environment["CHU_FUZZ"] != nil {
    package.targets += [
        .target(name: "LibFuzzer", path: "Tests/Fuzzing/LibFuzzer"),
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "LibFuzzer", "Composition", "Conversion", "Document", "Engine", "ICU", "KeymapCompiler",
                "Lexicon",
                "LexiconCompiler", "Diagnostics", "Storage", "TestSupport",
            ],
            path: "Tests/Fuzzing/Fuzz", swiftSettings: settings),
    ]
    package.products.append(.executable(name: "fuzz", targets: ["fuzz"]))
}

// What measures the keys of a lexicon beside other libraries needs those, which `make bench-lexicon` installs.
if Context.environment["CHU_BENCH"] != nil {
    package.targets += [
        .target(
            name: "Peers", path: "Benchmarks/Lexicon/Peers",
            linkerSettings: ["marisa", "datrie", "sqlite3"].map { .linkedLibrary($0) }),
        .executableTarget(
            name: "lexbench", dependencies: ["Lexicon", "LexiconCompiler", "Storage", "Peers"],
            path: "Benchmarks/Lexicon/Harness", swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "convbench", dependencies: ["Conversion", "Storage"],
            path: "Benchmarks/Conversion/Harness", swiftSettings: [.swiftLanguageMode(.v6)]),
    ]
    package.products.append(.executable(name: "lexbench", targets: ["lexbench"]))
    package.products.append(.executable(name: "convbench", targets: ["convbench"]))
}
