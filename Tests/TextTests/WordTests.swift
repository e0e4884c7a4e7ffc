import Testing
import Text

/// Did-you-mean, names of code points, and text that a terminal can show.
struct WordTests {
    @Test(
        arguments: [
            ("letter", "letters"), ("letetrs", "letters"), ("LETTERS", "letters"), ("tone", "tones"),
            ("onset", nil),
            ("xy", nil), ("", nil), ("telexx", "telex"), ("tel", "telex"), ("te", nil),
        ] as [(String, String?)])
    func `The nearest word is found, and none that is far`(text: String, word: String?) {
        #expect(closest(text, among: ["letters", "tests", "tones", "telex", "vni"]) == word)
    }

    @Test func `What the caller leaves out does not count`() {
        func withoutMarks(_ text: String) -> [Unicode.Scalar] {
            text.unicodeScalars.filter { $0.value < 0x300 }
        }
        #expect(closest("e\u{302}a", among: ["ea"], folded: withoutMarks) == "ea")
        #expect(closest(String(repeating: "a", count: 65), among: [String(repeating: "a", count: 64)]) == nil)
    }

    @Test(arguments: [
        ("", "", 0), ("toán", "tóan", 2), ("nước", "nước", 0), ("nước", "", 4), ("ab", "ba", 1),
        ("ca", "abc", 3),
        ("đường", "đướng", 1),
    ])
    func `The distance counts what is put in, left out, changed and swapped`(
        _ one: String, _ other: String, _ distance: Int
    ) {
        #expect(editDistance(Array(one), Array(other)) == distance)
        #expect(editDistance(Array(other), Array(one)) == distance)
    }

    @Test func `Code points have at least four digits`() {
        #expect(("a" as Unicode.Scalar).codePointName == "U+0061")
        #expect(("\u{1EA1}" as Unicode.Scalar).codePointName == "U+1EA1")
        #expect(("\u{11100}" as Unicode.Scalar).codePointName == "U+11100")
        #expect(hexadecimal(0, width: 2) == "00")
    }

    @Test(arguments: [
        ("êa", "êa"), ("a\tb", "a\tb"), ("êa\u{1B}[2J", "êa␛[2J"), ("\0\n\u{7F}", "␀␊␡"),
        ("\u{9B}2J", "\u{FFFD}2J"),
    ])
    func `Control characters are shown as pictures`(text: String, shown: String) {
        #expect(text.withVisibleControls == shown)
    }
}
