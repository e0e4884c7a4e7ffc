public import Lexicon
import Text

/// What may have been meant when nothing was found.
///
///     let near = lexicons.suggestions(Question("chời", from: "vi"))
///     near.words         // ["trời"]
///     near.all[0].cause  // .confusion("ch", "tr")
public struct Suggestions: Sendable {
    /// How many words are named.
    static let most = 5

    /// The nearest words, the best first.
    public let all: [Suggestion]
    /// Another kind of match that finds something, or nil.
    public let match: Match?

    /// The nearest words, the best first, without what led to them.
    public var words: [String] { all.map(\.word) }
}

/// A word that may have been meant.
public struct Suggestion: Sendable {
    /// What may have led from the word meant to the one typed.
    public enum Cause: Sendable, Hashable {
        /// It was typed by the rules of this input method, and nothing turned the keys into letters: `Telex`.
        case typing(String)
        /// Two spellings that are confused: the one typed, and the one meant.
        case confusion(String, String)
    }

    /// The word, or the words of a gloss.
    public let word: String
    /// What may have led to it, where that is worth saying.
    public let cause: Cause?
}

/// What a query may be when its letters are the keys of an input method.
///
///     Retyped("nước", by: "Telex")  // for the query nuowcs
public struct Retyped: Sendable {
    /// The text that the keys write.
    public let text: String
    /// What the input method is called.
    public let method: String

    /// The text that keys write by `method`.
    public init(_ text: String, by method: String) {
        self.text = text
        self.method = method
    }
}

extension NamedLexicons {
    /// What may have been meant by `question`, to which nothing is an answer.
    ///
    /// What was typed as keys comes first and alone. Then come the nearest words by the slips that Vietnamese writers and
    /// learners make; <doc:Near-words> has the table. Words that are too far, and coarse ones, are not suggested.
    ///
    /// - Parameters:
    ///   - question: What was asked.
    ///   - retyped: What the query is in other ways of typing; asked only about letters and digits of ASCII.
    /// - Complexity: That of a fuzzy search, which reads all keys of all lexicons, and half as much again.
    public func suggestions(_ question: Question, retyped: (String) -> [Retyped] = { _ in [] }) -> Suggestions
    {
        let search = SuggestionSearch(question, set)
        if let typing = search.typing(retyped) { return Suggestions(all: [typing], match: nil) }
        return Suggestions(all: search.near, match: search.otherMatch)
    }
    /// What may have been meant besides `answer`, which is no sure one: words that sound like the query, or like a part of
    /// it that nothing answers.
    ///
    ///     let question = Question("châu", from: "vi")
    ///     lexicons.soundingLike(question, besides: lexicons.answer(question))  // trâu: the answer has châu chấu only
    ///
    /// - Parameters:
    ///   - question: What was asked.
    ///   - answer: Its answer; with an entry that is more than a longer form, a part or one with other accents there is
    ///     nothing to suggest.
    ///   - retyped: As in ``suggestions(_:retyped:)``.
    /// - Complexity: That of some dozen searches; nothing for a sure answer.
    public func soundingLike(
        _ question: Question, besides answer: Answer, retyped: (String) -> [Retyped] = { _ in [] }
    ) -> [(asked: String, suggestion: Suggestion)] {
        guard question.match == .exact, !answer.isEmpty else { return [] }
        let isPlain = Search.isPlain(question.query)
        let isUnsure = answer.results.allSatisfy { result in
            switch result.way {
            case .longer, .part, .neighbour: true
            case .otherAccents: !isPlain
            default: false
            }
        }
        guard isUnsure else { return [] }
        var found: [(asked: String, suggestion: Suggestion)] = []
        for asked in [question.query] + answer.unknown.prefix(Suggestions.most) where asked.utf8.count <= 64 {
            var part = question
            part.query = asked
            let search = SuggestionSearch(part, set)
            if let suggestion = search.typing(retyped) ?? search.alike { found.append((asked, suggestion)) }
        }
        return found
    }
}
