import Foundation
import TestSupport
import Testing

/// Sources that are no text in UTF-8, given to `chu check`, `--fix` and `chu build`.
struct UnreadableSourceTests {
    let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    static let keymap = """
        keymap 1
        language rad
        title Êđê thử
        version 1.0
        licence CC0-1.0
        source người viết, bảng chữ cái và các từ mẫu
        # Chữ này được gõ bằng hai phím; những chữ khác giữ nguyên.
        letters vowel
          a e i o u
          ê = ee
        letters consonant
          b c d đ = dd
        tests
          bee -> bê

        """

    /// The sources that the encodings are tried with, by the ends of their names.
    static let sources: [(suffix: String, text: String)] = [
        ("keymap", keymap),
        ("lexicon", Fixture.lexicon.replacing("words for tests", with: "những từ được viết để thử")),
        ("macros", "macros 1\n# những từ được viết tắt\nko = không\nđc = được\nvn = Việt Nam\nng = người\n"),
        (
            "sfm",
            "\\_lexicon 1\n\\_language rad\n\\_script Latn\n\\_title Êđê thử\n\\_licence CC0-1.0\n"
                + "\\_source thử những từ được viết để thử\n\n\\lx êa\n\\gn nước; những dòng nước\n\\lx anak\n\\gn người con\n"
        ),
    ]

    /// Runs a check, a fix and a build of the file, which give the same one message, and change nothing.
    func expectUnchanged(_ name: String, _ bytes: [UInt8], _ message: String) throws {
        try scratch.file(name, bytes)
        let id = name.hasSuffix("sfm") ? "lexicon" : String(name.split(separator: ".").last ?? "")
        for arguments in [["check"], ["check", "--fix"], ["build", "-o", "out"]] {
            let result = try Command.run(arguments + [name], in: scratch.path)
            let shown = (result.output + result.errors).split(separator: "\n")
            if arguments == ["build", "-o", "out"], name.hasSuffix("macros") { continue }
            #expect(result.code == 1, "\(arguments) \(name)")
            let heads = shown.filter { $0.contains(": error: ") || $0.contains(": warning: ") }
            #expect(heads.count == 1, "\(shown)")
            #expect(heads.first?.contains(message) == true, "\(arguments): \(shown)")
            #expect(heads.first?.hasSuffix("[\(id).ill-formed-text]") == true, "\(shown)")
            #expect(shown.allSatisfy { $0.utf8.count < 1000 })
            #expect(scratch.contents(name) == bytes)
        }
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/out"))
    }

    @Test(arguments: [
        ("UTF-16", "text in UTF-16", "chu convert --from auto --to unicode --in-place "),
        ("UTF-16LE", "text in UTF-16LE", "chu convert --from utf-16le --to unicode --in-place "),
        ("UTF-32BE", "text in UTF-32BE", "chu convert --from utf-32be --to unicode --in-place "),
        ("CP1258", "text in cp1258", "chu convert --from cp1258 --to unicode --in-place "),
        ("TCVN5712-1", "text in tcvn3", "chu convert --from tcvn3 --to unicode --in-place "),
        ("VISCII", "text in viscii", "chu convert --from viscii --to unicode --in-place "),
    ])
    func `Text in another encoding is named with the command that converts it`(
        encoding: String, name: String, command: String
    ) throws {
        for (suffix, text) in Self.sources {
            let file = "a.\(suffix)"
            // iconv wants tones apart from the letters for these.
            let nfd = encoding == "CP1258"
            try scratch.file("given", nfd ? text.decomposedStringWithCanonicalMapping : text)
            let converted = try Command.shell(
                nfd
                    ? "$CHU convert --from unicode --to cp1258 --ill-formed replace given >\(file)"
                    : ["TCVN5712-1": "tcvn3", "VISCII": "viscii"][encoding].map {
                        "$CHU convert --from unicode --to \($0) --ill-formed replace given >\(file)"
                    } ?? "iconv -f UTF-8 -t \(encoding) given >\(file)", in: scratch.path)
            try #require(converted.code == 0, "\(converted.errors)")
            let bytes = try #require(scratch.contents(file))
            try expectUnchanged(file, bytes, name)
            let shown = try Command.run(["check", file], in: scratch.path).output
            #expect(shown.contains(command) && shown.contains(file), "\(shown)")
        }
    }

    @Test(arguments: [
        "$CHU convert --from unicode --to tcvn3 given >a.keymap", "iconv -f UTF-8 -t UTF-16 given >a.keymap",
        "iconv -f UTF-8 -t UTF-16LE given >a.keymap", "iconv -f UTF-8 -t UTF-32BE given >a.keymap",
    ])
    func `The command that is named converts the file`(making: String) throws {
        try scratch.file("given", Self.keymap)
        let made = try Command.shell(making, in: scratch.path)
        #expect(made.code == 0)
        let shown = try Command.run(["check", "a.keymap"], in: scratch.path).output
        let command = try #require(shown.split(separator: "'").first { $0.hasPrefix("chu convert") })
        let line = "$CHU" + command.dropFirst(3)
        #expect(try Command.shell(line, in: scratch.path).code == 0)
        #expect(scratch.contents("a.keymap") == Array(Self.keymap.utf8))
        #expect(try Command.run(["check", "a.keymap"], in: scratch.path).code == 0)
    }

