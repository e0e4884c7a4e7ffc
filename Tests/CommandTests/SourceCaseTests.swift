import Foundation
import TestSupport
import Testing

/// Faults of sources that people met: what `chu check`, `--fix` and `chu build` make of them.
struct SourceCaseTests {
    let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    static let keymap = UnreadableSourceTests.keymap

    /// Checks, or fixes, the file `name` with `text` in it.
    func check(_ name: String, _ text: String, _ options: [String] = [], _ locale: String = "C") throws
        -> Command.Result
    {
        try scratch.file(name, text)
        return try Command.run(["check"] + options + [name], variables: ["LC_ALL": locale], in: scratch.path)
    }

    func contents(_ name: String) -> String { String(decoding: scratch.contents(name) ?? [], as: UTF8.self) }

    func lexicon(_ entries: String) -> String {
        "lexicon 1\nlanguage rad\nscript Latn\ntitle Êđê\nlicence CC0-1.0\nsource sample words for tests\n"
            + "columns headword vi en\nentries\n\(entries)\n"
    }

    // MARK: Fixing

    @Test func `Loans from Vietnamese stay, and slips beside them are fixed`() throws {
        let entries = ["xã hội", "lễ", "bưu điện xã", "đã", "mũ", "kỹ sư", "ngã tư", "klǎ", "êrũm", "xã klã"]
        let text = lexicon(entries.map { "\($0)\tnghĩa\tgloss" }.joined(separator: "\n"))
        _ = try check("a.lexicon", text, ["--fix"])
        let fixed = contents("a.lexicon").split(separator: "\n").suffix(entries.count).map {
            String($0.prefix { $0 != "\t" })
        }
        let right = ["xã hội", "lễ", "bưu điện xã", "đã", "mũ", "kỹ sư", "ngã tư", "klă", "êrŭm", "xã klă"]
        #expect(fixed == right)
        // What converts texts decides in the same way.
        try scratch.file("words", entries.joined(separator: "\n") + "\n")
        let repaired = try Command.run(
            ["convert", "--from", "repair", "--to", "unicode", "--language", "rad", "words"], in: scratch.path
        )
        #expect(repaired.output == right.joined(separator: "\n") + "\n")
        let shown = try check("a.lexicon", text).output
        #expect(shown.contains("'lễ' may be Vietnamese") && shown.contains("perhaps: write 'lê̆'"))
        #expect(!shown.contains("'xã' may be Vietnamese") || shown.contains("xã klã"))
    }

    @Test func `A line with many slips is shown once, as it was and as it is`() throws {
        let slip = Self.keymap.replacing(
            "ê = ee", with: "ê = " + [String](repeating: "ee", count: 11).joined(separator: " "))
        let result = try check("a.keymap", slip, ["--fix"])
        let lines = result.output.split(separator: "\n")
        #expect(lines.filter { $0.contains("before:") }.count == 1)
        #expect(lines.filter { $0.contains("after:") } == ["  after:    ê = ee"])
        #expect(lines.first == "a.keymap:10: fixed: remove them [keymap.duplicate-way] (10 times)")
        #expect(contents("a.keymap") == Self.keymap)
    }

    @Test func `The old file is kept when asked for, and no other is overwritten`() throws {
        let slip = Self.keymap.replacing("licence", with: "license")
        let other = Self.keymap.replacing("version", with: "versoin")
        let first = try check("a.keymap", slip, ["--fix", "--backup"])
        #expect(first.errors.hasPrefix("chu: a.keymap: the old file is kept as a.keymap~\n"))
        #expect(contents("a.keymap~") == slip && contents("a.keymap") == Self.keymap)
        let second = try check("a.keymap", other, ["--fix", "--backup"])
        #expect(second.errors.hasPrefix("chu: a.keymap: the old file is kept as a.keymap~2\n"))
        #expect(contents("a.keymap~") == slip && contents("a.keymap~2") == other)
        // The same once more is kept already.
        #expect(try check("a.keymap", other, ["--fix", "--backup"]).errors.contains("kept as a.keymap~2\n"))
        #expect(scratch.contents("a.keymap~3") == nil)
        // Where nothing changes nothing is kept.
        #expect(try check("b.keymap", Self.keymap, ["--fix", "--backup"]).code == 0)
        #expect(scratch.contents("b.keymap~") == nil)
        let alone = try check("a.keymap", slip, ["--backup"])
        #expect(alone.code == 64 && alone.errors.contains("give both"))
    }

