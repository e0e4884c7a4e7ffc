/// What a search looks for.
public enum Match: String, Sendable, CaseIterable {
    /// Headwords and variants that are the query, canonically; capitals may differ.
    case exact
    /// Headwords and variants with the query's search key: marks, tones and capitals may differ.
    case folded
    /// Headwords and variants whose search key begins with the query's.
    case prefix
    /// Entries whose glosses have all the words of the query, folded.
    case gloss
}
