extension Lexicon {
    /// The best hits on headwords, variants, romanisations and transliterations that fit a pattern.
    func wildcardHits(_ query: String, limit: Int) -> [Hit] {
        let wildcards = Wildcards(query)
        let pattern = KeyPattern(wildcards, folding)
        guard !pattern.isEmpty else { return [] }
        let lowered = wildcards.lowercased
        let ranks = headwordKeys.range(beginningWith: pattern.prefix)
        return formHits(in: ranks, by: pattern, order: order, limit: limit) { form, _ in
            guard pattern.edits(of: folding.key(form)) != nil else { return nil }
            let spelling: Quality.Spelling =
                wildcards.fit(form) ? .exact : lowered.fit(form.lowercased()) ? .caseDiffers : .folded
            return Quality(spelling, .whole)
        }
    }
}
