import Foundation
import TestSupport
import Testing

/// `chu check --fix`.
struct FixTests {
    let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    /// A keymap that is right, with Windows line ends, a byte-order mark, comments, and no line feed at the end.
    static let good =
        "\u{FEFF}# Êđê\r\nkeymap 1\r\nlanguage rad\r\ntitle Thử  # a remark\r\nversion 1.0\r\nlicence CC0-1.0\r\n"
        + "source words for a test\r\n\r\nletters vowel\r\n\ta  e \t ê = ee e6   # circumflex\r\n"
        + "letters consonant\r\n\tb\r\ntests\r\n\tbee -> bê\r\n\tbe6 -> bê"

    /// The same with three mistakes.
    static let bad = good.replacing("licence CC0", with: "license CC0").replacing("ee e6", with: "ee ee e6")
        .replacing("be6 ->", with: "be6 >")

    func modified(_ name: String) throws -> (Date?, Int?) {
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path + "/" + name)
        return (attributes[.modificationDate] as? Date, attributes[.systemFileNumber] as? Int)
    }

    @Test func `What is obvious is fixed in the file and reported; all else keeps its bytes`() throws {
        try scratch.file("a.keymap", Self.bad)
        let result = try Command.run(["check", "--fix", "a.keymap"], in: scratch.path)
        #expect(result.code == 0)
        #expect(
            result.output == """
                a.keymap:6: fixed: write 'licence' [keymap.unknown-statement]
                  before: license CC0-1.0
                  after:  licence CC0-1.0
                a.keymap:10: fixed: remove them [keymap.duplicate-way]
                  before: \ta  e \t ê = ee ee e6   # circumflex
                  after:  \ta  e \t ê = ee e6   # circumflex
                a.keymap:15: fixed: write '->' [keymap.wrong-arrow]
                  before: \tbe6 > bê
                  after:  \tbe6 -> bê

                """)
        #expect(result.errors == "chu: 1 source checked, 3 fixes made: 0 errors, 0 warnings\n")
        #expect(scratch.contents("a.keymap") == Array(Self.good.utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["a.keymap"])
        #expect(try Command.run(["build", "a.keymap"], in: scratch.path).code == 0)
    }

    @Test func `A file in which nothing changes is not written`() throws {
        try scratch.file("a.keymap", Self.good)
        try scratch.file("b.keymap", Self.good.replacing("bee -> bê", with: "bee -> be"))
        for (name, code) in [("a.keymap", Int32(0)), ("b.keymap", 1)] {
            let before = try modified(name)
            let result = try Command.run(["check", "--fix", name], in: scratch.path)
            #expect(result.code == code)
            #expect(try modified(name) == before)
            #expect(result.errors.contains("0 fixes made"))
        }
    }

    @Test func `A lexicon is fixed too`() throws {
        try scratch.file("a.lexicon", Fixture.lexicon.replacing("script Latn", with: "script latn"))
        let result = try Command.run(["check", "--fix", "a.lexicon"], in: scratch.path)
        #expect(result.code == 0)
        #expect(result.output.hasPrefix("a.lexicon:3: fixed: write 'Latn' [lexicon.bad-script]\n"))
        #expect(scratch.contents("a.lexicon") == Array(Fixture.lexicon.utf8))
    }

    @Test func `A part is fixed when it is named, and only then`() throws {
        let part =
            "keymap 1\npart\nlanguage rad\ntitle x\nversion 1.0\nlicence MIT\nsource x\nletter vowel\n  a e\n"
        try scratch.file("rad/letters.part", part)
        let keymap = Self.good.replacing("letters vowel", with: "include rad/letters\r\n\r\nletters vowel")
        try scratch.file("rad/a.keymap", keymap)
        let whole = try Command.run(["check", "--fix", "rad"], in: scratch.path)
        #expect(whole.code == 1)
        #expect(whole.output.hasPrefix("rad/letters.part:8:1: error: no statement begins with 'letter'"))
        #expect(scratch.contents("rad/letters.part") == Array(part.utf8))
        #expect(try Command.run(["check", "--fix", "rad/letters.part"], in: scratch.path).code == 0)
        let fixed = part.replacing("letter vowel", with: "letters vowel")
        #expect(scratch.contents("rad/letters.part") == Array(fixed.utf8))
    }

    @Test func `A compiled file is refused, and a file that cannot be written is left`() throws {
        try scratch.file("a.keymap", Self.good)
        #expect(try Command.run(["build", "a.keymap"], in: scratch.path).code == 0)
        let bytes = scratch.contents("a.chukey")
        let refused = try Command.run(["check", "--fix", "a.chukey"], in: scratch.path)
        #expect(refused.code == 64)
        #expect(
            refused.errors.hasPrefix("chu: a.chukey: this is a compiled file; --fix fixes sources only\n"))
        #expect(scratch.contents("a.chukey") == bytes)
        // A folder that cannot be written to; whoever may write everywhere finds it writable.
        try scratch.file("shut/a.keymap", Self.bad)
        let shut = scratch.path + "/shut"
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: shut)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: shut) }
        guard !FileManager.default.isWritableFile(atPath: shut) else { return }
        let failed = try Command.run(["check", "--fix", "shut/a.keymap"], in: scratch.path)
        #expect(failed.code == 73)
        #expect(failed.errors.hasSuffix("chu: nothing was checked\n"))
        #expect(scratch.contents("shut/a.keymap") == Array(Self.bad.utf8))
    }

    @Test func `Records say what was fixed and what is left`() throws {
        try scratch.file("a.keymap", Self.bad.replacing("bee -> bê", with: "bee -> be"))
        let result = try Command.run(["check", "--fix", "--format", "json", "a.keymap"], in: scratch.path)
        #expect(result.code == 1)
        let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]]
        let records = try #require(value)
        #expect(records.map { $0["fixed"] as? Bool } == [true, true, true, false])
        #expect(records.last?["id"] as? String == "keymap.failed-test")
        let fixIts = records.last?["fixIts"] as? [[String: Any]]
        #expect(fixIts?.first?["obvious"] as? Bool == false)
    }
}
