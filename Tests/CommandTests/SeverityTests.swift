import Foundation
import TestSupport
import Testing

/// What becomes of warnings.
struct SeverityTests {
    let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        // An entry without a gloss, and a letter that stands in for another.
        try scratch.file("a.lexicon", Fixture.lexicon + "alǎ\tmắt\n" + "kông\n")
        try scratch.file(
            "twenty.lexicon", Fixture.lexicon + (0..<20).map { "k\($0)\n" }.joined() + "alǎ\tmắt\n")
    }

    @Test(arguments: [
        ([], Int32(0), ["lexicon.stand-in-letter", "lexicon.no-gloss"], "0 errors, 2 warnings"),
        (["--silence", "lexicon.no-gloss"], 0, ["lexicon.stand-in-letter"], "0 errors, 1 warning"),
        (
            ["--silence", "lexicon.no-gloss", "--silence", "lexicon.stand-in-letter"], 0, [],
            "0 errors, 0 warnings"
        ),
        (
            ["--error", "lexicon.no-gloss"], 1, ["lexicon.stand-in-letter", "lexicon.no-gloss"],
            "1 error, 1 warning"
        ),
        (["--strict"], 1, ["lexicon.stand-in-letter", "lexicon.no-gloss"], "2 errors, 0 warnings"),
        (
            ["--strict", "--silence", "lexicon.no-gloss"], 1, ["lexicon.stand-in-letter"],
            "1 error, 0 warnings"
        ),
    ])
    func `Warnings are silenced or made errors, by their ids`(
        options: [String], code: Int32, ids: [String], summary: String
    ) throws {
        let checked = try Command.run(["check", "a.lexicon"] + options, in: scratch.path)
        #expect(checked.code == code)
        #expect(checked.errors == "chu: 1 source checked: \(summary)\n")
        for id in ["lexicon.stand-in-letter", "lexicon.no-gloss"] {
            #expect(checked.output.contains("[\(id)]") == ids.contains(id))
        }
        let built = try Command.run(["build", "a.lexicon", "-o", "out.chulex"] + options, in: scratch.path)
        #expect(built.code == code)
        #expect((scratch.contents("out.chulex") == nil) == (code == 1))
    }

    @Test func `Many are counted by their ids`() throws {
        let result = try Command.run(["check", "twenty.lexicon"], in: scratch.path)
        #expect(
            result.errors == """
                chu: 1 source checked: 0 errors, 21 warnings
                  20  lexicon.no-gloss
                   1  lexicon.stand-in-letter

                """)
    }

    @Test func `An unknown id is refused`() throws {
        let result = try Command.run(
            ["check", "a.lexicon", "--silence", "lexicon.no-glos"], in: scratch.path)
        #expect(result.code == 64)
        #expect(
            result.errors
                == "chu: no diagnostic is called 'lexicon.no-glos'; did you mean 'lexicon.no-gloss'?\n")
        let keymap = try Command.run(
            ["check", "a.lexicon", "--silence", "keymap.hidden-rul"], in: scratch.path)
        #expect(keymap.code == 64)
        #expect(
            keymap.errors
                == "chu: no diagnostic is called 'keymap.hidden-rul'; did you mean 'keymap.hidden-rule'?\n")
        let far = try Command.run(["build", "a.lexicon", "--error", "keymap.typo"], in: scratch.path)
        #expect(far.code == 64)
        #expect(
            far.errors
                == "chu: no diagnostic is called 'keymap.typo'; 'chu list diagnostics' lists them\n")
        for id in ["keymap.hidden-rule", "macros.missing-key", "transform.no-tests"] {
            #expect(
                try Command.run(["check", "a.lexicon", "--silence", id], in: scratch.path).code == 0)
        }
    }

    @Test func `Recordings and pictures are looked for beside the source`() throws {
        let source = Fixture.lexicon.replacingOccurrences(
            of: "columns headword vi", with: "columns headword audio vi"
        )
        .replacingOccurrences(of: "\tnước", with: "\tsounds/ea.ogg\tnước")
        .replacingOccurrences(of: "\tcon\t", with: "\tsounds/anak.ogg\tcon\t")
        .replacingOccurrences(of: "\tnúi", with: "\t\tnúi")
        try scratch.file("deep/b.lexicon", source)
        try scratch.file("deep/sounds/ea.ogg", "sound")
        let result = try Command.run(["check", "deep/b.lexicon"], in: scratch.path)
        #expect(result.output.contains("file 'sounds/anak.ogg' is not there [lexicon.missing-file]"))
        #expect(result.errors == "chu: 1 source checked: 0 errors, 1 warning\n")
    }
}
