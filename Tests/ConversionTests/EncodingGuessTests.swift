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
        // The tones of code page 1258 are letters of French and Italian, so fewer texts are sure.
        #expect(counts.right >= (encoding == .cp1258Latin1 ? 80 : 90))
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

    // MARK: Text that some program read wrongly and saved as UTF-8

    @Test(arguments: [
        (
            "Céng hßa X· héi chñ nghÜa ViÖt Nam", TextEncoding.tcvn3Latin1,
            "Cộng hòa Xã hội chủ nghĩa Việt Nam"
        ),
        ("kÝnh göi", .tcvn3Latin1, "kính gửi"), ("Hµ Néi", .tcvn3Latin1, "Hà Nội"),
        ("§éc lËp - Tù do - H¹nh phóc", .tcvn3Latin1, "Độc lập - Tự do - Hạnh phúc"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", .vniLatin1, "Độc lập - Tự do - Hạnh phúc"),
        ("Côòng hoÌa XaÞ hôòi chuÒ nghiÞa Viêòt Nam", .cp1258Latin1, "Cộng hòa Xã hội chủ nghĩa Việt Nam"),
        ("Tiáº¿ng Viá»‡t", .utf8Windows1252, "Tiếng Việt"),
        ("TiÃ¡ÂºÂ¿ng ViÃ¡Â»â€¡t", .utf8Windows1252Twice, "Tiếng Việt"),
        ("Ti&#7871;ng Vi&#x1EC7;t", .html, "Tiếng Việt"),
        ("t&ocirc;i &#273;i h&#7885;c", .html, "tôi đi học"),
        ("jơ̆ng kŏ hĕt", .unicode, "jơ̆ng kŏ hĕt"),
    ])
    func `Text that was saved wrongly is recognized and read`(
        text: String, encoding: TextEncoding, right: String
    ) {
        let bytes = Array(text.utf8)
        let guess = EncodingGuess(beginning: bytes.span, isWhole: true)
        #expect(guess.encoding == encoding, "\(guess)")
        let read = Samples.convert(bytes, by: (guess.encoding ?? .unicode).decoder())
        #expect(String(decoding: read, as: UTF8.self) == right)
    }

    @Test(arguments: [
        "Mosaïque", "Größe und schöne Häuser", "Göteborg", "naïve", "Raphaël", "aéreo", "köszönöm", "Köln",
        "Mosaïque; Größe und schöne Häuser; Göteborg; naïve; Raphaël; aéreo; köszönöm",
        "Tôi có hai cái nhà", "là cá", "5 µm và 10 °C", "Ba Na, Ê Đê", "İstanbul güneşli bir gün",
        "coração são não",
    ])
    func `A few words of another language, or of Vietnamese, stay as they are`(text: String) {
        let guess = EncodingGuess(beginning: Array(text.utf8).span, isWhole: true)
        #expect(guess.encoding == .unicode, "\(guess)")
    }

    @Test(arguments: ["Hµ", "ViÖt", "Tiáº¿ng", "ti&#7871;ng", "Céng hßa", "Vie^.t"])
    func `One word of a legacy encoding is refused`(text: String) {
        let guess = EncodingGuess(beginning: Array(text.utf8).span, isWhole: true)
        #expect(guess.encoding == nil, "\(guess)")
        #expect(guess.reason == .tooLittle)
    }

    @Test func `Lines that are in another encoding than most are named`() {
        let lines = Array(repeating: "Nước Việt Nam là một", count: 10)
        func guess(_ other: String) -> EncodingGuess {
            EncodingGuess(
                beginning: Array((lines + [other] + lines).joined(separator: "\n").utf8).span, isWhole: true)
        }
        #expect(guess("Köln").encoding == .unicode)
        #expect(guess("Göteborg, naïve, Mosaïque, aéreo").encoding == .unicode)
        for (text, encoding) in [
            ("Céng hßa X· héi chñ nghÜa ViÖt Nam", TextEncoding.tcvn3Latin1),
            ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", .vniLatin1), ("kÝnh göi c¸c b¹n", .tcvn3Latin1),
        ] {
            let found = guess(text)
            #expect(found.encoding == nil)
            #expect(found.reason == .mixed)
            #expect(found.otherLine == EncodingGuess.OtherLine(number: 11, encoding: encoding))
        }
        // Bytes of TCVN3, and one line of VNI or of UTF-8 among them.
        let legacy = Samples.convert(Array(Samples.vietnamese.utf8), by: TextEncoding.tcvn3.encoder())
        for encoding in [TextEncoding.vniWindows, .unicode, .viscii] {
            let line = Samples.convert(Array("Nước Việt Nam là một nước\n".utf8), by: encoding.encoder())
            let found = EncodingGuess(beginning: (legacy + line + legacy).span, isWhole: true)
            #expect(found.otherLine == EncodingGuess.OtherLine(number: 3, encoding: encoding), "\(found)")
        }
    }

    // MARK: UTF-16 and UTF-32

    @Test(arguments: [TextEncoding.utf16LE, .utf16BE, .utf32LE, .utf32BE], ["", "\u{FEFF}"])
    func `UTF-16 and UTF-32 are recognized with a byte order mark and without`(
        encoding: TextEncoding, mark: String
    ) {
        for text in ["Tiếng Việt\tnước\r\n1\t2\r\n", "êa ƀuôn\n", "plain text"] {
            let bytes = Samples.convert(Array((mark + text).utf8), by: encoding.encoder())
            let guess = EncodingGuess(beginning: bytes.span, isWhole: true)
            #expect(guess.encoding == encoding, "\(guess)")
            #expect(Samples.convert(bytes, by: encoding.decoder()) == Array(text.utf8))
        }
        // By its mark alone.
        let khmer = Samples.convert(Array("\u{FEFF}ភាសាខ្មែរ".utf8), by: encoding.encoder())
        #expect(EncodingGuess(beginning: khmer.span, isWhole: true).encoding == encoding)
    }

    @Test func `NUL bytes in what is no text are refused`() {
        for bytes in [[0x61, 0x00, 0x62], [0x89, 0x50, 0x4E, 0x47, 0x00, 0x00, 0x01], [0x00]] as [[UInt8]] {
            let guess = EncodingGuess(beginning: bytes.span, isWhole: true)
            #expect(guess.encoding == nil)
            #expect(guess.reason == .notText)
        }
    }
}
