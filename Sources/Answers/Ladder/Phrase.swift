import Lexicon
import Text

/// A query that no entry answers, by the longest of its parts that are known.
///
/// It is divided from the left and from the right, and the parts of both readings are answered.
struct Phrase {
    private let ladder: Ladder
    private let parts: [Part]
    /// Whether the whole of it has no accents.
    private let isPlain: Bool

    /// How many words a phrase has at most for words with other accents to be of use, as a slip of the typist.
    private static let fewWords = 3

    /// The parts of `query`; none when it has only one.
    init(_ query: String, _ ladder: Ladder) {
        let ladder = ladder.inLanguage(of: query)
        self.ladder = ladder
        isPlain = Search.isPlain(query)
        var parts: [Part] = []
        for side in [NamedLexicons.ReadingSide.left, .right] {
            let reading = Phrase.reading(query, ladder, side)
            for part in reading where !parts.contains(part) { parts.append(part) }
        }
        parts.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
        self.parts = parts.count > 1 ? parts : []
    }

    /// The answers to the parts, in the order of the query; without results when none is known.
    func answer() -> Answer {
        var (search, others) = (Search(), Search())
        var (aside, unknown, kept): ([String], [String], [String]) = ([], [], [])
        let asked = parts.filter { $0.use == .asked }
        // Those asked for share the entries that an answer has.
        let limit = max(1, ladder.question.limit / max(1, asked.count))
        for part in parts where !search.results.contains(where: { $0.asked == part.asked }) {
            switch part.use {
            case .aside: aside.append(part.text)
            case .kept: kept.append(part.text)
            case .asked:
                let found = results(part.asked, limit: limit)
                search.add(found.found(.part))
                guard found.results.isEmpty else { continue }
                unknown.append(part.text)
                guard parts.count <= Phrase.fewWords else { continue }
                others.add(ladder.search(part.asked, limit: limit).only(\.isSlip))
            }
        }
        // A word that only looks like one of several unknown ones is of no use.
        if search.results.isEmpty, aside.isEmpty { return Answer(query: ladder.question.query, results: []) }
        // A grain of salt is salt where no lexicon has a word for grains.
        if unknown.count == 1, parts.count == 2, isClassifier(unknown[0]), unknown[0] == parts[0].text {
            search = search.found(.withoutClassifier)
            aside += unknown
            unknown = []
        }
        search.add(others)
        return Answer(
            query: ladder.question.query, results: search.results, aside: aside, unknown: unknown, kept: kept,
            more: search.more, to: ladder.question.to)
    }

    /// Whether `word` may be a classifier although it is a noun.
    private func isClassifier(_ word: String) -> Bool {
        ladder.isVietnamese && Classifiers.isNoun(word.lowercased())
    }

    /// What answers `text` wholly: directly, or through a concept or a third language.
    private func results(_ text: String, limit: Int) -> Search {
        // Who types accents means a word without any as it is.
        var found = ladder.search(text, limit: limit, isWhole: true, isPlain: isPlain)
        if !found.results.isEmpty { return found }
        found = ladder.search(text).only { $0.way == .withoutClassifier }
        if !found.results.isEmpty { return found }
        found = ladder.bridge(text, limit: limit).only {
            $0.found.hit.quality.coverage == .whole && (isPlain || $0.way != .otherAccents)
        }
        return found.results.isEmpty ? ladder.search(text, limit: limit, isWhole: true) : found
    }
}

// MARK: Dividing a query

extension Phrase {
    /// A part of a query, and what becomes of it.
    private struct Part: Equatable {
        enum Use { case asked, aside, kept }

        let range: Range<String.Index>
        /// As it is written.
        let text: String
        /// As it is looked up: `một` for `mốt`.
        let asked: String
        let use: Use
    }

    private static func reading(
        _ query: String, _ ladder: Ladder, _ side: NamedLexicons.ReadingSide
    ) -> [Part] {
        let (from, to) = (ladder.question.from, ladder.question.to)
        let segments = ladder.lexicons.segments(of: query, from: from, to: to, side: side)
            .flatMap { $0.kind == .elsewhere ? $0.words(in: query) : [$0] }
        let words = segments.map { $0.text.lowercased() }
        return segments.indices.map { index in
            let segment = segments[index]
            var (use, asked) = (Part.Use.asked, segment.text)
            let before = index > 0 ? words[index - 1].split(separator: " ").last.map(String.init) : nil
            if words[index].utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
                use = .kept
            } else if ladder.isVietnamese {
                if Numerals.isFiller(words[index], behind: before) {
                    use = .aside
                } else if Classifiers.has(words[index]), index + 1 < segments.count,
                    isBlank(query, segment, segments[index + 1])
                {
                    use = .aside
                } else if let basic = Numerals.basic(words[index], behind: before) {
                    asked = basic
                }
            }
            return Part(range: segment.range, text: segment.text, asked: asked, use: use)
        }
    }

    /// Whether nothing but blanks is between two segments, so that the one may be a classifier of the other.
    private static func isBlank(_ query: String, _ left: Segment, _ right: Segment) -> Bool {
        guard left.range.upperBound <= right.range.lowerBound else { return false }
        return query.unicodeScalars[left.range.upperBound..<right.range.lowerBound]
            .allSatisfy { $0.properties.isWhitespace }
    }
}

extension AnswerResult {
    /// Whether nothing but tones or one mark is another than was typed.
    fileprivate var isSlip: Bool { way == .otherAccents && found.hit.quality.accents <= 4 }
}

extension Segment {
    /// The words of a segment that only other languages than the one wanted have: *mười lăm* is *mười* and *lăm*.
    fileprivate func words(in text: String) -> [Segment] {
        let words = text[range].split { $0.isWhitespace }
        if words.count == 1 { return [self] }
        return words.map { Segment(text: String($0), range: $0.startIndex..<$0.endIndex, kind: .unknown) }
    }
}

// MARK: The language of a phrase

extension Ladder {
    /// How many words of a phrase are looked at to see in which language it is.
    private static let sampleLength = 160

    /// The ladder for the language in which most words of `phrase` are known: words of one phrase are of one language.
    ///
    /// Of several, the language comes first in which most lexicons have their glosses.
    fileprivate func inLanguage(of phrase: String) -> Ladder {
        guard question.from == nil else { return self }
        let sample = String(phrase.prefix(Ladder.sampleLength))
        var best: (tag: String, unknown: Int)?
        for tag in lexicons.tags where best?.unknown != 0 {
            let segments = lexicons.segments(of: sample, from: tag, to: question.to)
            let unknown = segments.reduce(0) { $0 + ($1.kind == .unknown ? $1.text.unicodeScalars.count : 0) }
            if segments.contains(where: \.isKnown), unknown < best?.unknown ?? .max { best = (tag, unknown) }
        }
        var question = question
        question.from = best?.tag
        return Ladder(lexicons: lexicons, question: question)
    }
}

extension NamedLexicons {
    /// The languages of glosses, the most frequent first, then those of headwords.
    fileprivate var tags: [String] {
        var tags: [String] = []
        var counts: [Int] = []
        for info in set.lexicons.map(\.info) {
            for language in info.glossLanguages {
                if let index = tags.firstIndex(of: language) {
                    counts[index] += 1
                } else {
                    tags.append(language)
                    counts.append(1)
                }
            }
        }
        tags = tags.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }.map { tags[$0] }
        for info in set.lexicons.map(\.info) where !tags.contains(info.language) {
            tags.append(info.language)
        }
        return tags
    }
}
