import Foundation
import TestSupport
import Testing

/// The built program, run as a process.
struct Command {
    /// What a run of the program gave.
    struct Result {
        /// The exit code; 128 and the number of the signal when one ended it.
        var code: Int32
        /// What it wrote to standard output.
        var output: String
        /// What it wrote to standard error.
        var errors: String
    }

    /// A link to the built program in a folder of its own, from where it sees no data of the checkout.
    static let path: String = {
        let folder = URL(fileURLWithPath: built).deletingLastPathComponent().path + "/alone"
        let link = folder + "/chu"
        let files = FileManager.default
        try? files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try? files.removeItem(atPath: link)
        do { try files.linkItem(atPath: built, toPath: link) } catch { return built }
        return link
    }()

    /// Where `chu` was built: beside the test program.
    private static let built: String = {
        let test = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        for program in [test, CommandLine.arguments.first ?? ""] {
            let folder = URL(fileURLWithPath: program).deletingLastPathComponent().path
            if FileManager.default.isExecutableFile(atPath: folder + "/chu") { return folder + "/chu" }
        }
        return ".build/debug/chu"
    }()

    /// The folder of `Package.swift`.
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// Runs the program, and waits for its end.
    ///
    /// The environment is empty except for `variables` and a home that is nowhere.
    static func run(
        _ arguments: [String], input: [UInt8] = [], variables: [String: String] = [:],
        in folder: String? = nil,
        program: String? = nil
    ) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program ?? path)
        process.arguments = arguments
        process.environment = [
            "HOME": "/nonexistent", "PATH": "/usr/bin:/bin", "XDG_DATA_DIRS": "/nonexistent",
        ]
        .merging(variables) { $1 }
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        let scratch = try ScratchFolder()
        let output = URL(fileURLWithPath: try scratch.file("output"))
        let errors = URL(fileURLWithPath: try scratch.file("errors"))
        let given = URL(fileURLWithPath: try scratch.file("input", input))
        process.standardInput = try FileHandle(forReadingFrom: given)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        let code = process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
        return Result(
            code: code, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }

    /// Runs a line of shell in which the program is `$CHU`.
    static func shell(_ line: String, variables: [String: String] = [:], in folder: String? = nil) throws
        -> Result
    {
        try run(
            ["-c", line], variables: variables.merging(["CHU": path]) { $1 }, in: folder, program: "/bin/bash"
        )
    }
}

/// Sources for the tests, and a data folder compiled from them.
enum Fixture {
    static let lexicon = """
        lexicon 1
        language rad
        script Latn
        title Êđê
        title (en) Rade words
        title (vi) Từ Êđê
        version 1.0
        licence CC0-1.0
        status draft
        source sample words for tests
        columns headword vi en source method concept note
        entries
        êa\tnước\twater\tsample\tconcept\t948\t
        anak\tcon\tchild\tsample\tdirect\t\t
        čư̆\tnúi\tmountain\tsample\tdirect\t\tfire inside

        """

    static let keymap = """
        keymap 1
        language rad
        title Thử
        version 1.0
        licence CC0-1.0
        status draft
        source sample a keymap for tests
        option marks = on | off : whether marks are made
        letters vowel
          a e i o u
          ê = ee when marks=on
        letters consonant
          b c d g h k l m n r t
          đ = dd
        syllable Word
          onset [consonant]+
          rime [vowel]+
          rime [vowel]+[consonant]+
          syllables 3
        tests
          eea -> êa

        """

    /// A lexicon without a language, which is an error.
    static let badLexicon = lexicon.replacingOccurrences(of: "language rad\n", with: "")

    /// The articles about diagnostics, as they are installed.
    static let articlePaths: [(name: String, language: String, path: String)] = [
        ("keymap", "Keymap"), ("lexicon", "Lexicon"), ("transform", "Transform"), ("macros", "Macro"),
    ].flatMap { name, title in
        [("en", ""), ("vi", ".vi")].compactMap { language, suffix in
            let sources = Command.repository + "/Sources"
            let found = FileManager.default.enumerator(atPath: sources)?.compactMap { $0 as? String }.first {
                $0.hasSuffix(".docc/\(title)-diagnostics\(suffix).md")
            }
            return found.map { (name, language, "\(sources)/\($0)") }
        }
    }

    /// A data folder with the articles about diagnostics.
    static func articles(in scratch: ScratchFolder? = nil, _ folder: String = "diagnostics") throws
        -> ScratchFolder
    {
        let scratch = try scratch ?? ScratchFolder()
        try #require(articlePaths.count == 8)
        for article in articlePaths {
            let bytes = try #require(FileManager.default.contents(atPath: article.path))
            try scratch.file("\(folder)/\(article.name).\(article.language).md", Array(bytes))
        }
        return scratch
    }

    /// A folder with the lexicon compiled in it, as `CHU_PATH` wants it.
    static func dataFolder() throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        let source = try scratch.file("rad.lexicon", lexicon)
        let target = scratch.path + "/lexicons/rad/core.chulex"
        let built = try Command.run(["build", source, "-o", target])
        try #require(built.code == 0, "\(built.errors)")
        return scratch
    }
}
