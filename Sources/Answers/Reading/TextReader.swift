import Lexicon
import Text

/// Reads texts word by word, and remembers the words it has met.
///
///     var reader = TextReader(lexicons, from: "vi", to: "rad")
///     reader.reading(of: "Trâu uống nước.").words.count  // 3
///     reader.reading(of: "Trâu uống nước")               // takes no search any more
public struct TextReader: Sendable {
    /// How many words there are for a part at most.
    private static let wordLimit = 3
    /// How many entries are looked at for them.
    private static let entryLimit = 32
    /// How many parts are remembered; more words than a book has.
    private static let most = 100_000

    private let lexicons: NamedLexicons
    private let source: String?
    private let target: String?
    private let isVietnamese: Bool
    private var pieces: KnownPieces
    private var known: [String: [Counterpart]] = [:]

    /// A reader of texts in one language.
    ///
    /// - Parameters:
    ///   - lexicons: Where words are looked up.
    ///   - source: The language of the texts, a BCP 47 tag; nil for any.
    ///   - target: The language wanted, a BCP 47 tag; nil for any.
    public init(_ lexicons: NamedLexicons, from source: String?, to target: String?) {
        self.lexicons = lexicons
        self.source = source
        self.target = target
        isVietnamese = source.map { LanguageTag.fits($0, Classifiers.language) } ?? true
        pieces = KnownPieces(lexicons, from: source, to: target)
    }

    /// The parts of `text`, each with a few words for it.
    ///
    /// - Complexity: O(*n*), and an answer for each part that was not met before.
    public mutating func reading(of text: String) -> Reading {
        let units = TextUnit.units(of: text)
        var segmentReader = SegmentReader(text, units, Names(units, text), pieces)
        let segments = segmentReader.segments(.left)
        pieces = segmentReader.pieces
        var place = Place(text)
        var words: [Reading.Word] = []
        var unit = 0
        for (index, segment) in segments.enumerated() {
            place.move(to: segment.range.lowerBound)
            while units[unit].range.lowerBound < segment.range.lowerBound { unit += 1 }
            let before = index > 0 ? segments[index - 1] : nil
            let next = index + 1 < segments.count ? segments[index + 1] : nil
            let asked = basic(segment, behind: before, in: text) ?? segment.text
            let classifier = next.flatMap { self.classifier(segment, before: $0, in: text) }
            let isKnown = segment.kind != .unknown || asked != segment.text
            let hasOwnMeaning = segment.kind != .name && classifier != .only
            words.append(
                Reading.Word(
                    segment: segment, asked: asked, line: place.line, offset: place.offset,
                    beginsSentence: units[unit].beginsSentence, beginsLine: units[unit].beginsLine,
                    isClassifier: classifier != nil,
                    counterparts: hasOwnMeaning ? counterparts(of: asked, isKnown: isKnown) : []))
        }
        return Reading(text: text, words: words)
    }

    // MARK: Vietnamese

    /// How sure it is that a word is a classifier.
    private enum ClassifierUse {
        /// A lexicon has the two words as one gloss: con gà.
        case only
        /// It may be a word of its own too: con is a child.
        case perhaps
    }

    /// Whether `segment` is a classifier of the segment `next` behind it; nil when it is none.
    private mutating func classifier(_ segment: Segment, before next: Segment, in text: String)
        -> ClassifierUse?
    {
        guard isVietnamese, Classifiers.has(segment.text.lowercased()), isNext(segment, next, in: text) else {
            return nil
        }
        let found = pieces.reach(of: "\(segment.text) \(next.text)")
        return max(found.direct, found.elsewhere) >= .otherCapitals ? .only : .perhaps
    }

    /// The word of which `segment` is the form behind another numeral; nil where it stands for itself.
    private func basic(_ segment: Segment, behind before: Segment?, in text: String) -> String? {
        guard isVietnamese, let before, isNext(before, segment, in: text) else { return nil }
        return Numerals.basic(segment.text.lowercased(), behind: before.text.lowercased())
    }

    /// Whether only blanks stand between two segments.
    private func isNext(_ first: Segment, _ second: Segment, in text: String) -> Bool {
        text.unicodeScalars[first.range.upperBound..<second.range.lowerBound].allSatisfy {
            $0.properties.isWhitespace
        }
    }

    // MARK: Words for a part

    /// The best words for `part`, all found in the surest way that finds any.
    ///
    /// - Parameters:
    ///   - part: What is looked up.
    ///   - isKnown: Whether some lexicon has it, so that it may lead on through a concept or a third language.
    private mutating func counterparts(of part: String, isKnown: Bool) -> [Counterpart] {
        if let known = known[part] { return known }
        var results = directResults(part)
        if results.isEmpty, isKnown {
            let question = Question(part, from: source, to: target, limit: TextReader.entryLimit)
            results = Ladder(lexicons: lexicons, question: question).bridge(part).results
                .filter { $0.way == .throughConcept || $0.way == .throughLanguage }
        }
        var chosen: [Counterpart] = []
        for result in results where result.way == results[0].way && !result.isCoarse {
            for word in result.counterparts(from: source)
            where chosen.count < TextReader.wordLimit && !chosen.contains(where: word.isSame) {
                chosen.append(word)
            }
        }
        if known.count >= TextReader.most { known = [:] }
        known[part] = chosen
        return chosen
    }

    /// The entries that are `part` and nothing else; or those that have a classifier before it, or that rules spell so.
    ///
    /// What only looks like the part, or has it among other words, does not stand for a word of a text.
    private func directResults(_ part: String) -> [AnswerResult] {
        let found = lexicons.set.search(part, from: source, to: target, limit: TextReader.entryLimit)
        let isPlain = Search.isPlain(part)
        let results = found.map { found in
            var way = Way(found, .exact, isPlain: isPlain)
            if way == .longer, found.isClassified(part) { way = .withoutClassifier }
            return AnswerResult(
                query: part, asked: part, way: way, lexiconName: lexicons.name(of: found.lexicon),
                found: found,
                target: target, bridgeName: "")
        }
        for way in [Way.exact, .withoutClassifier, .rules] {
            let fitting = results.filter { $0.way == way }
            if !fitting.isEmpty { return fitting }
        }
        return []
    }
}

/// A place in a text that moves on.
private struct Place {
    private let scalars: String.UnicodeScalarView
    private var index: String.Index
    /// How many code points stand before it.
    private(set) var offset = 0
    /// Its line, from 1.
    private(set) var line = 1

    init(_ text: String) {
        scalars = text.unicodeScalars
        index = scalars.startIndex
    }

    mutating func move(to end: String.Index) {
        while index < end {
            let scalar = scalars[index]
            scalars.formIndex(after: &index)
            offset += 1
            // A carriage return belongs to the line feed behind it.
            let isPair = scalar == "\r" && index < scalars.endIndex && scalars[index] == "\n"
            if ReadingScript.endsLine(scalar), !isPair { line += 1 }
        }
    }
}
