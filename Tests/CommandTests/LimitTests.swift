import Foundation
import TestSupport
import Testing

/// Input beyond any sense is answered at once with an error.
struct LimitTests {
    private static let million = String(repeating: "a", count: 1_000_000)

    /// Runs the program, and expects an answer in less time than any work on the input would take.
    private func run(
        _ arguments: [String], input: [UInt8] = [], variables: [String: String] = [:],
        in folder: String? = nil,
        _ place: SourceLocation = #_sourceLocation
    ) throws -> Command.Result {
        let started = Date()
        let result = try Command.run(arguments, input: input, variables: variables, in: folder)
        // Much time for a debug build on a busy machine; some of these took minutes.
        #expect(Date().timeIntervalSince(started) < 30, sourceLocation: place)
        return result
    }

    @Test(arguments: ["exact", "folded", "prefix", "wildcard", "fuzzy", "gloss", "text"])
    func `A query that is too long is an error in each kind of match`(_ match: String) throws {
        let data = try Fixture.dataFolder()
        let variables = ["CHU_PATH": data.path]
        let inputs = [
            Self.million + "\n", String(repeating: "nước ", count: 200_000) + "\n",
            String(repeating: "*a?", count: 333_333) + "\n", Self.million,
            String(repeating: "a", count: 4097),
        ]
        for input in inputs {
            let result = try run(
                ["lookup", "--match", match], input: Array(input.utf8), variables: variables)
            #expect(result.code == 65 && result.output == "", "\(result.code) \(result.errors.prefix(300))")
            #expect(result.errors.utf8.count < 300)
        }
        let word = String(repeating: "a", count: 4097)
        let given = try run(["lookup", "--match", match, word], variables: variables)
        #expect(
            given.code == 65 && given.errors == "chu: a query of 4097 bytes; at most 4096 can be looked up\n")
        let longest = try run(["lookup", "--match", match, String(word.dropLast())], variables: variables)
        #expect(longest.code == 1)
    }

    @Test(arguments: [
        ("ê\0a\n", "standard input:1:3"), ("êa\n\0\n", "standard input:2:1"), ("a\0", "standard input:1:2"),
        ("êa\r\na\0\r\n", "standard input:2:2"),
    ])
    func `A NUL byte in a query is an error with its place`(_ input: String, _ place: String) throws {
        let data = try Fixture.dataFolder()
        for verb in [["lookup"], ["lookup", "--match", "prefix", "--format", "json"]] {
            let result = try run(verb, input: Array(input.utf8), variables: ["CHU_PATH": data.path])
            #expect(result.code == 65)
            #expect(result.errors.contains("\(place): a NUL byte"), "\(result.errors)")
            #expect(!result.errors.utf8.contains(0) && !result.output.utf8.contains(0))
        }
    }

    @Test func `A line of keys that is too long is an error, and so is a trace`() throws {
        let scratch = try ScratchFolder()
        let keymap = try scratch.file("test.keymap", Fixture.keymap)
        for (count, options, code) in [
            (1_000_000, [], 65), (65_537, [], 65), (4096, ["--trace"], 0), (4097, ["--trace"], 65),
        ] as [(Int, [String], Int32)] {
            let keys = Array(String(repeating: "a", count: count).utf8)
            let result = try run(["type", "-k", keymap, "--keys"] + options, input: keys)
            #expect(result.code == code, "\(count): \(result.errors.prefix(300))")
            #expect(result.errors.utf8.count < 1000)
            #expect(result.errors.contains("standard input:1:") == (code == 65))
        }
    }

    /// The name of a source, what stands before the long line, what it is made of, what follows, and its number.
    @Test(arguments: [
        ("a.keymap", "keymap 1\nlanguage rad\ntitle T\nlicence CC0-1.0\nletters vowel\n  ", "a ", "\n", 6),
        ("a.keymap", "keymap 1\nlanguage rad\ntitle ", "a", "\n", 3), ("a.keymap", "keymap 1\n", "a", "", 2),
        ("a.macros", "macros 1\nko = ", "a", "\n", 2), ("a.macros", "macros 1\n", "k", " = x\n", 2),
        ("a.transform", "transform 1\nfrom ", "a", "\n", 2),
        ("a.lexicon", "lexicon 1\nlanguage rad\ncolumns headword vi\nentries\na\t", "a", "\n", 5),
        ("a.lexicon", "lexicon 1\nlanguage rad\ncolumns headword vi\nentries\na", "\tx", "\n", 5),
        ("a.sfm", "\\_lexicon 1\n\\lx ", "a", "\n\\ge x\n", 2),
    ])
    func `A source with a line of two megabytes is refused`(
        _ name: String, _ before: String, _ part: String, _ after: String, _ line: Int
    ) throws {
        let scratch = try ScratchFolder()
        let text = before + String(repeating: part, count: 2_000_000 / part.utf8.count) + after
        try scratch.file(name, text)
        let verbs =
            name == "a.transform" || name == "a.macros"
            ? [["check"]] : [["check"], ["build"], ["check", "--fix"]]
        for verb in verbs {
            let result = try run(verb + [name], in: scratch.path)
            #expect(result.code == 65 && result.output == "", "\(result.code) \(result.output.prefix(300))")
            #expect(
                result.errors.contains("chu: \(name):\(line): a line longer than"),
                "\(result.errors.prefix(300))")
            #expect(result.errors.utf8.count < 400)
        }
        #expect(scratch.contents(name)?.count == text.utf8.count)
        if name == "a.macros" {
            let result = try run(
                ["macros", "import", name], variables: ["XDG_DATA_HOME": scratch.path], in: scratch.path)
            #expect(result.code == 65)
        }
    }
}
