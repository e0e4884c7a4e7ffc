import ICU
import Testing

@testable import KeymapCompiler

struct CharacterTableTests {
    /// Every pair of `characters` that is one character in NFC, asked for one by one.
    private static func pairs(of characters: [UInt32]) -> [[UInt32]] {
        var pairs: [[UInt32]] = []
        for first in characters.compactMap(Unicode.Scalar.init) where first.properties.isAlphabetic {
            for second in characters.compactMap(Unicode.Scalar.init) where second.value >= 0x300 {
                let composed = (String(first) + String(second)).normalized(.nfc).unicodeScalars
                guard composed.count == 1, let result = composed.first else { continue }
                pairs.append([first.value, second.value, result.value])
            }
        }
        return pairs
    }

    @Test(
        arguments: [
            Array(0x41...0x5A) + Array(0xC0...0x24F) + Array(0x300...0x345) + Array(0x1EA0...0x1EF9),
            [0x212B, 0x212A, 0x2126, 0x75, 0xFC, 0x300, 0x301, 0x308, 0x340, 0x341, 0x344],
            [0x1100, 0x1112, 0x1161, 0x1175, 0x11A8, 0x11C2, 0x17C1, 0x17B6, 0xAC00],
        ] as [[UInt32]])
    func `Every pair that makes a letter is found`(characters: [UInt32]) {
        let table = CharacterTable(Set(characters), normalizes: true, foldsCase: false)
        let found = Set(table.compositions.map { [$0.first, $0.second, $0.result] })
        let wanted = Self.pairs(of: characters)
        #expect(!wanted.isEmpty)
        #expect(Set(wanted).subtracting(found).isEmpty)
        for each in found {
            let pair = each.prefix(2).compactMap(Unicode.Scalar.init).map { String($0) }.joined()
            #expect(pair.normalized(.nfc).unicodeScalars.map(\.value) == [each[2]])
        }
    }

    @Test func `Few code points are parts of a letter, so that a large set takes no square of its size`() {
        let parts = (UInt32(0)...0x10FFFF).map { CompositionPart(of: $0) }
        #expect(parts.count { $0.contains(.first) } < 3_000)
        #expect(parts.count { $0.contains(.last) } < 2_000)
    }
}
