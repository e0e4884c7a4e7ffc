extension Lexicon {
    /// How many entries one prefix search looks at: enough to rank a screen of candidates, and still a fraction
    /// of a millisecond.
    private static let prefixScan = 1024

    /// The entries whose headwords, variants, romanisations or transliterations fit `query`, best first.
    ///
    ///     lexicon.searchHeadwords("ală", .exact, limit: 10)  // the headword ală, and none that only folds alike
    ///     lexicon.searchHeadwords("al", .prefix, limit: 10)  // words that begin so
    ///
    /// Entries that fit equally well come in the order of the source; in a prefix search, those of greater weight first
    /// where the source says any, and then in the alphabetical order of the language, as in a search with wildcards.
    /// A prefix search looks at no more than the first 1,024 entries in that order, one with wildcards at 65,536.
    /// A file compiled without that order has them in the order of their search keys.
    ///
    /// - Parameters:
    ///   - query: A word, or the beginning of one.
    ///   - match: How it is compared; `gloss` and `text` find nothing here.
    ///   - distance: In a fuzzy search, how many letters may differ, 1 to 3; nil takes 1 for queries of up to five
    ///     letters, 2 for up to nine, and 3 for longer ones.
    ///   - limit: How many hits to return at most.
    /// - Returns: Each entry once; exact spellings before those that differ in capitals before the rest.
    /// - Complexity: O(log *keys* + *entries found*); with wildcards or slips, O(*keys*) at worst.
    public func searchHeadwords(_ query: String, _ match: Match, distance: Int? = nil, limit: Int) -> [Hit] {
        guard limit > 0, !query.isEmpty else { return [] }
        return hits(query, match, SearchScope(hasHeadwords: true), distance, limit)
    }

    /// The best hits on headwords, variants, romanisations and transliterations by their search keys.
    func keyHits(_ query: String, _ match: Match, limit: Int) -> [Hit] {
        let key = folding.key(query)
        let spelling = headwordSpelling
        let others = spelling.otherKeys(of: query, folding)
        let wanted = WantedForm(query, [key] + others, folding, spelling)
        var best = BestHits(limit: limit, match)
        let isPrefix = match == .prefix
        let order = isPrefix ? self.order : nil
        let whole = headwordKeys.rank(of: key)
        if let whole {
            var postings = headwordPostings.list(whole)
            if let order {
                postings.sort { left, right in
                    order.placeByWeight(ofEntry: left.entry) < order.placeByWeight(ofEntry: right.entry)
                }
            }
            for posting in postings where posting.entry < entryCount {
                guard let forms = forms(ofEntry: posting.entry) else { continue }
                best.add(wanted.hit(forms, posting.entry, .whole))
            }
        }
        for other in others {
            guard let rank = headwordKeys.rank(of: other) else { continue }
            for posting in headwordPostings.list(rank) where posting.entry < entryCount {
                guard let forms = forms(ofEntry: posting.entry) else { continue }
                best.add(wanted.hit(forms, posting.entry, .whole))
            }
        }
        // Everything begins with an empty key, which marks alone have; they are looked for as a whole.
        guard isPrefix, !key.isEmpty else { return best.sorted }
        var seen = 0
        // Adds an entry; false when no more are wanted.
        func add(_ entry: Int) -> Bool {
            seen += 1
            if let forms = forms(ofEntry: entry) { best.add(wanted.hit(forms, entry, .beginning)) }
            // Nothing that only begins with the query can be better than these.
            return !best.isFull(of: WantedForm.bestBeginning) && seen < Lexicon.prefixScan
        }
        // Adds the entries of a key; false when no more are wanted.
        func addEntries(of rank: Int) -> Bool {
            for posting in headwordPostings.list(rank, limit: Lexicon.prefixScan - seen)
            where posting.entry < entryCount {
                guard add(posting.entry) else { return false }
            }
            return true
        }
        // A key that is all of the query is the first of those that begin so.
        var ranks = headwordKeys.range(beginningWith: key)
        if whole == ranks.lowerBound { ranks = ranks.dropFirst() }
        if let order {
            order.forEachEntry(in: ranks, of: headwordPostings, add)
        } else if let headwordWeights {
            headwordWeights.forEach(in: ranks, limit: Lexicon.prefixScan) { rank, _ in
                addEntries(of: rank)
            }
        } else {
            for rank in ranks.prefix(Lexicon.prefixScan) where !addEntries(of: rank) { break }
        }
        return best.sorted
    }
}

/// A query as it is compared with the forms of entries.
private struct WantedForm {
    static let bestBeginning = Hit(entry: -1, quality: Quality(.exact, .beginning), field: .headword)

    private let query: String
    private let utf8: [UInt8]
    private let lowered: String
    /// The search key of the query, and those of its other spellings.
    private let keys: [[UInt8]]
    private let folding: Folding
    private let spelled: Spelled

    init(_ query: String, _ keys: [[UInt8]], _ folding: Folding, _ spelling: Spelling) {
        self.query = query
        self.keys = keys
        self.folding = folding
        spelled = Spelled(query, spelling)
        utf8 = Array(query.utf8)
        lowered = query.lowercased()
    }

    /// The best of the entry's forms, one of which is known to be or to begin with the key.
    func hit(_ forms: EntryForms, _ entry: Int, _ coverage: Quality.Coverage) -> Hit {
        // Nearly always the query is in NFC as the file is, and comparing bytes is enough.
        if forms.headwordBegins(with: utf8, isWhole: coverage == .whole) {
            return Hit(entry: entry, quality: Quality(.exact, coverage), field: .headword)
        }
        let headword = forms.headword
        guard forms.hasOthers || FormReadings.hasSeveral(headword) else {
            return Hit(entry: entry, quality: quality(headword, coverage), field: .headword)
        }
        var best: Hit?
        func consider(_ written: String, _ field: Hit.Field) {
            for form in FormReadings.of(written) { considerReading(form, field) }
        }
        func considerReading(_ form: String, _ field: Hit.Field) {
            let folded = folding.key(form)
            guard coverage == .whole ? keys.contains(folded) : folded.starts(with: keys[0]) else { return }
            let hit = Hit(entry: entry, quality: quality(form, coverage), field: field)
            if best.map(hit.isBetter) ?? true { best = hit }
        }
        consider(headword, .headword)
        let others = forms.others()
        for variant in others.variants { consider(variant, .variant) }
        if let romanisation = others.romanisation { consider(romanisation, .romanisation) }
        for text in others.transliterations { consider(text, .transliteration) }
        // The lists and entries of a damaged file may disagree; the entry is still an answer.
        return best ?? Hit(entry: entry, quality: Quality(.folded, coverage), field: .headword)
    }

    private func quality(_ form: String, _ coverage: Quality.Coverage) -> Quality {
        if coverage == .whole { return spelled.quality(of: form) }
        if begins(form, with: query) { return Quality(.exact, coverage) }
        return Quality(begins(form.lowercased(), with: lowered) ? .caseDiffers : .folded, coverage)
    }

    /// By letters with their marks; or by code points, for scripts in which a vowel sign joins the letter before.
    private func begins(_ form: String, with prefix: String) -> Bool {
        form.hasPrefix(prefix) || form.unicodeScalars.starts(with: prefix.unicodeScalars)
    }
}
