import Composition
import Diagnostics
import KeymapCompiler
import Bytes
import Testing

/// What each piece of a rule does, shown on the smallest keymap that has it.
struct RuleTests {
    /// A row of a table: statements, keys, and the text they give.
    struct Case: CustomTestStringConvertible {
        var statements: String
        var keys: String
        var text: String
        var testDescription: String { "\(statements.replacing("\n", with: "⏎")) \(keys)" }

        init(_ statements: String, _ keys: String, _ text: String) {
            self.statements = statements
            self.keys = keys
            self.text = text
        }
    }

    static let letters = """
        letters vowel
          a e i o u y
          â = aa   ê = ee   ô = oo   ơ = ow   ư = uw
        letters consonant
          b c d g h l m n t
          đ = dd
        tones
          sắc U+0301 : s
          huyền U+0300 : f

        """

    static func shown(_ statements: String, _ keys: String) throws -> String {
        let keymap = try DeclarationTests.keymap(letters + statements + "\n")
        return try DeclarationTests.typed(keys, keymap)
    }

    // MARK: Left sides

    @Test(arguments: [
        // Text as it is; signs that touch nothing are text.
        Case("rules\n  ... > …", "a...", "a…"),
        Case("rules\n  :) > ☺", "a:)", "a☺"),
        Case("rules\n  (c) > ©", "(c)", "©"),
        Case("rules\n  what? > !", "what?", "!"),
        Case("rules\n  << > «\n  >> > »", "<<an>>", "«an»"),
        // Code points.
        Case("rules\n  U+002D U+002D > U+2014", "a--", "a—"),
        // A letter with its tone is text too.
        Case("rules\n  ấn > tiên", "aasn", "tiên"),
        // A class, a set of letters, a set of texts.
        Case("rules\n  [vowel] ; > *", "bow; ba;", "b* b*"),
        Case("set end = ng t\nrules\n  [end] ; > *", "ang; at; an;", "a* a* an;"),
        Case("characters end = ng n but t\nrules\n  [end] ; > *", "ang; an; at;", "a* a* at;"),
        Case("characters some = a..e\nrules\n  [some] ; > *", "bi; be; bu;", "bi; b* bu;"),
        Case("characters low = a..c\ncharacters all = [low] y\nrules\n  [all] ; > *", "b; y; d;", "* * d;"),
        Case("characters dot = U+0075+U+031B\nrules\n  [dot] ; > *", "uw; u;", "* u;"),
        // Any character, and any but some.
        Case("rules\n  a [any] ; > *", "ab; a;", "* a;"),
        Case("rules\n  a [not consonant] ; > *", "ab; ai;", "ab; *"),
        // Once or not, and a number of times.
        Case("rules\n  a [consonant]? ; > *", "a; ab; abb;", "* * abb;"),
        Case("rules\n  a b ? ; > *", "a; ab; abb;", "* * abb;"),
        Case("rules\n  a b {2,3} ; > *", "ab; abb; abbb; abbbb;", "ab; * * abbbb;"),
        Case("rules\n  a b{2,3} ; > *", "abb;", "*"),
        Case("rules\n  ( a b ) {2,2} ; > *", "ab; abab;", "ab; *"),
        // Either of several.
        Case("rules\n  ( a | on | i ) ; > *", "ta; ton; tu;", "t* t* tu;"),
        Case("rules\n  a; | on; > *", "ta; ton; tu;", "t* t* tu;"),
        // The start of the composition.
        Case("rules\n  [start] b; > *", "b; ab;", "* ab;"),
    ])
    func `A left side fits what it says`(example: Case) throws {
        #expect(try Self.shown(example.statements, example.keys) == example.text)
    }

    // MARK: Right sides

