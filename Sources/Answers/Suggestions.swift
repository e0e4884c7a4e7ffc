public import Lexicon
import Text

/// What may have been meant when nothing was found.
public struct Suggestions: Sendable {
    /// How many words are named.
    private static let most = 5

    /// The nearest words, the best first.
    public let words: [String]
    /// Another kind of match that finds something, or nil.
    public let match: Match?
}

extension NamedLexicons {
    /// What may have been meant by `question`, to which nothing is an answer.
    ///
    /// - Complexity: That of a fuzzy search, which reads all keys of all lexicons.
    public func suggestions(_ question: Question) -> Suggestions {
        Suggestions(question, set)
    }
}

extension Suggestions {
    fileprivate init(_ question: Question, _ set: LexiconSet) {
        func search(_ match: Match, limit: Int) -> [SearchResult] {
            set.search(question.query, match, from: question.from, to: question.to, limit: limit)
        }
        var words: [String] = []
        for found in search(.fuzzy, limit: 4 * Suggestions.most) where words.count < Suggestions.most {
            let word = Suggestions.word(of: found, near: question)
            if !words.contains(word) { words.append(word) }
        }
        self.words = words
        let others: [Match] = [.folded, .prefix, .gloss, .text]
        match = others.first { $0 != question.match && !search($0, limit: 1).isEmpty }
    }

    /// The headword found, or the words of the gloss that are nearest to the query.
    private static func word(of found: SearchResult, near question: Question) -> String {
        let entry = found.entry
        guard found.hit.field == .gloss else { return entry.headword }
        let wanted = Array(question.query.lowercased())
        let glosses = entry.senses.flatMap(\.glosses).filter { gloss in
            question.from.map { LanguageTag.fits($0, gloss.language) } ?? true
        }
        let pieces = glosses.flatMap { GlossPieces($0.text).pieces.map { $0.joined(separator: " ") } }
        let nearest = pieces.min {
            editDistance(Array($0.lowercased()), wanted) < editDistance(Array($1.lowercased()), wanted)
        }
        return nearest ?? entry.headword
    }
}
