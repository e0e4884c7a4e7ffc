extension Lexicon {
    /// How many entries a search with wildcards compares; a pattern that fits more is no question.
    static let patternScan = 65_536

    /// The best hits on headwords, variants, romanisations and transliterations that fit a pattern.
    func wildcardHits(_ query: String, limit: Int) -> [Hit] {
        let wildcards = Wildcards(query)
        let pattern = KeyPattern(wildcards, folding)
        guard !pattern.isEmpty else { return [] }
        let lowered = wildcards.lowercased
        return hits(in: headwords.range(beginningWith: pattern.prefix), by: pattern, limit: limit) {
            form, _ in
            guard pattern.edits(of: folding.key(form)) != nil else { return nil }
            let spelling: Quality.Spelling =
                wildcards.fit(form) ? .exact : lowered.fit(form.lowercased()) ? .caseDiffers : .folded
            return Quality(spelling, .whole)
        }
    }

    /// The best hits on headwords, variants, romanisations and transliterations that differ from `query` by `distance`
    /// letters at most.
    func fuzzyHits(_ query: String, distance: Int?, limit: Int) -> [Hit] {
        let key = folding.key(query)
        guard !key.isEmpty else { return [] }
        let near = NearKeys(
            key, distance: distance ?? NearKeys.usualDistance(KeyCluster.split(key).count))
        let wanted = Spelled(query)
        return hits(in: 0..<headwords.count, by: near, limit: limit) { form, edits in
            // Of several forms only those that are as near as the key are the ones found.
            guard near.edits(of: folding.key(form)) == edits else { return nil }
            return wanted.quality(of: form, edits: edits)
        }
    }

    /// The best hits on the forms whose keys `automaton` accepts; `quality` judges one form.
    private func hits<Automaton: KeyAutomaton>(
        in ranks: Range<Int>, by automaton: Automaton, limit: Int, _ quality: (String, Int) -> Quality?
    ) -> [Hit] {
        var best = BestHits(limit: limit)
        var seen = 0
        headwords.walk(ranks, by: automaton) { rank, edits in
            for posting in headwordPostings.list(rank, limit: Lexicon.patternScan - seen)
            where posting.entry < entryCount {
                seen += 1
                guard let forms = forms(ofEntry: posting.entry) else { continue }
                func consider(_ form: String, _ field: Hit.Field) {
                    guard let quality = quality(form, edits) else { return }
                    best.add(Hit(entry: posting.entry, quality: quality, field: field))
                }
                consider(forms.headword, .headword)
                guard forms.hasOthers else { continue }
                let others = forms.others()
                for variant in others.variants { consider(variant, .variant) }
                if let romanisation = others.romanisation { consider(romanisation, .romanisation) }
                for text in others.transliterations where !text.isEmpty { consider(text, .transliteration) }
            }
            return seen < Lexicon.patternScan
        }
        return best.sorted
    }
}

/// A query as its letters are compared with those of a form.
struct Spelled {
    private let query: String
    private let lowered: String
    private let letters: [Character]

    init(_ query: String) {
        self.query = query
        lowered = query.lowercased()
        letters = Array(lowered)
    }

    /// How a form is spelled whose search key is `edits` letters from the query's.
    func quality(of form: String, edits: Int = 0) -> Quality {
        if form == query { return Quality(.exact, .whole, edits: edits) }
        let low = form.lowercased()
        if low == lowered { return Quality(.caseDiffers, .whole, edits: edits) }
        return Quality(.folded, .whole, edits: edits, accents: accents(low))
    }

    /// How many letters of `form`, in lower case, are not those of the query.
    func accents(_ form: String) -> Int {
        // Longer ones are compared by none: the comparison takes the product of both lengths.
        let form = Array(form)
        guard letters.count <= 64, form.count <= 64 else { return 0 }
        var row = Array(0...form.count)
        for (index, letter) in letters.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (place, other) in form.enumerated() {
                let changed = diagonal + (letter == other ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = min(changed, diagonal + 1, row[place] + 1)
            }
        }
        return row[form.count]
    }
}
