import Lexicon
import Text

/// A running text with the words of another language for each of its parts.
///
///     let reading = lexicons.reading(of: "Trâu uống nước.", from: "vi", to: "rad")
///     reading.words.map { $0.counterparts.first?.text }  // ["kbao", "mnăm", "êa"]
///
/// It is no translation: the words stand in the order of the text, and each is looked up alone.
public struct Reading: Sendable {
    /// A part of the text, and what stands for it.
    public struct Word: Sendable {
        /// The part.
        public let segment: Segment
        /// Its line in the text, from 1.
        public let line: Int
        /// How many code points stand before it in the text.
        public let offset: Int
        /// Whether a sentence or a line begins with it, so that its capital says nothing.
        public let beginsSentence: Bool
        /// Whether a sentence ends before it, or a line that was not only broken because it was full.
        public let beginsLine: Bool
        /// Whether it is a classifier of Vietnamese before another word. Where it is nothing else, it has no counterparts.
        public let isClassifier: Bool
        /// The words for it, the best first, all found in one way; none for a name and for what is unknown.
        public let counterparts: [Counterpart]

        /// How its counterparts were found.
        public var way: Way { counterparts.first?.way ?? .none }
    }

    /// The text.
    public let text: String
    /// Its parts, in order.
    public let words: [Word]

    /// Whether no part of it is known.
    public var isEmpty: Bool { words.allSatisfy { $0.counterparts.isEmpty } }
}

extension NamedLexicons {
    /// How many entries are looked at for one part of a text.
    private static let entriesOfWord = 8

    /// The parts of `text`, each with a few words for it.
    ///
    /// - Parameters:
    ///   - text: A text of one or many lines.
    ///   - source: The language of the text, a BCP 47 tag; nil for any.
    ///   - target: The language wanted, a BCP 47 tag; nil for any.
    ///   - limit: How many words there are for a part at most.
    /// - Complexity: O(*different parts*) answers, and a walk through the text.
    public func reading(of text: String, from source: String?, to target: String?, limit: Int = 3) -> Reading
    {
        var known: [String: [Counterpart]] = [:]
        let scalars = text.unicodeScalars
        var place = (index: text.startIndex, offset: 0, line: 1)
        let units = TextUnit.units(of: text)
        var unit = 0
        let segments = segments(of: text, from: source, to: target, keepsNames: true)
        let words = segments.enumerated().map { index, segment in
            while place.index < segment.range.lowerBound {
                let scalar = scalars[place.index]
                scalars.formIndex(after: &place.index)
                place.offset += 1
                // A carriage return belongs to the line feed behind it.
                let isPair = scalar == "\r" && place.index < scalars.endIndex && scalars[place.index] == "\n"
                if ReadingScript.endsLine(scalar), !isPair { place.line += 1 }
            }
            while units[unit].range.lowerBound < segment.range.lowerBound { unit += 1 }
            var counterparts: [Counterpart] = []
            let next = index + 1 < segments.count ? segments[index + 1] : nil
            let classifier = next.flatMap { self.classifier(segment, before: $0, in: text, source) }
            if segment.kind != .name, classifier != .only {
                counterparts =
                    known[segment.text]
                    ?? self.counterparts(of: segment.text, from: source, to: target, limit)
                known[segment.text] = counterparts
            }
            return Reading.Word(
                segment: segment, line: place.line, offset: place.offset,
                beginsSentence: units[unit].beginsSentence, beginsLine: units[unit].beginsLine,
                isClassifier: classifier != nil, counterparts: counterparts)
        }
        return Reading(text: text, words: words)
    }

    /// How sure it is that a word is a classifier.
    private enum ClassifierUse {
        /// A lexicon has the two words as one gloss: con trâu.
        case only
        /// It may be a word of its own too: con is a child.
        case perhaps
    }

    /// Whether `segment` is a classifier of the segment `next` behind it; nil when it is none.
    private func classifier(
        _ segment: Segment, before next: Segment, in text: String, _ source: String?
    ) -> ClassifierUse? {
        guard source.map({ LanguageTag.fits($0, Classifiers.language) }) ?? true,
            Classifiers.has(segment.text.lowercased()),
            text.unicodeScalars[segment.range.upperBound..<next.range.lowerBound].allSatisfy({
                $0.properties.isWhitespace
            })
        else { return nil }
        let both = "\(segment.text) \(next.text)"
        let isOne = set.lexicons.contains {
            $0.reach(of: both, from: Classifiers.language, to: nil) >= .otherCapitals
        }
        return isOne ? .only : .perhaps
    }

    /// The best words for `part`, all found in the surest way that finds any.
    private func counterparts(
        of part: String, from source: String?, to target: String?, _ limit: Int
    ) -> [Counterpart] {
        let answer = answer(
            Question(part, from: source, to: target, limit: NamedLexicons.entriesOfWord))
        let results = answer.results.filter { $0.way.isWordForWord && $0.asked == part }
        guard let way = results.first?.way else { return [] }
        var chosen: [Counterpart] = []
        for result in results where result.way == way {
            for word in result.counterparts(from: source)
            where chosen.count < limit && !chosen.contains(where: word.isSame) { chosen.append(word) }
        }
        return chosen
    }
}

extension Way {
    /// Whether what is found so may stand for a word of a text: not what only looks like it.
    fileprivate var isWordForWord: Bool {
        switch self {
        case .exact, .withoutClassifier, .throughConcept, .throughLanguage, .rules: true
        case .longer, .part, .otherAccents, .neighbour, .asked, .none: false
        }
    }
}
