import Lexicon

/// How the characters of a running text belong together.
enum ReadingScript {
    /// What a character is in a text that is read.
    enum Role {
        /// A part of a word, or of a letter of a script without blanks.
        case part(isUnblanked: Bool)
        /// What parts words, but not what may be looked up as one.
        case blank
        /// What parts sentences, lines, or parts of a sentence.
        case punctuation(endsSentence: Bool)
        /// What ends a line.
        case lineEnd
        /// What nobody sees.
        case invisible
    }

    /// What `scalar` is before the character `next`, nil at the end of the text.
    static func role(of scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Role {
        switch scalar.value {
        case _ where endsLine(scalar): return .lineEnd
        // It marks where a word ends in scripts that show no blank.
        case 0x200B: return .blank
        case 0xAD, 0x200C, 0x200D, 0x2060, 0xFEFF: return .invisible
        // A full stop or a hyphen between letters parts words only: v.v., Ê-đê.
        case 0x2E: return isPart(next) ? .blank : .punctuation(endsSentence: true)
        case _ where isHyphen(scalar): return isPart(next) ? .blank : .punctuation(endsSentence: false)
        // Speech begins behind a colon.
        case 0x3A: return .punctuation(endsSentence: true)
        case _ where endsSentence(scalar): return .punctuation(endsSentence: true)
        case 0x2012...0x2015: return .punctuation(endsSentence: false)
        // Repetition signs of Thai, Lao, Khmer, Tai Viet: they say that the word before is read twice.
        case 0xE46, 0xEC6, 0x17D7, 0xAADD: return .punctuation(endsSentence: false)
        default: break
        }
        switch GlossPieces.role(of: scalar) {
        case .letter: return .part(isUnblanked: isUnblanked(scalar) && !scalar.isDigit)
        case .betweenWords: return .blank
        case .betweenPieces: return .punctuation(endsSentence: false)
        }
    }

    /// Whether `scalar` joins words.
    static func isHyphen(_ scalar: Unicode.Scalar?) -> Bool {
        switch scalar?.value {
        case 0x2D, 0x2010, 0x2011: true
        default: false
        }
    }

    /// Whether a sentence ends with `scalar`.
    static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21, 0x2E, 0x3F, 0x2026, 0x17D4, 0x17D5: true
        default: false
        }
    }

    /// Whether a line ends with `scalar`.
    static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func isPart(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { GlossPieces.role(of: $0) == .letter } ?? false
    }

    /// Whether a character is of a script whose words stand without blanks between them.
    ///
    /// These are the blocks of the scripts to which UAX #14 gives the line breaking class SA, which needs a dictionary:
    /// Thai, Lao, Myanmar, Khmer, Tai Le, New Tai Lue, Tai Tham, Tai Viet, Ahom.
    private static func isUnblanked(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x19DF, 0x1A20...0x1AAF,
            0xA9E0...0xA9FF,
            0xAA60...0xAADF, 0x11700...0x1174F:
            return true
        default: return false
        }
    }

    /// Whether the character behind `scalar` belongs to the same letter, so that nothing may be cut between.
    ///
    /// These are the signs that subjoin a consonant in Myanmar, Khmer and Tai Tham, and the vowels that are written
    /// before their consonant: Logical_Order_Exception of Unicode's PropList.
    static func joinsNext(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1039, 0x17D2, 0x1A60: true
        case 0xE40...0xE44, 0xEC0...0xEC4, 0x19B5...0x19B7, 0x19BA, 0xAAB5, 0xAAB6, 0xAAB9, 0xAABB, 0xAABC:
            true
        default: false
        }
    }

    /// Whether `scalar` belongs to the letter before it: a mark, or a vowel behind its consonant that Unicode counts
    /// among the letters (Thai ะ า ๅ, Lao ະ າ ຽ, the vowels, finals and tones of New Tai Lue, Tai Viet ꪱ ꪮ ꪺ ꪽ).
    static func extends(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xE30, 0xE32, 0xE45, 0xEB0, 0xEB2, 0xEBD: true
        case 0x19B0...0x19C9: !joinsNext(scalar)
        case 0xAAB1, 0xAABA, 0xAABD: true
        default: KeyCluster.extends(scalar)
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is a digit of a decimal system, in any script.
    var isDigit: Bool { value < 0x80 ? 0x30...0x39 ~= value : properties.numericType == .decimal }
}