    @Test(arguments: [
        // What is kept, in any order; all that fitted.
        Case("rules\n  ( [vowel] ) ( [consonant] ) ; > $2 $1", "tab;", "tba"),
        Case("rules\n  ([vowel]) ; > $1 $1", "ta;", "taa"),
        Case("rules\n  [vowel] ; > ‹ $0 ›", "ta;", "t‹a;›"),
        Case("rules\n  ( a | on ) ; > ‹ $1 ›", "tot on;", "tot ‹on›"),
        Case("rules\n  ( ( a ) b ) ; > $1 - $2", "ab;", "ab-a"),
        Case("rules\n  ( a | b ) {1,3} ; > ‹ $1 ›", "aba;", "‹a›"),
        Case("rules\n  ( a ) ? b ; > ‹ $1 ›", "cb; ab;", "c‹› ‹a›"),
        // A set mapped to another, item by item.
        Case(
            "characters low = a e i\ncharacters high = â ê î\nrules\n  ( [low] ) ; > $1[high]", "ta; ti; to;",
            "tâ tî to;"),
        Case(
            "characters from = ng n\ncharacters to = ŋ ñ\nrules\n  ( [from] ) ; > $1[to]", "ang; an;", "aŋ añ"
        ),
        // Nothing: what fits is taken away.
        Case("rules\n  [consonant] ; >", "at;", "a"),
        // Text only: a dollar that is not a capture, brackets, a question mark.
        Case("rules\n  d; > $ [ ? ]", "d;", "$[?]"),
        // A capital first letter makes the first letter of the text a capital.
        Case("rules\n  dj > đ", "dja Dja DJa", "đa Đa Đa"),
        Case("rules\n  ( [vowel] ) ; > $1 $1", "A;", "AA"),
    ])
    func `A right side puts what it says`(example: Case) throws {
        #expect(try Self.shown(example.statements, example.keys) == example.text)
    }

    // MARK: Groups

    @Test(arguments: [
        // The first rule that fits, and only that one.
        Case("rules\n  ab; > 1\n  b; > 2\n  a1 > 3", "ab; b;", "1 2"),
        // The longest text that the rule fits.
        Case("rules\n  a {1,3} ; > *", "aia;", "ai*"),
        // Groups in order, each on what the one before has made.
        Case("rules\n  b; > x\nrules\n  ax > y", "ab;", "y"),
        Case("rules\n  ax > y\nrules\n  b; > x", "ab;", "ax"),
        // Rules on options.
        Case("option long = off | on : x\nrules\n  b; > 1 when long=on\n  b; > 2", "b;", "2"),
        Case("option long = on | off : x\nrules\n  b; > 1 when long=on\n  b; > 2", "b;", "1"),
        // Rules leave a word that none fits alone: marks, tones and undoing are as ever.
        Case("rules\n  ;; > …", "taans tans aaa;;n", "tấn tán aa…n"),
        // After a rule the next letters are a new word.
        Case("rules\n  ;; > …", ";;taans;;taanf", "…tấn…tần"),
        // A sign that could begin a rule waits for the next key.
        Case("rules\n  ;' > ”", "an;' an; an;x", "an” an; an;x"),
    ])
    func `Groups run one after the other`(example: Case) throws {
        #expect(try Self.shown(example.statements, example.keys) == example.text)
    }

    @Test func `A word before a sign is given back when it is none`() throws {
        let statements = """
            syllable Vietnamese
              onset [consonant]
              rime [vowel] [vowel][consonant]
            restore unless syllable
            rules
              ;' > ”
            """
        #expect(try Self.shown(statements, "taas;' taasts;' n") == "tấ” taasts” n")
    }

    // MARK: Markers, and keys that put in text

    static let accents = """
        capitals distinct
        markers acute hat
        characters plain = a e o
        characters high  = á é ó
        keys
          ' > @acute
          ^ > @hat
          {space} > U+0020
          a > a
          e > e
          o > o
          n > n
        rules
          @acute ( [plain] ) > $1[high]
          @hat ( [plain] ) > $1 U+0302
          @any @acute > '
          @any ( [any] ) > $1

        """

