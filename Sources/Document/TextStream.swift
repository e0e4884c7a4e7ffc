import Conversion

/// Text of a paragraph that stands together, run after run, and what becomes of it.
///
/// A letter may begin in one run and end in the next, as when a word is half bold, so that runs in one encoding are decoded
/// as one text.
struct TextStream {
    /// A text between two tags.
    private struct Piece {
        var text: String
        var font: LegacyFont
        var range: Range<Int>
        /// Where ` xml:space="preserve"` goes when the text needs it; nil when it is there or not needed.
        var space: Int?
        /// Whether it is the value of an attribute.
        var isValue: Bool
    }

    private(set) var edits = PartEdits()
    private(set) var report: DocumentReport
    private let part: String
    private let choice: FontChoice
    private var decoders: [TextEncoding: RunDecoder] = [:]
    private var pieces: [Piece] = []
    /// The paragraph that is being read, from 1.
    var paragraph = 0

    init(part: String, choice: FontChoice, report: DocumentReport) {
        self.part = part
        self.choice = choice
        self.report = report
    }

    /// Notes a run in the font called `name`.
    mutating func countRun(_ name: String?) { report.note(name, choice) }

    /// Adds a text in the font called `name`.
    mutating func add(
        _ text: String, _ name: String?, _ range: Range<Int>, space: Int? = nil, isValue: Bool = false
    ) {
        guard let font = choice.legacy(name) else { return end() }
        if let last = pieces.last, last.font.encoding != font.encoding { end() }
        pieces.append(Piece(text: text, font: font, range: range, space: space, isValue: isValue))
    }

    /// Nothing that follows belongs to the same letter.
    mutating func end() {
        guard let encoding = pieces.first?.font.encoding else { return }
        let texts = decode(pieces.map(\.text), encoding)
        for (piece, text) in zip(pieces, texts) {
            let text = piece.font.isCapitals ? text.uppercased() : text
            guard text != piece.text else { continue }
            edits.replace(piece.range, with: text, isValue: piece.isValue)
            if let space = piece.space, text.first?.isWhitespace == true || text.last?.isWhitespace == true {
                edits.insert(" xml:space=\"preserve\"", at: space)
            }
        }
        pieces.removeAll(keepingCapacity: true)
    }

    /// The text of an attribute, in the font called `name`.
    mutating func replaceValue(_ text: String, _ name: String?, _ range: Range<Int>) {
        end()
        add(text, name, range, isValue: true)
        end()
    }

    /// Puts another font in the place of the one that an attribute of `tag` names, where that is one to convert.
    mutating func replaceFont(
        _ tag: XMLTag, _ index: Int, in bytes: [UInt8],
        written: (String) -> String = { $0 }, read: (String) -> String = { $0 }
    ) {
        guard let replacement = choice.replacement(read(tag.attributes[index].value)),
            let range = tag.valueRange(index, in: bytes)
        else { return }
        edits.replace(range, with: written(replacement), isValue: true)
    }

    private mutating func decode(_ runs: [String], _ encoding: TextEncoding) -> [String] {
        var decoder = decoders[encoding] ?? RunDecoder(encoding)
        // Kept in one place, its memory is not copied.
        decoders[encoding] = nil
        defer { decoders[encoding] = decoder }
        let texts = decoder.decode(runs)
        if let first = decoder.left.first {
            let left = DocumentReport.Left(character: String(first), part: part, paragraph: paragraph)
            report.noteLeft(decoder.left.count, left)
        }
        return texts
    }
}
