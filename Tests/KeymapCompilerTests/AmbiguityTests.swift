import Diagnostics
import Testing

@testable import KeymapCompiler

/// Keys with two meanings, and what is said of tests that fail: both ask the machine.
struct AmbiguityTests {
    static let keymap =
        Samples.header + """
            letters vowel
              a e i o u
              ơ = ow
              â = aa
            letters consonant
              b c n s w
            tones
              sắc U+0301 : s w
              huyền U+0300 : f
            syllable Test
              onset b c n

            """

    /// What stands in quotes.
    static func quotes(_ wording: Wording) -> [String] {
        wording.english.matches(of: /'([^']*)'/).map { String($0.1) }
    }

    static func warnings(_ rest: String) -> [String] {
        let (bytes, diagnostics) = KeymapCompiler.compile(SourceText(path: "test.keymap", keymap + rest)) {
            _ in nil
        }
        #expect(bytes != nil)
        #expect(diagnostics.allSatisfy { $0.id == "keymap.ambiguous-keys" && $0.severity == .warning })
        return diagnostics.map { "\($0.position) \(quotes($0.wording).joined(separator: " "))" }
    }

    /// What follows ``keymap``, and the ambiguities: where, and what the message names in its order.
    static let endings: [(rest: String, expected: [String])] = [
        // Every word has one reading.
        ("  rime a e i o u an\n", []),
        // A letter, or the change of the one before.
        ("  rime a â aan ân\n", ["10:8 a a â a aan ân aaan aan"]),
        // Nothing has both as whole words: what comes after decides.
        ("  rime a â aan\n", []),
        // A tone, or a letter that ends the syllable.
        ("  rime a as\n", ["14:3 s a sắc s as á ass as"]),
        ("  rime a : tones huyền\n  rime as : tones none\n", []),
        // A tone, or the change of the letter.
        ("  rime o ơ\n", ["9:8 w o ơ sắc ow ơ oww ó"]),
        ("  rime o : tones none\n  rime ơ\n", []),
        // A test that types the keys says that it is meant.
        ("  rime o ơ\ntests\n  bow -> bơ\n", []),
        ("  rime a as\ntests\n  ass -> as\n", []),
    ]

    @Test(arguments: endings)
    func `A key with two meanings is reported with both`(rest: String, expected: [String]) {
        #expect(Self.warnings(rest) == expected)
    }

    /// A test that fails, what it gives and should give, and what is seen after each key.
    static let failing: [(test: String, texts: [String], trace: [String]?)] = [
        ("ee -> e", ["ê", "e"], ["e", "ê"]),
        ("an bn ca -> an bb ca", ["an bn ca", "an bb ca"], ["b", "bn", "bn "]),
        ("an ba{BackSpace} -> an ba", ["an b", "an ba"], ["b", "ba", "b"]),
        ("ananananananananananananananana -> x", ["ananananananananananananananana", "x"], nil),
    ]

    @Test(arguments: failing)
    func `A failing test shows its keys where it went wrong`(
        test: String, texts: [String], trace: [String]?
    ) throws {
        let source = SourceText(
            path: "test.keymap", Samples.spoilt + "tests\n  \(test)\n")
        let (bytes, diagnostics) = KeymapCompiler.compile(source) { _ in nil }
        #expect(bytes == nil)
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostics.count == 1 && diagnostic.id == "keymap.failed-test")
        #expect(Self.quotes(diagnostic.wording) == texts)
        let note = try #require(diagnostic.notes.first)
        #expect(source.text(note.range) == String(test.prefix { $0 != ">" }.dropLast(2)))
        let shown = Self.quotes(note.wording)
        #expect(trace.map { $0 == shown } ?? (shown.count == KeyTrace.limit))
        let fixed = source.applying(try #require(diagnostic.fixIts.first))
        #expect(KeymapCompiler.compile(fixed) { _ in nil }.bytes != nil)
    }
}
