import Composition
import Diagnostics
import KeymapCompiler
import Bytes
import Testing

/// What each declaration of a keymap does to typing, shown on the smallest keymap that has it.
struct DeclarationTests {
    static let header = """
        keymap 1
        language vi
        title Thử
        version 1
        licence CC0-1.0
        source words for tests

        """

    static let letters = RuleTests.letters + "  clear : z\n"

    static let syllable = """
        syllable Vietnamese
          onset [consonant][consonant]?
          rime [vowel][vowel]? [vowel][vowel]?[consonant]
          rime [vowel]c : tones sắc

        """

    static func keymap(_ body: String) throws -> Keymap {
        let (bytes, diagnostics) = KeymapCompiler.compile(
            SourceText(path: "test.keymap", header + body), include: { _ in nil })
        let compiled = try #require(bytes, "\(diagnostics.map { $0.rendered() }.joined(separator: "\n"))")
        return try Keymap(Bytes(compiled))
    }

    static func typed(_ keys: String, _ keymap: Keymap) throws -> String {
        var field = Transcript(keymap: keymap)
        field.type(try KeySequence.parse(keys))
        field.finish()
        return field.text
    }

    /// The declarations besides letters and tones, the keys, and the text.
    @Test(arguments: [
        // Without a grammar everything can be a word, and nothing is given back.
        ("", "taan", "tân"),
        ("", "xyz", "xyz"),
        // reach: how far back a change may go.
        (syllable + "reach syllable", "tana", "tân"),
        (syllable + "reach letter", "tana", "tana"),
        // Where no syllable is declared, nothing says that the last a is not a letter.
        ("reach syllable", "tana", "tana"),
        ("reach letter", "taan", "tân"),
        // undo: the same key again.
        ("undo repeat", "aaa", "aa"),
        ("undo repeat", "ass", "as"),
        ("undo never", "aaa", "âa"),
        ("undo never", "ass", "ás"),
        // restore: what is not a syllable.
        (syllable + "restore unless syllable", "tangtaa", "tangtaa"),
        (syllable, "baabb", "bâbb"),
        (syllable + "restore unless syllable", "baabb", "baabb"),
        (syllable + "restore unless syllable", "baab", "bâb"),
        (syllable + "restore unless syllable\nkeep English\n  ban las\n  set", "las Las lass", "las Las las"),
        (syllable + "restore unless syllable\nkeep English\n  las", "la{BackSpace}as laas", "las lấ"),
        (syllable + "keep English\n  las", "las", "lá"),
        (syllable + "restore by {Escape}", "baan{Escape}", "baan"),
        (syllable + "restore by {Escape}", "baan{Escape}n{space}baan", "baann bân"),
        // tones: a rime with only some of them.
        (
            "syllable x\n  onset m\n  rime a\n  rime ac : tones sắc\nrestore unless syllable", "macs macf",
            "mác macf"
        ),
        (syllable, "mafz", "ma"),
        // place: the first rule that fits.
        (syllable + "place\n  closed last\n  open before-last", "moaf moanf", "mòa moàn"),
        (syllable + "place\n  open last\n  closed last", "moaf moanf", "moà moàn"),
        (syllable + "place\n  rime oa : last\n  open before-last", "moaf moef", "moà mòe"),
        (syllable + "place\n  marked\n  open first", "uwaf", "ừa"),
        // repair: letters as typed can be no syllable, repaired they can.
        ("syllable x\n  onset t\n  rime uơ ươn\nrepair\n  uơ > ươ", "tuow tuown", "tuơ tươn"),
        // escape: the next key is itself.
        ("escape \\", "a\\a a\\\\ \\a", "aa a\\ a"),
        ("escape \\", "\\", "\\"),
        ("escape \\", "a\\{BackSpace}a", "â"),
        // rules: what was typed before the caret is rewritten, the first that fits.
        ("rules\n  ahn > an\n  hn > nh", "hna ahn", "nha an"),
        ("rules\n  hn > nh", "hn{BackSpace}", "n"),
        ("rules\n  t; > đ", "t; b;", "đ b;"),
        // option and when: the first value holds until another is chosen.
        ("option long = no | yes : whether i twice is y\nletters vowel\n  y = ii when long=yes", "ii", "ii"),
        ("option long = yes | no : whether i twice is y\nletters vowel\n  y = ii when long=yes", "ii", "y"),
    ])
    func `A declaration changes what keys do`(body: String, keys: String, text: String) throws {
        let keymap = try Self.keymap(Self.letters + body + "\n")
        let typed = try Self.typed(keys, keymap)
        #expect(typed == text)
    }

