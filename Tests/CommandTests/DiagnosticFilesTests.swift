import Foundation
import TestSupport
import Testing

/// A folder with a file for each diagnostic there is, checked as a user checks it.
///
/// A file is called after the id of what is wrong with it; most are the examples of the articles, made whole. What
/// `chu check` writes stands beside them, in each language: `CHU_RENEW_WORDINGS=1` in the environment writes it again.
struct DiagnosticFilesTests {
    static let folder = Command.repository + "/Tests/CommandTests/Diagnostics"

    /// What no file can show, with the reason.
    static let absent = ["lexicon.too-large": "a source has more than 1,024 MiB"]

    /// The transforms of the shipped lexicons, which some of the files need.
    let data: ScratchFolder

    init() throws {
        data = try ScratchFolder()
        try FileManager.default.createSymbolicLink(
            atPath: data.path + "/transforms", withDestinationPath: Command.repository + "/Transforms")
    }

    func check(_ arguments: [String], _ language: String = "C", in folder: String = Self.folder) throws
        -> Command.Result
    {
        try Command.run(
            ["check"] + arguments, variables: ["CHU_PATH": data.path, "LC_ALL": language], in: folder)
    }

    /// Files that are too large to be kept, by their names.
    static func large() throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        let tags = (0..<201).map { number in
            let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
            return "q" + letters[number / 26] + letters[number % 26]
        }
        let table = Fixture.lexicon.components(separatedBy: "columns ")[0]
        try scratch.file(
            "lexicon.too-many-languages.lexicon",
            table
                + "columns headword \(tags.joined(separator: " "))\nentries\nêa\(tags.map { "\t\($0)" }.joined())\n"
        )
        try scratch.file(
            "lexicon.too-long.lexicon",
            table + "columns headword pos vi\nentries\nêa\t\(String(repeating: "n", count: 2000))\tnước\n")
        let many = (0...20_000).map { "k\($0) = không\n" }.joined()
        try scratch.file("macros.too-many.macros", "macros 1\n" + many)
        try scratch.file(
            "macros.long-expansion.macros", "macros 1\nko = \(String(repeating: "n", count: 600))\n")
        return scratch
    }

    /// A record of `chu check --format json`.
    struct Record: Decodable {
        var file: String
        var id: String
        var severity: String
        var message: String

        /// The id that the name of the file promises.
        var promised: String {
            URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        }
    }

    func records(_ arguments: [String], _ language: String = "C", in folder: String = Self.folder) throws
        -> [Record]
    {
        let result = try check(arguments + ["--format", "json"], language, in: folder)
        return try JSONDecoder().decode([Record].self, from: Data(result.output.utf8))
    }

    @Test func `Each diagnostic has a file that gives it, and nothing else`() throws {
        let records =
            try records(["."]) + withExtendedLifetime(Self.large()) { try self.records(["."], in: $0.path) }
        // A transform for a lexicon to find broken.
        for record in records where record.promised != "iii-Latn" {
            #expect(record.id == record.promised, "\(record.file): \(record.message)")
        }
        let shown = Set(records.map(\.id))
        let listed = try Set(ExplainTests.kinds().map(\.id))
        #expect(listed.subtracting(shown) == Set(Self.absent.keys))
        #expect(shown.isSubset(of: listed))
    }

    @Test(arguments: [("en", "C.UTF-8"), ("vi", "vi_VN.UTF-8")])
    func `What is written about them is what it was`(language: String, locale: String) throws {
        let result = try check(["."], locale)
        #expect(result.code == 1)
        let path = "\(Self.folder)/check.\(language).txt"
        if ProcessInfo.processInfo.environment["CHU_RENEW_WORDINGS"] == "1" {
            try result.output.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOfFile: path, encoding: .utf8)
        let change = zip(golden.split(separator: "\n"), result.output.split(separator: "\n")).first {
            $0 != $1
        }
        #expect(
            golden == result.output,
            "'\(change?.0 ?? "")' is now '\(change?.1 ?? "")'; CHU_RENEW_WORDINGS=1 renews \(path)")
    }

    @Test func `In Vietnamese no English sentence is written`() throws {
        let all = try check(["."], "vi_VN.UTF-8")
        #expect(EnglishWords.lines(of: all.output + all.errors) == [])
        let large = try Self.large()
        let others = try check(["."], "vi_VN.UTF-8", in: large.path)
        #expect(EnglishWords.lines(of: others.output + others.errors) == [])
    }

    @Test func `What was fixed is reported in Vietnamese`() throws {
        let scratch = try ScratchFolder()
        try FileManager.default.copyItem(atPath: Self.folder, toPath: scratch.path + "/all")
        let result = try check(["--fix", "all"], "vi_VN.UTF-8", in: scratch.path)
        #expect(result.output.contains(": đã sửa: "))
        #expect(EnglishWords.lines(of: result.output + result.errors) == [])
    }

    @Test func `In JSON only the messages follow the language`() throws {
        let english = try records(["macros"])
        let vietnamese = try records(["macros"], "vi_VN.UTF-8")
        #expect(!english.isEmpty)
        #expect(vietnamese.map(\.id) == english.map(\.id))
        #expect(vietnamese.map(\.severity) == english.map(\.severity))
        #expect(zip(vietnamese, english).allSatisfy { $0.message != $1.message })
    }
}
