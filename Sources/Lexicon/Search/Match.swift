/// What a search looks for.
public enum Match: String, Sendable, CaseIterable {
    /// Headwords and variants that are the query, canonically; capitals may differ.
    case exact
    /// Headwords and variants with the query's search key: marks, tones and capitals may differ.
    case folded
    /// Headwords and variants whose search key begins with the query's.
    case prefix
    /// Headwords and variants that fit a pattern, marks and capitals aside: `*` is any text, also none, `?` is one
    /// letter with its marks. A backslash before one of these takes it as it is.
    case wildcard
    /// Headwords and variants whose search key is the query's but for a few letters put in, left out or changed.
    case fuzzy
    /// Entries whose glosses have all the words of the query, folded.
    case gloss
    /// Entries with all the words of the query, folded, in one example, translation, definition, note or remark on
    /// usage.
    case text
}
