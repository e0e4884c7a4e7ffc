import Composition
import TestSupport
import Testing

/// Scripts written in clusters: what is shown after each key, and after each Backspace.
///
/// Letters, their keys and their orders are those of published keyboards and of the Unicode Standard: for Tham Thái
/// m17n's tai-sonla, for Chăm the keyboard eastern_cham, for Khmer the positions of Khmer Angkor.
struct ClusterTests {
    /// Keys, and what stands in the document and the preedit together after each.
    struct Steps: CustomTestStringConvertible {
        var keys: String
        var shown: String
        var testDescription: String { keys }

        init(_ keys: String, _ shown: String) {
            self.keys = keys
            self.shown = shown
        }
    }

    private func steps(_ keys: String, _ keymap: Keymap) throws -> String {
        var field = Transcript(keymap: keymap)
        return try KeySequence.parse(keys).map { event in
            field.type(event)
            return field.shown
        }.joined(separator: " ")
    }

    // MARK: Tai Viet, typed by sound

    @Test(arguments: [
        // A vowel that is typed after its consonant and stands before it.
        Steps("Ty", "ꪕ ꪼꪕ"),
        // Of two signs around the consonant; the final after them.
        Steps("trM", "ꪔ ꪹꪔꪸ ꪹꪔꪸꪣ"),
        // A sign that is read as a final, until a vowel shows that it began the next cluster.
        Steps("kaMa", "ꪀ ꪀꪱ ꪀꪱꪣ ꪀꪱꪣꪱ"),
        Steps("kMy", "ꪀ ꪀꪣ ꪀꪼꪣ"),
        // A medial, until a vowel shows that it was no final.
        Steps("kVaG", "ꪀ ꪀꪫ ꪀꪫꪱ ꪀꪫꪱꪉ"),
        // The tone is typed last and stored before the vowel that stands after the consonant.
        Steps("ha'", "ꪬ ꪬꪱ ꪬ꫁ꪱ"),
        // Backspace takes the sign typed last, wherever it stands.
        Steps("ha'{BackSpace}{BackSpace}{BackSpace}", "ꪬ ꪬꪱ ꪬ꫁ꪱ ꪬꪱ ꪬ "),
        Steps("Ty{BackSpace}i", "ꪕ ꪼꪕ ꪕ ꪕꪲ"),
        Steps("trM{BackSpace}{BackSpace}{BackSpace}", "ꪔ ꪹꪔꪸ ꪹꪔꪸꪣ ꪹꪔꪸ ꪔ "),
    ])
    func `Tai Viet typed by sound is read again at each key`(row: Steps) throws {
        #expect(try steps(row.keys, Repository.keymap("blt-Tavt/phonetic")) == row.shown)
    }

    // MARK: The first key of a session

    @Test(arguments: [
        ("blt-Tavt/phonetic", "r", "ꪹꪸ"), ("blt-Tavt/phonetic", "r ", "ꪹꪸ "), ("blt-Tavt/phonetic", "R", "ꪹꪷ"),
        ("blt-Tavt/phonetic", "A ", "ꪹꪱ "), ("km/angkor", "A", "ាំ"), ("km/angkor", ",", "ុំ"),
        ("km/angkor", ":", "ោះ"),
        ("km/angkor", "V", "េះ"), ("km/angkor", "<", "ុះ"),
    ])
    func `A sign of two parts is whole where it comes first`(name: String, keys: String, text: String) throws
    {
        var field = Transcript(keymap: try Repository.keymap(name))
        field.type(keys.unicodeScalars.map { KeyEvent($0) })
        #expect(field.shown == text)
        field.finish()
        #expect(field.text == text)
    }

    @Test(arguments: Repository.keymapNames)
    func `What a key shows first in a session it shows later too`(name: String) throws {
        let keymap = try Repository.keymap(name)
        for key in UInt8(0x21)...0x7E {
            let event = KeyEvent(Unicode.Scalar(key))
            var first = Composer(keymap: keymap)
            var later = Composer(keymap: keymap)
            _ = later.process(KeyEvent("k"))
            later.reset()
            let responses = (first.process(event), later.process(event))
            #expect(responses.0 == responses.1)
            #expect(first.preedit == later.preedit, "\(first.preedit.string), later \(later.preedit.string)")
            #expect(first.committed == later.committed)
        }
    }

    // MARK: Chăm, typed as it is written

    /// Prefix vowels and the medial ra are drawn and typed before the consonant, and stored after it.
    static let cham = """
        capitals distinct
        letters consonant
          ꨆ = k   ꨓ = t   ꨚ = p   ꨝ = b   ꨣ = r   ꨤ = l   ꨧ = S   ꨨ = h
        letters ra
          U+AA34 = R
        letters medial
          U+AA33 = Y   U+AA35 = L   U+AA36 = W
        letters prefix
          U+AA2F = O   U+AA30 = I
        letters sign
          U+AA2A = [   U+AA2D = U   U+AA2E = ;
        letters length
          U+AA29 = q
        letters final
          ꩆ = n   U+AA43 = f   U+AA4D = H   ꩅ = T
        cluster
          type (prefix ra? | ra)? consonant medial? sign? length? final?
          order consonant medial ra prefix sign length final
          backspace typed

        """

