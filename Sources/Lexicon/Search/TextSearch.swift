import Text

extension Lexicon {
    /// How many entries a search in running text compares.
    private static let textScan = 4096

    /// The entries in whose running text the words of `query` stand, best first.
    ///
    ///     lexicon.searchText("uống nước", limit: 10)           // in examples, translations, definitions and notes
    ///     lexicon.searchText("uong nuoc", in: "vi", limit: 10) // in Vietnamese ones
    ///
    /// All words must be in one text, in any order; in a row they fit better. Entries that fit equally well come in the
    /// order of the source. No more than 4,096 entries are compared.
    ///
    /// - Parameters:
    ///   - query: One word or several; marks and capitals may differ.
    ///   - language: The language of the text: that of a translation or definition, or the lexicon's own for the
    ///     examples. Nil looks everywhere, also in notes, whose language is not known.
    ///   - limit: How many hits to return at most.
    /// - Complexity: O(*words* · log *keys* + *entries found*).
    public func searchText(_ query: String, in language: String? = nil, limit: Int) -> [Hit] {
        guard limit > 0 else { return [] }
        return hits(query, .text, SearchScope(hasText: true, textLanguage: language), nil, limit)
    }

    /// The best hits on running text in `language`, or on all of it.
    func textHits(_ query: String, in language: String?, limit: Int) -> [Hit] {
        let wanted = WantedWords(query, folding, .undeclared(folding), .text, limit: Lexicon.wordLimit)
        guard !wanted.keys.isEmpty else { return [] }
        var lists: [[Postings.Posting]] = []
        for key in wanted.keys {
            guard let rank = textKeys.rank(of: [TextKeys.word] + key) else { return [] }
            lists.append(textPostings.list(rank))
        }
        lists.sort { $0.count < $1.count }
        var common = lists[0]
        for list in lists.dropFirst() { common = Lexicon.common(common, list) }
        var best = BestHits(limit: limit)
        for posting in common.prefix(Lexicon.textScan) {
            guard let entry = entry(posting.entry) else { continue }
            for text in TextKeys.texts(entry) {
                if let language {
                    guard let own = text.language else { continue }
                    guard LanguageTag.fits(language, own.isEmpty ? info.language : own) else { continue }
                }
                guard let quality = wanted.quality(ofText: text.text) else { continue }
                best.add(Hit(entry: posting.entry, quality: quality, field: text.field))
            }
        }
        return best.sorted
    }

    /// The entries of the concept `concept`.
    func entries(ofConcept concept: String) -> [Int] {
        guard let rank = textKeys.rank(of: TextKeys.key(ofConcept: concept)) else { return [] }
        return textPostings.list(rank).map { $0.entry }.filter { $0 < entryCount }
    }

    /// What is in both of two ascending lists.
    private static func common(_ left: [Postings.Posting], _ right: [Postings.Posting]) -> [Postings.Posting]
    {
        var result: [Postings.Posting] = []
        var index = 0
        for posting in left {
            while index < right.count, right[index].entry < posting.entry { index += 1 }
            guard index < right.count else { break }
            if right[index].entry == posting.entry { result.append(posting) }
        }
        return result
    }
}
