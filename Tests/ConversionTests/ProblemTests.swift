import Conversion
import Testing

/// What cannot be converted is counted, with the first place of each kind.
struct ProblemTests {
    @Test(arguments: [
        (
            TextEncoding.cp1258, [0x61, 0x8A, 0x8A, 0x62] as [UInt8], ConversionProblems.Kind.undefined, 2, 1,
            "0x8A", "a��b"
        ),
        (.viqr, [0x61, 0xE1], .undefined, 1, 1, "0xE1", "a�"),
        (.vniWindows, [0x74, 0xE2, 0x6E], .misplaced, 1, 1, "0xE2", "tân"),
        (.unicode, [0x61, 0xE1, 0xBB, 0x62], .illFormed, 1, 1, "0xE1 0xBB", "a�b"),
        (.unicode, [0x61, 0xFF, 0xC3], .illFormed, 2, 1, "0xFF", "a��"),
        (.unicode, [0x61, 0xED, 0xA0, 0x80], .illFormed, 3, 1, "0xED", "a���"),
    ])
    func `Bytes without a meaning are replaced and counted`(
        encoding: TextEncoding, bytes: [UInt8], kind: ConversionProblems.Kind, count: Int, offset: Int,
        first: String,
        text: String
    ) throws {
        var decoder = encoding.decoder()
        #expect(String(decoding: decoder.convertAll(bytes), as: UTF8.self) == text)
        let finding = try #require(decoder.problems[kind])
        #expect(decoder.problems.findings.count == 1)
        #expect((finding.count, finding.firstOffset, finding.first) == (count, offset, first))
    }

    @Test(arguments: [TextEncoding.cp1258, .viqr, .unicode, .combining])
    func `Bytes without a meaning are kept when the user says so`(encoding: TextEncoding) {
        let bytes: [UInt8] = encoding == .cp1258 ? [0x61, 0x8A, 0x62] : [0x61, 0xFF, 0x62, 0xC3]
        var decoder = encoding.decoder(ConversionOptions(illFormed: .keep))
        #expect(decoder.convertAll(bytes) == bytes)
        #expect(decoder.problems.count == (encoding == .cp1258 ? 1 : 2))
    }

    @Test(arguments: [
        (TextEncoding.tcvn3, "a Ấ Ế", ConversionProblems.Kind.caseLost, 2, 2, "Ấ"),
        (.tcvn3, "ok ꪀ ô\u{306}", .lacking, 2, 3, "ꪀ"), (.viscii, "ĕ", .lacking, 1, 0, "ĕ"),
        (.vps, "x“", .lacking, 1, 1, "“"), (.vniWindows, "aç", .lacking, 1, 1, "ç"),
        (.viqr, "thĕi", .lacking, 1, 2, "ĕ"), (.cp1258, "ƀ", .lacking, 1, 0, "ƀ"),
    ])
    func `What an encoding lacks is counted`(
        encoding: TextEncoding, text: String, kind: ConversionProblems.Kind, count: Int, offset: Int,
        first: String
    ) throws {
        var encoder = encoding.encoder()
        let written = encoder.convertAll(Array(text.utf8))
        let finding = try #require(encoder.problems[kind])
        #expect((finding.count, finding.firstOffset, finding.first) == (count, offset, first))
        #expect(encoder.problems.findings.count == 1)
        #expect(written.contains(UInt8(ascii: "?")) == (kind == .lacking))
    }

    @Test func `A letter with endless marks is put in order in parts, and counted`() {
        let text = "a" + String(repeating: "\u{301}", count: 100) + "\u{323}"
        var decoder = TextEncoding.unicode.decoder()
        let read = decoder.convertAll(Array(text.utf8))
        #expect(String(decoding: read, as: UTF8.self).unicodeScalars.count == 101)
        #expect(decoder.problems[.tooManyMarks]?.count == 3)
    }
}
