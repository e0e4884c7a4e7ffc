/// What ``Repair`` does to text, and what it leaves although it may be wrong.
///
/// The raw value is the name in a report, which never changes.
public enum RepairKind: String, Sendable, CaseIterable {
    /// Letters and marks composed, or marks put in canonical order.
    case nfc
    /// The signs of a Khmer cluster put in the order of L2/22-290.
    case khmerOrder = "khmer-order"
    /// A Khmer vowel typed in its parts.
    case khmerVowel = "khmer-vowel"
    /// A Khmer U below a vowel above: the shifter, which is drawn so there.
    case khmerShifter = "khmer-shifter"
    /// A tone mark of Tai Viet put behind the vowel above or below the same letter.
    case taiVietTone = "tai-viet-tone"
    /// The vowel UEA of Tai Viet typed twice for E.
    case taiVietVowel = "tai-viet-vowel"
    /// The signs around a Cham consonant put in order.
    case chamOrder = "cham-order"
    /// A tone mark of Lao put behind the vowel above or below, and before AM.
    case laoTone = "lao-tone"
    /// The vowel E of Lao typed twice for EI.
    case laoVowel = "lao-vowel"
    /// The vowel AM of Lao typed in its parts, NIGGAHITA and AA.
    case laoAM = "lao-am"
    /// A circumflex put before the breve of the same letter: ê̆ and not ĕ̂.
    case breveOrder = "breve-order"
    /// A caron, a tilde or, on i and u, a circumflex that stands for a breve: ǎ for ă.
    case breveStandIn = "breve-stand-in"
    /// A blank between a vowel and its breve: `jơ ̆ng` for jơ̆ng.
    case blankBeforeBreve = "blank-before-breve"
    /// Another way of writing ƀ: a b behind an apostrophe, or ɓ.
    case barredB = "barred-b"
    /// ð or ɖ for đ.
    case strokedD = "stroked-d"
    /// A letter at the private place that old fonts of SIL had for it.
    case silPrivateUse = "sil-private-use"

    /// A tilde that may stand for a breve, left because the word may be Vietnamese: `mũ`.
    case mayBeVietnamese = "may-be-vietnamese"
    /// An apostrophe before b, left because the word also ends with one: `'bok'`.
    case mayBeQuotation = "may-be-quotation"
    /// ð or ɖ where no word has đ, left: the name may be foreign, such as `Sigurð`.
    case mayBeForeign = "may-be-foreign"
    /// A Khmer U below a vowel above, left because it may be either shifter, or because one is there too.
    case mayBeShifter = "may-be-shifter"
    /// A code point for private use whose meaning is not known.
    case privateUse = "private-use"
    /// A code point that is no character, such as U+FDD0.
    case noncharacter
    /// U+FFFD, which stands where a character was lost.
    case lostCharacter = "lost-character"
    /// An invisible character in a Latin word, such as U+200B or the soft hyphen.
    case invisible
    /// Marks on one letter by the hundred, which are left as they are.
    case tooManyMarks = "too-many-marks"

    /// Whether the text was left as it is.
    public var isLeft: Bool {
        switch self {
        case .mayBeVietnamese, .mayBeQuotation, .mayBeForeign, .mayBeShifter, .privateUse, .noncharacter,
            .lostCharacter, .invisible, .tooManyMarks:
            true
        default: false
        }
    }
}
