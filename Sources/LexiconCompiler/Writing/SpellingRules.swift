import ICU
import Lexicon

/// What the compiler knows about the spelling of languages, and what letters are made of.
///
/// <doc:Search-keys> says how a search uses it.
enum SpellingRules {
    /// What is declared for the language `tag` without a word of the author, or nil when that is nothing.
    static func builtIn(_ tag: String) -> SpellingDeclaration? {
        tag == "vi" || tag.hasPrefix("vi-") ? vietnamese : nil
    }

    /// What `header` declares for headwords in `script`, with what is known of their language and of their script.
    static func declared(_ header: SourceHeader, script: String) -> SpellingDeclaration {
        let tag = header.spelling ?? header.language
        var spelling = builtIn(tag?.text ?? "und") ?? SpellingDeclaration()
        spelling.tones += FoldingRules.tones(of: script).compactMap(Unicode.Scalar.init) + header.tones
        spelling.alike += header.alike
        return spelling
    }

    /// Vietnamese, by the rules of the Ministry of Education and Training for textbooks (1989/QĐ-BGDĐT of 25 May 2018).
    ///
    /// Article 8: the tone belongs to the syllable and is written on its main vowel. Many write hòa, khỏe, thúy where the
    /// article has hoà, khoẻ, thuý; both are read, and so is a tone that slipped to a neighbouring vowel.
    /// Article 9: hi vọng, kỉ niệm, lí luận, mĩ thuật, bác sĩ, tỉ lệ, for which the usual spelling of before is hy, kỷ, lý,
    /// mỹ, sỹ, tỷ; and names are written as their bearers write them. After qu both i and y are met: quí, quý.
    ///
    /// uơ and ươ are never two different words: quở and thuở have the one at the end of a syllable, đường and mượn the other
    /// before a letter. So a missing or slipped horn is no other word.
    static let vietnamese = SpellingDeclaration(
        tones: ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"],
        alike: [
            ["ươ", "uơ", "ưo"], ["quy", "qui"],
            ["-hy-", "-hi-"], ["-ky-", "-ki-"], ["-ly-", "-li-"], ["-my-", "-mi-"], ["-sy-", "-si-"],
            ["-ty-", "-ti-"],
        ])

    /// What small Latin letters with marks are made of, and what is written in several ways in every language.
    ///
    /// Capitals need no rows: words are compared in small letters.
    static let pairs: [(letter: Unicode.Scalar, first: Unicode.Scalar?, mark: Unicode.Scalar?)] = {
        var pairs: [(letter: Unicode.Scalar, first: Unicode.Scalar?, mark: Unicode.Scalar?)] = []
        let letters: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x1E00...0x1EFF]
        for letter in letters.joined().compactMap(Unicode.Scalar.init) {
            let text = String(letter)
            guard text.lowercased() == text else { continue }
            let parts = Array(text.normalized(.nfd).unicodeScalars)
            guard parts.count > 1, let mark = parts.last else { continue }
            var rest = String.UnicodeScalarView()
            rest.append(contentsOf: parts.dropLast())
            let first = Array(String(rest).normalized(.nfc).unicodeScalars)
            if first.count == 1 { pairs.append((letter, first[0], mark)) }
        }
        // The tone marks that Unicode keeps for old data only.
        pairs += [("\u{340}", "\u{300}", nil), ("\u{341}", "\u{301}", nil)]
        // The capital of these is the same picture as that of đ, which old fonts had in their place.
        pairs += [("ð", "đ", nil), ("ɖ", "đ", nil)]
        // The apostrophes of which sources have eight, what stands between the parts of a word, what is not seen.
        for value in FoldingRules.apostrophes.dropFirst() { add(value, "'") }
        for value in FoldingRules.blanks where value > 0x7F { add(value, " ") }
        for value in FoldingRules.invisible { add(value, nil) }
        func add(_ value: UInt32, _ first: Unicode.Scalar?) {
            if let letter = Unicode.Scalar(value) { pairs.append((letter, first, nil)) }
        }
        return pairs
    }()
}
