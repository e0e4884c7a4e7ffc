import Text

/// Which fields of a lexicon's entries a search looks at.
struct SearchScope {
    /// Whether it looks at headwords, variants, romanisations and transliterations.
    var hasHeadwords = false
    /// The numbers of the languages whose glosses and definitions it looks at.
    var glossLanguages: [Int] = []
    /// Whether it looks at running text.
    var hasText = false
    /// The language of the running text, a BCP 47 tag; nil for any.
    var textLanguage: String?
}

extension Lexicon {
    /// The language that speakers of Vietnam's minority languages share, and in which most sources gloss their words.
    ///
    /// Words of it say most where two languages are bridged, and candidates are glossed in it.
    package static let commonLanguage = "vi"

    /// The entries that fit `query`, best first.
    ///
    ///     lexicon.search("ală", limit: 10)                            // the headword ală, typed in NFC or in NFD
    ///     lexicon.search("ala", .folded, limit: 10)                   // ala, ală
    ///     lexicon.search("al", .prefix, limit: 10)                    // words that begin so
    ///     lexicon.search("mắt", .gloss, limit: 10)                    // words glossed so
    ///     lexicon.search("*l?", .wildcard, limit: 10)                 // ala, ală
    ///     lexicon.search("alla", .fuzzy, distance: 1, limit: 10)      // ala, ală
    ///     lexicon.search("uống nước", .text, limit: 10)               // examples with these words
    ///
    /// The answers are those of a ``LexiconSet`` of this lexicon alone; the parameters are as in
    /// ``LexiconSet/search(_:_:from:to:distance:limit:)``. ``searchHeadwords(_:_:distance:limit:)``,
    /// ``searchGlosses(_:_:in:distance:limit:)`` and ``searchText(_:in:limit:)`` look at some fields only.
    ///
    /// - Returns: Each entry once, by its best hit.
    /// - Complexity: O(log *keys* + *entries found*); with wildcards or slips, O(*keys*) at worst.
    public func search(
        _ query: String, _ match: Match = .exact, from source: String? = nil, to target: String? = nil,
        distance: Int? = nil, limit: Int = 20
    ) -> [Hit] {
        guard limit > 0, !query.isEmpty else { return [] }
        let hits = hits(query, match.withFallback, scope(source, target), distance, limit)
        let settled = match.settled(by: hits)
        return hits.filter { settled.accepts($0.quality.spelling) }
    }

    /// The best hits in the fields of `scope`, each entry once.
    ///
    /// Every search goes through here.
    func hits(
        _ query: String, _ match: Match, _ scope: SearchScope, _ distance: Int?, _ limit: Int
    ) -> [Hit] {
        let languages = scope.glossLanguages
        var headwords: [Hit] = []
        var glosses: [Hit] = []
        switch match {
        case .exact, .folded, .prefix:
            if scope.hasHeadwords { headwords = keyHits(query, match, limit: limit) }
            glosses = glossHits(query, match, in: languages, limit: limit)
        case .wildcard:
            if scope.hasHeadwords { headwords = wildcardHits(query, limit: limit) }
            if !languages.isEmpty {
                glosses = looseGlossHits(patterns(of: query), query, in: languages, limit: limit)
            }
        case .fuzzy:
            if scope.hasHeadwords { headwords = fuzzyHits(query, distance: distance, limit: limit) }
            if !languages.isEmpty {
                glosses = looseGlossHits(nearWords(query, distance), query, in: languages, limit: limit)
            }
        case .gloss:
            glosses = glossHits(query, match, in: languages, limit: limit)
        case .text:
            return scope.hasText ? textHits(query, in: scope.textLanguage, limit: limit) : []
        }
        if headwords.isEmpty { return glosses }
        if glosses.isEmpty { return headwords }
        var best = BestHits(limit: limit)
        for hit in headwords { best.add(hit) }
        for hit in glosses { best.add(hit) }
        return best.sorted
    }

    // MARK: Languages

    /// The fields in which a query in the language `source` is looked for when the language `target` is wanted.
    func scope(_ source: String?, _ target: String?) -> SearchScope {
        let leadsToHeadwords = target.map(isIn) ?? true
        let leadsToGlosses = target.map(isGlossed) ?? true
        return SearchScope(
            hasHeadwords: leadsToGlosses && source.map(isIn) ?? true,
            glossLanguages: leadsToHeadwords ? glossLanguages(source) : [],
            hasText: leadsToHeadwords || leadsToGlosses, textLanguage: source)
    }

    /// Whether the headwords are in the language `tag`.
    ///
    /// The script counts where `tag` names one: a lexicon in Latin letters is none of `blt-Tavt`.
    package func isIn(_ tag: String) -> Bool {
        LanguageTag.fits(tag, info.language, script: info.script)
    }

    /// Whether entries may be glossed in the language `tag`.
    func isGlossed(in tag: String) -> Bool { info.glossLanguages.contains { LanguageTag.fits(tag, $0) } }

    /// The numbers of the languages of glosses that `tag` asks for; all for nil.
    func glossLanguages(_ tag: String?) -> [Int] {
        guard let tag else { return Array(info.glossLanguages.indices) }
        return info.glossLanguages.indices.filter { LanguageTag.fits(tag, info.glossLanguages[$0]) }
    }
}
