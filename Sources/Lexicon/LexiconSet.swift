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

    /// An entry found in one of the lexicons.
    public struct Found: Sendable {
        /// Where it was found.
        public let lexicon: Lexicon
        /// How well it fits.
        public let hit: Hit
        /// The entry, decoded.
        public let entry: Entry
    }

    /// The entries that fit `query`, best first.
    ///
    /// With `exact`, when nothing is spelled as the query, what is spelled alike after folding is found.
    ///
    /// - Parameters:
    ///   - query: A word, or words of a gloss.
    ///   - match: What is looked for; `gloss` leaves headwords out.
    ///   - source: The language of the query (a BCP 47 tag): headwords of lexicons in that language, glosses of
    ///     the others. Nil looks at both everywhere.
    ///   - target: The language wanted: that of the lexicon when the query is a gloss, of the glosses when it is
    ///     a headword. Nil takes any.
    ///   - limit: How many entries to return at most.
    /// - Complexity: O(*lexicons* · log *keys* + *entries found*).
    public func search(
        _ query: String, _ match: Match = .exact, from source: String? = nil, to target: String? = nil,
        limit: Int = 20
    ) -> [Found] {
        guard limit > 0, !query.isEmpty else { return [] }
        var hits = self.hits(query, match, source, target, limit)
        if hits.isEmpty, match == .exact { hits = self.hits(query, .folded, source, target, limit) }
        hits.sort { left, right in
            if left.hit.quality != right.hit.quality { return left.hit.quality < right.hit.quality }
            if left.hit.field != right.hit.field { return left.hit.field < right.hit.field }
            return (left.lexicon, left.hit.entry) < (right.lexicon, right.hit.entry)
        }
        return hits.prefix(limit).compactMap { found in
            let lexicon = lexicons[found.lexicon]
            return lexicon.entry(found.hit.entry).map { Found(lexicon: lexicon, hit: found.hit, entry: $0) }
        }
    }

    private func hits(
        _ query: String, _ match: Match, _ source: String?, _ target: String?, _ limit: Int
    ) -> [(lexicon: Int, hit: Hit)] {
        var result: [(lexicon: Int, hit: Hit)] = []
        for (number, lexicon) in lexicons.enumerated() {
            var best: [Int: Hit] = [:]
            func add(_ hits: [Hit]) {
                for hit in hits {
                    if let other = best[hit.entry], !Hit.precedes(hit, other) { continue }
                    best[hit.entry] = hit
                }
            }
            if match != .gloss, lexicon.asksForHeadwords(source, target) {
                add(lexicon.headwordHits(query, match, limit))
            }
            add(lexicon.glossHits(query, match, in: lexicon.languagesAsked(source, target)))
            result += best.values.map { (number, $0) }
        }
        return result
    }
}

extension Lexicon {
    private func isLanguage(_ tag: String) -> Bool {
        LanguageTag.fits(tag, info.language, script: info.script)
    }

    fileprivate func asksForHeadwords(_ source: String?, _ target: String?) -> Bool {
        (source.map(isLanguage) ?? true)
            && (target.map { tag in info.glossLanguages.contains { LanguageTag.fits(tag, $0) } } ?? true)
    }

    fileprivate func languagesAsked(_ source: String?, _ target: String?) -> [Int] {
        guard target.map(isLanguage) ?? true else { return [] }
        return info.glossLanguages.indices.filter { index in
            source.map { LanguageTag.fits($0, info.glossLanguages[index]) } ?? true
        }
    }
}
