import Bytes

extension Lexicon {
    /// How many entries one gloss search compares word by word; those whose gloss is the word alone come first.
    private static let glossScan = 4096
    /// How many words of a query count.
    static let wordLimit = 16

    /// The entries glossed with the words of `query`, best first.
    ///
    ///     lexicon.searchGlosses("nước", .exact, in: "vi", limit: 10)
    ///     lexicon.searchGlosses("nuoc", .folded, limit: 10)  // in any language
    ///
    /// Entries that fit equally well come in the order of the source, those glossed with one word alone first.
    ///
    /// - Parameters:
    ///   - query: One word or several; all must be there, in any order.
    ///   - match: `exact` finds the words spelled so, capitals aside; `folded` and `gloss` find them whatever their
    ///     marks; with `prefix` the last word may be the beginning of one; `text` finds nothing here.
    ///   - language: A language of glosses (a BCP 47 tag), or nil for all.
    ///   - distance: As in ``searchHeadwords(_:_:distance:limit:)``, for each word.
    ///   - limit: How many hits to return at most.
    /// - Complexity: O(log *keys* + *entries found*); with wildcards or slips, O(*keys*) at worst.
    public func searchGlosses(
        _ query: String, _ match: Match, in language: String? = nil, distance: Int? = nil, limit: Int
    ) -> [Hit] {
        guard limit > 0 else { return [] }
        return hits(query, match, SearchScope(glossLanguages: glossLanguages(language)), distance, limit)
    }

    /// The best hits on glosses in the languages of these numbers.
    func glossHits(_ query: String, _ match: Match, in languages: [Int], limit: Int) -> [Hit] {
        guard !languages.isEmpty else { return [] }
        var wanted = WantedWords(
            query, folding, spelling(ofGlossLanguage: languages[0]), match, limit: Lexicon.wordLimit)
        guard !wanted.keys.isEmpty else { return [] }
        var best = BestHits(limit: limit, match)
        for language in languages where language < LexiconFormat.Limit.languages {
            wanted.use(spelling(ofGlossLanguage: language))
            let found = postings(wanted, language)
            if found.isEmpty { continue }
            let ordered = found.filter { $0.isWhole } + found.filter { !$0.isWhole }
            var glosses = glossReader(in: info.glossLanguages[language])
            for posting in ordered.prefix(Lexicon.glossScan) {
                guard let quality = quality(of: posting.entry, wanted, &glosses) else { continue }
                best.add(Hit(entry: posting.entry, quality: quality, field: .gloss))
                // Nothing that is not all of a gloss can be better than these.
                let isAlone = wanted.keys.count == 1 && !posting.isWhole
                if best.isFull(of: isAlone ? Lexicon.bestBeginning : Lexicon.bestWhole) { break }
            }
        }
        return best.sorted
    }

    private static var bestWhole: Hit { Hit(entry: -1, quality: Quality(.exact, .whole), field: .gloss) }
    private static var bestBeginning: Hit {
        Hit(entry: -1, quality: Quality(.exact, .beginning), field: .gloss)
    }

    /// How well an entry fits; nil when there is none of this number, or when its words are of different senses.
    private func quality(of id: Int, _ wanted: WantedWords, _ glosses: inout GlossReader) -> Quality? {
        guard let bytes = bytes(ofEntry: id) else { return nil }
        glosses.read(bytes)
        if let quality = bytes.withSpan({ wanted.quality(of: &glosses, in: $0) }) { return quality }
        return entry(id).flatMap { wanted.quality(of: $0, in: glosses.language) }
    }

    /// The entries that have all the words, in ascending order.
    func postings(_ wanted: WantedWords, _ language: Int) -> [Postings.Posting] {
        var common: [Postings.Posting]?
        for (index, word) in wanted.keys.enumerated() {
            let key = [UInt8(truncatingIfNeeded: language + 1)] + word
            var list: [Postings.Posting] = []
            if wanted.lastIsPrefix, index == wanted.keys.count - 1 {
                for rank in glossKeys.range(beginningWith: key).prefix(Lexicon.glossScan) {
                    list += glossPostings.list(rank, limit: Lexicon.glossScan - list.count)
                    if list.count >= Lexicon.glossScan { break }
                }
            } else if let rank = glossKeys.rank(of: key) {
                list = glossPostings.list(rank)
            }
            wanted.forEachOtherKey(of: index) { other in
                guard let rank = glossKeys.rank(of: [UInt8(truncatingIfNeeded: language + 1)] + other) else {
                    return
                }
                list = Lexicon.merged(list, glossPostings.list(rank))
            }
            guard let before = common else {
                common = list
                continue
            }
            let entries = Set(list.map { $0.entry })
            common = before.filter { entries.contains($0.entry) }
        }
        let found = (common ?? []).filter { $0.entry < entryCount }
        // The list of one word has no entry twice, and making a set takes a while when it is the first.
        if zip(found, found.dropFirst()).allSatisfy({ $0.entry < $1.entry }) { return found }
        var seen: Set<Int> = []
        return found.filter { seen.insert($0.entry).inserted }
    }

    /// What is in one of two ascending lists, in ascending order.
    private static func merged(_ left: [Postings.Posting], _ right: [Postings.Posting]) -> [Postings.Posting]
    {
        var result: [Postings.Posting] = []
        var (first, second) = (0, 0)
        while first < left.count || second < right.count {
            let isLeft =
                second == right.count || first < left.count && left[first].entry <= right[second].entry
            let posting = isLeft ? left[first] : right[second]
            if isLeft { first += 1 } else { second += 1 }
            if result.last?.entry != posting.entry {
                result.append(posting)
            } else if posting.isWhole {
                result[result.count - 1] = posting
            }
        }
        return result
    }
}
