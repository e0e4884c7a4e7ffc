extension Lexicon {
    /// The best hits on headwords, variants, romanisations and transliterations that differ from `query` by `distance`
    /// letters at most.
    func fuzzyHits(_ query: String, distance: Int?, limit: Int) -> [Hit] {
        let key = folding.key(query)
        guard !key.isEmpty else { return [] }
        let near = NearKeys(key, distance: distance)
        let wanted = Spelled(query, headwordSpelling)
        return formHits(in: 0..<headwordKeys.count, by: near, limit: limit) { form, edits in
            // Of several forms only those that are as near as the key are the ones found.
            guard near.edits(of: folding.key(form)) == edits else { return nil }
            return wanted.quality(of: form, edits: edits)
        }
    }
}
