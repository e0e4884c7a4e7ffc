import Text
import Composition
import Lexicon

extension Engine {
    /// Words for the composition `text`, best first.
    ///
    /// Where a lexicon is in the language that is typed, words that begin with the composition, and words that mean
    /// it; where it glosses in that language, words that mean it. Lexicons give their words in turn, so that none is
    /// crowded out. Words that the user has written before go first, those written most before the others; what was
    /// written twice or more is offered even where no lexicon has it.
    ///
    /// - Complexity: O(*lexicons* · log *entries* + *limit* + *user's words*).
    func candidates(
        for text: String, _ kind: CandidatePage.Kind, words: (any LearnedWords)? = nil, limit: Int
    ) -> [Candidate] {
        guard limit > 0, !text.isEmpty else { return [] }
        var columns: [[Candidate]] = []
        for lexicon in lexicons {
            let isTyped = lexicon.isIn(language)
            var column: [Candidate] = []
            func add(_ hits: [Hit], preferring language: String) {
                column += hits.compactMap { lexicon.candidate($0, preferring: language) }
            }
            if isTyped, kind != .meanings {
                add(
                    lexicon.searchHeadwords(text, .prefix, limit: limit),
                    preferring: Lexicon.commonLanguage)
            }
            if isTyped, kind != .words {
                add(
                    lexicon.searchGlosses(text, .exact, limit: limit), preferring: Lexicon.commonLanguage)
            }
            if !isTyped {
                let language = language.primarySubtag
                add(lexicon.searchGlosses(text, .exact, in: language, limit: limit), preferring: language)
            }
            columns.append(column)
        }
        let ranked = rank(inTurn(columns), for: text, kind, words, limit)
        return Array(ranked.prefix(limit))
    }

    /// The first of each column, then the second of each; each candidate once.
    private func inTurn(_ columns: [[Candidate]]) -> [Candidate] {
        var result: [Candidate] = []
        var seen: Set<Candidate> = []
        for row in 0..<(columns.map { $0.count }.max() ?? 0) {
            for column in columns where row < column.count {
                if seen.insert(column[row]).inserted { result.append(column[row]) }
            }
        }
        return result
    }

    /// `found` with what the user writes most in front.
    private func rank(
        _ found: [Candidate], for text: String, _ kind: CandidatePage.Kind, _ words: (any LearnedWords)?,
        _ limit: Int
    ) -> [Candidate] {
        guard let words else { return found }
        var known: [(candidate: Candidate, count: Int)] = []
        var others: [Candidate] = []
        for candidate in found {
            let count = words.count(of: candidate.text)
            if count > 0 { known.append((candidate, count)) } else { others.append(candidate) }
        }
        if kind != .meanings {
            let offered = Set(found.map { $0.text })
            for word in words.words(beginningWith: text, least: 2, limit: limit)
            where !offered.contains(word.text) && word.text != text {
                known.append((Candidate(text: word.text, gloss: "", language: language), word.count))
            }
        }
        // Stable, because the order of the lexicons says which of two is better.
        let order = known.indices.sorted {
            known[$0].count != known[$1].count ? known[$0].count > known[$1].count : $0 < $1
        }
        return order.map { known[$0].candidate } + others
    }
}

extension Lexicon {
    /// The entry that was hit, glossed in `language` if it can be; nil for a word that does not fit the buffer of a
    /// commit, and would be cut.
    fileprivate func candidate(_ hit: Hit, preferring language: String) -> Candidate? {
        guard let entry = entry(hit.entry), entry.headword.utf8.count <= TextBuffer.capacity else {
            return nil
        }
        return Candidate(
            text: entry.headword, gloss: entry.shortGloss(preferring: language), language: info.language)
    }
}

extension Entry {
    /// The glosses in `language`, or in the first language that has any, joined by commas.
    fileprivate func shortGloss(preferring language: String) -> String {
        var glosses = self.glosses(in: language)
        if glosses.isEmpty, let other = senses.lazy.flatMap({ $0.glosses }).first?.language {
            glosses = self.glosses(in: other)
        }
        return glosses.joined(separator: ", ")
    }
}
