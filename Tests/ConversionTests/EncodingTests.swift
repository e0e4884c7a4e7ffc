import Conversion
import ICU
import Testing

/// Words as they stand in documents of each encoding.
struct EncodingTests {
    @Test(
        arguments: [
            (TextEncoding.tcvn3, "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
            (.tcvn3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
            (.tcvn3, "¡ ¢ £ ¤ ¥ ¦ § ¨ © ª « ¬ \u{AD} ®", "Ă Â Ê Ô Ơ Ư Đ ă â ê ô ơ ư đ"),
            (.vniWindows, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
            (.vniWindows, "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
            (.vniWindows, "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            (.vniWindows, "toâi aên phôû, öôùng", "tôi ăn phở, ướng"),
            (.vniWindows, "kyû nieäm, yù, lyù, kyõ, ky\u{EF}", "kỷ niệm, ý, lý, kỹ, kỵ"),
            (.vniWindows, "kheêi, pôlei, ñoâÊi, ñoÊâi, pôñaêm", "khĕi, pơlei, đô̆i, đô̆i, pơđăm"),
            (.vniWindows, "tôdrong ôêi oeêng jiêt", "tơdrong ơ̆i oĕng jĭt"),
            (.viqr, "Vie^.t Nam", "Việt Nam"),
            (
                .viqr, "To^i ye^u tie^'ng nu+o+'c to^i tu+` khi mo+'i ra ddo+`i\\.",
                "Tôi yêu tiếng nước tôi từ khi mới ra đời."
            ),
            (.viqr, "O^ng te^n gi`\\? To^i te^n la` Ted\\dy Thu.y\\.", "Ông tên gì? Tôi tên là Teddy Thụy."),
            (.viqr, "tra(ng ba(.c, DDa` Na(~ng, Dda'm, a+b, d. n?", "trăng bặc, Đà Nẵng, Đám, a+b, d. n?"),
            (.viqr, "C:\\DOCS \\\\ x", "C:DOCS \\ x"),
            (.unicode, "Việt", "Việt"),
        ] as [(TextEncoding, String, String)])
    func `A text set in the fonts of an encoding is read`(encoding: TextEncoding, seen: String, text: String)
    {
        // The sample shows each byte as the letter of Latin-1 that it is in a program without the font.
        let bytes =
            encoding == .unicode
            ? Array(seen.utf8) : seen.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        #expect(String(decoding: Samples.convert(bytes, by: encoding.decoder()), as: UTF8.self) == text)
    }

    @Test func `Capital fonts of TCVN3 show small letters as capitals`() {
        let bytes = "céng hßa x· héi chñ nghÜa viÖt nam".unicodeScalars.map {
            UInt8(truncatingIfNeeded: $0.value)
        }
        let options = ConversionOptions(capitals: true)
        let text = Samples.convert(bytes, by: TextEncoding.tcvn3.decoder(options))
        #expect(String(decoding: text, as: UTF8.self) == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        var encoder = TextEncoding.tcvn3.encoder(options)
        let written = encoder.convertAll(text)
        #expect(encoder.problems.isEmpty)
        #expect(Samples.convert(written, by: TextEncoding.tcvn3.decoder(options)) == text)
    }

    @Test(arguments: [
        ("o\u{302}ng a\u{302}\u{301}y", "ông ấy"), ("â\u{323} â\u{301}", "ậ ấ"), ("a\u{323}\u{302}", "ậ"),
        ("o\u{302}\u{306}", "ô\u{306}"), ("\u{212B}", "Å"), ("\u{300}a", "\u{300}a"), ("한", "한"),
    ])
    func `Marks by themselves are composed`(decomposed: String, composed: String) {
        let read = Samples.convert(Array(decomposed.utf8), by: TextEncoding.combining.decoder())
        #expect(String(decoding: read, as: UTF8.self).unicodeScalars.elementsEqual(composed.unicodeScalars))
    }

    @Test func `Tones alone stand by themselves in the combining form`() {
        let written = Samples.convert(Array("ấ Ợ ă đ ô\u{306}".utf8), by: TextEncoding.combining.encoder())
        let wanted = "â\u{301} Ơ\u{323} ă đ ô\u{306}"
        #expect(String(decoding: written, as: UTF8.self).unicodeScalars.elementsEqual(wanted.unicodeScalars))
    }

    @Test(arguments: [
        (TextEncoding.viscii, [0x56, 0x69, 0xAE, 0x74] as [UInt8], "Việt"),
        (.vps, [0x56, 0x69, 0x8C, 0x74], "Việt"),
        (.cp1258, [0x56, 0x69, 0xEA, 0xF2, 0x74], "Việt"),
        (.cp1258, [0x61, 0xCC, 0x41, 0xF2, 0xE0, 0xD5, 0xDE], "àẠàỠ"),
        (.viscii, [0x02, 0x41, 0x14], "ẲAỶ"), (.vps, [0x02, 0x1D], "ẠỮ"),
        // As GNU recode writes them.
        (
            .vps,
            [
                0x43, 0xB6, 0x6E, 0x67, 0x20, 0x68, 0x6F, 0xE0, 0x20, 0x78, 0xE3, 0x20, 0x68, 0xB6, 0x69,
                0x20, 0x63,
                0x68, 0xFB, 0x20, 0x6E, 0x67, 0x68, 0xEF, 0x61, 0x20, 0x56, 0x69, 0x8C, 0x74, 0x20, 0x4E,
                0x61, 0x6D,
            ], "Cộng hoà xã hội chủ nghĩa Việt Nam"
        ),
        (
            .vps, [0x04, 0x1C, 0x1D, 0x15, 0x19, 0x05, 0x20, 0xA4, 0x20, 0x9B, 0x20, 0xAB, 0x20, 0xDC, 0xA9],
            "ẶẪỮỰỴẸ ẵ ỷ ỡ ườ"
        ),
        (.tcvn3, [0x93, 0x61, 0x94, 0x96], "“a”–"), (.vniWindows, [0x91, 0x62, 0x92], "‘b’"),
    ])
    func `Bytes are read by the tables`(encoding: TextEncoding, bytes: [UInt8], text: String) {
        var decoder = encoding.decoder()
        #expect(String(decoding: decoder.convertAll(bytes), as: UTF8.self) == text)
        #expect(decoder.problems.isEmpty)
        // 0xE0 is à by itself in CP1258, which is what is written.
        if !bytes.contains(0xCC) {
            #expect(Samples.convert(Array(text.utf8), by: encoding.encoder()) == bytes)
        }
    }
}
