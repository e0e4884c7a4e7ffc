extension Lexicon {
    /// How many entries one prefix search looks at: enough to rank a screen of candidates, and still a fraction
    /// of a millisecond.
    private static let prefixScan = 1024

    /// The entries that fit `query`, best first.
    ///
    ///     lexicon.search("čư", .exact, limit: 10)   // the headword čư, typed in NFC or in NFD
    ///     lexicon.search("cu", .folded, limit: 10)  // ču, čư, cŭ, …
    ///     lexicon.search("c", .prefix, limit: 10)   // words that begin so
    ///     lexicon.search("nước", .gloss, limit: 10) // words glossed so
    ///
    /// A prefix search looks at no more than the first 1,024 entries in the order of search keys.
    ///
    /// - Parameters:
    ///   - query: A word, or the beginning of one, or words of a gloss.
    ///   - match: What is looked for.
    ///   - limit: How many hits to return at most.
    /// - Returns: Each entry once; exact spellings before those that differ in capitals before the rest.
    /// - Complexity: O(log *keys* + *entries found*).
    public func search(_ query: String, _ match: Match, limit: Int) -> [Hit] {
        guard limit > 0, !query.isEmpty else { return [] }
        let hits =
            match == .gloss
            ? glossHits(query, .gloss, in: Array(info.glossLanguages.indices))
            : headwordHits(query, match, limit)
        return Array(hits.sorted(by: Hit.precedes).prefix(limit))
    }

    /// The hits on headwords, variants and romanisations, in no order.
    func headwordHits(_ query: String, _ match: Match, _ limit: Int) -> [Hit] {
        let key = folding.key(query)
        let wanted = WantedForm(query, key, folding, match)
        var hits: [Int: Hit] = [:]
        var seen = 0
        func look(at rank: Int, _ room: Int) {
            for posting in headwordPostings.list(rank, limit: room) where posting.entry < entryCount {
                seen += 1
                guard let bytes = bytes(ofEntry: posting.entry),
                    let hit = wanted.hit(EntryForms(bytes), posting.entry)
                else { continue }
                if match == .exact, hit.quality.spelling == .folded { continue }
                if let other = hits[posting.entry], Hit.precedes(other, hit) { continue }
                hits[posting.entry] = hit
            }
        }
        // Everything begins with an empty key, which marks alone have; they are looked for as a whole.
        if match == .prefix, !key.isEmpty {
            for rank in headwords.range(beginningWith: key).prefix(Lexicon.prefixScan) {
                look(at: rank, Lexicon.prefixScan - seen)
                if seen >= Lexicon.prefixScan { break }
            }
        } else if let rank = headwords.rank(of: key) {
            look(at: rank, .max)
        }
        return Array(hits.values)
    }
}

/// A query as it is compared with the forms of entries.
private struct WantedForm {
    let query: String
    let lowered: String
    let key: [UInt8]
    let folding: Folding
    let isPrefix: Bool

    init(_ query: String, _ key: [UInt8], _ folding: Folding, _ match: Match) {
        self.query = query
        self.key = key
        self.folding = folding
        lowered = query.lowercased()
        isPrefix = match == .prefix
    }

    /// The best of the entry's forms, or nil when none fits.
    func hit(_ forms: EntryForms, _ entry: Int) -> Hit? {
        var best: Hit?
        func consider(_ form: String, _ field: Hit.Field) {
            guard let quality = quality(form) else { return }
            let hit = Hit(entry: entry, quality: quality, field: field)
            if let found = best, !Hit.precedes(hit, found) { return }
            best = hit
        }
        consider(forms.headword, .headword)
        for variant in forms.variants { consider(variant, .variant) }
        if let romanisation = forms.romanisation { consider(romanisation, .romanisation) }
        return best
    }

    private func quality(_ form: String) -> Quality? {
        if form == query { return Quality(.exact, .whole) }
        if form.lowercased() == lowered { return Quality(.caseDiffers, .whole) }
        let folded = folding.key(form)
        if folded == key { return Quality(.folded, .whole) }
        guard isPrefix, folded.starts(with: key) else { return nil }
        if begins(form, with: query) { return Quality(.exact, .beginning) }
        return Quality(begins(form.lowercased(), with: lowered) ? .caseDiffers : .folded, .beginning)
    }

    /// By letters with their marks; or by code points, for scripts in which a vowel sign joins the letter before.
    private func begins(_ form: String, with prefix: String) -> Bool {
        form.hasPrefix(prefix) || form.unicodeScalars.starts(with: prefix.unicodeScalars)
    }
}
