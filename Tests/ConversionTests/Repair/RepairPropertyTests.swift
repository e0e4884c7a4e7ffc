import Conversion
import Diagnostics
import ICU
import TestSupport
import Testing

/// What holds for any text, over random ones made of the letters that matter.
struct RepairPropertyTests {
    /// Letters by script, with blanks, line ends and what may be confused.
    static let alphabets: [String: [UInt32]] = [
        "Khmr": Array(0x1780...0x17D3) + [
            0x17D2, 0x17D2, 0x17D2, 0x17DD, 0x200B, 0x200C, 0x200D, 0x20, 0x0A,
        ],
        "Tavt": Array(0xAA80...0xAAC2) + [0xAABF, 0xAAC1, 0xAAB9, 0xAAB9, 0x20],
        "Cham": Array(0xAA00...0xAA36) + Array(0xAA40...0xAA4D) + Array(0xAA29...0xAA36),
        "Laoo": Array(0xE81...0xEDF) + Array(0xEB1...0xECD) + [0xEC0, 0xEC0],
        "Latn": Array(
            "aăâeêioôơuưbđ'’ABEÔ \u{306}\u{306}\u{302}\u{303}\u{30C}\u{323}\u{301}ǎẽũûðɓƀmnh\n".unicodeScalars
        )
        .map(\.value),
        // What stands for another: AM in its parts, U for a shifter, private and invisible characters.
        "AM": [
            0xE81, 0xE99, 0xEAB, 0xEBC, 0xECD, 0xECD, 0xEB2, 0xEB2, 0xEB3, 0xEC8, 0xEC9, 0xEB4, 0xEC0, 0x20,
        ],
        "shifters": [
            0x179F, 0x1798, 0x1794, 0x17BB, 0x17BB, 0x17B7, 0x17B8, 0x17BE, 0x17C1, 0x17B6, 0x17D0, 0x17C9,
            0x17CA, 0x17D2,
            0x179A, 0x17C6, 0x200C, 0x20,
        ],
        "doubtful": [
            0xF20A, 0xF171, 0xF17A, 0xF300, 0xE000, 0xFDD0, 0xFFFD, 0x200B, 0x200D, 0xAD, 0xFEFF, 0x61, 0x302,
            0xF0, 0xD0, 0x189,
            0x1780, 0x20, 0x27, 0x62, 0x10FFFF,
        ],
        "mixed": [
            0x61, 0x65, 0x302, 0x306, 0x1780, 0x17D2, 0x17B6, 0xAA81, 0xAABF, 0xAAB2, 0xE99, 0xEC9, 0xEB4,
            0x20,
        ]
            + [0xAA06, 0xAA2E, 0xAA2F, 0x1100, 0x1161, 0x11A8, 0xAC00, 0x958, 0x212B, 0x9BE, 0x9C7, 0x1F600],
    ]

