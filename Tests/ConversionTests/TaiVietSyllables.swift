/// The syllables that the tables of Tai Viet allow for Tai Dam, each spelled in the one way the transforms write.
///
/// Which vowels end a syllable and which take a final is reported in the orthography notes of r12a: ꪰ stands only where no
/// sign of its own exists (ꪾ, ꪽ, ꪼ, ꪹ–ꪱ); ꪷ is the open o without a tone mark, ꪮ any other.
enum TaiVietSyllables {
    static let low = "ꪀꪄꪆꪈꪊꪎꪐꪒꪔꪖꪘꪚꪜꪠꪢꪤꪦꪨꪪꪬꪮ".unicodeScalars.map { String($0) }
    static let high = "ꪁꪅꪇꪉꪋꪏꪑꪓꪕꪗꪙꪛꪝꪡꪣꪥꪧꪩꪫꪭꪯ".unicodeScalars.map { String($0) }
    static let finals = [""] + "ꪀꪉꪒꪙꪚꪣꪥꪫ".unicodeScalars.map { String($0) }
    /// After these no tone is marked.
    static let stops: Set<String> = ["ꪀ", "ꪒ", "ꪚ"]

    /// How a vowel is written around the consonant, and what may end it.
    struct Vowel {
        var before = ""
        var sign = ""
        var after = ""
        var finals = TaiVietSyllables.finals
        /// Whether it stands with a tone mark, without, or both.
        var tones = ["", "1", "2"]
        var openTones: [String]?
        /// Whether ꪫ can round the consonant before it.
        var canFollowRounding = true
    }

    static let vowels = [
        Vowel(after: "ꪱ"), Vowel(sign: "ꪲ"), Vowel(sign: "ꪳ"), Vowel(sign: "ꪴ", canFollowRounding: false),
        Vowel(after: "ꪮ", openTones: ["1", "2"]), Vowel(sign: "ꪷ", finals: [""], tones: [""]),
        Vowel(sign: "ꪸ"), Vowel(after: "ꪺ"), Vowel(sign: "ꪰ", finals: ["ꪀ", "ꪉ", "ꪒ"]),
        Vowel(sign: "ꪾ", finals: ["", "ꪚ"]), Vowel(after: "ꪽ", finals: [""]), Vowel(before: "ꪵ"),
        Vowel(before: "ꪶ"), Vowel(before: "ꪹ", sign: "ꪸ"), Vowel(before: "ꪹ", sign: "ꪷ"), Vowel(before: "ꪹ"),
        Vowel(before: "ꪹ", after: "ꪱ", finals: [""]), Vowel(before: "ꪻ", finals: [""]),
        Vowel(before: "ꪼ", finals: [""]),
    ]

    /// All of them, with the tone marks above (`꪿`, `꫁`) or the tone letters at the end (`ꫀ`, `ꫂ`).
    static func all(toneLetters: Bool) -> [String] {
        var syllables: [String] = []
        for onset in low + high {
            for rounding in onset == "ꪪ" || onset == "ꪫ" ? [""] : ["", "ꪫ"] {
                for vowel in vowels where rounding.isEmpty || vowel.canFollowRounding {
                    for final in vowel.finals {
                        for tone in tones(vowel, final) {
                            // Without anything after it, ꪫ ends the syllable.
                            let mark = toneLetters || tone.isEmpty ? "" : tone == "1" ? "꪿" : "꫁"
                            let letter = !toneLetters || tone.isEmpty ? "" : tone == "1" ? "ꫀ" : "ꫂ"
                            if !rounding.isEmpty, !vowel.before.isEmpty,
                                (vowel.sign + vowel.after + final + mark).isEmpty
                            {
                                continue
                            }
                            syllables.append(
                                vowel.before + onset + rounding + vowel.sign + mark + vowel.after + final
                                    + letter)
                        }
                    }
                }
            }
        }
        return syllables
    }

    private static func tones(_ vowel: Vowel, _ final: String) -> [String] {
        if stops.contains(final) { return [""] }
        return final.isEmpty ? vowel.openTones ?? vowel.tones : vowel.tones
    }
}
