import Lexicon

/// How far pieces of texts lead into lexicons, each asked once.
struct KnownPieces {
    /// How far a piece leads.
    struct Found {
        /// Into the language wanted.
        var direct = Reach.none
        /// Into any language.
        var elsewhere = Reach.none
    }

    /// How many pieces are remembered; more words than a book has.
    private static let most = 100_000

    private let lexicons: [Lexicon]
    private let source: String?
    private let target: String?
    private var found: [String: Found] = [:]

    /// Pieces in the language `source` that lead into `target`, two tags or nil for any.
    init(_ lexicons: NamedLexicons, from source: String?, to target: String?) {
        self.lexicons = lexicons.set.lexicons
        self.source = source
        // Two languages that nothing brings together are bridged word by word.
        self.target = self.lexicons.contains { $0.leads(from: source, to: target) } ? target : nil
    }

    /// How far `piece` leads.
    mutating func reach(of piece: String) -> Found {
        if let known = found[piece] { return known }
        var best = Found()
        for lexicon in lexicons {
            best.direct = max(best.direct, lexicon.reach(of: piece, from: source, to: target))
            if target != nil {
                best.elsewhere = max(best.elsewhere, lexicon.reach(of: piece, from: source, to: nil))
            }
        }
        if found.count >= KnownPieces.most { found = [:] }
        found[piece] = best
        return best
    }
}
