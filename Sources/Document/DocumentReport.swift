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

    /// Where something stands in a part.
    public enum Place: Hashable, Sendable {
        /// The paragraph, from 1; 0 before the first.
        case paragraph(Int)
        /// The cell of a sheet, such as `B2`.
        case cell(String)
    }

    /// Something in an old font that was left as it is, how often, and where first.
    public struct Left: Hashable, Sendable {
        /// What was left.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// Characters that no byte of the encoding is read as.
            case character
            /// Marks without a letter, as when a tracked change has cut one in two; they are letters of Latin-1 now.
            case mark
            /// Codes of fields, which keep their font.
            case fieldCode = "field-code"
            /// Formulas of mathematics, which keep their font.
            case math
            /// Texts around the numbers of paragraphs, of which some have an old font and others do not.
            case number
            /// Texts in the formulas and number formats of a sheet, whose cells do not all have one old font.
            case formula
        }

        /// What was left.
        public var kind: Kind
        /// How many there are.
        public var count: Int
        /// The first of them.
        public var text: String
        /// The part of the document that it is in, such as `word/document.xml`.
        public var part: String
        /// Where in the part it is.
        public var place: Place
    }

    /// The fonts, those with the most runs first.
    public var rows: [Row] { counts.values.sorted { ($1.runs, $0.font) < ($0.runs, $1.font) } }
    /// What was left as it is though its font is an old one, by its kind.
    public var left: [Left] { Left.Kind.allCases.compactMap { kinds[$0] } }

    private var counts: [String: Row] = [:]
    private var kinds: [Left.Kind: Left] = [:]

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

    mutating func noteLeft(_ kind: Left.Kind, _ text: String, _ count: Int, part: String, _ place: Place) {
        kinds[kind, default: Left(kind: kind, count: 0, text: text, part: part, place: place)].count += count
    }
}
