public import Lexicon
import Text

/// An entry that answers a question.
public struct AnswerResult: Sendable {
    /// What was asked.
    public let query: String
    /// The part of the query that the entry answers, as it was looked up; the query itself when that is the whole.
    public let asked: String
    /// How it was found.
    public internal(set) var way: Way
    /// The name of the lexicon.
    public let lexiconName: String
    /// The entry, and how well it fits.
    public let found: SearchResult
    /// The language wanted.
    var target: String?
    /// The name of the lexicon in which the query itself was found, when a third language led to the entry.
    public let bridgeName: String

    /// The entry.
    public var entry: Entry { found.entry }
    /// Whether it is shown only to those who ask for it; see `Entry.isCoarse`.
    public var isCoarse: Bool { entry.isCoarse }
    /// The facts of its lexicon.
    public var info: LexiconInfo { found.lexicon.info }

    /// Those of `glosses` in the language wanted; all when there are none, as when that is the language of the headwords.
    ///
    /// Where these were found by concept, those that the source itself gives stay beside them.
    public func glosses(_ glosses: [Gloss]) -> [Gloss] {
        guard let target else { return glosses }
        let wanted = glosses.filter { LanguageTag.fits(target, $0.language) }
        if wanted.isEmpty { return glosses }
        guard wanted.contains(where: { method(in: $0.language) == .concept }) else { return wanted }
        return wanted
            + glosses.filter { !LanguageTag.fits(target, $0.language) && method(in: $0.language) == .direct }
    }

    /// How the glosses in `language` were found.
    func method(in language: String) -> Entry.GlossMethod { info.method(of: entry, in: language) }

    /// Whether a gloss that is shown was found by concept.
    var hasConceptGlosses: Bool {
        entry.senses.contains { sense in
            glosses(sense.glosses).contains { method(in: $0.language) == .concept }
        }
    }

    /// What rules made of the headword, where the source does not romanise it or the query is only found so.
    var shownTransliterations: [Transliteration] {
        entry.romanisation == nil || found.hit.field == .transliteration ? entry.transliterations : []
    }

    /// The text of the entry's source.
    var sourceText: String? { info.sources.first { $0.id == entry.source }?.text }
}
