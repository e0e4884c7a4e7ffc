import Foundation
import TestSupport
import Testing

/// Under a Vietnamese locale nothing is said in English.
struct VietnameseTests {
    static let verbs = [
        "type", "lookup", "build", "check", "explain", "list", "convert", "words", "macros",
    ]

    private func run(_ arguments: [String], in folder: String? = nil) throws -> Command.Result {
        try Command.run(arguments, variables: ["LC_ALL": "vi_VN.UTF-8"], in: folder)
    }

    @Test(
        arguments: [[]] + verbs.map { [$0] }
            + ["words", "macros"].flatMap { verb in
                ["list", "export", "import", "clear"].map { [verb, $0] }
            })
    func `Help is in Vietnamese`(verb: [String]) throws {
        let help = try run(verb + ["--help"])
        #expect(help.code == 0)
        // The names of values and the commands of the examples are the same in every language.
        let text = help.output.split(separator: "\n").filter { !$0.hasPrefix("  chu ") }
            .joined(separator: "\n").replacing(/\(các giá trị: [^)]*\)/, with: "")
            .replacing(/error — |for ',/, with: "")
        #expect(EnglishWords.lines(of: text) == [])
    }

    @Test(arguments: [
        ["--nope"], ["check"], ["build", "-o"], ["lookup", "--match", "x", "y"], ["type", "--keys=3"],
        ["list", "keymaps", "b"], ["list", "keymaps", "b", "c"], ["list", "zzz"],
        ["lookup", "--limit", "x", "a"],
        ["check", "--silence"], ["check", "--format", "xml", "a"], ["words", "nowhere", "x"],
        ["convert", "--from", "tcvn3"], ["type", "-kx", "--keyz"], ["--generate-completion-script", "csh"],
        ["check", "none.keymap"], ["check", "empty"], ["check", "notes.txt"], ["build", "notes.txt"],
        ["build", "a.transform"], ["build", "a.macros"], ["lookup", "-l", "none", "x"], ["lookup", "x"],
        ["type", "-k", "a/b", "--keys"], ["explain", "macros.missing-kye"], ["explain", "x"],
        ["explain", "macros.missing-key"], ["list"], ["list", "transforms"], ["words", "rad/telex"],
        ["macros"],
        ["convert", "--from", "x", "--to", "unicode", "notes.txt"], ["lookup", "-f", "empty"],
        ["check", "--silence", "lexicon.no-glos", "notes.txt"], ["check", "notes.txt/a.keymap"],
    ])
    func `Errors are in Vietnamese`(arguments: [String]) throws {
        let scratch = try ScratchFolder()
        try scratch.file("notes.txt", "notes\n")
        try scratch.file("empty/notes.txt", "notes\n")
        try scratch.file("a.transform", "transform 1\n")
        try scratch.file("a.macros", "macros 1\n")
        let result = try run(arguments, in: scratch.path)
        #expect(result.code != 0)
        #expect(result.errors != "")
        #expect(EnglishWords.lines(of: result.errors) == [])
    }
}