    /// The same keys may make several letters where options decide; without a condition, when no other holds.
    @Test(arguments: [
        ("one", "aw q", "â q"), ("two", "aw q", "ă ô"), ("three", "aw q", "ê ơ"),
        // Undone they are the keys themselves, whichever letter it was.
        ("one", "aww", "aw"), ("two", "aww qq", "aw q"), ("three", "aww qq", "aw q"),
        // The family of a letter follows: w changes â as it does a.
        ("one", "eaax", "eâx"), ("two", "aaw", "ă"),
    ])
    func `Options decide between letters on the same keys`(style: String, keys: String, text: String) throws {
        let keymap = try Self.keymap(
            """
            option style = one | two | three : which letter
            letters vowel
              a e o
              â = aw aa
              ă = aw when style=two
              ê = aw when style=three
              ô = q when style=two
              ơ = q when style=three
            """)
        var field = Transcript(keymap: keymap)
        let isSet = field.composer.setOption("style", to: style)
        #expect(isSet)
        field.type(try KeySequence.parse(keys))
        field.finish()
        #expect(field.text == text)
    }

    /// A composition is bounded; what does not fit goes into the document, and nothing is lost.
    @Test(arguments: 28...40)
    func `Every key of a long word comes out, whatever follows it`(length: Int) throws {
        let keymap = try Self.keymap(Self.letters + "letters sign\n  ô = o5\n")
        let word = String(repeating: "b", count: length)
        for end in ["", "5", "5b", ".", "{Return}", "{BackSpace}b"] {
            let expected = word + (end == "{Return}" ? "\n" : end == "{BackSpace}b" ? "" : end)
            #expect(try Self.typed(word + end, keymap) == expected, "\(length), \(end)")
        }
    }

    @Test func `The longest letters all fit`() throws {
        // Eleven bytes each: a letter with five marks.
        let letter = "q\u{0324}\u{0330}\u{0332}\u{0302}\u{0306}"
        let keymap = try Self.keymap("undo never\nletters vowel\n  \(letter) = k\n")
        let count = 31
        let typed = try Self.typed(String(repeating: "k", count: count), keymap)
        #expect(typed == String(repeating: letter, count: count))
    }

    @Test func `A rule that would make a word too long is not applied`() throws {
        let keymap = try Self.keymap(
            "letters vowel\n  a\nletters consonant\n  b c\nrules\n  aaaaaaaaaa > "
                + String(repeating: "b", count: 200) + "\n")
        let typed = try Self.typed("cccccc" + String(repeating: "a", count: 10), keymap)
        #expect(typed == "cccccc" + String(repeating: "a", count: 10))
    }

    /// Backspace at every point, as a typist sees it.
    @Test(arguments: [
        ("taans", ["tấn", "tấ", "t", ""]),
        ("moaf", ["mòa", "mò", "m", ""]),
        ("ddaa", ["đâ", "đ", ""]),
        ("aaa", ["aa", "a", ""]),
        ("ass", ["as", "a", ""]),
    ])
    func `Backspace takes what is seen as one letter`(keys: String, states: [String]) throws {
        let keymap = try Self.keymap(
            Self.letters + Self.syllable + "place\n  marked\n  closed last\n  open before-last\n")
        var composer = Composer(keymap: keymap)
        for event in try KeySequence.parse(keys) { _ = composer.process(event) }
        var seen = [composer.preedit.string]
        while !composer.isEmpty {
            _ = composer.process(KeyEvent(.backspace))
            seen.append(composer.preedit.string)
        }
        #expect(seen == states)
    }

    static let cluster = """
        capitals distinct
        letters consonant
          ꪀ = k   ꪁ = K   ꪙ = N
        letters before
          ꪵ = e
        letters after
          ꪱ = a
        letters mark
          ꪿ = 1
        letters final
          ꪀ ꪙ
        letters around
          ꪹ◌ꪱ = A as before after
        cluster
          type consonant (before | after | around)? final? mark?
          order before consonant mark after final

        """

    @Test(arguments: [
        ("typed", "ke", "ꪵꪀ"), ("typed", "ka1", "ꪀ꪿ꪱ"), ("typed", "kaN1", "ꪀ꪿ꪱꪙ"), ("typed", "kA1", "ꪹꪀ꪿ꪱ"),
        // The third key is a final until the fourth shows that it begins the next cluster.
        ("typed", "kak", "ꪀꪱꪀ"), ("typed", "kaka", "ꪀꪱꪀꪱ"), ("typed", "keke", "ꪵꪀꪵꪀ"),
        // A sign that fits nowhere stands by itself.
        ("typed", "a", "ꪱ"), ("typed", "e k", "ꪵ ꪀ"), ("typed", "k5", "ꪀ5"),
        // Backspace takes the sign typed last, or the one stored last.
        ("typed", "ke{BackSpace}", "ꪀ"), ("stored", "ke{BackSpace}", "ꪵ"),
        ("typed", "ka1{BackSpace}", "ꪀꪱ"), ("stored", "ka1{BackSpace}", "ꪀ꪿"),
        ("typed", "kA{BackSpace}", "ꪀ"), ("stored", "kA{BackSpace}", "ꪀ"),
    ])
    func `Signs are typed in one order and stored in another`(backspace: String, keys: String, text: String)
        throws
    {
        let keymap = try Self.keymap(Self.cluster + "  backspace \(backspace)\n")
        let typed = try Self.typed(keys, keymap)
        #expect(typed == text)
    }
}
