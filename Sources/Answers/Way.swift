import Lexicon

/// How an answer was found, the surest way first.
///
///     lexicons.answer(Question("con trâu", from: "vi")).results.first?.way  // .withoutClassifier
///
/// Every form in which answers are written has it: text as a line above the results, JSON and tables as a word.
public enum Way: String, Sendable, CaseIterable, Comparable {
    /// Spelled as asked, canonically and capitals aside, or as its language spells the same word: hoà, hòa.
    case exact
    /// Found by the query without the classifier before it, or a gloss that has one more: trâu by con trâu.
    case withoutClassifier = "without-classifier"
    /// Spelled as asked, but the query is only a part of the form or gloss.
    case longer = "in-longer"
    /// Spelled so by rules only, which wrote the headword in another script.
    case rules = "by-rules"
    /// Found through a concept that two entries share.
    case throughConcept = "through-concept"
    /// Found through a gloss in a third language that two entries share.
    case throughLanguage = "through-language"
    /// Answers a part of the query.
    case part
    /// Has the same search key only: marks, tones or letters of it differ.
    case otherAccents = "other-accents"
    /// Found by the kind of match that was asked for: a prefix, a pattern, a word with slips, running text.
    case asked = "as-asked"
    /// Not in the language wanted: a word of another.
    case neighbour = "other-language"
    /// Nothing was found.
    case none

    /// Whether the entry answers the question, and is no word of another language offered instead.
    public var isAnswer: Bool { self < .neighbour }

    /// Whether `left` is the surer way.
    public static func < (left: Way, right: Way) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .exact: 0
        case .withoutClassifier: 1
        case .longer: 2
        case .rules: 3
        case .throughConcept: 4
        case .throughLanguage: 5
        case .part: 6
        case .otherAccents: 7
        case .asked: 8
        case .neighbour: 9
        case .none: 10
        }
    }
}

extension Way {
    /// How a search for `match` found `found`.
    ///
    /// - Parameters:
    ///   - found: What a search of a `LexiconSet` found.
    ///   - match: What was asked for.
    ///   - isPlain: Whether the query has no accents, as what rules write may have none either.
    init(_ found: SearchResult, _ match: Match, isPlain: Bool) {
        let hit = found.hit
        if match == .exact, hit.quality.spelling == .folded, hit.field != .transliteration || !isPlain {
            self = .otherAccents
        } else if let bridge = found.bridge {
            if case .concept = bridge.link { self = .throughConcept } else { self = .throughLanguage }
        } else if match != .exact {
            self = .asked
        } else if hit.field == .transliteration {
            self = .rules
        } else {
            self = hit.quality.coverage == .whole ? .exact : .longer
        }
    }
}
