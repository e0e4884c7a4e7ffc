import Text
import Diagnostics
import Lexicon

/// What may have been meant when nothing was found.
struct LookupSuggestions {
    /// How many words are named.
    private static let most = 5

    /// What to report: the nearest words, and a kind of match that finds something.
    let message: Wording

    /// Looks for words near `query`, asked by `lookup` of `set`, whose lexicons are called `names`.
    init(_ lookup: Lookup, _ query: String, _ set: LexiconSet, _ names: [String]) {
        var words: [String] = []
        let near = set.search(query, .fuzzy, from: lookup.from, to: lookup.to, limit: 4 * Self.most)
        for found in near where words.count < Self.most {
            let word = LookupSuggestions.word(of: found, near: query, from: lookup.from)
            if !words.contains(word) { words.append(word) }
        }
        let kinds: [Lookup.MatchKind] = [.folded, .prefix, .gloss, .text]
        let other = kinds.first { kind in
            kind != lookup.match
                && !set.search(query, kind.match, from: lookup.from, to: lookup.to, limit: 1).isEmpty
        }
        message = .nothingFound(query, names, near: words, other: other?.rawValue)
    }

    /// The headword found, or the words of the gloss that are nearest to the query.
    private static func word(of found: LexiconSet.Found, near query: String, from language: String?) -> String
    {
        let entry = found.entry
        guard found.hit.field == .gloss else { return entry.headword }
        let wanted = Array(query.lowercased())
        let glosses = entry.senses.flatMap(\.glosses).filter {
            language == nil || $0.language.lowercased() == language?.lowercased()
        }
        let pieces = glosses.flatMap { GlossPieces($0.text).pieces.map { $0.joined(separator: " ") } }
        let nearest = pieces.min {
            editDistance(Array($0.lowercased()), wanted) < editDistance(Array($1.lowercased()), wanted)
        }
        return nearest ?? entry.headword
    }
}
