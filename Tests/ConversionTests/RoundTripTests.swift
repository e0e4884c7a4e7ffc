import Conversion
import ICU
import TestSupport
import Testing

/// What can be written is read back as it was.
struct RoundTripTests {
    static let encodings = TextEncoding.allCases

    /// Whether an encoding lacks capitals with tones.
    private static func lacksCapitals(_ encoding: TextEncoding) -> Bool {
        encoding == .tcvn3 || encoding == .tcvn3Latin1
    }

    /// Nil when decoding the encoded text gives the same bytes without a problem; else the problems of the encoder.
    static func problems(_ text: String, _ encoding: TextEncoding, _ options: ConversionOptions)
        -> ConversionProblems?
    {
        var encoder = encoding.encoder(options)
        let written = encoder.convertAll(Array(text.utf8))
        var decoder = encoding.decoder(options)
        let read = decoder.convertAll(written)
        if read == Array(text.utf8), decoder.problems.isEmpty, encoder.problems.isEmpty { return nil }
        return encoder.problems
    }

    @Test(arguments: encodings)
    func `Every letter in both cases comes back`(encoding: TextEncoding) {
        let options = ConversionOptions(lines: .all)
        var lost: [String] = []
        for letter in Samples.letters {
            if let problems = Self.problems(letter, encoding, options) {
                lost.append(letter)
                #expect(problems[.caseLost]?.count == 1, "\(letter) is lost silently")
            }
        }
        // TCVN3 has the seven capitals without tones, and no others beyond ASCII.
        #expect(lost.count == (Self.lacksCapitals(encoding) ? 60 : 0), "\(lost)")
    }

    // In the stand-ins of the Voice of Vietnam, signs beside letters are letters.
    @Test(arguments: encodings.filter { $0 != .vovStandIns })
    func `Text with signs between the letters comes back`(encoding: TextEncoding) {
        // Every letter before every sign of ASCII: where VIQR needs its escapes.
        for letter in Samples.letters where !Self.lacksCapitals(encoding) || letter.lowercased() == letter {
            var text = ""
            for sign in 0x20..<0x7F { text += letter + String(Character(Unicode.Scalar(UInt8(sign)))) }
            let back = Samples.convert(
                Samples.convert(Array(text.utf8), by: encoding.encoder()),
                by: encoding.decoder(ConversionOptions(lines: .all)))
            #expect(String(decoding: back, as: UTF8.self) == text)
        }
        for text in [
            Samples.vietnamese, "\\", "\\\\", "a\\.", "\\\\.", "add Dd dD d", "a\\", "d", "dđ DĐ dĐd",
        ] {
            // VIQR, VPS and VISCII have no dash.
            if [.viqr, .vps, .viscii, .vpsLatin1, .visciiLatin1].contains(encoding), text.contains("–") {
                continue
            }
            #expect(Self.problems(text, encoding, ConversionOptions(lines: .all)) == nil, "\(text)")
        }
    }

    @Test(
        .disabled(if: Samples.syllables == nil, Repository.isNotShared), arguments: encodings)
    func `Every syllable of Vietnamese comes back, small and in capitals`(encoding: TextEncoding) throws {
        let syllables = try #require(Samples.syllables)
        let options = ConversionOptions(lines: .all)
        var counts = (all: 0, back: 0, caseLost: 0)
        for syllable in syllables.flatMap({ [$0, $0.uppercased()] }) {
            counts.all += 1
            guard let problems = Self.problems(syllable, encoding, options) else {
                counts.back += 1
                continue
            }
            #expect(problems[.caseLost] != nil && problems.findings.count == 1, "\(syllable)")
            counts.caseLost += 1
        }
        #expect(counts.all > 13000)
        #expect(counts.back + counts.caseLost == counts.all)
        #expect(Self.lacksCapitals(encoding) || counts.caseLost == 0)
    }

    @Test(.disabled(if: Samples.syllables == nil, Repository.isNotShared))
    func `Every syllable in capitals comes back through the capital fonts of TCVN3`() throws {
        let syllables = try #require(Samples.syllables).map { $0.uppercased() }
        let lost = syllables.filter { Self.problems($0, .tcvn3, ConversionOptions(capitals: true)) != nil }
        #expect(lost.isEmpty)
    }

    @Test(arguments: [
        "huĕn", "hơbŏ", "ô\u{306}", "Ê\u{306}", "ơ\u{306}i", "ƯƠ\u{306}", "y\u{306}", "jĭt",
        "đ̆".normalized(.nfc),
    ])
    func `Words of the Highlands come back through VNI, or are counted`(word: String) {
        let problems = Self.problems(word, .vniWindows, ConversionOptions())
        #expect((problems == nil) == (word != "đ\u{306}"))
        if let problems { #expect(problems[.lacking]?.count == 1) }
    }
}