    @Test(arguments: [
        ("'a", "á"), ("^e", "ê"), ("''", "'"), ("'n", "n"), ("a'", "a"), ("^ e", " e"), ("'", ""),
        // Backspace takes the marker with the letter before it; alone, it is for the document.
        ("na'{BackSpace}", "n"), ("'{BackSpace}a", "a"),
        // A key that has no line ends the composition.
        ("'xa", "xa"),
    ])
    func `A marker waits for the next key and is never shown`(keys: String, text: String) throws {
        let keymap = try DeclarationTests.keymap(Self.accents)
        #expect(try DeclarationTests.typed(keys, keymap) == text)
    }

    @Test func `A key of several characters and a named key put in their texts`() throws {
        let keymap = try DeclarationTests.keymap(
            "keys\n  1 > ថា\n  {F1} > nh\n  {Control+a} > *\n  a > x\n")
        var field = Transcript(keymap: keymap)
        field.type(try KeySequence.parse("1{F1}{Control+a}aA"))
        field.finish()
        #expect(field.text == "ថាnh*xX")
    }

    // MARK: Normal forms

    /// Marks in any order, and what comes out in each form.
    @Test(arguments: [
        // U+0323 stands before U+0302 in decomposed text; both go on the letter.
        ("", "e^.", "ệ"), ("", "e.^", "ệ"), ("form nfd\n", "e^.", "e\u{323}\u{302}"),
        ("form typed\n", "e^.", "e\u{302}\u{323}"), ("form typed\n", "e.^", "e\u{323}\u{302}"),
        // A rule is read in the same form: it fits whatever the order.
        ("", "e^.!", "*"), ("", "e.^!", "*"), ("form typed\n", "e^.!", "ê\u{323}!"),
    ])
    func `Marks are put in canonical order where the keymap does not say otherwise`(
        form: String, keys: String, text: String
    ) throws {
        let keymap = try DeclarationTests.keymap(
            form + "keys\n  e > e\n  ^ > U+0302\n  . > U+0323\n  ! > !\nrules\n  ệ! > *\n")
        let typed = try DeclarationTests.typed(keys, keymap)
        let wanted = form.contains("typed") && keys.hasSuffix("!") ? "e\u{302}\u{323}!" : text
        #expect(typed.unicodeScalars.elementsEqual(wanted.unicodeScalars))
    }

    /// The question that implementers of LDML answer differently: text is in order before each group.
    @Test func `Text is in canonical order before every group`() throws {
        let keymap = try DeclarationTests.keymap(
            "keys\n  e > e\n  ^ > U+0300\n  x > x\nrules\n  x > U+0320\nrules\n  e U+0320 U+0300 > PASS\n")
        #expect(try DeclarationTests.typed("e^x", keymap) == "PASS")
    }

    // MARK: Reorder

    /// Tai Tham, the word ᨡ᩠ᩅᩫ᩶ "roasted": consonant, sign of the subscript, its consonant, vowel, tone.
    static let taiTham = """
        characters tone = U+1A75..U+1A79
        keys
          k > U+1A21
          s > U+1A60
          w > U+1A45
          o > U+1A6B
          t > U+1A76
        reorder
          U+1A60 : order 127
          U+1A6B : order 42
          [tone] : order 55
          U+1A60 U+1A45 after U+1A6B : order 10
          U+1A60 U+1A45 after U+1A6B [tone] : order 10
          U+1A60 [tone] U+1A45 after U+1A6B : order 10 55 10

        """

    @Test(arguments: ["kswot", "kotsw", "kostw", "koswt"])
    func `Signs typed in any order are stored in one`(keys: String) throws {
        let keymap = try DeclarationTests.keymap(Self.taiTham)
        let typed = try DeclarationTests.typed(keys, keymap)
        #expect(typed.unicodeScalars.map(\.value) == [0x1A21, 0x1A60, 0x1A45, 0x1A6B, 0x1A76])
    }

