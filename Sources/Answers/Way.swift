import Lexicon

/// How an answer was found, the surest way first.
///
///     lexicons.answer(Question("con trâu", from: "vi")).results.first?.way  // .withoutClassifier
///
/// Every form in which answers are written has it: text as a line above the results, JSON and tables as a word.
public enum Way: String, Sendable, CaseIterable {
    /// Spelled as asked, canonically and capitals aside, or as its language spells the same word: hoà, hòa.
    case exact
    /// Spelled as asked, but the query is only a part of the form or gloss.
    case longer = "in-longer"
    /// Found by the query without the classifier before it: trâu by con trâu.
    case withoutClassifier = "without-classifier"
    /// Found through a concept that two entries share.
    case throughConcept = "through-concept"
    /// Found through a gloss in a third language that two entries share.
    case throughLanguage = "through-language"
    /// Answers a part of the query.
    case part
    /// Spelled so by rules only, which wrote the headword in another script.
    case rules = "by-rules"
    /// Has the same search key only: marks, tones or letters of it differ.
    case otherAccents = "other-accents"
    /// Not in the language wanted: a word of another.
    case neighbour = "other-language"
    /// Found by the kind of match that was asked for: a prefix, a pattern, a word with slips, running text.
    case asked = "as-asked"
    /// Nothing was found.
    case none

    /// Whether the entry answers the question, and is no word of another language offered instead.
    public var isAnswer: Bool { self != .neighbour && self != .none }
}

extension Way {
    /// How a search for `match` found `found`.
    ///
    /// - Parameters:
    ///   - found: What a search of a `LexiconSet` found.
    ///   - match: What was asked for.
    init(_ found: SearchResult, _ match: Match) {
        let hit = found.hit
        if let bridge = found.bridge {
            if case .concept = bridge.link { self = .throughConcept } else { self = .throughLanguage }
        } else if hit.field == .transliteration {
            self = .rules
        } else if match != .exact {
            self = .asked
        } else if hit.quality.spelling == .folded {
            self = .otherAccents
        } else {
            self = hit.quality.coverage == .whole ? .exact : .longer
        }
    }
}
