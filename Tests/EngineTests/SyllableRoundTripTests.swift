import Composition
import Diagnostics
import TestSupport
import Testing

/// Every syllable of a Vietnamese word list, typed in every method and every order of its keys, comes out as it is
/// written.
///
/// The list is Debian's `hunspell-vi`; nothing of it is kept here but the exceptions, each with its reason.
struct SyllableRoundTripTests {
    private static let fixture = "Tests/EngineTests/Fixtures/syllable-exceptions.tsv"

    @Test(
        .enabled(if: !VietnameseSpelling.list.isEmpty, Repository.isNotShared),
        arguments: VietnameseKeys.methods.map(\.keymap))
    func `Every syllable comes out in every order of its keys`(name: String) throws {
        let keymap = try Repository.keymap(name)
        let method = try #require(VietnameseKeys.methods.first { $0.keymap == name })
        var exceptions: [String] = []
        var orders = 0
        var wrong: Set<String> = []
        for (text, spelling) in VietnameseSpelling.list {
            var composer = Composer(keymap: keymap)
            if spelling.isNewStyle { _ = composer.setOption("tone-style", to: "new") }
            TypingOrders(spelling, method).typeAll(composer) { keys, found in
                orders += 1
                guard found != text else { return }
                wrong.insert(text)
                exceptions.append("\(text)\t\(name)\t\(KeySequence(keys))\t\(found)")
            }
        }
        let syllables = VietnameseSpelling.list.count
        #expect(syllables > 6_000 && orders > 30_000)
        let known = try Self.knownExceptions().filter { $0[1] == name }.map {
            $0.prefix(4).joined(separator: "\t")
        }
        #expect(Set(exceptions) == Set(known))
    }

    @Test func `Each exception has its reason`() throws {
        for row in try Self.knownExceptions() {
            #expect(row.count == 5, "\(row)")
            #expect(row.last?.isEmpty == false, "\(row)")
        }
    }

    /// The rows of the fixture without its heading: syllable, keymap, keys, what comes out, reason.
    private static func knownExceptions() throws -> [[String]] {
        let source = try #require(Repository.text("\(Repository.root)/\(fixture)"))
        let lines = source.text(0..<source.bytes.count).split(whereSeparator: \.isNewline).dropFirst()
        let rows = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        for row in rows where row.count < 4 { throw BadRow(row: row) }
        return rows
    }

    struct BadRow: Error {
        var row: [String]
    }
}
