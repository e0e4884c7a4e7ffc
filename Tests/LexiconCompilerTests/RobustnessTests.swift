import Diagnostics
import LexiconCompiler
import TestSupport
import Testing

/// Sources that no person would write.
struct RobustnessTests {
    static let pieces = [
        "\t", "\n", "\r\n", " ", "  ", "#", "# ", "|", " | ", ";", " ; ", "\\", "\\lx ", "\\lx", "\\ge ",
        "\\sn", "\\ps n",
        "\\xv ", "\\xe ", "\\hm ", "\\so ", "\\se ", "\\_source a b", "\\_lexicon 1", "lexicon 1",
        "language ", "rad",
        "columns ", "columns headword vi example example.vi domain", "headword ", "vi", "entries", "title (",
        "title (en) x",
        ")", "method ", "êa", "e\u{302}", "\u{306}", "\u{0}", "\u{FEFF}", "ǎ", "к", "source ", "script Latn",
        "licence x",
        "title x", "status draft", "99", "-1", "\u{A0}",
    ]

    @Test(arguments: ["a.lexicon", "a.sfm", "a"])
    func `Random bytes never trap`(path: String) {
        var generator = SeededGenerator(1)
        for length in [0, 1, 2, 3, 10, 100, 1000] {
            for _ in 0..<60 {
                let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
                let (compiled, diagnostics) = LexiconCompiler.compile(SourceText(path: path, bytes: bytes))
                #expect(compiled == nil && diagnostics.contains { $0.severity == .error })
                for diagnostic in diagnostics {
                    #expect(diagnostic.range.lowerBound >= 0 && diagnostic.range.upperBound <= bytes.count)
                    _ = diagnostic.rendered()
                }
            }
        }
    }

    @Test(arguments: ["a.lexicon", "a.sfm", "a"])
    func `Random pieces of source never trap, and every fix-it can be applied`(path: String) {
        var generator = SeededGenerator(2)
        let heads = [
            "", DiagnosticsTests.list(""), DiagnosticsTests.head + DiagnosticsTests.columns,
            DiagnosticsTests.markers(""),
        ]
        for round in 0..<600 {
            let count = Int.random(in: 0...30, using: &generator)
            let text =
                heads[round % heads.count]
                + (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
            let source = SourceText(path: path, text)
            let (compiled, diagnostics) = LexiconCompiler.compile(source)
            #expect((compiled == nil) == diagnostics.contains { $0.severity == .error })
            for diagnostic in diagnostics {
                #expect(diagnostic.range.upperBound <= source.bytes.count)
                for fixIt in diagnostic.fixIts {
                    #expect(fixIt.edits.allSatisfy { $0.range.upperBound <= source.bytes.count })
                    _ = source.applying(fixIt)
                }
                _ = diagnostic.rendered()
            }
        }
    }

    @Test func `A letter behind others that are not in NFC is reported inside of the source`() {
        let head = DiagnosticsTests.header("columns", "alphabet a b\ncolumns headword vi")
        for end in ["e\u{302}k", "a\u{FFFD}ǎ", "\u{1F71}k"] {
            let source = SourceText(path: "a.lexicon", head + end)
            let diagnostics = LexiconCompiler.compile(source).diagnostics
            #expect(diagnostics.contains { $0.id == "lexicon.outside-alphabet" })
            #expect(diagnostics.allSatisfy { $0.range.upperBound <= source.bytes.count })
        }
    }

    @Test func `A sound source cut short anywhere never traps`() {
        let source = Array((MarkerTests.head + MarkerTests.record).utf8)
        for length in stride(from: 0, to: source.count, by: 3) {
            _ = LexiconCompiler.compile(SourceText(path: "a.sfm", bytes: Array(source[..<length])))
        }
        let list = Array(
            DiagnosticsTests.list("êa\tnước ; sông | mưa\twater\tabvd\t1\tn\tdirect\t1\tnote\tx\ty").utf8)
        for length in 0..<list.count {
            _ = LexiconCompiler.compile(SourceText(path: "a.lexicon", bytes: Array(list[..<length])))
        }
    }

    @Test func `A long line without end is read in time`() {
        var generator = SeededGenerator(3)
        let noise = (0..<300_000).map { _ in UInt8.random(in: 0x80...255, using: &generator) }
        let bars = Array(String(repeating: " | ; ", count: 20_000).utf8)
        for path in ["a.lexicon", "a.sfm"] {
            _ = LexiconCompiler.compile(SourceText(path: path, bytes: noise))
            _ = LexiconCompiler.compile(
                SourceText(path: path, bytes: Array(DiagnosticsTests.list("êa\t").dropLast().utf8) + bars))
            _ = LexiconCompiler.compile(
                SourceText(
                    path: path,
                    bytes: Array(DiagnosticsTests.markers("\\lx êa\n\\ge ").dropLast().utf8) + bars))
        }
    }
}
