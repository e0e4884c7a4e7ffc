import ICU
import Testing

/// ICU's transliterator: what it makes of text, and what it says of rules.
struct TransliteratorTests {
    @Test(arguments: [
        ("a > b;", "banana", "bbnbnb"), ("", "ă", "ă"), ("ă > aw; ư > uw;", "ăư", "awuw"),
        ("::NFD; \\u0302 > '^'; ::NFC;", "tiên", "tie^n"),
        ("a > aaaaaaaaaa;", "aaaa", String(repeating: "a", count: 40)),
        ("𖬌 > 'a';", "𖬌𖬌", "aa"),
    ])
    func `Text is transliterated by rules`(rules: String, text: String, expected: String) throws {
        #expect(try Transliterator(rules: rules).transliterate(text) == expected)
    }

    @Test func `A long text is transliterated whole`() throws {
        let transliterator = try Transliterator(rules: "a > abc;")
        let text = String(repeating: "a", count: 100_000)
        #expect(transliterator.transliterate(text) == String(repeating: "abc", count: 100_000))
    }

    @Test(arguments: [
        ("a > b; c d;", "U_MISSING_OPERATOR", 7), ("a > b; $x > c;", "U_UNDEFINED_VARIABLE", 7),
        ("a > '", "U_UNTERMINATED_QUOTE", 3), ("😀 > b; [a > c;", "U_MALFORMED_SET", 8),
    ])
    func `The rule that is wrong is told in UTF-16 units`(rules: String, name: String, offset: Int) {
        let error = #expect(throws: TransliterationRuleError.self) { try Transliterator(rules: rules) }
        #expect(error?.name == name)
        #expect(error?.offset == offset)
    }

    @Test func `A rule hidden by another is told with both`() {
        let error = #expect(throws: TransliterationRuleError.self) {
            try Transliterator(rules: "a > b; ac > d;")
        }
        #expect(error?.name == "U_RULE_MASK_ERROR")
        #expect(error?.before == "a > b;" && error?.after == "ac > d;")
    }

    @Test(arguments: ["(", "&Any-Hex(", "(';'", "(\\;", "(\n", "(' "])
    func `Parentheses deeper than any stack are an error`(piece: String) {
        let rules = "a > b;\n# a ' in a comment\n" + String(repeating: piece, count: 300_000)
        let error = #expect(throws: TransliterationRuleError.self) { try Transliterator(rules: rules) }
        #expect(error?.name.hasPrefix("U_") == true)
    }

    @Test func `Parentheses that stay open are told before ICU tries them in every way`() {
        let open = String(repeating: "(", count: 8)
        for rules in ["a \(open) [b] $c > d;", "a \(open) [b > d;", "\(open)a", "([;](';'(\\;( x;"] {
            let error = #expect(throws: TransliterationRuleError.self) { try Transliterator(rules: rules) }
            #expect(error?.offset == 0)
        }
    }

    @Test func `Parentheses one after the other are none in another`() throws {
        let rules = (0..<1_000).map { "(a\($0)x) > $1 b; '(' c\($0)x > d;" }.joined(separator: "\n")
        #expect(try Transliterator(rules: rules).transliterate("a7x(c9x") == "a7xbd")
    }
}
