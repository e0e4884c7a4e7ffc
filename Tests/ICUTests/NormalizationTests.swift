import ICU
import Testing

struct NormalizationTests {
    /// Typed, NFC, NFD: as code points, because they look alike.
    @Test(arguments: [
        ("e\u{0302}", "\u{00EA}", "e\u{0302}"),
        // ê with a breve has no code point of its own.
        ("\u{00EA}\u{0306}", "\u{00EA}\u{0306}", "e\u{0302}\u{0306}"),
        // A dot below sorts before the circumflex; the horn before a breve.
        ("e\u{0302}\u{0323}", "\u{1EC7}", "e\u{0323}\u{0302}"),
        ("o\u{0306}\u{031B}", "\u{01A1}\u{0306}", "o\u{031B}\u{0306}"),
        // Tai Viet: the vowel U goes before the tone, the vowel I stays where it is.
        ("\u{AA80}\u{AABF}\u{AAB4}", "\u{AA80}\u{AAB4}\u{AABF}", "\u{AA80}\u{AAB4}\u{AABF}"),
        ("\u{AA80}\u{AABF}\u{AAB2}", "\u{AA80}\u{AABF}\u{AAB2}", "\u{AA80}\u{AABF}\u{AAB2}"),
        ("abc", "abc", "abc"),
        ("", "", ""),
    ])
    func `Text takes its normal form`(typed: String, composed: String, decomposed: String) {
        #expect(typed.normalized(.nfc).unicodeScalars.elementsEqual(composed.unicodeScalars))
        #expect(typed.normalized(.nfd).unicodeScalars.elementsEqual(decomposed.unicodeScalars))
        #expect(composed.isNormalized(.nfc) && decomposed.isNormalized(.nfd))
    }

    @Test func `A text that grows is normalized whole`() {
        let text = String(repeating: "ế", count: 5_000)
        #expect(text.normalized(.nfd).unicodeScalars.count == 15_000)
        #expect(text.normalized(.nfd).normalized(.nfc) == text)
    }

    @Test(arguments: [
        ("a", "Latn"), ("ꪀ", "Tavt"), ("ꨀ", "Cham"), ("ក", "Khmr"), (".", "Zyyy"), ("\u{0306}", "Zinh"),
    ])
    func `A scalar has a script`(text: String, code: String) {
        #expect(text.unicodeScalars.first?.scriptCode == code)
    }

    @Test(arguments: [
        ("vi", "Latn"), ("blt", "Tavt"), ("blt-Latn", "Latn"), ("km", "Khmr"), ("rad", nil), ("", nil),
        ("é", nil),
        (String(repeating: "a", count: 1000), nil),
    ])
    func `A language has a script, where it is known`(language: String, code: String?) {
        #expect(likelyScript(ofLanguage: language) == code)
    }

    @Test(arguments: [("a", 0), ("\u{0302}", 230), ("\u{0323}", 220), ("\u{031B}", 216), ("\u{AAB4}", 220)])
    func `A mark has a combining class`(text: String, number: UInt8) {
        #expect(text.unicodeScalars.first?.combiningClass == number)
    }
}
