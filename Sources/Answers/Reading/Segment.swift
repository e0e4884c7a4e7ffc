/// A part of a running text that is looked up as one: a word, several words, or letters of a script without blanks.
///
///     lexicons.segments(of: "uống nước", from: "vi", to: "rad").map(\.text)  // ["uống", "nước"]
public struct Segment: Hashable, Sendable {
    /// What is known about a segment.
    public enum Kind: Sendable {
        /// An entry answers it, exactly and wholly, in the language wanted.
        case known
        /// A word of its language by other lexicons; none leads from it into the language wanted.
        case elsewhere
        /// No lexicon has it.
        case unknown
        /// A number, a name or an abbreviation, which stays as it is in every language.
        case name
    }

    /// What is looked up: the text at ``range`` without characters that nobody sees.
    public let text: String
    /// Where it stands.
    public let range: Range<String.Index>
    /// What is known about it.
    public let kind: Kind

    /// Whether an entry answers it, exactly and wholly.
    public var isKnown: Bool { kind == .known }
}
