import Lexicon
import Text

/// One search on the ladder: what was found for a text, each with the way it was found.
struct Search {
    /// What was found, the surest way first.
    private(set) var results: [AnswerResult] = []
    /// How many more fit.
    private(set) var more: [Answer.More] = []

    /// Nothing.
    init() {}

    /// The results of searches elsewhere, such as a bridge.
    init(_ results: [AnswerResult], _ more: [Answer.More] = []) {
        self.results = results
        self.more = more
    }

    /// Whether something is spelled as the text and is the whole of a form or gloss.
    var isExact: Bool { results.first.map { $0.way == .exact } ?? false }

    /// The results that are wanted.
    ///
    /// - Parameters:
    ///   - keepsMore: Whether those that were left out are counted here; where a search is divided, they are in one part.
    ///   - isWanted: Which results to keep.
    func only(keepsMore: Bool = true, _ isWanted: (AnswerResult) -> Bool) -> Search {
        var search = self
        search.results.removeAll { !isWanted($0) }
        if search.results.isEmpty || !keepsMore { search.more = [] }
        return search
    }

    /// The same found in another way; what has other accents stays that.
    func found(_ way: Way) -> Search {
        var search = self
        for index in search.results.indices where search.results[index].way != .otherAccents {
            search.results[index].way = way
        }
        return search
    }

    /// Shows the glosses in the language `target` only.
    mutating func want(_ target: String) {
        for index in results.indices { results[index].target = target }
    }

    /// Adds what another search found.
    mutating func add(_ other: Search) {
        results += other.results
        for more in other.more { add(more) }
    }

    private mutating func add(_ other: Answer.More) {
        if let index = more.firstIndex(where: { $0.info.language == other.info.language }) {
            more[index].count += other.count
        } else {
            more.append(other)
        }
    }
}

extension Search {
    /// Searches for `text` as a part of `question`, or all of it.
    ///
    /// - Parameters:
    ///   - text: What is looked up.
    ///   - question: How and in which languages.
    ///   - lexicons: Where.
    ///   - limit: How many entries to find at most; nil for as many as the question asks for.
    ///   - isWhole: Whether only forms and glosses count that are `text` and nothing else, and have its accents.
    ///   - isPlain: Whether `text` stands for words with any accents; nil when that is so where it has none.
    /// - Complexity: That of a search of the `LexiconSet`; in a lexicon with as many as the limit, that of finding all.
    init(
        _ text: String, _ question: Question, _ lexicons: NamedLexicons, limit: Int? = nil,
        isWhole: Bool = false, isPlain: Bool? = nil
    ) {
        let limit = limit ?? question.limit
        guard limit > 0, !text.isEmpty else { return }
        let isPlain = isPlain ?? Search.isPlain(text)
        let match: Match = question.match == .exact ? .folded : question.match
        let (hits, numbers) = lexicons.set.hits(
            text, match, question.from, question.to, question.distance, limit, orElse: Search.most)
        var found = Hits(hits: hits, numbers: numbers)
        if question.match == .exact, !isPlain { found.keepTyped(isWord: Search.isWord(text)) }
        if isWhole { found.keepWhole(isPlain) }
        if found.hits.count > limit {
            let shown = found.spread(over: lexicons.names.count, limit)
            for more in found.more(than: shown, lexicons) { add(more) }
            found = found.only(shown)
        }
        results.reserveCapacity(found.hits.count)
        for index in found.hits.indices {
            let number = found.numbers[index]
            guard let result = lexicons.set.result(of: found.hits[index], in: number) else { continue }
            var way = Way(result, question.match, isPlain: isPlain)
            if way == .longer, result.isClassified(text) { way = .withoutClassifier }
            results.append(
                AnswerResult(
                    query: question.query, asked: text, way: way, lexiconName: lexicons.names[number],
                    found: result, target: question.to, bridgeName: ""))
        }
        sort()
        if question.match == .exact { hideCoarse(isPlain) }
    }

    /// How many are counted at most: more than any lexicon has.
    private static let most = 1 << 24

    /// Whether `text` has no accents, so that all forms that have some may be meant.
    static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

    /// Leaves out the coarse words that nobody asked for: they only have other accents, or are longer.
    ///
    /// One who types no accents asks for them where there are no others.
    private mutating func hideCoarse(_ isPlain: Bool) {
        func isHidden(_ result: AnswerResult) -> Bool {
            (result.way == .otherAccents || result.way == .longer) && result.isCoarse
        }
        guard results.contains(where: isHidden), !isPlain || !results.allSatisfy(isHidden) else { return }
        results.removeAll(where: isHidden)
    }

