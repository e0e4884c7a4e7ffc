import Text

/// What two entries of different lexicons have in common, where no lexicon translates the one into the other.
///
///     result.bridge?.source.headword  // "êa", the Ê Đê word that was asked for
///     result.bridge?.link             // .concept("948"), which the Thái word has too
public struct Bridge: Sendable {
    /// What both entries have.
    public enum Link: Hashable, Sendable {
        /// The same concept, by the name both sources give it.
        case concept(String)
        /// The same gloss. Two words of it may be written alike, so this says less than a concept.
        case gloss(Gloss)
    }

    /// The lexicon in which the query was found.
    public let lexicon: Lexicon
    /// The entry that fits the query.
    public let source: Entry
    /// What it shares with the entry found.
    public let link: Link
    /// The word of the third language: the gloss they share, or one by which the entry of a shared concept goes in both
    /// lexicons or, failing that, in the one the query was found in.
    public let word: Gloss?
}

extension LexiconSet {
    /// The entries of lexicons in the language `target` that share a concept or a gloss with one that fits `query`.
    ///
    /// For two languages that no lexicon brings together. The results are not translations that anyone wrote down, only
    /// good places to look; ``SearchResult/bridge`` says so. A word of Vietnamese counts more than one of
    /// another language, and an entry that shares a concept leaves those that share glosses only aside.
    ///
    ///     lexicons.search("êa", from: "rad", to: "blt")         // [], there is no such lexicon
    ///     lexicons.searchBridged("êa", from: "rad", to: "blt")  // ꪙꪾ꫁, by the concept 948
    ///
    /// - Parameters:
    ///   - query: A word in the language `source`.
    ///   - match: How it is compared with headwords. Where `source` is a language of glosses, only whole glosses count,
    ///     and no wildcards or slips; then only what else that sense says leads on.
    ///   - source: The language of the query.
    ///   - target: The language of the headwords wanted.
    ///   - distance: As in ``search(_:_:from:to:distance:limit:)``.
    ///   - limit: How many entries to return at most.
    /// - Returns: The best first: as well as the query fits, then by concept before by gloss.
    /// - Complexity: O(*lexicons* · *entries that fit* · log *keys*).
    public func searchBridged(
        _ query: String, _ match: Match = .exact, from source: String, to target: String,
        distance: Int? = nil,
        limit: Int = 20
    ) -> [SearchResult] {
        guard limit > 0 else { return [] }
        let targets = lexicons.filter { $0.isIn(target) }
        guard !targets.isEmpty else { return [] }
        var ways: [(way: SearchResult, lexicon: Lexicon, entry: Int, link: Bridge.Link, word: Gloss?)] = []
        // An entry of the wanted language itself does not lead into it.
        let sources = LexiconSet(lexicons.filter { !$0.isIn(target) })
        for way in sources.search(query, match, from: source, distance: distance, limit: limit) {
            guard let (glosses, concepts) = way.meanings(of: query, match, in: source) else { continue }
            for lexicon in targets {
                ways += lexicon.entries(sharedWith: way, glosses: glosses, concepts: concepts).map {
                    (way, lexicon, $0.id, $0.link, $0.word)
                }
            }
        }
        let ordered = ways.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            if first.way.hit.isBetter(than: second.way.hit) { return true }
            if second.way.hit.isBetter(than: first.way.hit) { return false }
            return (first.link.rank, left.offset) < (second.link.rank, right.offset)
        }
        var found: [SearchResult] = []
        var seen: [ObjectIdentifier: Set<Int>] = [:]
        for (_, each) in ordered where found.count < limit {
            guard seen[ObjectIdentifier(each.lexicon), default: []].insert(each.entry).inserted,
                let entry = each.lexicon.entry(each.entry)
            else { continue }
            let hit = Hit(entry: each.entry, quality: each.way.hit.quality, field: each.way.hit.field)
            let bridge = Bridge(
                lexicon: each.way.lexicon, source: each.way.entry, link: each.link, word: each.word)
            found.append(SearchResult(lexicon: each.lexicon, hit: hit, entry: entry, bridge: bridge))
        }
        return found
    }
}

