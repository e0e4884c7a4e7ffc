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

    static func warnings(_ rest: String) -> [String] {
        let (bytes, diagnostics) = KeymapCompiler.compile(SourceText(path: "test.keymap", keymap + rest)) {
            _ in nil
        }
        #expect(bytes != nil)
        #expect(diagnostics.allSatisfy { $0.id == "keymap.ambiguous-keys" && $0.severity == .warning })
        return diagnostics.map { "\($0.position) \($0.message)" }
    }

    @Test(arguments: [
        // Every word has one reading.
        ("  rime a e i o u an\n", []),
        // A letter, or the change of the one before.
        (
            "  rime a â aan ân\n",
            [
                "10:8 key 'a' after 'a' has two meanings: it makes 'â', or it is the letter 'a'; "
                    + "'aan' gives 'ân', and 'aaan' gives 'aan'; if that is meant, say so by a test"
            ]
        ),
        // Nothing has both as whole words: what comes after decides.
        ("  rime a â aan\n", []),
        // A tone, or a letter that ends the syllable.
        (
            "  rime a as\n",
            [
                "14:3 key 's' after 'a' has two meanings: it is the tone 'sắc', or it is the letter 's'; "
                    + "'as' gives 'á', and 'ass' gives 'as'; if that is meant, say so by a test"
            ]
        ),
        ("  rime a : tones huyền\n  rime as : tones none\n", []),
        // A tone, or the change of the letter.
        (
            "  rime o ơ\n",
            [
                "9:8 key 'w' after 'o' has two meanings: it makes 'ơ', or it is the tone 'sắc'; "
                    + "'ow' gives 'ơ', and 'oww' gives 'ó'; if that is meant, say so by a test"
            ]
        ),
        ("  rime o : tones none\n  rime ơ\n", []),
        // A test that types the keys says that it is meant.
        ("  rime o ơ\ntests\n  bow -> bơ\n", []),
        ("  rime a as\ntests\n  ass -> as\n", []),
    ])
    func `A key with two meanings is told with both`(rest: String, expected: [String]) {
        #expect(Self.warnings(rest) == expected)
    }

    /// A test that fails, what is said, and the key by key.
    @Test(arguments: [
        ("ee -> e", "the keys give 'ê', not 'e'", "key by key: e 'e', e 'ê'"),
        (
            "an bn ca -> an bb ca", "the keys give 'an bn ca', not 'an bb ca'",
            "key by key: b 'b', n 'bn', {space} 'bn '"
        ),
        (
            "an ba{BackSpace} -> an ba", "the keys give 'an b', not 'an ba'",
            "key by key: b 'b', a 'ba', {BackSpace} 'b'"
        ),
        (
            "ananananananananananananananana -> x",
            "the keys give 'ananananananananananananananana', not 'x'", nil
        ),
    ])
    func `A failing test shows its keys where it went wrong`(test: String, message: String, trace: String?)
        throws
    {
        let source = SourceText(
            path: "test.keymap", Samples.spoilt + "tests\n  \(test)\n")
        let (bytes, diagnostics) = KeymapCompiler.compile(source) { _ in nil }
        #expect(bytes == nil)
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostics.count == 1 && diagnostic.id == "keymap.failed-test")
        #expect(diagnostic.message == message)
        let note = try #require(diagnostic.notes.first)
        #expect(source.text(note.range) == String(test.prefix { $0 != ">" }.dropLast(2)))
        if let trace {
            #expect(note.message == trace)
        } else {
            #expect(note.message.hasPrefix("key by key: … "))
            #expect(note.message.split(separator: ",").count == KeyTrace.limit)
        }
        let mended = source.applying(try #require(diagnostic.fixIts.first))
        #expect(KeymapCompiler.compile(mended) { _ in nil }.bytes != nil)
    }
}