    /// Whether `text` is a single word.
    static func isWord(_ text: String) -> Bool { !text.utf8.contains(0x20) }

    /// Brings those of surer ways to the front; others stay in their order.
    private mutating func sort() {
        guard results.indices.dropFirst().contains(where: { results[$0].way < results[$0 - 1].way }) else {
            return
        }
        var sorted: [AnswerResult] = []
        for way in Way.allCases {
            for result in results where result.way == way { sorted.append(result) }
        }
        results = sorted
    }
}

/// Hits in several lexicons, best first, and the number of each one's lexicon.
private struct Hits {
    var hits: [Hit] = []
    var numbers: [Int] = []

    /// Leaves those out that have other accents than the text, where something has the same.
    mutating func keepTyped(isWord: Bool) {
        guard hits.contains(where: { $0.isTyped(isWord) }) else { return }
        self = only(hits.indices.filter { hits[$0].quality.spelling != .folded })
    }

    /// Leaves those out of which the text is a part only, and, unless it has no accents, those that have others.
    mutating func keepWhole(_ isPlain: Bool) {
        self = only(
            hits.indices.filter {
                hits[$0].quality.coverage == .whole && (isPlain || hits[$0].quality.spelling != .folded)
            })
    }

    func only(_ indices: [Int]) -> Hits {
        Hits(hits: indices.map { hits[$0] }, numbers: indices.map { numbers[$0] })
    }

    /// Chooses `limit` hits so that no lexicon is lost: the best of each, then one of each in turn, surer ways first.
    ///
    /// - Returns: Their indices, in order.
    func spread(over count: Int, _ limit: Int) -> [Int] {
        guard hits.count > limit else { return Array(hits.indices) }
        var chosen: [Int] = []
        var isChosen = [Bool](repeating: false, count: hits.count)
        var isThere = [Bool](repeating: false, count: count)
        func choose(_ index: Int) {
            isChosen[index] = true
            chosen.append(index)
        }
        for index in hits.indices where chosen.count < limit && !isThere[numbers[index]] {
            isThere[numbers[index]] = true
            choose(index)
        }
        // Those of a worse spelling or coverage come when no better are left.
        var start = 0
        while start < hits.count, chosen.count < limit {
            var end = start
            while end < hits.count, hits[end].step == hits[start].step { end += 1 }
            var isLeft = true
            while isLeft, chosen.count < limit {
                isLeft = false
                var isTaken = [Bool](repeating: false, count: count)
                for index in start..<end
                where chosen.count < limit && !isChosen[index] && !isTaken[numbers[index]] {
                    isTaken[numbers[index]] = true
                    isLeft = true
                    choose(index)
                }
            }
            start = end
        }
        return hits.indices.filter { isChosen[$0] }
    }

    /// How many hits of each lexicon are not `shown`.
    func more(than shown: [Int], _ lexicons: NamedLexicons) -> [Answer.More] {
        var counts = [Int](repeating: 0, count: lexicons.names.count)
        for number in numbers { counts[number] += 1 }
        for index in shown { counts[numbers[index]] -= 1 }
        return counts.indices.filter { counts[$0] > 0 }.map {
            Answer.More(info: lexicons.set.lexicons[$0].info, count: counts[$0])
        }
    }
}

extension Hit {
    /// Whether the form has the letters of the query, and a source wrote it so; words that only stand in the same gloss
    /// are not enough.
    fileprivate func isTyped(_ isWord: Bool) -> Bool {
        quality.spelling != .folded && (isWord || quality.coverage != .part) && field != .transliteration
    }

    /// Hits of one step are equally sure.
    fileprivate var step: Int {
        quality.edits * 64 + (quality.coverage == .part ? 32 : 0) + quality.spelling.rawValue * 4
            + quality.coverage.rawValue
    }
}

extension SearchResult {
    /// Whether a gloss is `text` behind a classifier: con trâu for trâu.
    func isClassified(_ text: String) -> Bool {
        guard hit.field == .gloss, hit.quality.coverage != .beginning else { return false }
        let wanted = text.lowercased()
        return entry.senses.contains { sense in
            sense.glosses.contains { gloss in
                LanguageTag.fits(Classifiers.language, gloss.language)
                    && GlossPieces(gloss.text).pieces.contains { piece in
                        piece.count > 1
                            && Classifiers.noun(in: piece.text(parted: " "))?.noun.lowercased() == wanted
                    }
            }
        }
    }
}
