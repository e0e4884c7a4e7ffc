import Diagnostics
import Testing

struct RenderingTests {
    static let text = SourceText(path: "a.keymap", "language rad\r\n\tơ̆ = owx\nkhái niệm\n")

    @Test func `A diagnostic shows place, line, caret, notes and fix-its`() {
        let diagnostic = Diagnostic(
            "keymap.sample", .error, "letter 'ơ̆' is declared twice", at: 15..<19, in: Self.text,
            notes: [.init("first declared here", at: 9..<12, in: Self.text)],
            fixIts: [.init("remove this declaration")])
        #expect(
            diagnostic.rendered() == """
                a.keymap:2:2: error: letter 'ơ̆' is declared twice [keymap.sample]
                2 | \tơ̆ = owx
                  | \t^
                  = fix-it: remove this declaration
                a.keymap:1:10: note: first declared here [keymap.sample]
                1 | language rad
                  |          ^~~
                """)
    }

    /// What is marked, and the caret below it: one column a grapheme cluster, two for a wide one.
    @Test(arguments: [
        (20..<25, "= owx", "^~~~~"), (26..<31, "khái", "^~~~"), (15..<19, "ơ̆", "^"),
    ])
    func `The caret counts what the eye sees`(range: Range<Int>, line: String, caret: String) {
        let lines = Diagnostic("a.b", .warning, "m", at: range, in: Self.text).rendered().split(
            separator: "\n")
        #expect(lines.count == 3 && lines[1].contains(line))
        #expect(lines[2].drop { $0 != "^" } == caret)
    }

    /// A line, the word in it that is marked, and what stands below it.
    @Test(arguments: [
        ("a wrong b", "wrong", "  ^~~~~"),
        // Marks stand on their letter: an Ê Đê vowel with two, a Lao syllable, a Tai Viet one.
        ("cư̆ wrong", "wrong", "   ^~~~~"), ("ນ້ໍາ wrong", "wrong", "   ^~~~~"),
        ("ꪀꪲ꪿ wrong", "wrong", "  ^~~~~"),
        // Spacing marks of Cham and Khmer take a column.
        ("ꨀꨳ wrong", "wrong", "   ^~~~~"), ("កា wrong", "wrong", "   ^~~~~"),
        // Wide letters take two, also where they are marked.
        ("字字 wrong", "wrong", "     ^~~~~"), ("a 字字", "字字", "  ^~~~"),
        // Right to left: as many columns as letters that stand by themselves; the order is the terminal's.
        ("שָׁלוֹם wrong", "wrong", "     ^~~~~"), ("wrong שלום", "שלום", "      ^~~~"),
        // Characters that cannot be seen take none; those that steer a terminal are shown.
        ("a\u{200B}b wrong", "wrong", "   ^~~~~"), ("a\u{1B}[1m wrong", "wrong", "      ^~~~~"),
        // Tabs in front are kept; inside they reach to the next stop of the terminal.
        ("\twrong", "wrong", "\t^~~~~"), ("a\twrong", "wrong", " \t^~~~~"),
        ("a b\tc", "b\tc", "  ^~~"), ("b\tc", "b\tc", "^~~~~"),
    ])
    func `The caret stands below what it is about`(line: String, marked: String, below: String) throws {
        let text = SourceText(path: "a", line)
        let bytes = Array(marked.utf8)
        let start = try #require(text.bytes.indices.first { text.bytes[$0...].starts(with: bytes) })
        let rendered = Diagnostic("a.b", .error, "m", at: start..<start + bytes.count, in: text).rendered()
        let lines = rendered.split(separator: "\n")
        try #require(lines.count == 3)
        #expect(lines[2] == "  | " + below, "\(rendered)")
        #expect(!rendered.unicodeScalars.contains("\u{1B}"))
    }

    @Test func `A fix that is not obvious is only proposed`() {
        let fixIts = [Diagnostic.FixIt("write 'a'"), .init("write 'b'", isObvious: false)]
        let rendered = Diagnostic("a.b", .error, "m", at: 0..<8, in: Self.text, fixIts: fixIts).rendered()
        #expect(rendered.hasSuffix("\n  = fix-it: write 'a'\n  = perhaps: write 'b'"))
    }

    @Test(arguments: [
        (0, 1, 1), (12, 1, 13), (14, 2, 1), (15, 2, 2), (26, 3, 1), (500, 4, 462),
    ])
    func `A byte has a line and a column`(offset: Int, line: Int, column: Int) {
        #expect(Self.text.position(of: offset) == Position(line: line, column: column))
    }

    @Test(arguments: [
        ("a\nb\n", ["a", "b"]), ("a\rb\r", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]),
        ("a\n\rb", ["a", "", "b"]), ("a\r\rb", ["a", "", "b"]), ("a\r\n\r\nb", ["a", "", "b"]),
        ("a\rb\nc\r\nd", ["a", "b", "c", "d"]), ("\r", [""]), ("", []), ("\u{FEFF}a\r", ["a"]),
    ])
    func `LF, CRLF and CR end lines, mixed ones too`(text: String, lines: [String]) {
        let source = SourceText(path: "", text)
        #expect((0..<source.lineCount).map { source.text(source.lineRange($0)) } == lines)
    }

    @Test func `A last line end begins no line`() {
        #expect(Self.text.lineCount == 3)
        #expect(Self.text.text(Self.text.lineRange(0)) == "language rad")
        #expect(Self.text.lineRange(99).isEmpty)
        #expect(SourceText(path: "", "").lineCount == 0)
        #expect(SourceText(path: "", "\u{FEFF}a").position(of: 3) == Position(line: 1, column: 1))
    }

    @Test(
        arguments: [
            ([0x61, 0x62], nil), ([0x61, 0xFF, 0x62], 1..<2), ([0xE1, 0xBA], 0..<2),
            ([0xED, 0xA0, 0x80], 0..<1),
            ([], nil),
        ] as [([UInt8], Range<Int>?)])
    func `Ill-formed bytes are found`(bytes: [UInt8], range: Range<Int>?) {
        #expect(SourceText(path: "", bytes: bytes).illFormedRange == range)
    }

    @Test func `A fix-it makes its edits, whatever their order`() {
        let text = SourceText(path: "", "one two three")
        let fixIt = Diagnostic.FixIt(
            "swap", [.init(8..<13, "one"), .init(0..<3, "three"), .init(7..<7, "!")])
        #expect(text.applying(fixIt).text(0..<99) == "three two! one")
        #expect(text.applying(.init("beyond", [.init(10..<99, "x")])).bytes == text.bytes)
    }

    @Test func `A long line is shown around what is marked`() throws {
        let line = String(repeating: "ê", count: 500) + "bad" + String(repeating: "x", count: 5000)
        let text = SourceText(path: "a", "\(line)\nshort")
        let rendered = Diagnostic("a.b", .error, "m", at: 1000..<1003, in: text).rendered()
        let lines = rendered.split(separator: "\n")
        try #require(lines.count == 3)
        #expect(lines[1].hasPrefix("1 | …ê") && lines[1].hasSuffix("x…") && lines[1].contains("êbadx"))
        #expect(lines[1].count < 260)
        let column = lines[2].count { $0 == " " } - 3
        #expect(Array(lines[1].dropFirst(4))[column] == "b" && lines[2].hasSuffix(" ^~~"))
        // The whole of it marked.
        let whole = Diagnostic("a.b", .error, "m", at: 0..<line.utf8.count, in: text).rendered()
        #expect(whole.count < 600)
        #expect(quoted(line).count < 200)
    }

    @Test(arguments: [
        ("aa", "'aa'"), ("", "''"), ("\u{0306}", "'\u{25CC}\u{0306}' (U+0306)"), ("'boxxk", "“'boxxk”"),
        ("boxx'", "“boxx'”"), ("’b", "“’b”"), ("b'a", "'b'a'"),
    ])
    func `A mark alone is quoted on a circle, and an apostrophe between other quotes`(
        text: String, shown: String
    ) {
        #expect(quoted(text) == shown)
    }
}
