import Conversion
import ICU
import Diagnostics
import TestSupport
import Testing

/// Draft transforms beside word forms that were counted in running text.
///
/// What is expected is what was measured: a change to a transform that makes it worse is seen.
struct AttestedTests {
    /// The forms of the lists `names`, each once.
    private static func forms(_ names: String...) throws -> [String] {
        var forms: [String] = []
        var seen: Set<String> = []
        for name in names {
            let list = try #require(Repository.shared("data/attested-words/\(name).tsv"))
            for row in list.text(0..<list.bytes.count).split(separator: "\n").dropFirst() {
                guard let form = row.split(separator: "\t").first.map(String.init) else { continue }
                if seen.insert(form).inserted { forms.append(form) }
            }
        }
        return forms
    }

    private static let isThere = Repository.shared("data/attested-words/blt-Tavt-udhr.tsv") != nil

    private static func hasTaiViet(_ text: String) -> Bool {
        text.unicodeScalars.contains { 0xAA80...0xAADF ~= $0.value }
    }

    @Test(
        .enabled(if: isThere, Repository.isNotShared),
        arguments: [
            ("blt-Latn/blt-Tavt", "blt-Tavt-udhr", 415, 410, 413),
            ("blt-Latn/blt-Tavt-x-marks", "blt-Tavt-tone", 78, 76, 76),
        ])
    func `Words in Tai Viet are written whole in Latin, and come back`(
        back: String, list: String, count: Int, whole: Int, same: Int
    ) throws {
        let words = try Self.forms(list)
        let latin = try ShippedTransforms.apply("blt-Tavt/blt-Latn", to: words)
        let again = try ShippedTransforms.apply(back, to: latin)
        let found = (
            latin.filter { !Self.hasTaiViet($0) }.count,
            zip(words, again).filter { $0.unicodeScalars.elementsEqual($1.unicodeScalars) }.count
        )
        print(
            "blt-Tavt/blt-Latn: \(found.0) of \(words.count) words of \(list) whole, \(found.1) back by \(back)"
        )
        #expect(words.count == count)
        #expect(found.0 == whole)
        #expect(found.1 == same)
    }

    /// The Voice of Vietnam and the Bible spell otherwise than one another, and mark tones otherwise than the rules.
    @Test(.enabled(if: isThere, Repository.isNotShared))
    func `Words in Tai Viet are, tones aside, words of the Latin pages`() throws {
        let words = try Self.forms("blt-Tavt-udhr", "blt-Tavt-tone", "blt-Tavt")
        let known = Set(try Self.forms("blt-Latn", "blt-Latn-unilex").map(Self.withoutTones))
        let latin = try ShippedTransforms.apply("blt-Tavt/blt-Latn", to: words)
        let found = latin.filter { known.contains(Self.withoutTones($0)) }.count
        print("blt-Tavt/blt-Latn: \(found) of \(words.count) words are words of Latin pages, tones aside")
        #expect(words.count == 471)
        #expect(found == 325)
    }

    private static func withoutTones(_ word: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in word.lowercased().normalized(.nfd).unicodeScalars
        where ![0x300, 0x301, 0x303, 0x309, 0x323, 0xA78C, 0x27].contains(scalar.value) {
            plain.append(scalar)
        }
        return String(plain).normalized(.nfc)
    }

    /// The Voice of Vietnam writes Rumi without any mark, in a spelling that is not settled.
    @Test(.enabled(if: isThere, Repository.isNotShared))
    func `Words in Akhar Thrah are, marks aside, words of the Rumi pages`() throws {
        let examples = try #require(Repository.shared("data/r12a-examples/cjm.psv"))
        let words = examples.text(0..<examples.bytes.count).split(separator: "\n").compactMap { row in
            row.hasPrefix("@") ? nil : row.split(separator: "|").first.map(String.init)
        }.filter { $0.unicodeScalars.contains { 0xAA00...0xAA5F ~= $0.value } }
        let known = Set(try Self.forms("cjm"))
        let latin = try ShippedTransforms.apply("cjm-Cham/cjm-Latn", to: words)
        let found = latin.filter { word in
            let plain = word.lowercased().normalized(.nfd).unicodeScalars.filter { $0.isASCII }
            return known.contains(String(String.UnicodeScalarView(plain)))
        }.count
        print("cjm-Cham/cjm-Latn: \(found) of \(words.count) words are words of Rumi pages, marks aside")
        #expect(words.count == 80)
        #expect(found == 22)
    }
}
