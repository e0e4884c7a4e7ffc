import Composition
import Diagnostics
import ICU
import MacroCompiler
import TestSupport
import Testing

/// Macro files: what is read, and what is reported of lines that cannot be.
struct MacroFileTests {
    private func read(_ text: String) -> (macros: Macros, diagnostics: [Diagnostic]) {
        read(Array(text.utf8))
    }

    private func read(_ bytes: [UInt8]) -> (macros: Macros, diagnostics: [Diagnostic]) {
        MacroCompiler.read(SourceText(path: "x.macros", bytes: bytes))
    }

    private func entries(_ text: String) -> [[String]] {
        read(text).macros.entries.map { [$0.key, $0.expansion] }
    }

    @Test(arguments: [
        ("macros 1\nko = không\n", [["ko", "không"]]),
        ("macros 1\nko=không", [["ko", "không"]]),
        ("macros 1\r\nko\tkhông\r\n", [["ko", "không"]]),
        ("macros 1\n  ko \t =  không  \n", [["ko", "không"]]),
        ("\u{FEFF}macros 1\nko = không\n", [["ko", "không"]]),
        ("# mine\n\nmacros 1\n# a word\nđc = địa chỉ\n#k = k\n", [["đc", "địa chỉ"], ["#k", "k"]]),
        ("macros 1\nbt = a = b\ntb\t= c\n", [["bt", "a = b"], ["tb", "c"]]),
        (
            "macros 1\nko = kho\u{302}ng\nd\u{302}c = e\u{323}\u{302}\n",
            [["ko", "không"], ["d\u{302}c", "ệ"]]
        ),
        ("macros 1\nKO = K\nko = không\n", [["KO", "K"], ["ko", "không"]]),
    ])
    func `The project's own form`(text: String, expected: [[String]]) {
        #expect(entries(text) == expected)
        #expect(read(text).diagnostics.isEmpty)
    }

    @Test(arguments: [
        (
            ";DO NOT DELETE THIS LINE*** version=1 ***\nko:không\nvn:Việt Nam\n",
            [["ko", "không"], ["vn", "Việt Nam"]]
        ),
        ("\u{FEFF};DO NOT DELETE THIS LINE*** version=1 ***\r\nko:không\r\n", [["ko", "không"]]),
        ("DO NOT DELETE THIS LINE*** version=1 ***\nko:không", [["ko", "không"]]),
        (";DO NOT DELETE THIS LINE***version=1\ngio:12:30 \n#k:k\n", [["gio", "12:30 "], ["#k", "k"]]),
        (";DO NOT DELETE THIS LINE*** version=1 ***\nbang:a = b\n", [["bang", "a = b"]]),
    ])
    func `UniKey's form, as it stands`(text: String, expected: [[String]]) {
        #expect(entries(text) == expected)
        #expect(read(text).diagnostics.isEmpty)
    }

    static let unikey = ";DO NOT DELETE THIS LINE*** version=1 ***\n"

