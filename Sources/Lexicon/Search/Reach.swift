import Bytes

/// How far a text that grows word by word or letter by letter leads into a lexicon.
///
///     lexicon.reach(of: "uống", from: "vi", to: nil)       // .whole, where a gloss is "uống"
///     lexicon.reach(of: "con dao", from: "vi", to: nil)    // .whole, where a gloss is "con dao"
///     lexicon.reach(of: "con zzz", from: "vi", to: nil)    // .none: no longer text is found either
package enum Reach: Int, Comparable, Sendable {
    /// Nothing is spelled so, and nothing that begins with this text can be.
    case none
    /// Nothing is spelled so; a longer text may be.
    case beginning
    /// A form or a whole gloss is spelled so but for its capitals.
    case otherCapitals
    /// A form or a whole gloss is spelled so.
    case whole

    /// Whether `left` leads less far.
    package static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
}

extension Reach {
    /// How far a text leads that fits a form or gloss so.
    fileprivate init(_ quality: Quality) {
        guard quality.coverage == .whole, Match.exact.accepts(quality.spelling) else {
            self = .beginning
            return
        }
        self = quality.spelling == .caseDiffers ? .otherCapitals : .whole
    }
}

extension Lexicon {
    /// How many entries are compared for one text.
    private static let reachScan = 1024

    /// How far `text` leads.
    ///
    /// A text is divided into words by asking for longer and longer pieces of it, and by stopping at `.none`.
    ///
    /// - Parameters:
    ///   - text: One or several words, or the first letters of a word.
    ///   - source: The language of the text, a BCP 47 tag; nil for any.
    ///   - target: The language that it should lead to, a BCP 47 tag; nil for any.
    /// - Complexity: O(log *keys* + *entries that have all the words*).
    package func reach(of text: String, from source: String?, to target: String?) -> Reach {
        let scope = scope(source, target)
        let ofForms = scope.hasHeadwords ? reachOfForms(text) : .none
        if ofForms == .whole || scope.glossLanguages.isEmpty { return ofForms }
        return max(ofForms, reachOfGlosses(text, in: scope.glossLanguages))
    }

    private func reachOfForms(_ text: String) -> Reach {
        if let hit = keyHits(text, .exact, limit: 1).first { return Reach(hit.quality) }
        let key = folding.key(text)
        return key.isEmpty || headwordKeys.range(beginningWith: key).isEmpty ? .none : .beginning
    }

    private func reachOfGlosses(_ text: String, in languages: [Int]) -> Reach {
        var wanted = WantedWords(
            text, folding, spelling(ofGlossLanguage: languages[0]), .exact, limit: Lexicon.wordLimit)
        guard let first = wanted.keys.first, !first.isEmpty else { return .none }
        var reach = Reach.none
        for language in languages where language < LexiconFormat.Limit.languages {
            wanted.use(spelling(ofGlossLanguage: language))
            let found = postings(wanted, language)
            if found.isEmpty { continue }
            reach = max(reach, .beginning)
            var glosses = glossReader(in: info.glossLanguages[language])
            // Of one word the lists say themselves where it is all of a gloss.
            for posting in found.prefix(Lexicon.reachScan) where wanted.keys.count > 1 || posting.isWhole {
                guard let bytes = bytes(ofEntry: posting.entry) else { continue }
                glosses.read(bytes)
                guard let quality = bytes.withSpan({ wanted.quality(of: &glosses, in: $0) }) else { continue }
                reach = max(reach, Reach(quality))
                if reach == .whole { return reach }
            }
        }
        return reach
    }
}

extension Lexicon {
    /// Whether any word or gloss of the language `source` may lead into the language `target`; nil is any.
    ///
    ///     lexicon.leads(from: "vi", to: "rad")  // true for a lexicon of Ê Đê with Vietnamese glosses
    package func leads(from source: String?, to target: String?) -> Bool {
        let scope = scope(source, target)
        return scope.hasHeadwords || !scope.glossLanguages.isEmpty
    }
}