    @Test(arguments: [
        Steps("ka", "ꨆ ꨆa"),
        // The vowel o before its consonant.
        Steps("Ok", "\u{AA2F} ꨆ\u{AA2F}"),
        // With ra between them, and a length mark and a final after.
        Steps(
            "ORkqf",
            "\u{AA2F} \u{AA34}\u{AA2F} ꨆ\u{AA34}\u{AA2F} ꨆ\u{AA34}\u{AA2F}\u{AA29} ꨆ\u{AA34}\u{AA2F}\u{AA29}\u{AA43}"
        ),
        // The second consonant begins a cluster; a prefix does so too.
        Steps("k[tO", "ꨆ ꨆ\u{AA2A} ꨆ\u{AA2A}ꨓ ꨆ\u{AA2A}ꨓ\u{AA2F}"),
        Steps("kOt", "ꨆ ꨆ\u{AA2F} ꨆꨓ\u{AA2F}"),
        Steps(
            "ORkqf{BackSpace}{BackSpace}{BackSpace}",
            "\u{AA2F} \u{AA34}\u{AA2F} ꨆ\u{AA34}\u{AA2F} ꨆ\u{AA34}\u{AA2F}\u{AA29} ꨆ\u{AA34}\u{AA2F}\u{AA29}\u{AA43} "
                + "ꨆ\u{AA34}\u{AA2F}\u{AA29} ꨆ\u{AA34}\u{AA2F} \u{AA34}\u{AA2F}"),
        // Finals that are letters and finals that are marks.
        Steps("tUn", "ꨓ ꨓ\u{AA2D} ꨓ\u{AA2D}ꩆ"),
        Steps("pLH", "ꨚ ꨚ\u{AA35} ꨚ\u{AA35}\u{AA4D}"),
    ])
    func `Chăm typed as it is written is stored in logical order`(row: Steps) throws {
        #expect(try steps(row.keys, DeclarationTests.keymap(Self.cham)) == row.shown)
    }

    // MARK: Khmer

    /// Subscripts are two characters, made by j and the key of the consonant.
    static let khmer = """
        capitals distinct
        letters consonant
          ក = k   ខ = x   ង = g   ត = t   ន = n   ម = m   រ = r   ស = s   ប = b
        letters subscript
          ◌្ = j
          ◌្ក = jk   ◌្ត = jt   ◌្ន = jn   ◌្ម = jm   ◌្រ = jr   ◌្ស = js
        letters shifter
          ◌៉ = "   ◌៊ = /
        letters vowel
          ◌ា = a   ◌ិ = i   ◌ី = I   ◌ុ = u   ◌ូ = U   ◌េ = e   ◌ែ = E   ◌ើ = ;   ◌ោ = o
        letters sign
          ◌ំ = M   ◌ះ = H   ◌់ = '
        cluster
          type consonant subscript? subscript? shifter? vowel? sign? sign?
          type consonant shifter? vowel? shifter? subscript subscript?
          type consonant vowel shifter sign?
          type consonant sign vowel
          order consonant subscript shifter vowel sign
          backspace typed

        """

    @Test(arguments: [
        // ខ្មែរ, Khmer: in the order of the Unicode Standard, and with the vowel before the subscript.
        Steps("xjmEr", "ខ ខ្ ខ្ម ខ្មែ ខ្មែរ"),
        Steps("xEjmr", "ខ ខែ ខ្ែ ខ្មែ ខ្មែរ"),
        // The key of a consonant after a subscript is a consonant, and no other subscript.
        Steps("xjmr", "ខ ខ្ ខ្ម ខ្មរ"),
        // ស្ត្រី, woman: two subscripts.
        Steps("sjtjrI", "ស ស្ ស្ត ស្ត្ ស្ត្រ ស្ត្រី"),
        // A shifter after its vowel; a sign before it.
        Steps("ba\"", "ប បា ប៉ា"),
        Steps("kMu", "ក កំ កុំ"),
        // Backspace takes a subscript whole.
        Steps("xjmE{BackSpace}{BackSpace}{BackSpace}", "ខ ខ្ ខ្ម ខ្មែ ខ្ម ខ "),
        Steps("xEjm{BackSpace}", "ខ ខែ ខ្ែ ខ្មែ ខែ"),
    ])
    func `Khmer clusters are stored in one order`(row: Steps) throws {
        #expect(try steps(row.keys, DeclarationTests.keymap(Self.khmer)) == row.shown)
    }

    // MARK: Clusters and keys with a text of their own

    @Test func `What a key puts in stays before the clusters after it`() throws {
        // The blank of Khmer keyboards is a ZERO WIDTH SPACE, pressed twice a space.
        let keymap = try DeclarationTests.keymap(
            Self.khmer + "keys\n  {space} > U+200B\nrules\n  U+200B U+200B > U+0020\n")
        let shown = try steps("ka sjtjrI ba", keymap)
        #expect(shown.split(separator: " ").last == "កា\u{200B}ស្ត្រី\u{200B}បា")
        let blanks = try steps("ka  sa  ba ", keymap)
        #expect(blanks.hasSuffix("កា សា បា\u{200B}"))
    }

    // MARK: Any signs whatever

    @Test(arguments: [cham, khmer])
    func `As many Backspaces as signs empty the preedit, and no sign is lost`(statements: String) throws {
        let keymap = try DeclarationTests.keymap(statements)
        let keys = Array("ktprlShRYLWOI[U;qnfHTxgmsbjaiIueEoM'/\"").map { String($0) }
        var generator = SeededGenerator(21)
        for _ in 0..<2_000 {
            var field = Transcript(keymap: keymap)
            var signs = 0
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                field.type(try KeySequence.parse(keys.randomElement(using: &generator) ?? "k"))
                signs += 1
            }
            // Only what is still composed is the machine's to take back.
            for _ in 0..<signs where !field.composer.isEmpty {
                _ = field.composer.process(KeyEvent(.backspace))
            }
            #expect(field.composer.isEmpty && field.composer.preedit.isEmpty)
        }
    }
}
