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
        /// What was looked up: the text of the part, or một for mốt behind hai mươi.
        public let asked: String
        /// Its line in the text, from 1.
        public let line: Int
        /// How many code points stand before it in the text.
        public let offset: Int
        /// Whether a sentence or a line begins with it, so that its capital says nothing.
        public let beginsSentence: Bool
        /// Whether a sentence ends before it, or a line that was not only broken because it was full.
        public let beginsLine: Bool
        /// Whether it is a classifier of Vietnamese before another word.
        ///
        /// Where it is nothing else, it has no counterparts.
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
    /// The parts of `text`, each with a few words for it.
    ///
    /// - Parameters:
    ///   - text: A text of one or many lines.
    ///   - source: The language of the text, a BCP 47 tag; nil for any.
    ///   - target: The language wanted, a BCP 47 tag; nil for any.
    /// - Complexity: O(*different parts*) answers, and a walk through the text.
    public func reading(of text: String, from source: String?, to target: String?) -> Reading {
        var reader = TextReader(self, from: source, to: target)
        return reader.reading(of: text)
    }
}
