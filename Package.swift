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
        .target(name: "CFiles"),
        .target(name: "CICU", linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "CDocument", linkerSettings: [.linkedLibrary("dl")]),

        // Leaves
        library("Bytes"),
        library("Text"),
        library("Files", ["Bytes", "CFiles"]),
        library("ICU", ["CICU"]),
        library("Diagnostics", ["Text"]),
        library("Languages", ["Text"]),

        // Cores
        library("Composition", ["Bytes", "Text"]),
        library("Lexicon", ["Bytes", "Text"]),
        library("Conversion", ["Bytes", "Diagnostics", "Files", "ICU", "Text"]),
        library("Document", ["Bytes", "CDocument", "Conversion"]),

        // Assemblies
        library("Engine", ["Composition", "Lexicon", "Text"]),
        library("KeymapCompiler", ["Bytes", "Composition", "Diagnostics", "ICU", "Text"]),
        library("TransformCompiler", ["Conversion", "Diagnostics", "ICU"]),
        library(
            "LexiconCompiler",
            ["Bytes", "Conversion", "Diagnostics", "ICU", "Lexicon", "Text", "TransformCompiler"]),
        library("MacroCompiler", ["Composition", "Diagnostics", "Text"]),

        // Services
        library(
            "Catalogue",
            [
                "Bytes", "Composition", "Conversion", "Diagnostics", "Engine", "Files", "Lexicon", "Text",
                "TransformCompiler",
            ]),
        library("LineEditor", ["Bytes", "Composition", "Engine", "Files", "Text"]),
        library("Answers", ["Diagnostics", "Lexicon", "Text"]),

        // Edges
        .target(name: "CChu"),
        library(
            "ChuABI",
            [
                "Bytes", "CChu", "Catalogue", "Composition", "Conversion", "Diagnostics", "Engine", "Files",
                "ICU", "Lexicon", "MacroCompiler", "TransformCompiler",
            ]),
        .executableTarget(
            name: "chu",
            dependencies: [
                "Answers", "Bytes", "Catalogue", "Composition", "Conversion", "Diagnostics", "Document",
                "Engine", "Files", "KeymapCompiler", "Languages", "Lexicon", "LexiconCompiler", "LineEditor",
                "MacroCompiler", "Text", "TransformCompiler",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        // Tests
        .target(
            name: "TestSupport",
            dependencies: [
                "Bytes", "Composition", "Diagnostics", "Files", "KeymapCompiler", "Lexicon",
                "LexiconCompiler", "Text",
            ],
            path: "Tests/Support", swiftSettings: settings),
        tests("BytesTests", ["Bytes"]),
        tests("TextTests", ["Text"]),
        tests("LanguagesTests", ["Languages", "Text"]),
        tests("FilesTests", ["Bytes", "CFiles", "Files", "TestSupport"]),
        tests("ICUTests", ["ICU"]),
        tests("DiagnosticsTests", ["Diagnostics"]),
        tests("ConversionTests", ["Conversion", "Diagnostics", "ICU", "TestSupport", "TransformCompiler"]),
        tests(
            "TransformCompilerTests",
            ["Conversion", "Diagnostics", "ICU", "TestSupport", "TransformCompiler"],
            resources: ["Wordings"]),
        tests("DocumentTests", ["Bytes", "Conversion", "Document", "TestSupport"]),
        tests(
            "CompositionTests",
            ["Bytes", "Composition", "Diagnostics", "ICU", "KeymapCompiler", "TestSupport"],
            resources: ["Fixtures"]),
        tests(
            "LexiconTests",
            ["Bytes", "Diagnostics", "Files", "ICU", "Lexicon", "LexiconCompiler", "TestSupport"]),
        tests(
            "EngineTests",
            [
                "Bytes", "Catalogue", "Composition", "Diagnostics", "Engine", "KeymapCompiler",
                "MacroCompiler", "TestSupport",
            ], resources: ["Fixtures", "Scenarios"]),
        tests(
            "CatalogueTests",
            [
                "Bytes", "Catalogue", "Composition", "Conversion", "Diagnostics", "Engine", "Files",
                "KeymapCompiler",
                "Lexicon", "LexiconCompiler", "TestSupport", "TransformCompiler",
            ]),
        tests("MacroCompilerTests", ["Composition", "Diagnostics", "ICU", "MacroCompiler", "TestSupport"]),
        tests(
            "KeymapCompilerTests",
            ["Bytes", "Composition", "Diagnostics", "ICU", "KeymapCompiler", "TestSupport"],
            resources: ["Wordings"]),
        tests(
            "LexiconCompilerTests",
            [
                "Bytes", "Diagnostics", "Files", "Lexicon", "LexiconCompiler", "TestSupport",
                "TransformCompiler",
            ],
            resources: ["Wordings"]),
        tests(
            "LineEditorTests",
            [
                "Bytes", "Catalogue", "Composition", "Diagnostics", "Engine", "Files", "KeymapCompiler",
                "Lexicon", "LexiconCompiler", "LineEditor", "Text",
            ]),
        tests(
            "AnswersTests",
            [
                "Answers", "Bytes", "Catalogue", "Conversion", "Diagnostics", "Engine", "Files", "Lexicon",
                "LexiconCompiler", "TestSupport",
            ], resources: ["Texts"]),
        tests(
            "ChuABITests",
            [
                "CChu", "Catalogue", "ChuABI", "Composition", "Diagnostics", "Engine", "Files",
                "LexiconCompiler", "TestSupport",
            ]),
        tests("CommandTests", ["TestSupport", "chu"], resources: ["Questions", "Diagnostics", "Faults"]),
    ]
)

// What fuzzes the readers needs libFuzzer and its flags, which `make fuzz` gives.
if Context.environment["CHU_FUZZ"] != nil {
    package.targets += [
        .target(name: "LibFuzzer", path: "Tests/Fuzzing/LibFuzzer"),
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "Bytes", "Composition", "Conversion", "Diagnostics", "Document", "Engine", "Files", "ICU",
                "KeymapCompiler", "Lexicon", "LexiconCompiler", "LibFuzzer", "MacroCompiler", "TestSupport",
                "TransformCompiler",
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
            name: "lexbench", dependencies: ["Bytes", "Files", "Lexicon", "LexiconCompiler", "Peers"],
            path: "Benchmarks/Lexicon/Harness", swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "convbench", dependencies: ["Bytes", "Conversion", "Files"],
            path: "Benchmarks/Conversion/Harness", swiftSettings: [.swiftLanguageMode(.v6)]),
    ]
    package.products.append(.executable(name: "lexbench", targets: ["lexbench"]))
    package.products.append(.executable(name: "convbench", targets: ["convbench"]))
}
