public import Lexicon
import Text

/// Lexicons to which questions are put, each with the name it is called by.
///
///     let lexicons = NamedLexicons([("rad/core", ede), ("bdq/core", bahnar)])
///     let answer = lexicons.answer(Question("nước", from: "vi"))
///     answer.results.map(\.entry.headword)  // ["êa", "đak"]
public struct NamedLexicons: Sendable {
    /// The names, in order of preference.
    public let names: [String]
    /// The lexicons, in the same order.
    public let set: LexiconSet

    /// These lexicons, in order of preference.
    public init(_ lexicons: [(name: String, lexicon: Lexicon)]) {
        names = lexicons.map(\.name)
        set = LexiconSet(lexicons.map(\.lexicon))
    }

    /// What answers `question`: the entries that fit it as it was put, or else what a looser reading of it finds, each
    /// with its ``Way``.
    ///
    /// - Complexity: That of a search of the `LexiconSet`; of several where the first finds nothing.
    public func answer(_ question: Question) -> Answer { Ladder(lexicons: self, question: question).answer() }

    /// The name of `lexicon`.
    ///
    /// There are few; the types of a dictionary would take longer to make at run time than this to go through.
    func name(of lexicon: Lexicon) -> String {
        set.lexicons.firstIndex { $0 === lexicon }.map { names[$0] } ?? ""
    }

    /// Whether a lexicon has words or glosses in the language `tag`; if none does, nothing can ever be found in it.
    public func knows(_ tag: String) -> Bool {
        self.set.lexicons.contains { lexicon in
            LanguageTag.fits(tag, lexicon.info.language, script: lexicon.info.script)
                || lexicon.info.glossLanguages.contains { LanguageTag.fits(tag, $0) }
        }
    }

    /// Whether an entry has an example or a definition, without which a search of running text finds notes only.
    ///
    /// - Complexity: O(*entries*) where none has.
    public var haveExamples: Bool {
        self.set.lexicons.contains { lexicon in
            (0..<lexicon.entryCount).contains { id in
                lexicon.entry(id)?.senses.contains { !$0.examples.isEmpty || !$0.definitions.isEmpty }
                    ?? false
            }
        }
    }

    /// The languages of words and glosses, in alphabetical order.
    ///
    /// - Parameter tag: What was asked for. Where a lexicon has that language in another script, its script is named.
    public func languages(besides tag: String) -> [String] {
        var languages: Set<String> = []
        for info in set.lexicons.map(\.info) {
            let isOtherScript =
                !info.language.contains("-") && LanguageTag.fits(tag.primarySubtag, info.language)
            languages.insert(isOtherScript ? "\(info.language)-\(info.script)" : info.language)
            languages.formUnion(info.glossLanguages)
        }
        return languages.sorted()
    }
}
