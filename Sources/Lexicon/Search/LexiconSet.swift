import Text

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
        /// What led to it when no lexicon did directly; see ``LexiconSet/searchThrough(_:_:from:to:distance:limit:)``.
        public let bridge: Bridge?
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
    ) -> [Found] {
        guard limit > 0, !query.isEmpty else { return [] }
        let (hits, numbers) = self.hits(
            query, match == .exact ? .folded : match, source, target, distance, limit)
        // Exact spellings come first; where there are any, the others are not wanted. What only rules spell so does not
        // hide the words of a source from one who types no marks.
        let best = hits.first { $0.field != .transliteration } ?? hits.first
        let isExact = match == .exact && best.map { $0.quality.spelling != .folded } ?? false
        var found: [Found] = []
        for (hit, number) in zip(hits, numbers) where !isExact || hit.quality.spelling != .folded {
            let lexicon = lexicons[number]
            guard let entry = lexicon.entry(hit.entry) else { continue }
            found.append(Found(lexicon: lexicon, hit: hit, entry: entry, bridge: nil))
        }
        return found
    }

    /// The best hits of all lexicons, and the number of each one's lexicon; of equal ones, in the order of the lexicons
    /// and then in each one's own.
    private func hits(
        _ query: String, _ match: Match, _ source: String?, _ target: String?, _ distance: Int?, _ limit: Int
    ) -> (hits: [Hit], lexicons: [Int]) {
        var all: [Hit] = []
        var numbers: [Int] = []
        for (number, lexicon) in lexicons.enumerated() {
            let hits = lexicon.hits(query, match, source, target, distance, limit)
            all += hits
            for _ in hits { numbers.append(number) }
        }
        guard lexicons.count > 1 else { return (all, numbers) }
        // Places are sorted and not what stands there: the types of rows of several things would be made at run time,
        // which takes longer than the search.
        let order = all.indices.sorted { left, right in
            all[left].isBetter(than: all[right]) || !all[right].isBetter(than: all[left]) && left < right
        }
        var best: (hits: [Hit], lexicons: [Int]) = ([], [])
        for place in order.prefix(limit) {
            best.hits.append(all[place])
            best.lexicons.append(numbers[place])
        }
        return best
    }
}

extension Lexicon {
    /// The best hits of one kind on headwords and glosses in the languages asked for, each entry once.
    fileprivate func hits(
        _ query: String, _ match: Match, _ source: String?, _ target: String?, _ distance: Int?, _ limit: Int
    ) -> [Hit] {
        if match == .text {
            guard target.map({ isLanguage($0) || glosses(in: $0) }) ?? true else { return [] }
            return searchText(query, in: source, limit: limit)
        }
        var best = BestHits(limit: limit)
        if match != .gloss, asksForHeadwords(source, target) {
            for hit in search(query, match, distance: distance, limit: limit) { best.add(hit) }
        }
        let languages = languagesAsked(source, target)
        let hits =
            switch match {
            case .wildcard, .fuzzy:
                looseGlossHits(query, match, distance: distance, in: languages, limit: limit)
            default: glossHits(query, match, in: languages, limit: limit)
            }
        for hit in hits { best.add(hit) }
        return best.sorted
    }

    /// Whether the headwords are in the language `tag`.
    func isLanguage(_ tag: String) -> Bool {
        LanguageTag.fits(tag, info.language, script: info.script)
    }

    /// Whether entries may be glossed in the language `tag`.
    func glosses(in tag: String) -> Bool { info.glossLanguages.contains { LanguageTag.fits(tag, $0) } }

    private func asksForHeadwords(_ source: String?, _ target: String?) -> Bool {
        (source.map(isLanguage) ?? true) && (target.map(glosses) ?? true)
    }

    private func languagesAsked(_ source: String?, _ target: String?) -> [Int] {
        guard target.map(isLanguage) ?? true else { return [] }
        return info.glossLanguages.indices.filter { index in
            source.map { LanguageTag.fits($0, info.glossLanguages[index]) } ?? true
        }
    }
}
