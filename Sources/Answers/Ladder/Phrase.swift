import Lexicon

/// A query that no entry answers, by the longest of its parts that are known.
struct Phrase {
    private let query: String
    private let ladder: Ladder
    /// The words, without signs between them.
    private let words: [String]

    /// How many words a part has at most.
    private static let longest = 6
    /// How many words a phrase has at most for words with other accents to be of use, as a slip of the typist.
    private static let fewWords = 3

    init(_ query: String, _ ladder: Ladder) {
        self.query = query
        self.ladder = ladder
        words = GlossPieces(query).words
    }

    /// The parts, in the order of the query; without results when none is known.
    func answer() -> Answer {
        let readings = [leftToRight, rightToLeft]
        var parts: [Part] = []
        for part in readings.joined() where !parts.contains(part) { parts.append(part) }
        parts.sort { ($0.start, $1.end) < ($1.start, $0.end) }
        let known = parts.filter(\.isKnown)
        guard !known.isEmpty, words.count > 1 else { return Answer(query: ladder.question.query, results: []) }
        var search = Search()
        var (aside, unknown, kept): ([String], [String], [String]) = ([], [], [])
        // Those asked for share the entries that an answer has.
        let limit = max(1, ladder.question.limit / known.count)
        var others = Search()
        for part in parts where !search.results.contains(where: { $0.asked == part.asked }) {
            if isSetAside(part) {
                aside.append(part.text)
            } else if part.isKnown {
                search.add(results(part.asked, limit: limit).found(.part))
            } else if part.isNumber {
                kept.append(part.text)
            } else {
                unknown.append(part.text)
                guard words.count <= Phrase.fewWords else { continue }
                others.add(ladder.search(part.text, limit: limit).only { $0.way == .otherAccents })
            }
        }
        search.add(others)
        return Answer(
            query: ladder.question.query, results: search.results, aside: aside, unknown: unknown, kept: kept,
            more: search.more, to: ladder.question.to)
    }
}

extension Phrase {
    /// Some words in a row.
    private struct Part: Equatable {
        let start: Int
        let end: Int
        /// As it is written.
        let text: String
        /// As it is looked up: `một` for `mốt`.
        let asked: String
        let isKnown: Bool

        /// Whether it is written in digits, which stay as they are.
        var isNumber: Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    private var leftToRight: [Part] {
        var parts: [Part] = []
        var start = 0
        while start < words.count {
            let part = longest(from: start)
            parts.append(part)
            start = part.end
        }
        return parts
    }

    private var rightToLeft: [Part] {
        var parts: [Part] = []
        var end = words.count
        while end > 0 {
            let part = longest(to: end)
            parts.insert(part, at: 0)
            end = part.start
        }
        return parts
    }

    private func longest(from start: Int) -> Part {
        for end in stride(from: min(words.count, start + Phrase.longest), to: start, by: -1) {
            if let part = known(start, end) { return part }
        }
        return part(start, start + 1, isKnown: false)
    }

    private func longest(to end: Int) -> Part {
        for start in max(0, end - Phrase.longest)..<end {
            if let part = known(start, end) { return part }
        }
        return part(end - 1, end, isKnown: false)
    }

    private func part(_ start: Int, _ end: Int, isKnown: Bool, asked: String? = nil) -> Part {
        let text = Array(words[start..<end]).text(parted: " ")
        return Part(start: start, end: end, text: text, asked: asked ?? text, isKnown: isKnown)
    }

    /// The words from `start` to `end` when an entry answers them.
    private func known(_ start: Int, _ end: Int) -> Part? {
        if end - start == words.count { return nil }
        if end - start == 1, let basic = basic(start) { return part(start, end, isKnown: true, asked: basic) }
        let plain = part(start, end, isKnown: true)
        return results(plain.asked, limit: 1).results.isEmpty ? nil : plain
    }

    /// The word of which the one numbered `index` is the form it has in numbers; nil where it stands for itself.
    private func basic(_ index: Int) -> String? {
        guard ladder.isVietnamese else { return nil }
        let before = index > 0 ? words[index - 1].lowercased() : nil
        guard let basic = Numerals.basic(words[index].lowercased(), behind: before) else { return nil }
        return results(basic, limit: 1).results.isEmpty ? nil : basic
    }

    /// What answers `text` wholly: directly, or through a concept or a third language.
    private func results(_ text: String, limit: Int) -> Search {
        var found = ladder.search(text, limit: limit, isWhole: true)
        if !found.results.isEmpty { return found }
        found = ladder.search(text, limit: limit).only { $0.way == .withoutClassifier }
        if !found.results.isEmpty { return found }
        let isPlain = Search.isPlain(text)
        return ladder.bridge(text, limit: limit).only {
            $0.found.hit.quality.coverage == .whole && (isPlain || $0.way != .otherAccents)
        }
    }

    /// Whether `part` is a classifier before a noun, or only fills the place of tens in a number.
    private func isSetAside(_ part: Part) -> Bool {
        guard ladder.isVietnamese, part.end - part.start == 1 else { return false }
        let word = part.text.lowercased()
        if Numerals.isFiller(word, behind: part.start > 0 ? words[part.start - 1].lowercased() : nil) { return true }
        return Classifiers.has(word) && part.end < words.count
    }
}
