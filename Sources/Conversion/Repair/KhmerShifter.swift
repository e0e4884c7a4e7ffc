/// The two signs that shift a Khmer consonant to the other register, where they were typed as the vowel U.
///
/// Below a vowel that is drawn above the letter, both shifters are drawn as U, and typists type U. A syllable has one
/// vowel, so U beside such a vowel is a shifter. Which one, the letter decides: in the word lists of SIL's khmerlbdict and
/// of Google's language resources, ស, ហ and អ have triisap in 5,051 of 5,054 places, and ង ញ ន ម យ រ ល វ have
/// muusikatoan in 8,497 of 8,511. ប has both as often, and stays.
enum KhmerShifter {
    /// The vowel U.
    static let vowelU: Unicode.Scalar = "\u{17BB}"
    private static let muusikatoan: Unicode.Scalar = "\u{17C9}"
    private static let triisap: Unicode.Scalar = "\u{17CA}"

    /// The vowels I, II, Y, YY and OE, and the sign SAMYOK SANNYA, which is one too.
    private static let above: Set<Unicode.Scalar> = [
        "\u{17B7}", "\u{17B8}", "\u{17B9}", "\u{17BA}", "\u{17BE}", "\u{17D0}",
    ]

    /// Whether a Khmer letter has U and a vowel above.
    private static func hasBoth(_ text: [Unicode.Scalar]) -> Bool {
        text.count > 2 && text.contains(vowelU) && text.contains { above.contains($0) }
            && SignOrder.khmer.isBase(text[0])
    }

    /// Whether it also has a shifter: then what is meant is not known, and nothing moves.
    static func isTwice(in text: [Unicode.Scalar]) -> Bool {
        hasBoth(text) && text.contains { $0 == muusikatoan || $0 == triisap }
    }

    /// Whether U may be a shifter in a letter with its signs that was repaired.
    static func isDoubtful(_ text: [Unicode.Scalar]) -> Bool { hasBoth(text) }

    /// The shifter that U stands for in `text`, a letter with its signs; nil when that is not certain.
    static func meant(in text: [Unicode.Scalar]) -> Unicode.Scalar? {
        guard hasBoth(text), !isTwice(in: text), text.count(where: { $0 == vowelU }) == 1,
            !text.contains("\u{17D2}")
        else { return nil }
        switch text[0].value {
        case 0x179F, 0x17A0, 0x17A2: return triisap
        case 0x1784, 0x1789, 0x1793, 0x1798, 0x1799, 0x179A, 0x179B, 0x179C: return muusikatoan
        default: return nil
        }
    }
}
