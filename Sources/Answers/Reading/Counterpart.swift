public import Lexicon
import Text

/// A word of another language that stands for a segment of a text.
///
///     reading.words[1].counterparts.first?.text  // "kbao", for the Vietnamese trâu
public struct Counterpart: Sendable {
    /// The word: a headword, or a gloss where the segment is a headword itself.
    public let text: String
    /// The language of the word, a BCP 47 tag.
    public let language: String
    /// How it was found.
    public var way: Way { result.way }
    /// How the gloss was found by which the entry leads to the word.
    public let method: Entry.GlossMethod
    /// The gloss that is the word or the segment; nil for an entry that was found through a third language.
    public let gloss: Gloss?
    /// The entry.
    public let result: AnswerResult

    /// Whether the word says no more than `other` does: con chó, where there is chó.
    func isSame(as other: Counterpart) -> Bool {
        guard language == other.language else { return false }
        if text == other.text { return true }
        return LanguageTag.fits(Classifiers.language, language)
            && Classifiers.noun(in: text)?.noun == other.text
    }

    /// Whether the word is in the one language that was asked for.
    var isInLanguageWanted: Bool {
        result.target.map { LanguageTag.fits($0, language, script: script) } ?? false
    }

    /// The script of a headword.
    private var script: String? { language == result.info.language ? result.info.script : nil }
}

extension AnswerResult {
    /// The words that the entry gives for what was asked in the language `source`, the best first.
    ///
    /// For a gloss that is the headword; for a headword these are the glosses in one language.
    func counterparts(from source: String?) -> [Counterpart] {
        guard found.bridge == nil else {
            return [
                Counterpart(
                    text: entry.headword, language: info.language, method: .direct, gloss: nil, result: self)
            ]
        }
        if found.hit.field == .gloss {
            let gloss = gloss(asked: asked, in: source)
            let method = gloss.map { self.method(in: $0.language) } ?? .direct
            return [
                Counterpart(
                    text: entry.headword, language: info.language, method: method, gloss: gloss, result: self)
            ]
        }
        let glosses = entry.senses.flatMap { self.glosses($0.glosses) }
        guard let language = glosses.first?.language else { return [] }
        return glosses.filter { $0.language == language }.map { gloss in
            Counterpart(
                text: gloss.text, language: language, method: method(in: language), gloss: gloss,
                result: self)
        }
    }

    /// The gloss in the language `source` that was asked for: the one that is `query`, else the first.
    private func gloss(asked query: String, in source: String?) -> Gloss? {
        let glosses = entry.senses.flatMap { $0.glosses }.filter { gloss in
            source.map { LanguageTag.fits($0, gloss.language) } ?? true
        }
        let wanted = query.lowercased()
        return glosses.first { $0.text.lowercased() == wanted }
            ?? glosses.first { $0.text.lowercased().contains(wanted) } ?? glosses.first
    }
}
