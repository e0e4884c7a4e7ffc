public import Conversion

/// What was found in a document, run by run.
///
/// A run is a stretch of text with one look.
public struct DocumentReport: Hashable, Sendable {
    /// The runs in one font.
    public struct Row: Hashable, Sendable {
        /// The name of the font; empty when the document names none.
        public var font: String
        /// The encoding that its text was in; nil when it was left as it is.
        public var encoding: TextEncoding?
        /// The font that it has now; nil when that is the same.
        public var replacement: String?
        /// How many runs there are.
        public var runs: Int
    }

    /// A character that stayed in text that was converted.
    public struct Left: Hashable, Sendable {
        /// The character.
        public var character: String
        /// The part of the document, such as `word/document.xml`.
        public var part: String
        /// The paragraph in it, from 1.
        public var paragraph: Int
    }

    /// The fonts, those with the most runs first.
    public var rows: [Row] { counts.values.sorted { ($1.runs, $0.font) < ($0.runs, $1.font) } }
    /// How many characters stayed because no byte of the encoding is read so.
    public private(set) var left = 0
    /// The first of them.
    public private(set) var firstLeft: Left?

    private var counts: [String: Row] = [:]

    /// How many runs were converted.
    public var converted: Int { counts.values.reduce(0) { $0 + ($1.encoding == nil ? 0 : $1.runs) } }

    mutating func note(_ font: String?, _ choice: FontChoice) {
        let name = font ?? ""
        counts[
            name,
            default: Row(
                font: name, encoding: choice.legacy(name)?.encoding,
                replacement: choice.replacement(name), runs: 0)
        ].runs += 1
    }

    mutating func noteLeft(_ count: Int, _ first: Left) {
        left += count
        if firstLeft == nil { firstLeft = first }
    }
}
