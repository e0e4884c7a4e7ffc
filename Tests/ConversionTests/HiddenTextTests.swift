import Conversion
import ICU
import Testing

/// Text that hides in other text: UTF-8 that was read as Windows code page 1252, references of HTML, and UTF-16.
struct HiddenTextTests {
    private static func read(_ text: String, _ encoding: TextEncoding) -> (
        text: String, problems: ConversionProblems
    ) {
        var decoder = encoding.decoder()
        let output = decoder.convertAll(Array(text.utf8))
        return (String(decoding: output, as: UTF8.self), decoder.problems)
    }

    @Test(arguments: [
        ("Tiáº¿ng Viá»‡t", "Tiếng Việt"), ("Tiếng Việt", "Tiếng Việt"), ("Ä\u{90}áº¿n, đến", "Đến, đến"),
        ("â€œHÃ\u{A0} Ná»™iâ€\u{9D}", "“Hà Nội”"), ("\u{E1}\u{BB}\u{99}", "ộ"), ("Ã", "Ã"),
        ("São Paulo", "São Paulo"),
        ("kÌ†", "k\u{306}"), ("e\u{302}Ì\u{81}", "ế"),
    ])
    func `UTF-8 read as Windows code page 1252 is read again, and other text stays`(
        text: String, right: String
    ) {
        let (read, problems) = Self.read(text, .utf8Windows1252)
        #expect(read == right)
        #expect(problems.isEmpty)
    }

    @Test func `A sequence of which a byte was lost stays, and is counted`() {
        let (read, problems) = Self.read("ok á»?ng", .utf8Windows1252)
        #expect(read == "ok á»?ng")
        #expect(problems[.undecided]?.firstOffset == 3)
    }

    @Test(arguments: [
        ("ti&#7871;ng &ecirc;&#XEA;&#x1ebf; &Dstrok;&dstrok;", "tiếng êêế Đđ"), ("e&#770;&#769;", "ế"),
        ("a &lt; b &amp;&amp; c &#60; &#x26; &quot;", "a &lt; b &amp;&amp; c &#60; &#x26; &quot;"),
        ("&unknown; &; &#; &#x; & &&#273;", "&unknown; &; &#; &#x; & &đ"), ("&#150; &#x93;&hellip;", "– “…"),
        ("&ecirc &#7871", "&ecirc &#7871"), ("đã &#273;i", "đã đi"), ("AT&T; R&D", "AT&T; R&D"),
    ])
    func `References of HTML to letters are read, and those of ASCII stay`(text: String, right: String) {
        let (read, problems) = Self.read(text, .html)
        #expect(read.unicodeScalars.elementsEqual(right.unicodeScalars), "\(read)")
        #expect(problems.isEmpty)
    }

    @Test(arguments: ["&#xD800;", "&#1114112;", "&#999999999;", "&#0;"])
    func `A number that no character has is counted`(reference: String) {
        let (read, problems) = Self.read("a\(reference)", .html)
        #expect(read == "a\u{FFFD}")
        #expect(problems[.undefined]?.firstOffset == 1)
        #expect(problems[.undefined]?.first == reference)
    }

    @Test(arguments: [
        (TextEncoding.utf16LE, [0xFF, 0xFE, 0xBF, 0x1E, 0x0A, 0x00] as [UInt8], "ế\n", 0),
        (.utf16BE, [0xFE, 0xFF, 0x1E, 0xBF], "ế", 0), (.utf16LE, [0x3D, 0xD8, 0x00, 0xDE], "😀", 0),
        (.utf16LE, [0x3D, 0xD8, 0x61, 0x00], "\u{FFFD}a", 1),
        (.utf16LE, [0x00, 0xDE, 0x61], "\u{FFFD}\u{FFFD}", 2),
        (.utf32LE, [0xFF, 0xFE, 0, 0, 0xBF, 0x1E, 0, 0], "ế", 0), (.utf32BE, [0, 0x11, 0, 0], "\u{FFFD}", 1),
        (.utf16BE, [0x00, 0x65, 0x03, 0x02, 0x03, 0x01], "ế", 0),
        (.utf16LE, [0x61, 0x00, 0xFF, 0xFE], "a\u{FEFF}", 0),
    ])
    func `UTF-16 and UTF-32 are read`(encoding: TextEncoding, bytes: [UInt8], text: String, problems: Int) {
        var decoder = encoding.decoder()
        #expect(String(decoding: decoder.convertAll(bytes), as: UTF8.self) == text)
        #expect(decoder.problems[.illFormed]?.count ?? 0 == problems)
    }

    // MARK: A second conversion

    @Test(arguments: [TextEncoding.tcvn3, .vniWindows, .viscii, .vps, .cp1258])
    func `Unicode that is said to be in an encoding of bytes is found`(encoding: TextEncoding) throws {
        let watch = try #require(UnicodeWatch(encoding))
        for text in ["Nước Việt Nam là một", "đường", "êa ƀuôn", "ភាសាខ្មែរ", "Köln", "\u{FEFF}plain"] {
            #expect(watch.finds(Array(text.utf8).span, isFirst: true) == .unicode, "\(text)")
        }
        // Cut within a character at either end.
        let cut = Array("Nước Việt Nam".utf8).dropFirst(3)
        #expect(watch.finds(Array(cut).span, isFirst: false) == .unicode)
        #expect(watch.finds(Array("Nước Việt ở".utf8.dropLast()).span, isFirst: true) == .unicode)
        for text in ["", "plain ASCII", "a,b\n"] {
            #expect(watch.finds(Array(text.utf8).span, isFirst: true) == nil)
        }
        for wide in [TextEncoding.utf16LE, .utf16BE, .utf32LE] {
            var encoder = wide.encoder()
            let bytes = encoder.convertAll(Array("\u{FEFF}Nước Việt Nam".utf8))
            #expect(watch.finds(bytes.span, isFirst: true) == wide)
        }
    }

    @Test(arguments: [TextEncoding.tcvn3, .vniWindows, .viscii, .vps, .cp1258])
    func `Text in the encoding is not taken for Unicode, word by word`(encoding: TextEncoding) throws {
        let watch = try #require(UnicodeWatch(encoding))
        // ườ in VISCII and other pairs look like UTF-8.
        for text in GuessTexts.long + GuessTexts.short {
            for word in text.split(whereSeparator: { !$0.isLetter }) where word.utf8.count > word.count {
                var encoder = encoding.encoder()
                let bytes = encoder.convertAll(Array(word.utf8))
                #expect(watch.finds(bytes.span, isFirst: true) == nil, "\(word)")
            }
        }
        #expect(UnicodeWatch(.unicode) == nil)
        #expect(UnicodeWatch(.vniLatin1) == nil)
    }
}