    @Test func `VNI is named too`() throws {
        try scratch.file("given", Self.keymap)
        let made = try Command.shell(
            "$CHU convert --from unicode --to vni-windows given >a.keymap", in: scratch.path)
        #expect(made.code == 0, "\(made.errors)")
        try expectUnchanged("a.keymap", try #require(scratch.contents("a.keymap")), "text in vni-windows")
    }

    @Test func `Documents, archives, pictures and compiled files are named`() throws {
        let cases: [([UInt8], String)] = [
            (Array("PK\u{3}\u{4}\u{14}\0\u{6}\0abc".utf8), "a ZIP archive"),
            (Array("PK\u{3}\u{4}\u{14}\0\u{6}\0word/document.xml".utf8), "a document (.docx)"),
            ([0x1F, 0x8B, 8, 0, 1], "a file compressed by gzip"),
            (Array("%PDF-1.4\n".utf8), "a document in PDF"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a picture"),
            (Array("keymap 1\n\0\n".utf8), "no text: it has NUL bytes"),
            (Array(Self.keymap.utf8) + Array("<<<<<<< HEAD\n=======\n>>>>>>> b\n".utf8), "two versions"),
            (Array("\\lx êa\n".utf8) + [0xFF, 0x0A], "bytes that are not UTF-8 in 1 line"),
        ]
        for (bytes, message) in cases {
            for suffix in ["keymap", "lexicon", "sfm", "macros"] {
                try expectUnchanged("d.\(suffix)", bytes, message)
            }
        }
        try scratch.file("letter", Array("PK\u{3}\u{4}..word/document.xml".utf8))
        for verb in [["check"], ["check", "--fix"], ["build"]] {
            let result = try Command.run(verb + ["letter"], in: scratch.path)
            #expect(result.code == 65 && result.output.isEmpty)
            #expect(
                result.errors.hasPrefix("chu: letter: this seems to be a document (.docx); "),
                "\(result.errors)")
        }
        try scratch.file("a.keymap", Self.keymap)
        #expect(try Command.run(["build", "a.keymap"], in: scratch.path).code == 0)
        try expectUnchanged(
            "b.keymap", try #require(scratch.contents("a.chukey")), "a compiled keymap or lexicon")
        let random = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        try expectUnchanged("c.keymap", random, "NUL bytes")
    }

    @Test func `A file with lone carriage returns is read as one with line feeds, and fixed as such`() throws
    {
        for (suffix, text) in Self.sources {
            let good = text.replacing("\n", with: "\r")
            try scratch.file("cr.\(suffix)", good)
            let checked = try Command.run(["check", "--fix", "cr.\(suffix)"], in: scratch.path)
            #expect(checked.code == 0 && checked.output.isEmpty, "\(checked.output)")
            #expect(scratch.contents("cr.\(suffix)") == Array(good.utf8))
        }
        let slip = Self.keymap.replacing("licence", with: "license").replacing("\n", with: "\r")
        try scratch.file("slip.keymap", slip)
        let fixed = try Command.run(["check", "--fix", "slip.keymap"], in: scratch.path)
        #expect(fixed.code == 0)
        #expect(fixed.output.hasPrefix("slip.keymap:5: fixed: write 'licence'"))
        #expect(scratch.contents("slip.keymap") == Array(Self.keymap.replacing("\n", with: "\r").utf8))
        // One between two entries of a file with line feeds.
        let mixed = Fixture.lexicon.replacing("\t\nanak", with: "\t\ranak")
        try scratch.file("mixed.lexicon", mixed)
        #expect(try Command.run(["check", "--fix", "mixed.lexicon"], in: scratch.path).code == 0)
        #expect(scratch.contents("mixed.lexicon") == Array(mixed.utf8))
        #expect(try Command.run(["build", "mixed.lexicon"], in: scratch.path).code == 0)
        let found = try Command.run(["lookup", "-l", "./mixed.chulex", "anak"], in: scratch.path)
        #expect(found.output.contains("child"))
        // Transforms have rules that ICU reads.
        let path = Command.repository + "/Transforms/iii-Yiii/iii-Latn.transform"
        if let bytes = FileManager.default.contents(atPath: path) {
            try scratch.file("a.transform", bytes.map { $0 == 0x0A ? 0x0D : $0 })
            #expect(try Command.run(["check", "a.transform"], in: scratch.path).code == 0)
        }
    }
}
