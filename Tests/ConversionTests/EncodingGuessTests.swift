import Conversion
import TestSupport
import Testing

/// Which encoding bytes are likely in.
struct EncodingGuessTests {
    private static func guess(_ text: String, _ encoding: TextEncoding, isWhole: Bool = true) -> EncodingGuess
    {
        let bytes = Samples.convert(Array(text.utf8), by: encoding.encoder())
        return EncodingGuess(beginning: bytes.span, isWhole: isWhole)
    }

    /// Vietnamese in the stand-ins of the Voice of Vietnam is Unicode.
    private static let encodings = TextEncoding.allCases.filter { $0 != .vovStandIns }

    @Test(arguments: encodings)
    func `Vietnamese is reported in every encoding`(encoding: TextEncoding) {
        for text in [Samples.vietnamese, "Cộng hoà xã hội chủ nghĩa Việt Nam, độc lập, tự do, hạnh phúc"] {
            let guess = Self.guess(text, encoding)
            #expect(guess.encoding == encoding, "\(guess)")
            #expect(guess.reason == .sure)
            #expect(guess.confidence > 0.9)
        }
    }

    @Test(
        .disabled(if: Samples.syllables == nil, Repository.isNotShared),
        arguments: encodings)
    func `Any twenty syllables are reported, and never wrongly`(encoding: TextEncoding) throws {
        let syllables = try #require(Samples.syllables)
        var generator = SeededGenerator(3)
        var counts = (right: 0, wrong: 0)
        for _ in 0..<100 {
            let text = (0..<20).map { _ in syllables.randomElement(using: &generator) ?? "" }.joined(
                separator: " ")
            let guess = Self.guess(text, encoding)
            if guess.encoding == encoding {
                counts.right += 1
            } else if guess.encoding != nil {
                counts.wrong += 1
            }
        }
        #expect(counts.wrong == 0)
        #expect(counts.right >= 90)
    }

    @Test(arguments: [
        "All human beings are born free and equal in dignity and rights. They are endowed with reason. Do you? (Me too.)",
        "", "x", "1,2,3\n4,5,6\n",
    ])
    func `ASCII is not an encoding of its own`(text: String) {
        let whole = EncodingGuess(beginning: Array(text.utf8).span, isWhole: true)
        #expect(whole.encoding == .unicode)
        #expect(whole.reason == .plainASCII)
        let begun = EncodingGuess(beginning: Array(text.utf8).span, isWhole: false)
        #expect(begun.encoding == nil)
        #expect(begun.reason == .plainASCII)
    }

    @Test func `Too little text gives no guess`() {
        for encoding in [TextEncoding.tcvn3, .viscii, .vniWindows, .vps, .cp1258] {
            let guess = Self.guess("Việt Nam", encoding)
            #expect(guess.encoding == nil)
            #expect(guess.reason == .tooLittle)
        }
    }

    @Test func `Texts of other languages are not Vietnamese`() {
        let french =
            "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison, "
            + "dévoués à la fraternité, où l'âme française célèbre même Noël, très élégamment, près de Besançon."
        let latin1 = french.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        #expect(EncodingGuess(beginning: latin1.span, isWhole: true).encoding == nil)
        #expect(EncodingGuess(beginning: Array(french.utf8).span, isWhole: true).encoding == .unicode)
        let khmer = "មនុស្សទាំងអស់កើតមកមានសេរីភាព"
        #expect(EncodingGuess(beginning: Array(khmer.utf8).span, isWhole: true).encoding == .unicode)
        var generator = SeededGenerator(5)
        for _ in 0..<50 {
            let noise = (0..<400).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(EncodingGuess(beginning: noise.span, isWhole: true).encoding == nil)
        }
    }

    @Test func `A character cut off at the end of the part read is not an error`() {
        let bytes = Array(Samples.vietnamese.utf8)
        for length in 60..<90 {
            #expect(
                EncodingGuess(beginning: Array(bytes[..<length]).span, isWhole: false).encoding == .unicode)
        }
    }
}
