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

    @Test func `A text becomes long, and no longer than the limit`() throws {
        let limit = Transliterator.lengthLimit(1)
        #expect(limit == 4112)
        let most = "a > '\(String(repeating: "x", count: limit / 4))'; ::Null; xx > xxx;"
        let more = "a > '\(String(repeating: "x", count: limit + 1))';"
        #expect(try Transliterator(rules: most).transliterate("a")?.count == limit / 8 * 3)
        #expect(try Transliterator(rules: more).transliterate("a") == nil)
        #expect(try Transliterator(rules: more).transliterate("b") == "b")
    }

    @Test(arguments: [
        "a > aaaaaaaa;", "(a) > $1$1$1$1$1$1$1$1;", "[^b] > aaaaaaaa;", "a > &Any-Hex(a) aaaaaaa;",
    ])
    func `Rules that make more of what others made come to an end`(rule: String) throws {
        let rules = Array(repeating: rule, count: 8).joined(separator: " ::Null; ")
        #expect(try Transliterator(rules: rules).transliterate("a") == nil)
        #expect(try Transliterator(rules: rules).transliterate("b") == "b")
    }

    @Test(arguments: [
        ("a > b; c d;", "U_MISSING_OPERATOR", 7), ("a > b; $x > c;", "U_UNDEFINED_VARIABLE", 7),
        ("a > '", "U_UNTERMINATED_QUOTE", 3), ("😀 > b; [a > c;", "U_MALFORMED_SET", 8),
    ])
    func `The rule that is wrong is reported in UTF-16 units`(rules: String, name: String, offset: Int) {
        let error = #expect(throws: TransliterationRuleError.self) { try Transliterator(rules: rules) }
        #expect(error?.name == name)
        #expect(error?.offset == offset)
    }

    @Test func `A rule hidden by another is reported with both`() {
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
        #expect(error?.name == "CHU_TOO_DEEP")
    }

    @Test func `Parentheses that stay open are reported before ICU tries them in every way`() {
        let open = String(repeating: "(", count: 8)
        for rules in ["a \(open) [b] $c > d;", "a \(open) [b > d;", "\(open)a", "([;](';'(\\;( x;"] {
            let error = #expect(throws: TransliterationRuleError.self) { try Transliterator(rules: rules) }
            #expect(error?.offset == 0)
        }
    }

    @Test(arguments: [
        ("a > a|a;", 0), ("b > c; a > |a;", 7), ("x > y;\na > |b; b > |a;", 7), ("{ } a > b;", 0),
        ("q > r; ::Null; [a-c] x > y | d d; d > d|dd;", 15), ("a* > b;", 0),
        ("$v = [xyz]; ($v) > w | $1;", 12),
        ("(['\\u0061'-c]) > | $1 $1;", 0), ("'ab' > | aab;\naab > | 'ab';", 0),
        // It comes to an end, and takes more steps for a letter than ICU takes.
        ("a > |bbbb; b > |cccc; c > |dddd; d > e;", 0),
    ])
    func `Rules that never come to an end, or at which ICU stops, are refused`(rules: String, offset: Int) {
        let error = #expect(throws: TransliterationRuleError.self) { try Transliterator(rules: rules) }
        #expect(error?.name == "CHU_ENDLESS_RULE" && error?.reason == .endless)
        #expect(error?.offset == offset)
    }

    @Test(arguments: [
        ("ab > |b; b > c;", "abab", "cc"), ("a > |b; b > |c; c > d;", "aaa", "ddd"),
        ("x? a > b;", "xaab", "bbb"), ("[a-c] { } d > e;", "ad", "aed"), ("a > b | ;", "aa", "bb"),
        ("a } b > |c; c > d;", "aab", "adb"),
    ])
    func `Rules that see again what they wrote, and come to an end, are accepted`(
        rules: String, text: String, expected: String
    ) throws {
        #expect(try Transliterator(rules: rules).transliterate(text) == expected)
    }

    @Test(arguments: ["\u{259}\u{303} {\u{259}\u{303}}+ > \u{259}\u{303};", "a { b } * > c;", "a {+ b > c;"])
    func `A repetition behind a mark is refused`(rules: String) {
        let error = #expect(throws: TransliterationRuleError.self) { try Transliterator(rules: rules) }
        #expect(error?.name == "U_MALFORMED_RULE" && error?.offset == 0)
    }

    @Test func `What ICU would leave in the midst of a text is reported as a text that it does not make`()
        throws
    {
        // No trial finds this: the letters of the set that are tried have rules of their own.
        let rules = try Transliterator(rules: "a > 1; f > 2; k > 3; [acfhk] > |c;")
        #expect(rules.transliterate("cab") == nil)
        #expect(rules.transliterate("bac") == nil)
        #expect(rules.transliterate("abfk") == "1b23")
    }

    @Test func `Parentheses one after the other are none in another`() throws {
        let rules = (0..<1_000).map { "(a\($0)x) > $1 b; '(' c\($0)x > d;" }.joined(separator: "\n")
        #expect(try Transliterator(rules: rules).transliterate("a7x(c9x") == "a7xbd")
    }

    @Test(arguments: [
        ("(a) > $2;", "U_UNDEFINED_SEGMENT_REFERENCE"),
        ("a > $1073741824;", "U_UNDEFINED_SEGMENT_REFERENCE"),
        ("(a) > $1໑;", "U_UNDEFINED_SEGMENT_REFERENCE"), ("(a) $1 > b;", "U_UNDEFINED_SEGMENT_REFERENCE"),
        ("(a $1) > b;", "U_UNDEFINED_SEGMENT_REFERENCE"), ("a <> b $1;", "U_UNDEFINED_SEGMENT_REFERENCE"),
        ("$2 < (a);", "U_UNDEFINED_SEGMENT_REFERENCE"),
        ("a > &Any-Upper($1);", "U_UNDEFINED_SEGMENT_REFERENCE"),
        ("[{]}] $1 > b;", "U_UNDEFINED_SEGMENT_REFERENCE"),
        ("'it''s' > $1;", "U_UNDEFINED_SEGMENT_REFERENCE"),
        ("# \r a\n b > $1;", "U_UNDEFINED_SEGMENT_REFERENCE"),
        ("$a = (b);", "U_MALFORMED_VARIABLE_DEFINITION"), ("$a = $1;", "U_MALFORMED_VARIABLE_DEFINITION"),
        ("$a = b; $a = c;", "U_BAD_VARIABLE_DEFINITION"),
        ("'abc' { + > d;", "U_MALFORMED_RULE"), ("$a = bcd; x $a } + e > f;", "U_MALFORMED_RULE"),
        ("'abcd'+ x { y z + > d;", "U_MALFORMED_RULE"), ("a <> bbb { c |;", "U_MALFORMED_RULE"),
        ("use variable range 0xE000 0xE8FF; a > b;", "U_MALFORMED_PRAGMA"),
        ("USE nfd rules;", "U_MALFORMED_PRAGMA"),
        ("$a = \\uF8FF;", "U_VARIABLE_RANGE_OVERLAP"), ("[\u{F000}] > b;", "U_VARIABLE_RANGE_OVERLAP"),
        ("$a = '['; [b $a] > c;", "U_MALFORMED_SET"), ("a > b\0 c > d;", "U_UNQUOTED_SPECIAL"),
        ("::[a] $1 > b;", "U_INVALID_ID"), ("::[a] (Any-Hex) x > $9;", "U_INVALID_ID"),
        ("[:L a > b; [c] > d :];", "U_MALFORMED_SET"), ("[a > b;", "U_MALFORMED_SET"),
    ])
    func `Rules that would crash ICU are refused`(rules: String, name: String) {
        let error = #expect(throws: TransliterationRuleError.self) { try Transliterator(rules: rules) }
        #expect(error?.name == name)
    }

    @Test(arguments: [
        ("$v = [aeiou]; $t = [\\u0300-\\u0304 [:M:]]; $w = [$v $t]; ($w+) x } $v? > $1 'y';", "aex", "aey"),
        ("::[a-z] Lower(Any-Upper); (a)(b) > $2 $1; ::NFC (NFD);", "ab", "ba"),
        ("'ab' { x } 'yz'* > q; 'it''s' > '';", "abxyzit's", "abqyz'"),
        ("^ { a > b; a } $ > c;", "aaa", "bac"), ("\\x41 > \\x{1F600}; \\101\\102 < x;", "A", "😀"),
        ("[{ch}c-] > x; [^[:^L:]\\p{Lu}\\]] > y;", "chc-a", "xxxy"),
        ("a > &Any-Hex(b) | c; c > d;", "a", "\\u0062d"),
        ("a → b; b ← a; c ↔ d; e <> f;", "ace", "bdf"), ("$âm = ă; $âm x > ;", "ăx", ""),
        ("# only a comment", "x", "x"), ("a } b > x @ | ; b > c;", "abb", "xbc"),
    ])
    func `Sensible rules are accepted`(rules: String, text: String, expected: String) throws {
        #expect(try Transliterator(rules: rules).transliterate(text) == expected)
    }

    @Test(arguments: ["@ @", "[@ @]", "&Any-Upper(@ @)"])
    func `Variables that double one another come to an end`(value: String) {
        var rules = "$v0 = [ab];\n"
        for number in 1...100 {
            let before = "$v\(number - 1)"
            rules += "$v\(number) = \(value.replacing("@", with: before));\n"
        }
        let error = #expect(throws: TransliterationRuleError.self) { try Transliterator(rules: rules) }
        #expect(error?.name == "CHU_RULES_TOO_LARGE")
    }

    @Test func `There are limits to the rules, the passes and what is in one another`() {
        func name(_ rules: String) -> String? {
            do {
                _ = try Transliterator(rules: rules)
                return nil
            } catch { return error.name }
        }
        let many = (0..<Transliterator.ruleLimit).map { "x\($0)y > b;" }.joined()
        #expect(name(many) == nil)
        #expect(name(many + "a > b;") == "CHU_TOO_MANY_RULES")
        let passes = String(repeating: "::Null;", count: Transliterator.passLimit)
        #expect(name(passes) == nil)
        #expect(name(passes + "::Null;") == "CHU_TOO_MANY_PASSES")
        let open = String(repeating: "(", count: Transliterator.depthLimit)
        let close = String(repeating: ")", count: Transliterator.depthLimit)
        #expect(name("\(open)a\(close) > b;") == nil)
        #expect(name("(\(open)a\(close)) > b;") == "CHU_TOO_DEEP")
        let repeats = "a" + String(repeating: "+", count: Transliterator.nestingLimit)
        #expect(name("\(repeats) > b;") == nil)
        #expect(name("\(repeats)+ > b;") == "CHU_TOO_DEEP")
    }
}