    @Test func `Fixes that make it worse are taken back, and that is said`() throws {
        // 'test' becomes 'tests', and three tests fail.
        let text = Self.keymap.replacing("tests", with: "test").replacing(
            "  bee -> bê", with: "  bee -> x\n  be -> y\n  b -> z")
        let result = try check("a.keymap", text, ["--fix"])
        #expect(contents("a.keymap") == text)
        #expect(
            result.errors.hasPrefix(
                "chu: a.keymap: 1 fix not made, because the source would have more errors or lose entries or tests: "
                    + "keymap.unknown-statement\n"))
        #expect(try check("a.keymap", text, ["--fix"], "vi_VN.UTF-8").errors.contains("không sửa 1 chỗ"))
    }

    @Test(arguments: [
        // Cham in Arabic letters, a mark of direction on each side.
        ("\u{200F}باڠ\u{200F}\tnước\twater", true), ("\u{202B}باڠ\u{202C}\tnước\twater", true),
        ("êa\tnước \u{2067}باڠ\u{2069}\twater", true), ("êa\u{200F}\tnước\twater", false),
        ("êa\u{200E}\tnước\twater", false), ("êa\u{AD}\tnước\twater", false),
    ])
    func `Marks of direction stay where a line has letters from right to left`(entry: String, isKept: Bool)
        throws
    {
        _ = try check("a.lexicon", lexicon(entry), ["--fix"])
        #expect((contents("a.lexicon") == lexicon(entry)) == isKept)
    }

    @Test(arguments: [
        ("jih \u{306}", "jih \u{306}", "perhaps: write 'jĭh'"), ("jơ \u{306}ng", "jơ\u{306}ng", ""),
        ("a \u{306}", "ă", ""), ("êk \u{306}r", "êk \u{306}r", "perhaps: write 'ê̆kr'"),
        ("n \u{303}am", "ñam", ""), ("kbao \u{306}", "kbao\u{306}".precomposedStringWithCanonicalMapping, ""),
        ("grk \u{306}", "grk \u{306}", ""),
    ])
    func `A mark goes on the letter before the blank only where that takes it`(
        word: String, fixed: String, shown: String
    ) throws {
        let result = try check("a.lexicon", lexicon("\(word)\tnghĩa\tgloss"), ["--fix"])
        #expect(contents("a.lexicon") == lexicon("\(fixed)\tnghĩa\tgloss"))
        #expect(shown.isEmpty || result.output.contains(shown))
        #expect(shown.isEmpty ? !result.output.contains("perhaps") : result.output.contains("perhaps"))
    }

    @Test(arguments: ["\u{2028}", "\u{2029}", "\u{B}", "\u{C}", "\u{85}", "\u{92}", "\u{1A}"])
    func `What may end a line or be a letter of an old encoding is not removed`(sign: String) throws {
        let entry = "êa\tnước\(sign)mắt\twater"
        let result = try check("a.lexicon", lexicon(entry), ["--fix"])
        #expect(contents("a.lexicon") == lexicon(entry))
        #expect(result.output.contains("perhaps: "))
        let text = Self.keymap.replacing("title Êđê thử", with: "title Êđê").replacing(
            "  bee", with: "  be\(sign)e")
        _ = try check("a.keymap", text, ["--fix"])
        #expect(contents("a.keymap") == text)
    }

    // MARK: Keymaps

    @Test(arguments: [
        (
            "tests\n  bee -> bê", "  bee -> bê\n  a -> a",
            "13:3: error: this line is a test, and no 'tests' stands before it [keymap.missing-statement]",
            "tests\n  bee -> bê\n  a -> a"
        ),
        (
            "tests\n  bee -> bê", "bee -> bê",
            "13:1: error: this line is a test, and no 'tests' stands before it [keymap.missing-statement]",
            "tests\n  bee -> bê"
        ),
        (
            "tests\n  bee -> bê", "rules\n  a; > á\n  bee -> bê",
            "15:3: error: this line is a test, and no 'tests' stands before it [keymap.missing-statement]",
            "rules\n  a; > á\ntests\n  bee -> bê"
        ),
        (
            "tests\n  bee -> bê", "keep names\n  bob\n  bee -> bê",
            "15:3: error: this line is a test, and no 'tests' stands before it [keymap.missing-statement]",
            "keep names\n  bob\ntests\n  bee -> bê"
        ),
        ("bee -> bê", "bee->bê", "'->' has no blanks around it", "bee -> bê"),
        ("bee -> bê", "bee ->bê", "'->' has no blanks around it", "bee -> bê"),
        ("bee -> bê", "bee–>bê", "'–>' has no blanks around it", "bee -> bê"),
        ("bee -> bê", "bee –> bê", "found '–>'; expected '->' here", "bee -> bê"),
        ("bee -> bê", "bee → bê", "found '→'; expected '->' here", "bee -> bê"),
        ("bee -> bê", "bee→bê", "'→' has no blanks around it", "bee -> bê"),
        ("bee -> bê", "bee —> bê", "found '—>'; expected '->' here", "bee -> bê"),
        ("tests\n", "rules\n  a; → á\ntests\n", "found '→'; expected '>' here", "rules\n  a; > á\ntests\n"),
        ("tests\n", "rules\n  a;–>á\ntests\n", "'–>' has no blanks around it", "rules\n  a; > á\ntests\n"),
        ("# Chữ", "#Chữ", "'#Chữ' begins no comment", "# Chữ"),
        ("# Chữ", "// Chữ", "'//' begins no comment", "# Chữ"),
        ("# Chữ", "//Chữ", "'//Chữ' begins no comment", "# Chữ"),
        ("  a e i", "  //nguyên âm\n  a e i", "'//nguyên' begins no comment", "  # nguyên âm\n  a e i"),
    ])
    func `Slips in the form of a keymap are named and fixed`(
        right: String, wrong: String, message: String, fixed: String
    ) throws {
        let text = Self.keymap.replacing(right, with: wrong)
        try #require(text != Self.keymap)
        let shown = try check("a.keymap", text)
        #expect(shown.output.contains(message), "\(shown.output)")
        #expect(!shown.output.contains("keymap.unexpected-text"))
        let result = try check("a.keymap", text, ["--fix"])
        #expect(contents("a.keymap") == Self.keymap.replacing(right, with: fixed), "\(result.output)")
        #expect(result.code == 0, "\(result.output)")
        #expect(try check("a.keymap", text, [], "vi_VN.UTF-8").code == 1)
    }

    @Test func `A test among rules or kept words is not made a rule or a word`() throws {
        for block in ["rules\n  a; > á", "keep names\n  bob", "syllable Êđê\n  rime [vowel]"] {
            let text = Self.keymap.replacing("tests\n", with: "\(block)\n  aee -> aê\n  bee -> bee\ntests\n")
            let result = try check("a.keymap", text, ["--fix"])
            #expect(contents("a.keymap") == text, "\(result.output)")
            #expect(result.code == 1)
        }
    }

    @Test(arguments: ["#second a", "#second", "//second"]) func `A comment after keys is asked about`(
        comment: String
    ) throws {
        let text = Self.keymap.replacing("ê = ee", with: "ê = ee \(comment)")
        let result = try check("a.keymap", text, ["--fix"])
        #expect(
            result.output.contains("begins no comment; expected '#' and a blank before a comment"),
            "\(result.output)")
        #expect(result.output.contains("perhaps: begin the comment with '# '"))
        #expect(contents("a.keymap") == text)
    }

    @Test(arguments: [
        ("bee -> bê\u{200B}", "U+200B is expected here, which the keys do not give"),
        ("ba'e -> ba’e", "the keys give U+0027, and U+2019 is expected here"),
        ("bae -> bаe", "the keys give U+0061, and U+0430 is expected here"),
        ("bee -> b\u{EA}\u{200D}", "U+200D is expected here"),
    ])
    func `Code points that look alike are named where a test fails`(test: String, note: String) throws {
        let result = try check("a.keymap", Self.keymap.replacing("bee -> bê", with: test))
        #expect(result.output.contains(note), "\(result.output)")
        #expect(
            try check("b.keymap", Self.keymap.replacing("bee -> bê", with: "bee -> be")).output.contains("U+")
                == false)
    }

    static let syllables = """
        syllable Êđê
          onset b c d đ
          rime [vowel]
        tests
        """

    @Test(arguments: [
        ("cdee -> x", "no syllable begins with 'cd'"), ("be bcaee -> be x", "no syllable begins with 'bc'"),
        ("uaee -> x", "no syllable begins with 'ua'"),
    ])
    func `Why a word of a failed test is no syllable is said`(test: String, note: String) throws {
        let text = Self.keymap.replacing("tests", with: Self.syllables).replacing("bee -> bê", with: test)
        let result = try check("a.keymap", text)
        #expect(result.output.contains(note), "\(result.output)")
        #expect(
            try check("b.keymap", text.replacing(test, with: "bee -> ba")).output.contains("no syllable")
                == false)
    }

    @Test(arguments: [
        ("ab ab  bee -> ab ab  be", "note: key by key: b 'b', e 'be', e 'bê'"),
        ("ab ab bee -> ab ab  bê", "note: key by key: b 'b', e 'be', e 'bê'"),
        ("bee bee -> bê be", "note: key by key: b 'b', e 'be', e 'bê'"),
        ("a  bee  a -> a  be  a", "note: key by key: b 'b', e 'be', e 'bê'"),
    ])
    func `The keys of the word that differs are shown`(test: String, note: String) throws {
        let result = try check("a.keymap", Self.keymap.replacing("bee -> bê", with: test))
        #expect(result.output.contains(note), "\(result.output)")
    }

    @Test(arguments: [
        ("  @acute a > á", true), ("  @acute a > á\n  @acute ( [any] ) > ; $1", false),
        ("  @acute ( a | e ) > á", true), ("  @acute a > á\n  @any ( [any] ) > $1", false),
        ("  a @acute > á", false), ("  @acute a > á\n  @acute > ;", false),
    ])
    func `A dead key that is lost before other keys is named`(rules: String, isLost: Bool) throws {
        let text =
            Self.keymap.prefix { $0 != "#" }
            + "markers acute\nkeys\n  ; > @acute\n  a > a\n  e > e\nrules\n\(rules)\n"
        let result = try check("a.keymap", String(text))
        #expect(result.output.contains("[keymap.lost-marker]") == isLost, "\(result.output)")
        #expect(result.code == 0, "\(result.output)")
    }

    @Test func `A keymap that stands anywhere includes one of the data path`() throws {
        try scratch.file("data/keymaps/vi/base.keymap", Self.keymap)
        let own =
            "keymap 1\nlanguage rad\ntitle Riêng\nversion 1.0\nlicence CC0-1.0\nsource own\ninclude vi/base\n"
        try scratch.file("own.keymap", own)
        let variables = ["CHU_PATH": scratch.path + "/data"]
        let found = try Command.run(["check", "own.keymap"], variables: variables, in: scratch.path)
        #expect(found.code == 0, "\(found.output)")
        // Without it, one error stands for all.
        let missing = try Command.run(["check", "own.keymap"], in: scratch.path)
        #expect(missing.output.split(separator: "\n").filter { $0.contains(": error: ") }.count == 1)
        #expect(
            missing.output.contains("[keymap.unknown-include]") && !missing.output.contains("own.keymap'"))
    }

    // MARK: Lexicons

    @Test func `The quotes of a spreadsheet are undone, and the words are found`() throws {
        let entries = "\"asâo\"\t\"con chó, \"\"cún\"\"\"\tdog\n\"êa\"\tnước\t\"water\""
        let shown = try check("a.lexicon", lexicon(entries))
        #expect(shown.output.contains("the quotes around \"asâo\" are those of a spreadsheet"))
        #expect(try check("a.lexicon", lexicon(entries), ["--fix"]).code == 0)
        #expect(contents("a.lexicon") == lexicon("asâo\tcon chó, \"cún\"\tdog\nêa\tnước\twater"))
        #expect(try Command.run(["build", "a.lexicon"], in: scratch.path).code == 0)
        #expect(
            try Command.run(["lookup", "-l", "./a.chulex", "asâo"], in: scratch.path).output.contains("cún"))
        for kept in [
            "êa\t\"nước\" và \"sông\"\twater", "êa\t\"nước\twater", "êa\t\"\"\twater", "\"\tngoặc\tquote",
        ] {
            #expect(!(try check("b.lexicon", lexicon(kept)).output.contains("spreadsheet")), "\(kept)")
        }
        let doubtful = try check("c.lexicon", lexicon("êa\t\"nước\"\twater"), ["--fix"])
        #expect(doubtful.output.contains("perhaps: remove the quotes"))
        #expect(contents("c.lexicon") == lexicon("êa\t\"nước\"\twater"))
    }

    @Test(arguments: [";", ",", "|"]) func `A table with another separator is named once`(separator: String)
        throws
    {
        let entries = ["êa", "anak", "asâo"].map { "\($0)\(separator)nghĩa\(separator)gloss" }
        let result = try check("a.lexicon", lexicon(entries.joined(separator: "\n")))
        #expect(
            result.output.split(separator: "\n").filter {
                $0.contains(": error: ") || $0.contains(": warning: ")
            }.count == 1)
        #expect(result.output.contains("no entry has a tab; are the fields separated by '\(separator)'?"))
        // A tab anywhere shows that the author knows.
        let mixed = try check("b.lexicon", lexicon(entries.joined(separator: "\n") + "\nklei\tdây\tstring"))
        #expect(!mixed.output.contains("are the fields"))
        let words = try check("c.lexicon", lexicon("êa\nanak\nasâo"))
        #expect(!words.output.contains("are the fields"))
    }

    @Test func `Related words of records are separated as in a list`() throws {
        let head =
            "\\_lexicon 1\n\\_language rad\n\\_script Latn\n\\_title Êđê\n\\_licence CC0-1.0\n\\_source thử words\n\n"
        let text = head + "\\lx êa\n\\gn nước\n\\cf anak ; asâo\n\\lx anak\n\\gn con\n\\lx asâo\n\\gn chó\n"
        let result = try check("a.sfm", text)
        #expect(result.code == 0 && result.output.isEmpty, "\(result.output)")
        let wrong = try check(
            "a.sfm", text.replacing("; asâo", with: "; krông").replacing("\\cf", with: "\\an"))
        #expect(wrong.output.contains("no entry is called 'krông'"), "\(wrong.output)")
        let variant = try check("a.sfm", text.replacing("\\cf anak ; asâo", with: "\\va eă ; êă\n\\cf êă"))
        #expect(variant.output.isEmpty, "\(variant.output)")
    }

    // MARK: The command

    @Test func `The count says how many were checked`() throws {
        try scratch.file("a.keymap", Self.keymap)
        let none = try Command.run(["check", "nofile.keymap"], in: scratch.path)
        #expect(none.code == 66 && none.errors.hasSuffix("chu: nothing was checked\n"))
        let some = try Command.run(["check", "nofile.keymap", "a.keymap"], in: scratch.path)
        #expect(
            some.code == 66 && some.errors.hasSuffix("chu: 1 of 2 sources checked: 0 errors, 0 warnings\n"))
        let other = try check("a.txt", "words\n")
        #expect(other.code == 65 && other.errors.hasSuffix("chu: nothing was checked\n"))
        let vietnamese = try Command.run(
            ["check", "nofile.keymap"], variables: ["LC_ALL": "vi_VN.UTF-8"], in: scratch.path)
        #expect(vietnamese.errors.hasSuffix("chu: chưa kiểm tra được gì\n"))
    }

    @Test(arguments: ["keymap.typo", "lexicon.typo", "keymap.failed-tests", "keymap"])
    func `An id that is none is refused, whatever its kind`(id: String) throws {
        for option in ["--silence", "--error"] {
            let result = try check("a.keymap", Self.keymap, [option, id])
            #expect(result.code == 64 && result.errors.contains("no diagnostic is called '\(id)'"))
        }
        let near = try check("a.keymap", Self.keymap, ["--silence", "keymap.failed-tests"])
        #expect(near.errors.contains("did you mean 'keymap.failed-test'?"))
    }

    @Test func `What is said in Vietnamese has the same id`() throws {
        let text = Self.keymap.replacing("bee -> bê", with: "bee->bа\n  x//").replacing(
            "# Chữ", with: "//Chữ")
        let english = try check("a.keymap", text).output
        let vietnamese = try check("a.keymap", text, [], "vi_VN.UTF-8").output
        func ids(_ output: String) -> [Substring] {
            output.split(separator: "\n").filter { $0.hasSuffix("]") }.compactMap {
                $0.split(separator: "[").last
            }
        }
        #expect(!ids(english).isEmpty && ids(english) == ids(vietnamese))
        #expect(vietnamese.contains("lỗi: ") && vietnamese.contains("cách sửa: "))
        #expect(EnglishWords.lines(of: vietnamese) == [])
    }
}
