import Composition
import Diagnostics
import Foundation
import TestSupport
import Testing

/// English words typed in Telex come back as typed, except for those that spell a Vietnamese syllable.
///
/// The list of words is wordfreq's, and is not kept here. Where `CHU_ENGLISH_WORDS` names a file with a word a line,
/// all of them are typed; `wordfreq.top_n_list("en", 10000)` gives them. Elsewhere those are typed that change.
struct EnglishWordTests {
    private static let fixture = "Tests/EngineTests/Fixtures/english-words.tsv"
    private static let listPath = ProcessInfo.processInfo.environment["CHU_ENGLISH_WORDS"]

    /// The word, what it spells, and what comes with `english=on`.
    private static func rows() throws -> [[String]] {
        let source = try #require(Repository.text("\(Repository.root)/\(fixture)"))
        return source.text(0..<source.bytes.count).split(whereSeparator: \.isNewline)
            .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t").map(String.init) }
    }

    private static func typed(_ word: String, _ keymap: Keymap, english: String) -> String {
        var field = Transcript(keymap: keymap)
        _ = field.composer.setOption("english", to: english)
        field.type(word.unicodeScalars.map { KeyEvent($0) })
        field.finish()
        return field.text
    }

    @Test func `Words that spell something else are known, and with the option not one in a hundred is left`()
        throws
    {
        let keymap = try Repository.keymap("vi/telex")
        let rows = try Self.rows()
        for row in rows {
            try #require(row.count == 3)
            #expect(Self.typed(row[0], keymap, english: "off") == row[1])
            #expect(Self.typed(row[0], keymap, english: "on") == row[2])
        }
        #expect(rows.filter { $0[0] != $0[1] }.count <= 300)
        #expect(rows.filter { $0[0] != $0[2] }.count <= 100)
    }

    @Test(.enabled(if: listPath != nil, "needs CHU_ENGLISH_WORDS, a file of English words"))
    func `No other word changes`() throws {
        let list = try #require(Self.listPath.flatMap { Repository.text($0) })
        let keymap = try Repository.keymap("vi/telex")
        let words = list.text(0..<list.bytes.count).split(whereSeparator: \.isNewline).map(String.init)
        let known = Dictionary(uniqueKeysWithValues: try Self.rows().map { ($0[0], $0) })
        var unchanged = 0
        for word in words {
            let off = Self.typed(word, keymap, english: "off")
            let on = Self.typed(word, keymap, english: "on")
            #expect(off == known[word]?[1] ?? word)
            #expect(on == known[word]?[2] ?? word)
            unchanged += on == word ? 1 : 0
        }
        #expect(unchanged * 100 >= words.count * 99)
    }

    @Test(arguments: [
        ("pass Pass PASS pAss", "pass Pass PASS pAss"), ("passs", "pass"), ("her, less.", "her, less."),
        ("passw", "passw"), ("pas", "pá"), ("of", "ò"), ("ass", "as"), ("loss", "los"),
        // The keys, not the text, are what is on the list; and BackSpace takes keys away.
        ("hera{BackSpace}", "her"), ("passt{BackSpace}", "pass"), ("hre", "hre"),
        ("her{Control+z}", "her"),
    ])
    func `A kept word is kept in its own capitals, and no other`(keys: String, text: String) throws {
        var field = Transcript(keymap: try Repository.keymap("vi/telex"))
        field.type(try KeySequence.parse(keys))
        field.finish()
        #expect(field.text == text)
    }

    @Test(arguments: [
        ("restore=off", "pass her", "pas hẻ"), ("english=on", "Of OF if car", "Of OF if cả"),
    ])
    func `Options decide`(option: String, keys: String, text: String) throws {
        var field = Transcript(keymap: try Repository.keymap("vi/telex"))
        let parts = option.split(separator: "=").map(String.init)
        let isSet = field.composer.setOption(parts[0], to: parts[1])
        #expect(isSet)
        field.type(try KeySequence.parse(keys))
        field.finish()
        #expect(field.text == text)
    }

    @Test func `Languages that take Vietnamese in keep their own words`() throws {
        for (name, keys, text) in [
            ("rad/telex", "pass tieengs", "pass tiếng"), ("jra/telex", "pass", "pass"),
        ] {
            var field = Transcript(keymap: try Repository.keymap(name))
            field.type(try KeySequence.parse(keys))
            field.finish()
            #expect(field.text == text)
        }
    }
}
