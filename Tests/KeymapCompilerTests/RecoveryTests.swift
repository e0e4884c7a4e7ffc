import Diagnostics
import Testing

@testable import KeymapCompiler

/// The parser goes on after a mistake, and comes to an end whatever it reads.
struct RecoveryTests {
    static func parse(_ source: SourceText) -> (definition: KeymapDefinition?, diagnostics: [Diagnostic]) {
        read(source) { name in
            Samples.included[name].map { SourceText(path: "\(name).keymap", $0) }
        }
    }

    @Test func `Ten mistakes give ten diagnostics, each at its place`() {
        let text = """
            keymap 1
            language Vietnamese
            title Tiếng Việt
            version 1.0
            license CC0-1.0
            letters vowel
              a e i o u y
              ê = ee
              Ô = oo
            letters consonant
              b c g h m n t
              đ = dđ
            tones
              sắc U+0301 : s
              ngã ~ : x
            syllable Vietnamese
              onset b c g h m n t
              rhyme a
              rime [vowls] at : tones sac
            tests
              ee{Backspace} -> e

            """
        let source = SourceText(path: "test.keymap", text)
        let (definition, diagnostics) = Self.parse(source)
        #expect(definition == nil)
        #expect(
            diagnostics.map { "\($0.position) \($0.id)" } == [
                "2:10 keymap.bad-language-tag",
                "5:1 keymap.unknown-statement",
                "6:1 keymap.missing-statement",
                "9:3 keymap.capital-letter",
                "12:8 keymap.key-not-printable",
                "15:8 keymap.not-a-mark",
                "18:3 keymap.unknown-line",
                "19:9 keymap.unknown-class",
                "19:27 keymap.unknown-tone",
                "21:6 keymap.bad-key",
            ])
        // The rendering shows the author's own line.
        #expect(
            diagnostics.last?.rendered() == """
                test.keymap:21:6: error: no key is named 'Backspace'; did you mean 'BackSpace'? [keymap.bad-key]
                21 |   ee{Backspace} -> e
                   |      ^~~~~~~~~
                   = fix-it: write 'BackSpace'
                """)
    }

    @Test(arguments: [
        (
            "marks\n  breve ˘ : xx {Tb} on q p\n",
            ["not-a-mark", "not-one-key", "bad-key", "unknown-letter", "unknown-letter"]
        ),
        ("repair\n  qa > pa\n", ["unknown-letter", "unknown-letter"]),
        ("rules\n  ẽ > Ô $1\n", ["unknown-letter", "bad-capture"]),
        ("place\n  rime oă qa\n", ["unknown-letter", "unknown-letter", "missing-text"]),
        (
            "syllable\n  rime [vowl]q ă[ : tons sắc after p\n",
            [
                "missing-text", "unknown-class", "unknown-letter", "unknown-letter", "bad-form",
                "unknown-word",
                "unknown-letter",
            ]
        ),
        (
            "letters vowl\n  ô = óó Ơ = oW\n",
            ["unused-class", "key-not-printable", "capital-letter", "capital-key"]
        ),
        (
            "tests\n  (style=new) {Tb} > e\u{302}\n",
            ["unknown-option", "bad-key", "wrong-arrow", "not-normalized"]
        ),
        (
            "cluster\n  type vowl? consonants\n  order vowel vowel tone\n  backspace all\n",
            [
                "unknown-class", "unknown-class", "duplicate-name", "unknown-class", "unknown-choice",
            ]
        ),
    ]) func `A line with several mistakes reports them all`(text: String, ids: [String]) {
        let diagnostics = Self.parse(SourceText(path: "test.keymap", Samples.spoilt + text)).diagnostics
        #expect(diagnostics.map { String($0.id.dropFirst(7)) } == ids)
    }

    @Test func `Fixing everything that can be fixed leaves only what cannot`() {
        let text = """
            keymap 1
            language blt_Tavt
            title ꪼꪕ
            version 1.0
            license CC0-1.0
            source K: sil_tai_dam (2.3)
            capitals foldd
            letters vowel
              a E
              ê = EE
              ơ ow
              y y
            marks
              breve ˘ : x on a
            syllables Thai
             onset t
            \u{A0}\u{A0}rime a
            test
            ee > ê

            """
        var source = SourceText(path: "test.keymap", text)
        var rounds = 0
        while rounds < 20,
            let fixIt = Self.parse(source).diagnostics.compactMap(\.fixIts.first).first(where: {
                !$0.edits.isEmpty
            })
        {
            source = source.applying(fixIt)
            rounds += 1
        }
        #expect(rounds == 15)
        #expect(Self.parse(source).diagnostics.map(\.id) == ["keymap.unknown-letter"])
        #expect(
            source.text(0..<source.bytes.count) == """
                keymap 1
                language blt-Tavt
                title ꪼꪕ
                version 1.0
                licence CC0-1.0
                source K: sil_tai_dam (2.3)
                capitals fold
                letters vowel
                  a e
                  ê = ee
                  ơ = ow
                  y
                marks
                  breve U+0306 : x on a
                syllable Thai
                 onset t
                 rime a
                tests
                  ee -> ê

                """)
    }

    // MARK: Whatever bytes come

    /// Parses, and checks that every place is inside its text and every text can be shown.
    private func survive(_ bytes: [UInt8]) {
        let source = SourceText(path: "test.keymap", bytes: bytes)
        let diagnostics = Self.parse(source).diagnostics
        for diagnostic in diagnostics {
            let count = diagnostic.text.bytes.count
            #expect(diagnostic.range.lowerBound >= 0 && diagnostic.range.upperBound <= count)
            for fixIt in diagnostic.fixIts {
                #expect(fixIt.edits.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= count })
            }
        }
        _ = diagnostics.prefix(3).map { $0.rendered() }
    }

    @Test(arguments: Samples.included.keys.sorted()) func `A keymap cut short anywhere is read`(name: String)
    {
        let bytes = Array((Samples.included[name] ?? "").utf8)
        for length in stride(from: 0, to: bytes.count, by: 13) { survive(Array(bytes[..<length])) }
    }

    @Test(arguments: Samples.included.keys.sorted()) func `A keymap with its lines in any order is read`(
        name: String
    ) {
        var generator = Generator(state: 3)
        let lines = (Samples.included[name] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        for _ in 0..<40 {
            var shuffled = lines
            for index in shuffled.indices.reversed() where index > 0 {
                shuffled.swapAt(index, generator.next(below: index + 1))
            }
            survive(Array(shuffled.joined(separator: "\n").utf8))
        }
    }

    @Test(arguments: Samples.included.keys.sorted()) func `A keymap with any bytes changed is read`(
        name: String
    ) {
        var generator = Generator(state: 11)
        let bytes = Array((Samples.included[name] ?? "").utf8)
        for _ in 0..<100 {
            var changed = bytes
            for _ in 0..<(1 + generator.next(below: 12)) {
                changed[generator.next(below: changed.count)] = UInt8(generator.next(below: 256))
            }
            survive(changed)
        }
    }

    @Test func `A keymap made of random words is read`() {
        var generator = Generator(state: 19)
        let words = Samples.included.values.joined().split(whereSeparator: \.isWhitespace).map(String.init)
        let pieces =
            words + [
                "\n", "\n", "\n  ", "\n ", "=", ">", "->", ":", "|", "(", ")", "?", "[", "]", "when", "on",
                "as", "#", "◌", "U+",
            ]
        for _ in 0..<200 {
            let text = (0..<120).map { _ in pieces[generator.next(below: pieces.count)] }.joined(
                separator: " ")
            survive(Array(("keymap 1\n" + text.replacing("\n ", with: "\n")).utf8))
        }
    }

    @Test func `Random bytes are read`() {
        var generator = Generator(state: 5)
        for round in 0..<300 {
            let length = generator.next(below: 600)
            let ascii = round % 2 == 0
            survive(
                (0..<length).map { _ in
                    ascii ? UInt8(10 + generator.next(below: 117)) : UInt8(generator.next(below: 256))
                })
        }
    }

    @Test func `Keymaps that include one another without end are read`() {
        var count = 0
        let source = SourceText(path: "0", Samples.header + "include vi/next\nletters\n  a\n")
        let (definition, diagnostics) = read(source) { name in
            count += 1
            return SourceText(
                path: "\(count)", "keymap 1\ninclude \(name)x\ninclude \(name)y\nletters\n  a\n")
        }
        #expect(definition == nil)
        #expect(Set(diagnostics.map(\.id)) == ["keymap.too-many"])
    }

    // MARK: Large keymaps

    /// A keymap of `count` rules.
    static func rules(_ count: Int) -> String {
        let keys = Array("abcdefghijklmnopqrstuvwxyz").map(String.init)
        return Samples.header + "letters\n  ă = aw\n" + "rules\n"
            + (0..<count).map { number in
                let left = keys[number % 26] + keys[number / 26 % 26] + keys[number / 676 % 26]
                return "  ;\(left) > ă\(left)…\n"
            }.joined()
    }

    @Test(.timeLimit(.minutes(1))) func `Five thousand rules are read`() throws {
        let source = SourceText(path: "test.keymap", Self.rules(5_000))
        let (definition, diagnostics) = Self.parse(source)
        #expect(diagnostics.isEmpty)
        #expect(definition?.text.groups.count == 1)
    }
}

/// The same numbers every time: a linear congruential generator.
private struct Generator {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(bound, 1)))
    }
}
