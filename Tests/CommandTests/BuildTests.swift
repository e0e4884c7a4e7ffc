import Foundation
import TestSupport
import Testing

struct BuildTests {
    let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    @Test func `The compiled file stands beside the source, or where -o says`() throws {
        try scratch.file("rad.lexicon", Fixture.lexicon)
        #expect(try Command.run(["build", "rad.lexicon"], in: scratch.path).code == 0)
        let bytes = scratch.contents("rad.chulex")
        #expect(bytes != nil)
        #expect(
            try Command.run(["build", "rad.lexicon", "-o", "deep/er/x.chulex"], in: scratch.path).code == 0)
        #expect(scratch.contents("deep/er/x.chulex") == bytes)
        #expect(try Command.run(["build", "rad.lexicon", "-o", "deep/"], in: scratch.path).code == 0)
        #expect(scratch.contents("deep/rad.chulex") == bytes)
    }

    @Test func `A folder is walked, and its shape is kept`() throws {
        try scratch.file("L/rad/a.lexicon", Fixture.lexicon)
        try scratch.file("L/rad/b.lexicon", Fixture.lexicon)
        try scratch.file("L/rad/SOURCES.md", "no source")
        let result = try Command.run(["build", "L", "-o", "out"], in: scratch.path)
        #expect(result.code == 0)
        #expect(result.output == "")
        #expect(scratch.contents("out/rad/a.chulex") != nil)
        #expect(scratch.contents("out/rad/b.chulex") != nil)
    }

    @Test func `The first line of a source shows its kind`() throws {
        try scratch.file("words", "# a remark\n" + Fixture.lexicon)
        #expect(try Command.run(["build", "words", "-o", "words.chulex"], in: scratch.path).code == 0)
        #expect(scratch.contents("words.chulex") != nil)
    }

    @Test(arguments: ["mdf", "db"]) func `Records are built and checked whatever their suffix`(
        suffix: String
    ) throws {
        let header = Fixture.lexicon.components(separatedBy: "columns ")[0].split(separator: "\n")
        let records = header.map { "\\_\($0)\n" }.joined() + "\\lx êa\n\\gn nước\n"
        try scratch.file("L/a.\(suffix)", records)
        let checked = try Command.run(["check", "L"], in: scratch.path)
        #expect(checked.errors == "chu: 1 source checked: 0 errors, 0 warnings\n")
        #expect(try Command.run(["build", "L"], in: scratch.path).code == 0)
        #expect(scratch.contents("L/a.chulex") != nil)
    }

    @Test func `The sources of compiled files are written for make`() throws {
        try scratch.file("K/rad/letters.part", "keymap 1\npart\nletters vowel\n  ơ = ow\n")
        try scratch.file(
            "K/rad/base.keymap", Fixture.keymap.replacing("tests\n", with: "include rad/letters\ntests\n"))
        try scratch.file(
            "K/rad/my own$.keymap",
            Fixture.keymap.replacing("language rad\n", with: "language rad\ninclude rad/letters\n"))
        let result = try Command.run(["build", "--deps", "all.d", "K", "-o", "out"], in: scratch.path)
        #expect(result.code == 0, "\(result.errors)")
        let deps = String(decoding: scratch.contents("all.d") ?? [], as: UTF8.self)
        #expect(
            deps == """
                out/rad/base.chukey: K/rad/base.keymap K/rad/letters.part
                K/rad/letters.part:
                out/rad/my\\ own$$.chukey: K/rad/my\\ own$$.keymap K/rad/letters.part

                """)
        let make = try Command.shell(
            "printf 'all: out/rad/base.chukey\\ninclude all.d\\n' | make -n -f -", in: scratch.path)
        #expect(make.code == 0 || make.errors.contains("make: command not found"), "\(make.errors)")
    }

    @Test func `The transforms of a lexicon are among what it was compiled from`() throws {
        try scratch.file("transforms/xx-Latn/xx-Cyrl.transform", TransformTests.good)
        let lexicon = Fixture.lexicon.replacing(
            "language rad\nscript Latn\n", with: "language xx\nscript Latn\ntransliteration xx-Cyrl partly\n")
        try scratch.file("a.lexicon", lexicon)
        let result = try Command.run(
            ["build", "--deps", "a.d", "a.lexicon"], variables: ["CHU_PATH": scratch.path], in: scratch.path)
        #expect(result.code == 0, "\(result.errors)")
        #expect(
            String(decoding: scratch.contents("a.d") ?? [], as: UTF8.self).hasPrefix(
                "a.chulex: a.lexicon \(scratch.path)/transforms/xx-Latn/xx-Cyrl.transform\n"))
    }

    @Test func `A source with errors leaves the file for make as it was`() throws {
        try scratch.file("bad.lexicon", Fixture.badLexicon)
        try scratch.file("bad.d", "before")
        #expect(try Command.run(["build", "--deps", "bad.d", "bad.lexicon"], in: scratch.path).code == 1)
        #expect(scratch.contents("bad.d") == Array("before".utf8))
    }

    @Test func `A source with errors writes nothing`() throws {
        try scratch.file("bad.lexicon", Fixture.badLexicon)
        let result = try Command.run(["build", "bad.lexicon"], in: scratch.path)
        #expect(result.code == 1)
        #expect(result.errors.contains("bad.lexicon:"))
        #expect(result.errors.contains("error:"))
        #expect(result.output == "")
        #expect(scratch.contents("bad.chulex") == nil)
    }

    @Test(arguments: [
        (["none.lexicon"], Int32(66), "none.lexicon: cannot open: No such file or directory"),
        (["notes.txt"], 65, "notes.txt: no source of a keymap"),
        (["empty"], 66, "empty: no source in this folder"),
        (["rad.lexicon", "-o", "rad.lexicon/x"], 73, "rad.lexicon/x: cannot write: Not a directory"),
        (["rad.lexicon", "other/rad.lexicon", "-o", "out"], 64, "would overwrite out/rad.chulex"),
        ([], 64, "Usage:"),
    ])
    func `Failures are reported, with their exit codes`(
        _ arguments: [String], _ code: Int32, _ message: String
    ) throws {
        try scratch.file("rad.lexicon", Fixture.lexicon)
        try scratch.file("other/rad.lexicon", Fixture.lexicon)
        try scratch.file("notes.txt", "hello\n")
        try scratch.file("empty/notes.txt", "hello\n")
        for verb in arguments.contains("-o") ? ["build"] : ["build", "check"] {
            let result = try Command.run([verb] + arguments, in: scratch.path)
            #expect(result.code == code)
            #expect(result.errors.contains(message), "\(result.errors)")
            #expect(result.output == "")
        }
    }

    @Test func `A compiled file is checked against its checksum`() throws {
        try scratch.file("a.lexicon", Fixture.lexicon)
        try scratch.file("a.keymap", Fixture.keymap)
        #expect(try Command.run(["build", "a.lexicon", "a.keymap"], in: scratch.path).code == 0)
        #expect(try Command.run(["check", "a.chulex", "a.chukey"], in: scratch.path).code == 0)
        for file in ["a.chulex", "a.chukey"] {
            let bytes = try #require(scratch.contents(file))
            for place in [0, 20, bytes.count / 2, bytes.count - 1] {
                var changed = bytes
                changed[place] ^= 0x10
                try scratch.file(file, changed)
                let result = try Command.run(["check", file], in: scratch.path)
                #expect(result.code == 65 && result.errors.contains(file), "\(file), byte \(place)")
            }
        }
    }

    @Test func `Check writes what it finds, and nothing else`() throws {
        try scratch.file("good.lexicon", Fixture.lexicon)
        try scratch.file("bad.lexicon", Fixture.badLexicon)
        let good = try Command.run(["check", "good.lexicon"], in: scratch.path)
        #expect(good.code == 0)
        #expect(good.output == "")
        #expect(good.errors == "chu: 1 source checked: 0 errors, 0 warnings\n")
        let bad = try Command.run(["check", "."], in: scratch.path)
        #expect(bad.code == 1)
        #expect(bad.output.contains("bad.lexicon:"))
        #expect(scratch.contents("good.chulex") == nil)
        let json = try Command.run(["check", "--format", "json", "bad.lexicon"], in: scratch.path)
        #expect(json.code == 1)
        let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
        let first = try #require(value?.first)
        #expect(first["file"] as? String == "bad.lexicon")
        #expect(first["severity"] as? String == "error")
        #expect(first["line"] is Int)
        #expect((first["id"] as? String)?.hasPrefix("lexicon.") == true)
    }

    static let thai = """
        lexicon 1
        language blt
        script Tavt
        title ꪼꪕ
        licence CC0-1.0
        source sample words for tests
        transliteration blt-Latn
        columns headword vi
        entries
        ꪢꪱ\tchó

        """

    /// Rules that make one word of this letter, so that one sees which were used.
    static func rules(_ word: String) -> String {
        """
        transform 1
        from blt-Tavt
        to blt-Latn
        title ꪼꪕ
        licence CC0-1.0
        status draft
        source sample rules for tests
        rules
        ꪢꪱ > \(word);
        tests
          ꪢꪱ -> \(word)

        """
    }

    /// Words are written by the rules that lie beside the lexicons, before those that are installed.
    @Test func `The rules of a lexicon lie beside it or in a data folder`() throws {
        try scratch.file("data/transforms/blt-Tavt/blt-Latn.transform", Self.rules("installed"))
        try scratch.file("own/lexicons/blt/core.lexicon", Self.thai)
        let variables = ["CHU_PATH": scratch.path + "/data"]
        func found(_ word: String) throws -> Int32 {
            let source = scratch.path + "/own/lexicons/blt/core.lexicon"
            return try Command.run(["lookup", "-l", source, word], variables: variables).code
        }
        #expect(try found("installed") == 0 && found("beside") == 1)
        try scratch.file("own/transforms/blt-Tavt/blt-Latn.transform", Self.rules("beside"))
        #expect(try found("installed") == 1 && found("beside") == 0)
    }

    @Test func `Without its rules a lexicon is not compiled`() throws {
        try scratch.file("core.lexicon", Self.thai)
        let result = try Command.run(["build", "core.lexicon"], in: scratch.path)
        #expect(result.code == 1)
        #expect(
            result.errors.hasPrefix("core.lexicon:7:17: error: there is no transform 'blt-Tavt/blt-Latn'; "),
            "\(result.errors)")
        #expect(scratch.contents("core.chulex") == nil)
    }
}
