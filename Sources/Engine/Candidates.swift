import Composition
import Lexicon

extension Engine {
    /// Words for the composition `text`, best first.
    ///
    /// Where a lexicon is in the language that is typed, words that begin with the composition; where it glosses
    /// in that language, words that mean it. Lexicons give their words in turn, so that none is crowded out.
    ///
    /// - Complexity: O(*lexicons* · log *entries* + *limit*).
    func candidates(for text: String, limit: Int) -> [Candidate] {
        guard limit > 0, !text.isEmpty else { return [] }
        var columns: [[Candidate]] = []
        for lexicon in lexicons {
            let isTyped = lexicon.isIn(language)
            let hits =
                isTyped
                ? lexicon.search(text, .prefix, limit: limit)
                : lexicon.searchGlosses(text, .exact, in: language.primarySubtag, limit: limit)
            columns.append(
                hits.compactMap { hit in
                    // A word that does not fit the buffer of a commit would be cut.
                    guard let entry = lexicon.entry(hit.entry),
                        entry.headword.utf8.count <= TextBuffer.capacity
                    else {
                        return nil
                    }
                    return Candidate(
                        text: entry.headword,
                        gloss: entry.shortGloss(preferring: isTyped ? "vi" : language.primarySubtag),
                        language: lexicon.info.language)
                })
        }
        var result: [Candidate] = []
        var seen: Set<Candidate> = []
        for row in 0..<(columns.map(\.count).max() ?? 0) {
            for column in columns where row < column.count && result.count < limit {
                if seen.insert(column[row]).inserted { result.append(column[row]) }
            }
        }
        return result
    }
}

extension Lexicon {
    /// Whether its headwords are in `language`, region and variant aside.
    fileprivate func isIn(_ language: String) -> Bool {
        info.language.primarySubtag == language.primarySubtag
    }
}

extension Entry {
    /// The glosses in `language`, or in the first language that has any, joined by commas.
    fileprivate func shortGloss(preferring language: String) -> String {
        var glosses = self.glosses(in: language)
        if glosses.isEmpty, let other = senses.lazy.flatMap(\.glosses).first?.language {
            glosses = self.glosses(in: other)
        }
        return glosses.joined(separator: ", ")
    }
}

extension String {
    /// The language of a BCP 47 tag, without script and region.
    fileprivate var primarySubtag: String { split(separator: "-").first.map { $0.lowercased() } ?? "" }
}
