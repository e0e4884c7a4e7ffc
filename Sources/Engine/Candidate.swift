/// One word offered in place of the composition, with its meaning.
public struct Candidate: Hashable, Sendable {
    /// The word, in NFC.
    public var text: String
    /// What it means: its glosses in one language, joined by commas; may be empty.
    public var gloss: String
    /// The language of the word, a BCP 47 tag.
    public var language: String

    /// A candidate.
    public init(text: String, gloss: String, language: String = "") {
        self.text = text
        self.gloss = gloss
        self.language = language
    }
}
