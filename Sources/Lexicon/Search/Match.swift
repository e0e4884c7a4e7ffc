/// What a search looks for.
public enum Match: String, Sendable, CaseIterable {
    /// Headwords, variants and glosses that are the query, canonically; capitals may differ, and so may what their
    /// language spells in several ways. Where nothing is spelled so, a search of all fields falls back on ``folded``.
    case exact
    /// Headwords, variants and glosses with the query's search key: marks, tones and capitals may differ.
    case folded
    /// Headwords and variants whose search key begins with the query's, and glosses with a word that does.
    case prefix
    /// Headwords, variants and words of glosses that fit a pattern, marks and capitals aside: `*` is any text or
    /// none, `?` is one letter with its marks. A backslash before one of these makes it a plain character.
    case wildcard
    /// Headwords, variants and words of glosses whose search key is the query's except for a few letters inserted,
    /// left out or changed.
    case fuzzy
    /// Entries whose glosses have all the words of the query, folded.
    case gloss
    /// Entries with all the words of the query, folded, in one example, translation, definition, note or remark on
    /// usage.
    case text
}

// MARK: What `exact` means

extension Match {
    /// Whether a form spelled so is an answer: with ``exact``, one that only has the same search key is not.
    @inline(__always)
    func accepts(_ spelling: Quality.Spelling) -> Bool {
        switch (self, spelling) {
        case (.exact, .folded): false
        default: true
        }
    }

    /// What a search of all fields asks each of them for, so that ``exact`` can fall back on ``folded``.
    var withFallback: Match {
        if case .exact = self { .folded } else { self }
    }

    /// What is accepted of `hits`, which a search for ``withFallback`` found, best first.
    ///
    /// With ``exact`` that is ``folded`` when the best of them is not spelled as the query. What only rules spell so
    /// does not hide the words of a source from one who types no marks.
    func settled(by hits: [Hit]) -> Match {
        guard case .exact = self, let best = hits.first(where: { $0.field != .transliteration }) ?? hits.first
        else { return self }
        return accepts(best.quality.spelling) ? .exact : .folded
    }
}
