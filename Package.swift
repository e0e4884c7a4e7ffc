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
        library("Bytes"),
        library("Text"),
        library("Files", ["Bytes"]),
        library("ICU", ["CICU"]),
        library("Diagnostics", ["Text"]),

        // Cores
        library("Composition", ["Bytes", "Text"]),
        library("Lexicon", ["Bytes", "Text"]),
        library("Conversion", ["Bytes", "Diagnostics", "Files", "ICU", "Text"]),
        library("Document", ["Bytes", "CDocument", "Conversion"]),

        // Assemblies
        library("Engine", ["Bytes", "Composition", "Files", "Lexicon", "Text"]),
        library("KeymapCompiler", ["Bytes", "Composition", "Diagnostics", "ICU", "Text"]),
        library(
            "LexiconCompiler", ["Bytes", "Conversion", "Diagnostics", "Files", "ICU", "Lexicon", "Text"]),

        // Services
        library(
            "Catalogue",
            ["Bytes", "Composition", "Conversion", "Diagnostics", "Engine", "Files", "Lexicon", "Text"]),
        library("LineEditor", ["Composition", "Engine", "Files", "Text"]),

        // Edges
        .target(name: "CChu"),
        library(
            "ChuABI",
            [
                "Bytes", "CChu", "Catalogue", "Composition", "Conversion", "Diagnostics", "Engine", "Files",
                "ICU", "Lexicon",
            ]),
        .executableTarget(
            name: "chu",
            dependencies: [
                "Bytes", "Catalogue", "Composition", "Conversion", "Diagnostics", "Document", "Engine",
                "Files", "KeymapCompiler", "Lexicon", "LexiconCompiler", "LineEditor", "Text",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        // Tests
        .target(
            name: "TestSupport",
            dependencies: [
                "Composition", "Lexicon", "KeymapCompiler", "LexiconCompiler", "Diagnostics", "Bytes",
                "Files",
            ],
            path: "Tests/Support", swiftSettings: settings),
        tests("BytesTests", ["Bytes", "TestSupport"]),
        tests("TextTests", ["Text"]),
        tests("FilesTests", ["Bytes", "Files", "TestSupport"]),
        tests("ICUTests", ["ICU"]),
        tests("DiagnosticsTests", ["Diagnostics"]),
        tests("ConversionTests", ["Conversion", "ICU", "TestSupport", "Diagnostics", "Bytes", "Files"]),
        tests("DocumentTests", ["Document", "Conversion", "Bytes", "Files", "TestSupport"]),
        tests(
            "CompositionTests",
            ["Composition", "KeymapCompiler", "Diagnostics", "Bytes", "Files", "ICU", "TestSupport"],
            resources: ["Fixtures"]),
        tests(
            "LexiconTests",
            ["Lexicon", "LexiconCompiler", "Diagnostics", "Bytes", "Files", "ICU", "TestSupport"]),
        tests(
            "EngineTests",
            [
                "Engine", "Composition", "Lexicon", "KeymapCompiler", "LexiconCompiler", "Diagnostics",
                "Bytes", "Files", "TestSupport",
            ], resources: ["Fixtures", "Scenarios"]),
        tests(
            "KeymapCompilerTests", ["KeymapCompiler", "Composition", "Diagnostics", "Bytes", "Files"],
            resources: ["Wordings"]),
        tests(
            "LexiconCompilerTests",
            ["LexiconCompiler", "Lexicon", "Diagnostics", "Bytes", "Files", "TestSupport"]),
        tests(
            "LineEditorTests",
            ["LineEditor", "KeymapCompiler", "LexiconCompiler", "Diagnostics", "TestSupport"]),
        tests(
            "ChuABITests",
            ["ChuABI", "CChu", "KeymapCompiler", "LexiconCompiler", "Diagnostics", "Bytes", "Files"]),
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
                "LexiconCompiler", "Diagnostics", "Bytes", "Files", "TestSupport",
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
            name: "lexbench", dependencies: ["Lexicon", "LexiconCompiler", "Bytes", "Files", "Peers"],
            path: "Benchmarks/Lexicon/Harness", swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "convbench", dependencies: ["Conversion", "Bytes", "Files"],
            path: "Benchmarks/Conversion/Harness", swiftSettings: [.swiftLanguageMode(.v6)]),
    ]
    package.products.append(.executable(name: "lexbench", targets: ["lexbench"]))
    package.products.append(.executable(name: "convbench", targets: ["convbench"]))
}
