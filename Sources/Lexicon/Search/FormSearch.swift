extension Lexicon {
    /// How many entries a search with wildcards compares; a pattern that fits more is too general.
    static let patternScan = 65_536

    /// The best hits on the forms whose keys `automaton` accepts, equal ones in `order` or else in that of the keys;
    /// `quality` judges one form.
    func formHits<Automaton: KeyAutomaton>(
        in ranks: Range<Int>, by automaton: Automaton, order: AlphabeticalOrder? = nil, limit: Int,
        _ quality: (String, Int) -> Quality?
    ) -> [Hit] {
        var best = BestHits(limit: limit, hasPlaces: order != nil)
        var seen = 0
        headwordKeys.walk(ranks, by: automaton) { rank, edits in
            for posting in headwordPostings.list(rank, limit: Lexicon.patternScan - seen)
            where posting.entry < entryCount {
                seen += 1
                guard let forms = forms(ofEntry: posting.entry) else { continue }
                let place = order?.place(ofEntry: posting.entry) ?? 0
                func consider(_ form: String, _ field: Hit.Field) {
                    for reading in FormReadings.of(form) {
                        guard let quality = quality(reading, edits) else { continue }
                        best.add(Hit(entry: posting.entry, quality: quality, field: field), at: place)
                    }
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
