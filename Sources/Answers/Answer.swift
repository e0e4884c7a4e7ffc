public import Lexicon

/// What answers a question; nothing when nothing was found.
///
///     let answer = lexicons.answer(Question("con trâu", from: "vi", to: "rad"))
///     answer.groups[0].way       // .withoutClassifier
///     answer.groups[0].asked     // "trâu"
///     answer.aside               // ["con"]
public struct Answer: Sendable {
    /// What was asked.
    public let query: String
    /// The entries found: those that answer the same part of the query in the same way stand together, the surest way
    /// first, and parts in the order of the query.
    public let results: [AnswerResult]
    /// The words of the query that were set aside: classifiers, and words that only fill a place in a number.
    public let aside: [String]
    /// The parts of the query that no entry answers, where others are answered.
    public let unknown: [String]
    /// The parts of the query that stay as they are: numbers in digits.
    public let kept: [String]
    /// How many more entries fit than ``results`` has, by language.
    public let more: [More]
    /// The language wanted, a BCP 47 tag; nil for any.
    let target: String?
    /// The facts of a lexicon in the language wanted; nil when there is none.
    let targetInfo: LexiconInfo?

    /// An answer.
    init(
        query: String, results: [AnswerResult], aside: [String] = [], unknown: [String] = [],
        kept: [String] = [], more: [More] = [], to target: String? = nil,
        _ targetInfo: LexiconInfo? = nil
    ) {
        self.query = query
        self.results = results
        self.aside = aside
        self.unknown = unknown
        self.kept = kept
        self.more = more
        self.target = target
        self.targetInfo = targetInfo
    }

    /// The answer with what other searches found before and behind its own results.
    func between(_ before: Search, _ behind: Search) -> Answer {
        var all = before
        all.add(Search(results, more))
        all.add(behind)
        return Answer(
            query: query, results: all.results, aside: aside, unknown: unknown, kept: kept, more: all.more,
            to: target, targetInfo)
    }

    /// Whether nothing was found, not even in another language than the one wanted.
    public var isEmpty: Bool { results.isEmpty }

    /// What nothing was found for: the query, or parts of it where others are answered.
    public var unanswered: [String] { isEmpty ? [query] : unknown }

    /// Whether an entry answers the question or a part of it.
    public var isAnswered: Bool { results.contains { $0.way.isAnswer } }
}

extension Answer {
    /// Entries of one language that were left out.
    public struct More: Sendable {
        /// The lexicon: its language, its titles.
        public let info: LexiconInfo
        /// How many.
        public internal(set) var count: Int
    }

    /// Results in a row that answer the same part of the query in the same way.
    public struct Group: Sendable {
        /// How they were found.
        public let way: Way
        /// What they answer: the query, or a part of it.
        public let asked: String
        /// Where its results stand in ``Answer/results``, best first; never empty.
        public let indices: Range<Int>
    }

    /// The results, those of one way together.
    ///
    /// - Complexity: O(*results*).
    public var groups: [Group] {
        var groups: [Group] = []
        var start = 0
        for index in results.indices {
            let first = results[start]
            let next = index + 1
            guard
                next == results.count || results[next].way != first.way
                    || results[next].asked != first.asked
            else { continue }
            groups.append(Group(way: first.way, asked: first.asked, indices: start..<next))
            start = next
        }
        return groups
    }
}