    @Test(arguments: [
        // A mark with a tertiary weight stands with the base before it, in the order of the weights.
        Case("reorder\n  x : order 1\n  y : order 2\n  ! : tertiary 2\n  ? : tertiary 1", "ayx!?", "a?!xy"),
        // What is a base by declaration takes the marks after it.
        Case("reorder\n  x : order 1, base\n  ! : tertiary 1\n  y : order 2", "ayx!", "ax!y"),
        // What is typed before the base and stored after it.
        Case("reorder\n  x : order 5, prebase\n  y : order 2", "xay", "ayx"),
        Case("reorder\n  x : order 5, prebase\n  y : order 2", "axay", "aayx"),
        // Before the base.
        Case("reorder\n  x : order -1", "ax ax", "xa xa"),
        // Values for each character; the last goes for the rest.
        Case("reorder\n  x y : order 3 1\n  z : order 2", "azxy", "ayzx"),
        // Two lines for one character: what the later does not say comes from the earlier.
        Case("characters all = x y\nreorder\n  [all] : order 5\n  x : prebase", "xay", "axy"),
    ])
    func `A line of reorder says where its characters stand`(example: Case) throws {
        let keys =
            "capitals distinct\n" + "keys\n" + "axyz!?".map { "  \($0) > \($0)\n" }.joined()
            + "  {space} > U+0020\n"
        let keymap = try DeclarationTests.keymap(keys + example.statements + "\n")
        #expect(try DeclarationTests.typed(example.keys, keymap) == example.text)
    }

    // MARK: Backspace

    @Test(arguments: [
        // A rule of Backspace goes first; no other rule runs after it.
        Case("backspace\n  ab >\nrules\n  t > tt", "tab{BackSpace}", "tt"),
        Case("backspace\n  ấ > â", "taans{BackSpace}{BackSpace}", "tâ"),
        // Else a letter with its marks, or one character where the keymap says so.
        Case("rules\n  ;e > U+1EC7", "t;e{BackSpace}", "t"),
        Case("backspace character\nrules\n  ;e > U+1EC7", "t;e{BackSpace}", "tẹ"),
        Case("backspace character\nrules\n  ;e > U+1EC7", "t;e{BackSpace}{BackSpace}", "te"),
        // A vowel sign of another script is a sign by itself.
        Case("rules\n  ;k > U+1780 U+17B6", ";k{BackSpace}", "\u{1780}"),
        // The word after what rules have made is taken as ever.
        Case("rules\n  ;; > …", ";;taans{BackSpace}{BackSpace}", "…t"),
    ])
    func `Backspace takes what its rules say, else what the eye sees last`(example: Case) throws {
        #expect(try Self.shown(example.statements, example.keys) == example.text)
    }

    @Test func `Khmer subscripts go with the sign that makes them`() throws {
        let keymap = try DeclarationTests.keymap(
            """
            characters consonant = U+1780..U+17A2
            keys
              k > U+1780
              r > U+179A
              j > U+17D2
              a > U+17B6
            backspace
              U+17D2 [consonant] >

            """)
        #expect(try DeclarationTests.typed("kjra{BackSpace}", keymap) == "\u{1780}\u{17D2}\u{179A}")
        #expect(try DeclarationTests.typed("kjra{BackSpace}{BackSpace}", keymap) == "\u{1780}")
    }

    // MARK: Long texts

    @Test func `A composition longer than rules can read is committed from its front`() throws {
        let keymap = try DeclarationTests.keymap("keys\n  a > nga\n  b > U+0302\nrules\n  bad > good\n")
        var field = Transcript(keymap: keymap)
        field.type(try KeySequence.parse(String(repeating: "ab", count: 200)))
        field.finish()
        #expect(field.text == String(repeating: "ngâ", count: 200))
    }
}
