/// Several lexicons searched as one.
///
///     let lexicons = LexiconSet([ede, tay])
///     lexicons.search("nước")                         // headwords and glosses alike
///     lexicons.search("nước", from: "vi", to: "rad")  // Êđê words glossed nước
///     lexicons.search("êa", from: "rad", to: "vi")    // the Êđê word, where it has Vietnamese glosses
///
/// Better hits come first whatever lexicon they are from; of equal ones, those of the earlier lexicon. Homographs
/// stay apart.
public struct LexiconSet: Sendable {
    /// The lexicons, in order of preference.
    public var lexicons: [Lexicon]

    /// A set of `lexicons`, in order of preference.
    public init(_ lexicons: [Lexicon]) {
        self.lexicons = lexicons
    }

    /// The entries that fit `query`, best first.
    ///
    /// With `exact`, when nothing is spelled as the query, what is spelled alike after folding is found. With `wildcard`
    /// and `fuzzy`, glosses are searched word by word. Nothing here is found through a third language.
    ///
    /// - Parameters:
    ///   - query: A word, or words of a gloss.
    ///   - match: What is looked for; `gloss` leaves headwords out, `text` headwords and glosses.
    ///   - source: The language of the query (a BCP 47 tag): headwords of lexicons in that language, glosses of
    ///     the others. Nil looks at both everywhere.
    ///   - target: The language wanted: that of the lexicon when the query is a gloss, of the glosses when it is
    ///     a headword. Nil takes any.
    ///   - distance: In a fuzzy search, how many letters may differ, 1 to 3; nil goes by the length of the query.
    ///   - limit: How many entries to return at most.
    /// - Complexity: O(*lexicons* · log *keys* + *entries found*).
    public func search(
        _ query: String, _ match: Match = .exact, from source: String? = nil, to target: String? = nil,
        distance: Int? = nil, limit: Int = 20
    ) -> [SearchResult] {
        guard limit > 0, !query.isEmpty else { return [] }
        let (hits, numbers) = hits(query, match.withFallback, source, target, distance, limit)
        let settled = match.settled(by: hits)
        var found: [SearchResult] = []
        for (hit, number) in zip(hits, numbers) where settled.accepts(hit.quality.spelling) {
            if let result = result(of: hit, in: number) { found.append(result) }
        }
        return found
    }

    /// The entry of `hit`, decoded; nil when the lexicon numbered `number` has no such entry.
    package func result(of hit: Hit, in number: Int) -> SearchResult? {
        guard lexicons.indices.contains(number), let entry = lexicons[number].entry(hit.entry) else {
            return nil
        }
        return SearchResult(lexicon: lexicons[number], hit: hit, entry: entry, bridge: nil)
    }

    /// The best hits of all lexicons, and the number of each one's lexicon; of equal ones, in the order of the lexicons
    /// and then in each one's own.
    ///
    /// Entries are not decoded, so that many can be counted. The parameters are as in
    /// ``search(_:_:from:to:distance:limit:)``, but `exact` does not fall back on `folded`.
    ///
    /// - Parameter most: How many hits of one lexicon to find where that or all together are more than `limit`, so that
    ///   they can be counted; nil to leave at `limit`. Only lexicons with many hits are searched again.
    package func hits(
        _ query: String, _ match: Match, _ source: String?, _ target: String?, _ distance: Int?, _ limit: Int,
        orElse most: Int? = nil
    ) -> (hits: [Hit], lexicons: [Int]) {
        var all: [Hit] = []
        var numbers: [Int] = []
        for (number, lexicon) in lexicons.enumerated() {
            let scope = lexicon.scope(source, target)
            var hits = lexicon.hits(query, match, scope, distance, limit)
            if let most, most > limit, hits.count >= limit {
                hits = lexicon.hits(query, match, scope, distance, most)
            }
            all += hits
            for _ in hits { numbers.append(number) }
        }
        guard lexicons.count > 1 else { return (all, numbers) }
        // Sorts indices, not tuples: tuple metadata is built at run time, which costs more than the search.
        let order = all.indices.sorted { left, right in
            all[left].isBetter(than: all[right]) || !all[right].isBetter(than: all[left]) && left < right
        }
        var best: (hits: [Hit], lexicons: [Int]) = ([], [])
        for index in order.prefix(max(limit, most ?? 0)) {
            best.hits.append(all[index])
            best.lexicons.append(numbers[index])
        }
        return best
    }
}
