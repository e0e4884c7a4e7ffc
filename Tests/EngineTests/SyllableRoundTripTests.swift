import Composition
import Diagnostics
import TestSupport
import Testing

/// Every syllable of a Vietnamese word list, typed in every method and order, comes out as it is written.
///
/// The list is Debian's `hunspell-vi`; nothing of it is kept here but the exceptions, each with its reason.
struct SyllableRoundTripTests {
    private static let fixture = "Tests/EngineTests/Fixtures/syllable-exceptions.tsv"

    @Test(
        .enabled(if: !VietnameseSpelling.list.isEmpty, "needs the shared word list beside the checkout"))
    func `Every syllable comes out as written`() throws {
        var exceptions: [String] = []
        for method in VietnameseKeys.methods {
            let keymap = try Repository.keymap(method.keymap)
            for order in VietnameseKeys.Order.allCases {
                let before = exceptions.count
                for (text, spelling) in VietnameseSpelling.list {
                    let keys = method.keys(spelling, order)
                    var field = Transcript(keymap: keymap)
                    if spelling.isNewStyle { _ = field.composer.setOption("tone-style", to: "new") }
                    field.type(keys.unicodeScalars.map { KeyEvent($0) })
                    field.finish()
                    guard field.text != text else { continue }
                    exceptions.append("\(text)\t\(method.keymap), \(order.rawValue)\t\(field.text)")
                }
                let right = VietnameseSpelling.list.count - (exceptions.count - before)
                print(
                    "\(method.keymap), \(order.rawValue): \(right) of \(VietnameseSpelling.list.count) syllables"
                )
            }
        }
        #expect(VietnameseSpelling.list.count > 6_000)
        let known = try Self.knownExceptions()
        #expect(exceptions.sorted() == known.map { "\($0[0])\t\($0[1])\t\($0[2])" }.sorted())
    }

    @Test func `Each exception has its reason`() throws {
        for row in try Self.knownExceptions() {
            #expect(row.count == 4, "\(row)")
            #expect(row.last?.isEmpty == false, "\(row)")
        }
    }

    /// The rows of the fixture without its heading: syllable, method and order, what comes out, reason.
    private static func knownExceptions() throws -> [[String]] {
        let source = try #require(Repository.text("\(Repository.root)/\(fixture)"))
        let lines = source.text(0..<source.bytes.count).split(whereSeparator: \.isNewline).dropFirst()
        let rows = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        for row in rows where row.count < 3 { throw BadRow(row: row) }
        return rows
    }

    struct BadRow: Error {
        var row: [String]
    }
}
