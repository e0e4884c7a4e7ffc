/// An entry that a search of several lexicons found.
public struct SearchResult: Sendable {
    /// Where it was found.
    public let lexicon: Lexicon
    /// How well it fits.
    public let hit: Hit
    /// The entry, decoded.
    public let entry: Entry
    /// What led to it when no lexicon did directly; see ``LexiconSet/searchBridged(_:_:from:to:distance:limit:)``.
    public let bridge: Bridge?
}
