extension Lexicon {
    /// How many entries one gloss search compares word by word; those whose gloss is the word alone come first.
    private static let glossScan = 4096
    /// How many words of a query count.
    private static let wordLimit = 16

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
    ///     marks; with `prefix` the last word may be the beginning of one.
    ///   - language: A language of glosses (a BCP 47 tag), or nil for all.
    ///   - limit: How many hits to return at most.
    /// - Complexity: O(log *keys* + *entries found*).
    public func searchGlosses(_ query: String, _ match: Match, in language: String? = nil, limit: Int)
        -> [Hit]
    {
        guard limit > 0 else { return [] }
        let languages = info.glossLanguages.indices.filter {
            language == nil || info.glossLanguages[$0] == language
        }
        return glossHits(query, match, in: Array(languages), limit: limit)
    }

    /// The best hits on glosses in the languages of these numbers.
    func glossHits(_ query: String, _ match: Match, in languages: [Int], limit: Int) -> [Hit] {
        let wanted = WantedWords(query, folding, match, limit: Lexicon.wordLimit)
        guard !wanted.keys.isEmpty else { return [] }
        var best = BestHits(limit: limit)
        for language in languages where language < LexiconFormat.Limit.languages {
            let found = postings(wanted, language)
            let ordered = found.filter(\.isWhole) + found.filter { !$0.isWhole }
            for posting in ordered.prefix(Lexicon.glossScan) {
                guard let entry = entry(posting.entry) else { continue }
                let quality = wanted.quality(of: entry, in: info.glossLanguages[language])
                if match == .exact, quality.spelling == .folded { continue }
                best.add(Hit(entry: posting.entry, quality: quality, field: .gloss))
            }
        }
        return best.sorted
    }

    /// The entries that have all the words, in ascending order.
    private func postings(_ wanted: WantedWords, _ language: Int) -> [Postings.Posting] {
        var common: [Postings.Posting]?
        for (index, word) in wanted.keys.enumerated() {
            let key = [UInt8(truncatingIfNeeded: language + 1)] + word
            var list: [Postings.Posting] = []
            if wanted.lastIsPrefix, index == wanted.keys.count - 1 {
                for rank in glosses.range(beginningWith: key).prefix(Lexicon.glossScan) {
                    list += glossPostings.list(rank, limit: Lexicon.glossScan - list.count)
                    if list.count >= Lexicon.glossScan { break }
                }
            } else if let rank = glosses.rank(of: key) {
                list = glossPostings.list(rank)
            }
            guard let before = common else {
                common = list
                continue
            }
            let entries = Set(list.map(\.entry))
            common = before.filter { entries.contains($0.entry) }
        }
        var seen: Set<Int> = []
        return (common ?? []).filter { $0.entry < entryCount && seen.insert($0.entry).inserted }
    }
}

/// The words of a query as they are compared with the words of glosses.
private struct WantedWords {
    let words: [String]
    let lowered: [String]
    let keys: [[UInt8]]
    let lastIsPrefix: Bool
    private let folding: Folding

    init(_ query: String, _ folding: Folding, _ match: Match, limit: Int) {
        words = Array(GlossPieces(query).words.prefix(limit))
        lowered = words.map { $0.lowercased() }
        keys = words.map(folding.key)
        lastIsPrefix = match == .prefix && !(keys.last ?? []).isEmpty
        self.folding = folding
    }

    /// How well the best piece of the entry's glosses fits.
    func quality(of entry: Entry, in language: String) -> Quality {
        var best: Quality?
        for sense in entry.senses {
            for gloss in sense.glosses + sense.definitions where gloss.language == language {
                let pieces = GlossPieces(gloss.text).pieces
                var considered = pieces
                // The words may stand in several pieces of one gloss; and the whole gloss may be asked for.
                if pieces.count > 1 { considered.append(pieces.flatMap { $0 }) }
                for piece in considered {
                    guard let quality = quality(piece) else { continue }
                    best = min(best ?? quality, quality)
                }
            }
        }
        // The words may also be spread over several glosses of the entry, which has them all.
        return best ?? Quality(.folded, .part)
    }

    private func quality(_ piece: [String]) -> Quality? {
        if isBeginning(of: piece, words, ==, { $0.hasPrefix($1) }) { return Quality(.exact, coverage(piece)) }
        let low = piece.map { $0.lowercased() }
        if isBeginning(of: low, lowered, ==, { $0.hasPrefix($1) }) {
            return Quality(.caseDiffers, coverage(piece))
        }
        if isPart(of: piece, words, ==, { $0.hasPrefix($1) }) { return Quality(.exact, .part) }
        if isPart(of: low, lowered, ==, { $0.hasPrefix($1) }) { return Quality(.caseDiffers, .part) }
        let folded = piece.map(folding.key)
        if isBeginning(of: folded, keys, ==, { $0.starts(with: $1) }) {
            return Quality(.folded, coverage(piece))
        }
        if isPart(of: folded, keys, ==, { $0.starts(with: $1) }) { return Quality(.folded, .part) }
        return nil
    }

    private func coverage(_ piece: [String]) -> Quality.Coverage {
        guard piece.count == words.count else { return .beginning }
        if !lastIsPrefix { return .whole }
        return folding.key(piece[piece.count - 1]) == keys[keys.count - 1] ? .whole : .beginning
    }

    private func isBeginning<Word>(
        of piece: [Word], _ wanted: [Word], _ isEqual: (Word, Word) -> Bool, _ begins: (Word, Word) -> Bool
    ) -> Bool {
        guard piece.count >= wanted.count else { return false }
        return wanted.indices.allSatisfy { index in
            isEqual(piece[index], wanted[index])
                || lastIsPrefix && index == wanted.count - 1 && begins(piece[index], wanted[index])
        }
    }

    private func isPart<Word>(
        of piece: [Word], _ wanted: [Word], _ isEqual: (Word, Word) -> Bool, _ begins: (Word, Word) -> Bool
    ) -> Bool {
        wanted.indices.allSatisfy { index in
            piece.contains { word in
                isEqual(word, wanted[index])
                    || lastIsPrefix && index == wanted.count - 1 && begins(word, wanted[index])
            }
        }
    }
}
