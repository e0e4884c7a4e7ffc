import Lexicon
import Text

/// The search for words near a query.
struct SuggestionSearch {
    /// How many words of a fuzzy search are weighed.
    private static let scan = 64
    /// How many words of each respelling are.
    private static let respelledScan = 8
    /// The greatest distance of words that sound alike.
    private static let greatestOfAlike = 3
    /// How much farther than the nearest word another may be.
    private static let spread = 4

    private let question: Question
    private let set: LexiconSet

    /// A search for what `question` may have meant.
    init(_ question: Question, _ set: LexiconSet) {
        self.question = question
        self.set = set
    }

    // MARK: Keys left in the text

    /// The text that was typed as keys, when all its words are in the lexicons.
    func typing(_ retyped: (String) -> [Retyped]) -> Suggestion? {
        let isTypable = question.query.utf8.allSatisfy { byte in
            byte < 0x80
                && (byte == 0x20 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20))
        }
        guard isTypable else { return nil }
        for each in retyped(question.query) where each.text != question.query {
            let isKnown =
                isExact(each.text)
                || each.text.split(separator: " ").allSatisfy { isExact(String($0)) }
            if isKnown { return Suggestion(word: each.text, cause: .typing(each.method)) }
        }
        return nil
    }

    private func isExact(_ text: String) -> Bool {
        let found = set.search(text, .exact, from: question.from, to: question.to, limit: 1)
        return found.first.map { $0.hit.quality.spelling != .folded && $0.hit.quality.coverage == .whole }
            ?? false
    }

    // MARK: Near words

    /// The nearest words that are near enough, the best first.
    var near: [Suggestion] {
        var weighed = respelled
        // What sounds alike is likelier than what a search for changed letters could add, and that takes longer.
        if weighed.least > SuggestionSearch.greatestOfAlike {
            for found in search(question.query, .fuzzy, limit: SuggestionSearch.scan) { weighed.add(found) }
        }
        return weighed.best(Suggestions.most, within: SuggestionSearch.spread)
    }

    /// The word that sounds like the query, when one confusion is all that differs.
    var alike: Suggestion? {
        respelled.best(1, within: 0).first { $0.cause != nil }
    }

    /// The words whose letters are those of the query, or those of one that sounds alike.
    private var respelled: WeighedWords {
        let typed = set.lexicons.first.map { SlipLetters(question.query, in: $0) } ?? SlipLetters()
        var weighed = WeighedWords(question, typed)
        for text in Respellings(typed).texts + [question.query] {
            for found in search(text, .folded, limit: SuggestionSearch.respelledScan) { weighed.add(found) }
        }
        return weighed
    }

    /// Another kind of match that finds something, or nil.
    var otherMatch: Match? {
        let hasWildcards =
            question.query.utf8.contains(UInt8(ascii: "*")) || question.query.utf8.contains(UInt8(ascii: "?"))
        let others: [Match] = hasWildcards ? [.wildcard] : [.folded, .prefix, .gloss, .text]
        return others.first { $0 != question.match && !search(question.query, $0, limit: 1).isEmpty }
    }

    private func search(_ text: String, _ match: Match, limit: Int) -> [SearchResult] {
        set.search(text, match, from: question.from, to: question.to, limit: limit)
    }
}

/// Words by their distance from a query.
struct WeighedWords {
    private let question: Question
    private let count: Int
    /// The distances by the marks that each lexicon knows; one does for all when the query has none of its own.
    private var distances: [(lexicon: Lexicon, distance: SlipDistance)] = []
    private let typed: SlipLetters
    /// The words, nearest first.
    private var words: [(suggestion: Suggestion, weight: Int, waived: Int)] = []
    /// The entries that were weighed.
    private var seen: [(lexicon: Lexicon, entry: Int)] = []

    /// No words yet.
    init(_ question: Question, _ typed: SlipLetters) {
        self.question = question
        self.typed = typed
        count = typed.count
    }

    /// Weighs the words of an entry.
    mutating func add(_ found: SearchResult) {
        let (lexicon, entry) = (found.lexicon, found.entry)
        guard !seen.contains(where: { $0.entry == found.hit.entry && $0.lexicon === lexicon }) else { return }
        seen.append((lexicon, found.hit.entry))
        // An everyday sense of a coarse word may be suggested by its gloss.
        if found.hit.field != .gloss, entry.isCoarse { return }
        let distance = distance(in: lexicon)
        switch found.hit.field {
        case .gloss:
            for sense in entry.senses where !sense.isCoarse {
                for gloss in sense.glosses {
                    if let from = question.from, !LanguageTag.fits(from, gloss.language) { continue }
                    for piece in GlossPieces(gloss.text).pieces {
                        add(piece.text(parted: " "), nil, distance, lexicon)
                    }
                }
            }
        default:
            add(entry.headword, nil, distance, lexicon)
            for variant in entry.variants { add(variant, nil, distance, lexicon) }
            // Those who cannot type the script are shown the word in it.
            if let romanisation = entry.romanisation { add(romanisation, entry.headword, distance, lexicon) }
            for form in entry.transliterations { add(form.text, entry.headword, distance, lexicon) }
        }
    }

    /// The distance of the nearest word.
    var least: Int { words.first?.weight ?? .max }

    /// The best words, none much farther than the first.
    func best(_ limit: Int, within spread: Int) -> [Suggestion] {
        guard let least = words.first?.weight else { return [] }
        return words.prefix(limit).filter { $0.weight <= least + spread }.map(\.suggestion)
    }

    /// Weighs `text`; `shown` is suggested for it.
    private mutating func add(_ text: String, _ shown: String?, _ distance: SlipDistance, _ lexicon: Lexicon)
    {
        let letters = SlipLetters(text, in: lexicon)
        // Each letter too many or too few costs so much that no way can be near enough.
        guard abs(letters.count - count) * 2 <= SlipWeight.bound(count) else { return }
        let way = distance.to(letters)
        guard way.weight <= SlipWeight.bound(min(count, letters.count)) else { return }
        let word = shown ?? text
        let cause =
            way.slips == 1 ? way.cause.texts.map { Suggestion.Cause.confusion($0.typed, $0.meant) } : nil
        func isNearer(than other: (suggestion: Suggestion, weight: Int, waived: Int)) -> Bool {
            way.weight < other.weight || way.weight == other.weight && way.waived < other.waived
        }
        if let known = words.firstIndex(where: { $0.suggestion.word == word }) {
            guard isNearer(than: words[known]) else { return }
            words.remove(at: known)
        }
        var index = words.count
        while index > 0, isNearer(than: words[index - 1]) { index -= 1 }
        words.insert((Suggestion(word: word, cause: cause), way.weight, way.waived), at: index)
    }

    private mutating func distance(in lexicon: Lexicon) -> SlipDistance {
        if let known = distances.first(where: { $0.lexicon === lexicon }) { return known.distance }
        if !typed.hasMarks, let known = distances.first { return known.distance }
        let letters = typed.hasMarks ? SlipLetters(question.query, in: lexicon) : typed
        distances.append((lexicon, SlipDistance(from: letters)))
        return distances[distances.count - 1].distance
    }
}
