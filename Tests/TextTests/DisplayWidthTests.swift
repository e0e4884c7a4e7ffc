import Text
import Testing

struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("người", 5), ("ê\u{306}", 1), ("nguo\u{31B}\u{300}i", 5), ("字喃", 4), ("ꪁꪱꪣ", 3),
        ("ꪀꪲ", 1), ("ꨌꩌ", 1), ("ខ្មែរ", 4), ("ភាសា", 4), ("각", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2),
        ("🇻🇳", 2), ("🇻🇳🇱🇦🇰🇭", 6), ("\u{1F1FB}", 1),
        ("\u{200B}\u{2060}", 0), ("ﾊ", 1), ("Ａ", 2), ("𖬀", 1), ("\u{1B}", 0),
    ])
    func `Text takes as many columns as a terminal gives it`(_ text: String, _ width: Int) {
        #expect(DisplayWidth.of(text) == width)
        #expect(text.reduce(0) { $0 + DisplayWidth.of($1) } == width)
    }

    @Test(arguments: [
        ("người", 5, "người"), ("người", 4, "ngư…"), ("字喃字", 5, "字喃…"), ("字喃字", 4, "字…"), ("abc", 0, ""),
        ("abc", 1, "…"),
    ])
    func `What is too wide ends with an ellipsis`(_ text: String, _ columns: Int, _ expected: String) {
        #expect(DisplayWidth.truncated(text, to: columns) == expected)
    }

    @Test func `Padding counts columns, not code points`() {
        #expect(DisplayWidth.padded("ê\u{306}", to: 3) == "ê\u{306}  ")
        #expect(DisplayWidth.padded("字", to: 3) == "字 ")
        #expect(DisplayWidth.padded("abcd", to: 3) == "abcd")
    }
}
