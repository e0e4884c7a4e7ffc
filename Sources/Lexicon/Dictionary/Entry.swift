import Text

/// One article of a dictionary: a headword and what it means.
///
///     let entry = lexicon.entry(0)
///     entry?.headword              // "êa"
///     entry?.senses[0].glosses[0]  // Gloss(language: "vi", text: "nước")
///
/// Homographs are entries of their own; ``homograph`` counts them where the author did.
public struct Entry: Hashable, Sendable {
    /// How a gloss was found.
    public enum GlossMethod: String, Sendable, CaseIterable {
        /// The source itself glosses the word in that language.
        case direct
        /// The source names a concept, and the gloss is another list's word for the same concept.
        case concept
    }

    /// The word, in NFC.
    public var headword: String
    /// Which of several words written alike it is, from 1; nil when the author gives no number.
    public var homograph: Int?
    /// The form to be cited when the headword is only a stem.
    public var citation: String?
    /// Which of the language's orthographies it is written in, when that is not ``LexiconInfo/orthography``.
    public var orthography: String?
    /// Other spellings.
    public var variants: [String]
    /// The word in other scripts.
    public var scriptForms: [ScriptForm]
    /// The word in Latin letters, when it is written in others, as the source has it.
    public var romanisation: String?
    /// The word as rules write it in other scripts or spellings, in the order of ``LexiconInfo/transliterations``.
    public var transliterations: [Transliteration]
    /// The pronunciation in IPA.
    public var pronunciation: String?
    /// The part of speech, as the source names it.
    public var partOfSpeech: String?
    /// What it means, in the order of the source.
    public var senses: [Sense]
    /// The id of the source, one of ``LexiconInfo/sources``.
    public var source: String?
    /// What the source calls this entry.
    public var sourceEntry: String?
    /// How its glosses were found.
    public var method: GlossMethod
    /// The concept it was matched by, as the source names it.
    public var concept: String?
    /// The dialect it belongs to.
    public var dialect: String?
    /// A remark.
    public var note: String?
    /// How far the author has checked it.
    public var status: String?
    /// Entries to be compared.
    public var related: [String]
    /// When it was last changed, as the source writes it.
    public var date: String?
    /// Its licence, when that is not ``LexiconInfo/licence``.
    public var licence: String?
    /// Recordings: paths below the folder of the source, or addresses.
    public var audio: [String]
    /// Pictures: paths below the folder of the source, or addresses.
    public var pictures: [String]
    /// How common the word is, from 0 to 255; nil when the source does not say.
    public var weight: UInt8?

    /// An entry of `headword` with these senses and nothing else.
    public init(_ headword: String, senses: [Sense] = []) {
        self.headword = headword
        self.senses = senses
        variants = []
        scriptForms = []
        transliterations = []
        related = []
        audio = []
        pictures = []
        method = .direct
    }

    /// The weight of a word counted `frequency` times in a body of text: eight steps for each doubling.
    ///
    ///     Entry.weight(frequency: 0)     // 0
    ///     Entry.weight(frequency: 1)     // 1
    ///     Entry.weight(frequency: 1000)  // 80
    ///
    /// A word counted more often never weighs less. From 2³¹ on all weigh 255 at most.
    public static func weight(frequency: UInt64) -> UInt8 {
        guard frequency > 0 else { return 0 }
        let octave = 63 - frequency.leadingZeroBitCount
        let step = octave >= 3 ? (frequency >> UInt64(octave - 3)) & 7 : (frequency << UInt64(3 - octave)) & 7
        return UInt8(clamping: 1 + octave * 8 + Int(step))
    }

    /// The texts of all glosses in `language` (a BCP 47 tag), in order.
    public func glosses(in language: String) -> [String] {
        senses.flatMap { sense in
            sense.glosses.filter { LanguageTag.fits(language, $0.language) }.map { $0.text }
        }
    }
}