    @Test(arguments: [
        ("", "missing-header", 1, 1),
        ("ko = không\n", "missing-header", 1, 1),
        ("ko:không\n", "missing-header", 1, 1),
        ("macros 2\n", "unknown-version", 1, 1),
        ("macros\n", "unknown-version", 1, 1),
        (";DO NOT DELETE THIS LINE*** version=0 ***\nvn:Vie^.t Nam\n", "unknown-version", 1, 1),
        ("macros 1\nko không\n", "missing-separator", 2, 1),
        ("macros 1\n\n  ko\n", "missing-separator", 3, 3),
        ("macros 1\n= không\n", "missing-key", 2, 3),
        ("macros 1\nko =\n", "missing-expansion", 2, 5),
        ("macros 1\nko\t\n", "missing-separator", 2, 1),
        ("macros 1\nxin chao = xin chào\n", "blank-in-key", 2, 1),
        ("macros 1\na\u{A0}b = c\n", "blank-in-key", 2, 1),
        ("macros 1\nko = a\u{1B}b\n", "control-character", 2, 7),
        ("macros 1\nko = không\nko = khong\n", "duplicate-key", 3, 1),
        ("\u{FEFF}macros 1\nko\n", "missing-separator", 2, 1),
        (unikey + "ko không\n", "missing-separator", 2, 1),
        (unikey + ":không\n", "missing-key", 2, 2),
        (unikey + "ko:\n", "missing-expansion", 2, 4),
        (unikey + "ko :không\n", "blank-in-key", 2, 1),
        (unikey + "ko:a\nko:b\n", "duplicate-key", 3, 1),
    ])
    func `What cannot be read is reported with its place`(
        text: String, reason: String, line: Int, column: Int
    )
        throws
    {
        let diagnostics = read(text).diagnostics
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostics.count == 1, "\(diagnostics)")
        #expect(diagnostic.id == "macros.\(reason)")
        #expect(diagnostic.position == Position(line: line, column: column))
        // One line of a table that was written for another program does not spoil the others.
        #expect(diagnostic.severity == (text.hasPrefix(Self.unikey) ? .warning : .error))
        #expect(diagnostic.range.lowerBound >= 0 && diagnostic.range.upperBound <= text.utf8.count)
    }

    @Test func `A bad line takes no other with it`() {
        let (macros, diagnostics) = read("macros 1\nko = không\nbad\nvn = Việt Nam\n")
        #expect(macros.entries.map(\.key) == ["ko", "vn"])
        #expect(diagnostics.map(\.position.line) == [3])
    }

    @Test func `Bytes that are not UTF-8 are reported, and other lines stay`() throws {
        let bytes = Array("macros 1\nko = ".utf8) + [0xE1, 0x20] + Array("\nvn = Việt Nam\n".utf8)
        let (macros, diagnostics) = read(bytes)
        #expect(macros.entries.map(\.key) == ["vn"])
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostic.id == "macros.ill-formed-text")
        #expect(diagnostic.wording.english.hasPrefix("bytes that are not UTF-8 in 1 line of this file"))
        #expect(diagnostics.count == 1)
        #expect(diagnostic.position.column == 6)
        #expect(read([0xFF, 0xFE, 0x6D, 0]).diagnostics.map(\.id) == ["macros.ill-formed-text"])
    }

    @Test func `A key defined twice shows the first of them`() throws {
        let diagnostic = try #require(read("macros 1\nko = không\nko = khong\n").diagnostics.first)
        #expect(diagnostic.notes.map { $0.text.position(of: $0.range.lowerBound).line } == [2])
        #expect(diagnostic.notes.map(\.wording.vietnamese) == ["lần đầu định nghĩa ở đây"])
    }

    @Test func `A header is offered, and not put in unasked`() throws {
        let diagnostic = try #require(read("\u{FEFF}ko = không\n").diagnostics.first)
        let fixIt = try #require(diagnostic.fixIts.first)
        #expect(!fixIt.isObvious)
        #expect(fixIt.edits.map(\.range) == [3..<3])
        #expect(entries("\u{FEFF}" + fixIt.edits[0].replacement + "ko = không\n") == [["ko", "không"]])
    }

    @Test(arguments: [
        ("macros 1\n", true), ("# mine\n\nmacros 2\n", true), ("\u{FEFF}" + unikey, true),
        ("macrosx 1\n", false), ("keymap 1\nmacros 1\n", false), ("#macros 1\n", false), ("", false),
    ])
    func `A macro file is recognized by its first line`(text: String, isOne: Bool) {
        #expect(MacroCompiler.hasHeader(SourceText(path: "x", text)) == isOne)
    }

    @Test func `What is too long is refused whole, not cut`() {
        let key = String(repeating: "đ", count: Macros.keyLimit)
        let text = String(repeating: "ẳ", count: Macros.expansionLimit / 3)
        #expect(entries("macros 1\n\(key) = \(text)\n") == [[key, text]])
        let (macros, diagnostics) = read("macros 1\n\(key)x = a\nko = \(text)a\n")
        #expect(macros.entries.isEmpty)
        #expect(diagnostics.map(\.id) == ["macros.long-key", "macros.long-expansion"])
        #expect(
            diagnostics.last?.wording.english
                == "the expansion of 'ko' has 481 bytes, 1 more than the 480 that can be put in at once; make two of it"
        )
    }

    @Test func `More keys than there may be are reported once`() {
        var text = "macros 1\n"
        for number in 0...Macros.countLimit { text += "k\(number) = a\n" }
        text += "m = a\nbad\n"
        let (macros, diagnostics) = read(text)
        #expect(macros.entries.count == Macros.countLimit)
        #expect(diagnostics.map(\.id) == ["macros.too-many"])
    }

    @Test func `Random bytes never trap, and what is read keeps to the limits`() {
        var random = SeededGenerator(0x6D61_6372_6F73)
        let pieces: [[UInt8]] =
            [
                "macros 1\n", "ko", " = ", "=", "\t", "\n", "\r\n", "không", ":", "# ", "*** version=1",
                "\u{302}", "Đ",
            ]
            .map { Array($0.utf8) } + [
                [0xEF, 0xBB, 0xBF], [0xFF], [0xE1, 0xBA], [0], [0xC3], [0xF4, 0x90, 0x80, 0x80],
            ]
        for round in 0..<4000 {
            var bytes: [UInt8] = round % 3 == 0 ? Array(Self.unikey.utf8) : round % 3 == 1 ? pieces[0] : []
            for _ in 0..<Int.random(in: 0..<60, using: &random) {
                if Bool.random(using: &random) {
                    bytes += pieces.randomElement(using: &random) ?? []
                } else {
                    bytes.append(UInt8.random(in: 0...255, using: &random))
                }
            }
            let (macros, diagnostics) = read(bytes)
            for entry in macros.entries {
                #expect(!entry.key.isEmpty && !entry.expansion.isEmpty)
                #expect(entry.key.unicodeScalars.count <= Macros.keyLimit)
                #expect(entry.expansion.utf8.count <= Macros.expansionLimit)
            }
            for diagnostic in diagnostics {
                #expect(diagnostic.range.lowerBound >= 0 && diagnostic.range.upperBound <= bytes.count)
            }
        }
    }

    @Test func `Text is composed as ICU composes it`() {
        var random = SeededGenerator(7)
        let letters = Array("aăâeêioôơuưydđAĂÂEÊOÔƠUƯcnzĭŏbx ".unicodeScalars)
        let marks = (0x300...0x33F).compactMap { Unicode.Scalar(UInt32($0)) }
        for _ in 0..<5000 {
            var text = String.UnicodeScalarView()
            text.append("x")
            for _ in 0..<Int.random(in: 1..<6, using: &random) {
                text.append(letters.randomElement(using: &random) ?? "a")
                for _ in 0..<Int.random(in: 0..<4, using: &random) {
                    text.append(marks.randomElement(using: &random) ?? "\u{301}")
                }
            }
            let expansion = String(text)
            let read = read("macros 1\nk = \(expansion)\n").macros.entries.first?.expansion ?? ""
            let wanted = String(
                expansion.normalized(.nfc).unicodeScalars.reversed().drop { $0 == " " }.reversed())
            #expect(Array(read.unicodeScalars) == Array(wanted.unicodeScalars), "\(Array(text))")
        }
        // Every composed letter, taken apart, comes together again.
        for value in [0xC0...0x24F, 0x1E00...0x1EFF].joined() {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let apart = String(Character(scalar)).normalized(.nfd)
            let read = read("macros 1\nk = \(apart)\n").macros.entries.first?.expansion ?? ""
            #expect(Array(read.unicodeScalars) == Array(apart.normalized(.nfc).unicodeScalars))
        }
    }
}

extension String {
    fileprivate init(_ scalars: [Unicode.Scalar]) {
        self = String(String.UnicodeScalarView(scalars))
    }
}
