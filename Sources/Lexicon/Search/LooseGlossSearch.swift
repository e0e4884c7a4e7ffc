/// A word of a query that is not a plain one: with wildcards, or with slips.
enum LooseWord {
    case pattern(KeyPattern, Wildcards)
    case near(NearKeys)

    /// How many letters of a word with the search key `key` had to be changed, or nil when it is not meant.
    func edits(of key: [UInt8]) -> Int? {
        switch self {
        case .pattern(let pattern, _): pattern.edits(of: key)
        case .near(let near): near.edits(of: key)
        }
    }
}

extension Lexicon {
    /// The words of `query` for a search with wildcards.
    func patterns(of query: String) -> [LooseWord] {
        Wildcards(query).words.prefix(Lexicon.wordLimit).compactMap { word in
            let pattern = KeyPattern(word, folding)
            return pattern.isEmpty ? nil : .pattern(pattern, word)
        }
    }

    /// The words of `query` for a fuzzy search.
    func nearWords(_ query: String, _ distance: Int?) -> [LooseWord] {
        GlossPieces(query).words.prefix(Lexicon.wordLimit).compactMap { word in
            let key = folding.key(word)
            return key.isEmpty ? nil : .near(NearKeys(key, distance: distance))
        }
    }

    /// The best hits on glosses all of whose words are there, each by wildcards or with slips.
    ///
    /// - Parameters:
    ///   - words: What the words of `query` may stand for.
    func looseGlossHits(_ words: [LooseWord], _ query: String, in languages: [Int], limit: Int) -> [Hit] {
        guard !words.isEmpty else { return [] }
        var best = BestHits(limit: limit)
        for language in languages where language < LexiconFormat.Limit.languages {
            let spelled = Spelled(query, spelling(ofGlossLanguage: language))
            var common: [Int]?
            for word in words {
                let entries = entries(with: word, language)
                common = common.map { $0.filter(entries.contains) } ?? entries.sorted()
            }
            for id in (common ?? []).prefix(Lexicon.patternScan) {
                guard let entry = entry(id),
                    let quality = quality(of: entry, words, spelled, in: info.glossLanguages[language])
                else { continue }
                best.add(Hit(entry: id, quality: quality, field: .gloss))
            }
        }
        return best.sorted
    }

    /// The entries glossed with a word that `word` may mean.
    private func entries(with word: LooseWord, _ language: Int) -> Set<Int> {
        var entries: Set<Int> = []
        let first = [UInt8(truncatingIfNeeded: language + 1)]
        func add(_ rank: Int, _ edits: Int) -> Bool {
            for posting in glossPostings.list(rank) where posting.entry < entryCount {
                entries.insert(posting.entry)
            }
            return entries.count < Lexicon.patternScan
        }
        switch word {
        case .pattern(let pattern, _):
            glossKeys.walk(
                glossKeys.range(beginningWith: first + pattern.prefix), from: 1, by: pattern, add)
        case .near(let near):
            glossKeys.walk(glossKeys.range(beginningWith: first), from: 1, by: near, add)
        }
        return entries
    }

    /// How well the best gloss or definition of `entry` fits; nil when no sense has all of the words.
    private func quality(of entry: Entry, _ words: [LooseWord], _ spelled: Spelled, in language: String)
        -> Quality?
    {
        var best: Quality?
        var spread: Quality?
        for sense in entry.senses {
            var all: [String] = []
            for gloss in sense.glosses + sense.definitions where gloss.language == language {
                let pieces = GlossPieces(gloss.text)
                for piece in pieces.pieces.count > 1 ? pieces.pieces + [pieces.words] : pieces.pieces {
                    guard let quality = quality(of: piece, words, spelled) else { continue }
                    best = min(best ?? quality, quality)
                }
                all += pieces.words
            }
            guard best == nil, let found = quality(of: all, words, spelled) else { continue }
            let quality = Quality(found.spelling, .part, edits: found.edits, accents: found.accents)
            spread = min(spread ?? quality, quality)
        }
        return best ?? spread
    }

    private func quality(of piece: [String], _ words: [LooseWord], _ spelled: Spelled) -> Quality? {
        let keys = piece.map(folding.key)
        var inOrder: Int? = keys.count >= words.count ? 0 : nil
        var anywhere: Int? = 0
        for (index, word) in words.enumerated() {
            if let sum = inOrder { inOrder = word.edits(of: keys[index]).map { sum + $0 } }
            let least = keys.compactMap { word.edits(of: $0) }.min()
            anywhere = anywhere.flatMap { sum in least.map { sum + $0 } }
        }
        guard let anywhere else { return nil }
        let isOrdered = inOrder.map { $0 <= anywhere } ?? false
        let coverage: Quality.Coverage = !isOrdered ? .part : keys.count == words.count ? .whole : .beginning
        var quality = Quality(spelling(of: piece, words, isOrdered), coverage, edits: anywhere)
        if anywhere > 0 { quality.accents = spelled.accents(piece.joined(separator: " ")) }
        return quality
    }

    /// How the words of a piece that wildcards stand for are spelled.
    private func spelling(of piece: [String], _ words: [LooseWord], _ isOrdered: Bool) -> Quality.Spelling {
        var spelling = Quality.Spelling.exact
        for (index, word) in words.enumerated() {
            guard case .pattern(_, let wildcards) = word else { return .folded }
            let candidates = isOrdered ? piece[index...index] : piece[...]
            if candidates.contains(where: wildcards.fit) { continue }
            let lowered = wildcards.lowercased
            guard candidates.contains(where: { lowered.fit($0.lowercased()) }) else { return .folded }
            spelling = .caseDiffers
        }
        return spelling
    }
}