extension Bridge.Link {
    /// The better link is less.
    fileprivate var rank: Int {
        switch self {
        case .concept: 0
        case .gloss: 1
        }
    }
}

extension SearchResult {
    /// The glosses and concepts that mean what was asked for; nil when that is not sure.
    ///
    /// For a headword these are all of them. For a gloss these are the others of its own sense: a word for both eye and
    /// name must not lead from name to eye.
    fileprivate func meanings(
        of query: String, _ match: Match, in source: String
    ) -> (glosses: [Gloss], concepts: [String])? {
        let concepts = TextKeys.concepts(entry)
        switch hit.field {
        case .headword, .variant, .romanisation, .transliteration:
            return (entry.senses.flatMap { $0.glosses }, concepts)
        case .example, .definition, .note: return nil
        case .gloss: break
        }
        guard hit.quality.coverage == .whole, [.exact, .folded, .gloss].contains(match) else { return nil }
        var wanted = lexicon.wantedWords(query)
        let languages = lexicon.info.glossLanguages.filter { LanguageTag.fits(source, $0) }
        let senses = entry.senses.filter { sense in
            let alone = Entry(entry.headword, senses: [sense])
            for (number, language) in lexicon.info.glossLanguages.enumerated()
            where languages.contains(language) {
                wanted.use(lexicon.spelling(ofGlossLanguage: number))
                if wanted.quality(of: alone, in: language)?.coverage == .whole { return true }
            }
            return false
        }
        // What is glossed so in the language of the query itself would have been found directly.
        let glosses = senses.flatMap { $0.glosses }.filter { !languages.contains($0.language) }
        return (glosses, entry.senses.count == 1 && concepts.count == 1 ? concepts : [])
    }
}

extension Lexicon {
    /// How many entries one word leads to.
    private static let bridgeLimit = 20

    /// The words of `query` as glosses are compared with them.
    fileprivate func wantedWords(_ query: String) -> WantedWords {
        WantedWords(query, folding, spelling(ofGlossLanguage: 0), .folded, limit: Lexicon.wordLimit)
    }

    /// The entries that have one of the concepts, or, when there are none, one of the glosses.
    fileprivate func entries(
        sharedWith way: SearchResult, glosses: [Gloss], concepts: [String]
    ) -> [(id: Int, link: Bridge.Link, word: Gloss?)] {
        var result: [(id: Int, link: Bridge.Link, word: Gloss?)] = []
        for concept in concepts {
            for id in entries(ofConcept: concept).prefix(Lexicon.bridgeLimit) {
                guard let entry = entry(id) else { continue }
                result.append((id, .concept(concept), sharedWord(way.entry, entry)))
            }
        }
        if !result.isEmpty { return result }
        for gloss in glosses.commonLanguageFirst {
            // A Vietnamese word in common leaves other languages aside.
            if gloss.language != Lexicon.commonLanguage, !result.isEmpty { break }
            guard let language = info.glossLanguages.firstIndex(of: gloss.language) else { continue }
            for hit in glossHits(gloss.text, .exact, in: [language], limit: Lexicon.bridgeLimit)
            where hit.quality.coverage == .whole {
                result.append((hit.entry, .gloss(gloss), gloss))
            }
        }
        return result
    }

    /// A gloss that both entries have, Vietnamese first; else the first of `source`.
    private func sharedWord(_ source: Entry, _ entry: Entry) -> Gloss? {
        let own = source.senses.flatMap { $0.glosses }.commonLanguageFirst
        let theirs = Set(entry.senses.flatMap { $0.glosses })
        return own.first(where: theirs.contains) ?? own.first
    }
}

extension [Gloss] {
    /// The glosses in ``Lexicon/commonLanguage``, then the others.
    fileprivate var commonLanguageFirst: [Gloss] {
        filter { $0.language == Lexicon.commonLanguage } + filter { $0.language != Lexicon.commonLanguage }
    }
}