    static func text(_ alphabet: [UInt32], _ numbers: inout SeededGenerator) -> String {
        var view = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...40, using: &numbers) {
            if let value = alphabet.randomElement(using: &numbers), let scalar = Unicode.Scalar(value) {
                view.append(scalar)
            }
        }
        return String(view)
    }

    static func repaired(_ text: String, _ language: String?) -> [UInt8] {
        var repair = Repair.of(language)
        return repair.convertAll(Array(text.utf8))
    }

    @Test(arguments: alphabets.keys.sorted(), [nil, "rad", "bdq"] as [String?])
    func `A repaired text is in NFC, and repairing it again changes nothing`(
        script: String, language: String?
    ) throws {
        var numbers = SeededGenerator(1)
        let alphabet = try #require(Self.alphabets[script])
        for _ in 0..<400 {
            let text = Self.text(alphabet, &numbers)
            let once = Self.repaired(text, language)
            let result = String(decoding: once, as: UTF8.self)
            #expect(result.isNormalized(.nfc), "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
            var again = Repair.of(language)
            #expect(
                again.convertAll(once) == once, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
            #expect(again.report.changeCount == 0)
        }
    }

    @Test(arguments: alphabets.keys.sorted(), [nil, "rad"] as [String?])
    func `Wherever the text is cut, the same comes out`(script: String, language: String?) throws {
        var numbers = SeededGenerator(2)
        let alphabet = try #require(Self.alphabets[script])
        for _ in 0..<60 {
            let text = Array(Self.text(alphabet, &numbers).utf8)
            var whole = Repair.of(language)
            let expected = whole.convertAll(text)
            for size in [1, 2, 3, 5, 7, 16] {
                var pieces = Repair.of(language)
                #expect(pieces.converted(text, inPiecesOf: size) == expected)
                #expect(pieces.report == whole.report)
            }
        }
    }

    @Test func `Bytes of any kind cut anywhere give the same, and all that is kept comes out`() {
        var numbers = SeededGenerator(3)
        let bytes: [UInt8] = [
            0x61, 0x65, 0xCC, 0x82, 0x86, 0xE1, 0x9F, 0x92, 0x9E, 0x80, 0xEA, 0xAA, 0xFF, 0xF0, 0x0A,
        ]
        for _ in 0..<400 {
            let input = (0..<24).map { _ in bytes.randomElement(using: &numbers) ?? 0x61 }
            var whole = Repair(ConversionOptions(illFormed: .keep))
            let expected = whole.convertAll(input)
            for size in 1...4 {
                var pieces = Repair(ConversionOptions(illFormed: .keep))
                #expect(pieces.converted(input, inPiecesOf: size) == expected)
                #expect(pieces.problems == whole.problems)
            }
            #expect(
                String(decoding: expected, as: UTF8.self).normalized(.nfd).unicodeScalars.sorted()
                    == String(decoding: input, as: UTF8.self).normalized(.nfd).unicodeScalars.sorted()
                    || whole.report.rows.contains { $0.kind == .khmerVowel })
        }
    }

    @Test func `Signs change places and nothing is lost`() throws {
        var numbers = SeededGenerator(4)
        for script in ["Khmr", "Tavt", "Cham", "Laoo"] {
            // Without the vowels that are typed in parts, or for others.
            let alphabet = try #require(Self.alphabets[script]).filter {
                ![0x17C1, 0x17BB, 0xAAB9, 0xEC0, 0xECD].contains($0)
            }
            for _ in 0..<400 {
                let text = Self.text(alphabet, &numbers)
                let result = String(decoding: Self.repaired(text, nil), as: UTF8.self)
                #expect(result.unicodeScalars.sorted() == text.normalized(.nfc).unicodeScalars.sorted())
            }
        }
    }

    /// Sources of lexicons with words as others wrote them, and guides, each in the language of its folder.
    static let shipped =
        Repository.lexiconNames.map { ($0, String($0.prefix { $0 != "/" })) } + [
            ("README.vi.md", "vi"), ("Guides/Typing.vi.md", "vi"), ("Guides/Converting-texts.md", "rad"),
        ]

    @Test(arguments: shipped)
    func `Shipped text that was repaired once is not changed again`(name: String, language: String) throws {
        let source = try #require(
            Repository.lexiconSource(name) ?? Repository.text("\(Repository.root)/\(name)"))
        for language in [nil, language] {
            var first = Repair.of(language)
            let once = first.convertAll(source.bytes)
            var second = Repair.of(language)
            #expect(second.convertAll(once) == once)
            #expect(second.report.changeCount == 0)
            #expect(second.problems.isEmpty)
        }
    }

    @Test func `Other scripts, and code points not yet assigned, are changed by NFC only`() {
        var numbers = SeededGenerator(5)
        let others: [UInt32] =
            Array(0xE01...0xE4E) + Array(0x905...0x94D) + Array(0x1980...0x19DF) + Array(0x1A20...0x1A7C)
            + Array(0x1E100...0x1E130) + Array(0x16B00...0x16B36) + [
                0x1E6C0, 0x1E6F5, 0x378, 0x5B57, 0x2A6D6, 0xFEFF,
            ]
        for _ in 0..<400 {
            let text = Self.text(others, &numbers)
            var repair = Repair.of("rad")
            #expect(repair.convertAll(Array(text.utf8)) == Array(text.normalized(.nfc).utf8))
        }
    }
}
