import Diagnostics
import Testing

struct FixingTests {
    /// Finds wrong words: each pair is a word and its correction, obvious or not.
    static func diagnose(
        _ text: SourceText, _ words: [(wrong: String, right: String)], isObvious: Bool = true
    ) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for (wrong, right) in words {
            let pattern = Array(wrong.utf8)
            for start in text.bytes.indices where text.bytes[start...].starts(with: pattern) {
                let range = start..<start + pattern.count
                found.append(
                    Diagnostic(
                        "a.\(wrong)", .error, "wrong", at: range, in: text,
                        fixIts: [.init("write '\(right)'", [.init(range, right)], isObvious: isObvious)]))
            }
        }
        return found
    }

    static func fix(_ text: String, _ words: [(wrong: String, right: String)]) -> Fixing {
        Fixing(SourceText(path: "a.txt", text)) { diagnose($0, words) }
    }

    @Test(arguments: [
        ("one tow", "one two"), ("tow tow tow", "two two two"), ("towtowtow", "twotwotwo"), ("", ""),
        ("\u{FEFF}tow\r\n\t# tow\r\nthe end", "\u{FEFF}two\r\n\t# two\r\nthe end"),
        // A fix may make another one possible.
        ("thre", "two"),
    ])
    func `What is obvious is fixed, and nothing else is touched`(text: String, expected: String) {
        let fixing = Self.fix(text, [("tow", "two"), ("thre", "tow")])
        #expect(fixing.text.bytes == Array(expected.utf8))
        #expect(fixing.diagnostics.isEmpty)
        let again = Self.fix(expected, [("tow", "two"), ("thre", "tow")])
        #expect(again.text.bytes == fixing.text.bytes && again.changes.isEmpty)
    }

    @Test func `What is not obvious is left to a person`() {
        let text = SourceText(path: "a.txt", "one tow")
        let fixing = Fixing(text) { Self.diagnose($0, [("tow", "two")], isObvious: false) }
        #expect(fixing.text.bytes == text.bytes)
        #expect(fixing.changes.isEmpty)
        #expect(fixing.diagnostics.map(\.id) == ["a.tow"])
    }

    @Test func `Fixes that undo one another leave the text as it was`() {
        let fixing = Self.fix("yes tow", [("yes", "no"), ("no", "yes"), ("tow", "two")])
        #expect(fixing.text.bytes == Array("no two".utf8))
        #expect(Self.fix("no two", [("yes", "no"), ("no", "yes")]).text.bytes == Array("no two".utf8))
        #expect(Self.fix("no two", [("yes", "no"), ("no", "yes")]).changes.isEmpty)
    }

    @Test func `A text that changes without end is given up`() {
        let fixing = Self.fix("a", [("a", "ab")])
        #expect(fixing.text.bytes.count > 1)
        #expect(fixing.text.bytes.count < 1 << 20)
    }

    @Test func `Diagnostics about other files are left alone`() {
        let other = SourceText(path: "other.txt", "tow")
        let fixing = Fixing(SourceText(path: "a.txt", "tow")) { _ in
            Self.diagnose(other, [("tow", "two")])
        }
        #expect(fixing.changes.isEmpty)
        #expect(fixing.diagnostics.count == 1)
    }

    @Test func `A change has its line in the original text`() {
        // The first line goes away in the first round, the second change is made in the next.
        let fixing = Fixing(SourceText(path: "a.txt", "drop\n  thre # tow\n")) { text in
            let drop = text.bytes.starts(with: Array("drop".utf8)) ? 0..<5 : nil
            let removed = drop.map {
                Diagnostic(
                    "a.drop", .error, "wrong", at: $0, in: text, fixIts: [.init("drop it", [.init($0, "")])])
            }
            return (removed.map { [$0] } ?? []) + Self.diagnose(text, [("thre", "tow"), ("tow", "two")])
        }
        #expect(
            fixing.places.map { $0.rendered(of: fixing) } == [
                "a.txt:1: fixed: drop it [a.drop]\n  before: drop",
                """
                a.txt:2: fixed: write 'tow' [a.thre]
                a.txt:2: fixed: write 'two' [a.tow] (2 times)
                  before:   thre # tow
                  after:    two # two
                """,
            ])
    }

    @Test func `A line that changes ten times is shown once, as it was and as it is`() {
        let fixing = Self.fix(
            "x\ntow tow tow thre thre tow tow thre tow\ny", [("tow", "two"), ("thre", "tree")])
        #expect(fixing.changes.count == 9)
        #expect(
            fixing.places.map { $0.rendered(of: fixing) } == [
                """
                a.txt:2: fixed: write 'two' [a.tow] (6 times)
                a.txt:2: fixed: write 'tree' [a.thre] (3 times)
                  before: tow tow tow thre thre tow tow thre tow
                  after:  two two two tree tree two two tree two
                """
            ])
    }

    /// Reports a word as an error, and after its fix two others, or nothing.
    @Test(arguments: [(2, false), (1, true), (0, true)])
    func `A fix that gives more errors is taken back, and the others stay`(errors: Int, isKept: Bool) {
        let fixing = Fixing(SourceText(path: "a.txt", "tow bad")) { text in
            let good = text.text(0..<text.bytes.count).contains("good")
            let more = (0..<(good ? errors : 0)).map { _ in
                Diagnostic("a.more", .error, "m", at: 0..<1, in: text)
            }
            return Self.diagnose(text, [("tow", "two"), ("bad", "good")]) + more
        }
        let text = fixing.text.text(0..<99)
        // One error goes with each word, so one more is no worse.
        #expect(text == (isKept ? "two good" : "two bad") || errors == 2 && text == "two good")
        #expect(fixing.takenBack.map(\.diagnostic.id) == (text == "two bad" ? ["a.bad"] : []))
    }

    @Test func `A fix that loses what counts is taken back`() {
        let fixing = Fixing(
            SourceText(path: "a.txt", "tow\nbad\nx"), counts: { [$0.lineCount] },
            diagnose: { Self.diagnose($0, [("tow", "two"), ("bad\n", "")]) })
        #expect(fixing.text.text(0..<99) == "two\nbad\nx")
        #expect(fixing.changes.map(\.diagnostic.id) == ["a.tow"])
        #expect(fixing.takenBack.map(\.diagnostic.id) == ["a.bad\n"])
        #expect(fixing.diagnostics.count == 1)
    }

    @Test(
        arguments: [
            [0x74, 0x6F, 0x77, 0], [0xFF, 0xFE, 0x74, 0x6F, 0x77], [0x50, 0x4B, 3, 4, 0x74, 0x6F, 0x77],
            [0x74, 0x6F, 0x77, 0xFF], [0x3C, 0x3C, 0x3C, 0x3C, 0x3C, 0x3C, 0x3C, 0x0A, 0x74, 0x6F, 0x77],
        ] as [[UInt8]])
    func `In a file that is no text nothing is fixed`(bytes: [UInt8]) {
        let fixing = Fixing(SourceText(path: "a.txt", bytes: bytes)) { Self.diagnose($0, [("tow", "two")]) }
        #expect(fixing.text.bytes == bytes)
        #expect(fixing.changes.isEmpty && fixing.places.isEmpty)
    }

    @Test(arguments: [
        ([Diagnostic.FixIt.Edit(4..<4, "x\n")], ["2 [] [x]"]),
        ([.init(4..<8, "")], ["2 [two] []"]),
        ([.init(0..<3, "uno"), .init(8..<13, "tres")], ["1 [one] [uno]", "3 [three] [tres]"]),
        ([.init(3..<4, " ")], ["1 [one, two] [one two]"]),
        ([.init(13..<13, "\nfour")], ["4 [] [four]"]),
    ])
    func `The lines of a change are those that differ`(edits: [Diagnostic.FixIt.Edit], expected: [String]) {
        let text = SourceText(path: "a.txt", "one\ntwo\nthree")
        let fixing = Fixing(text) {
            guard $0.bytes == text.bytes else { return [] }
            return [Diagnostic("a.b", .error, "m", at: 0..<1, in: $0, fixIts: [.init("fix", edits)])]
        }
        let lines = fixing.places.map {
            "\($0.line) [\($0.before.joined(separator: ", "))] [\($0.after.joined(separator: ", "))]"
        }
        #expect(lines == expected)
    }

    @Test func `Lines put into a text end as its own do`() {
        let edit = Diagnostic.FixIt("add", [.init(0..<0, "zero\n"), .init(5..<5, "x\r\n")])
        #expect(SourceText(path: "", "one\r\ntwo").applying(edit).text(0..<99) == "zero\r\none\r\nx\r\ntwo")
        #expect(SourceText(path: "", "one\n\ntwo").applying(edit).text(0..<99) == "zero\none\n\nx\ntwo")
        #expect(SourceText(path: "", "one\r\rtwo").applying(edit).text(0..<99) == "zero\rone\r\rx\rtwo")
    }
}
