/// A text in a language: a gloss, a definition or the translation of an example.
public struct Gloss: Hashable, Sendable {
    /// A BCP 47 tag.
    public var language: String
    /// The text, in NFC.
    public var text: String

    /// The text `text` in the language `language`.
    public init(language: String, text: String) {
        self.language = language
        self.text = text
    }
}

/// A sentence or phrase that shows a word in use.
public struct Example: Hashable, Sendable {
    /// The sentence, in the lexicon's language.
    public var text: String
    /// What it means.
    public var translations: [Gloss]

    /// An example with its translations.
    public init(_ text: String, translations: [Gloss] = []) {
        self.text = text
        self.translations = translations
    }
}

/// One meaning of a word.
public struct Sense: Hashable, Sendable {
    /// The part of speech, when it differs from the entry's.
    public var partOfSpeech: String?
    /// Words of other languages for it, in the order of the source.
    public var glosses: [Gloss]
    /// Explanations longer than a gloss.
    public var definitions: [Gloss]
    /// The word in use.
    public var examples: [Example]
    /// Fields of meaning, such as plants.
    public var domains: [String]
    /// Words of the same meaning.
    public var synonyms: [String]
    /// How it is used: in the author's words, or ``coarse``.
    public var usage: String?

    /// A sense with these glosses and nothing else.
    public init(glosses: [Gloss] = []) {
        self.glosses = glosses
        definitions = []
        examples = []
        domains = []
        synonyms = []
    }
}

// MARK: Coarse words

extension Sense {
    /// The ``usage`` of a sense that is shown to those who ask for it, and not suggested to others.
    ///
    ///     \lx klao
    ///     \gn tinh hoàn
    ///     \un coarse
    public static let coarse = "coarse"

    /// Whether the author declares that it is coarse.
    public var isCoarse: Bool { usage == Sense.coarse }
}

extension Entry {
    /// Whether it has a coarse sense: what nobody asked for must not be such a word.
    public var isCoarse: Bool {
        for sense in senses where sense.isCoarse { return true }
        return false
    }
}
