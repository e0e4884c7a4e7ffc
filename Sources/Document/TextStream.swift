import Conversion

/// Text of a paragraph that stands together, run after run, and what becomes of it.
///
/// A letter may begin in one run and end in the next, as when a word is half bold, so that runs in one encoding are decoded
/// as one text. A wall, such as a tab or the end of the paragraph, keeps letters apart.
struct TextStream {
    /// What the bytes of a piece are, and so what is written in their place.
    enum Form {
        /// The text of an element. `space` is where ` xml:space="preserve"` goes when the text needs it; nil when it is
        /// there or not needed. `name` is the name of the element as it is written, if a `w:sym` may stand beside it.
        case content(space: Int? = nil, name: String? = nil)
        /// The value of an attribute.
        case value
        /// An element that stands for a character; one with this name and the letter takes its place.
        case element(name: String)
    }

    /// A text between two tags.
    private struct Piece {
        var text: String
        var font: LegacyFont
        /// The name of the font, as the document has it.
        var name: String
        var range: Range<Int>
        var form: Form
        var run: Int
        var place: DocumentReport.Place
    }

    private(set) var edits = PartEdits()
    var report: DocumentReport
    let choice: FontChoice
    private let part: String
    private var decoders: [TextEncoding: RunDecoder] = [:]
    /// The pieces that are not decoded yet; nil is a wall.
    private var pieces: [Piece?] = []
    private var hasWall = false
    /// The pieces around a text that stands in the middle of another, such as an annotation.
    private var outer: [[Piece?]] = []
    private var runs = 0
    private var openRuns: [Int] = []
    private var keptRuns: Set<Int> = []
    /// Where the text is that is being read.
    var place = DocumentReport.Place.paragraph(0)

    init(part: String, choice: FontChoice, report: DocumentReport) {
        self.part = part
        self.choice = choice
        self.report = report
    }

    /// Another paragraph begins.
    mutating func nextParagraph() {
        if case .paragraph(let number) = place { place = .paragraph(number + 1) }
    }

    /// Notes a run in the font called `name`.
    mutating func countRun(_ name: String?) { report.note(name, choice) }

    /// Notes something that stays although its font is an old one.
    mutating func noteLeft(_ kind: DocumentReport.Left.Kind, _ text: String, count: Int = 1) {
        report.noteLeft(kind, text, count, part: part, place)
    }

    /// Adds a text in the font called `name`.
    mutating func add(_ text: String, _ name: String?, _ range: Range<Int>, _ form: Form = .content()) {
        guard let name, let font = choice.legacy(name) else { return end() }
        pieces.append(
            Piece(
                text: text, font: font, name: name, range: range, form: form, run: openRuns.last ?? 0,
                place: place))
    }

    /// Nothing that follows belongs to the same letter.
    mutating func end() {
        guard let last = pieces.last else { return }
        if last != nil { pieces.append(nil) }
        hasWall = true
        if openRuns.isEmpty { flush() }
    }

    /// The text of an attribute, in the font called `name`.
    mutating func replaceValue(_ text: String, _ name: String?, _ range: Range<Int>) {
        end()
        add(text, name, range, .value)
        end()
    }

    /// The text of an attribute that is shown in each of `fonts`: converted when all read it in the same way.
    mutating func replaceShared(
        _ text: String, _ fonts: Set<String>, _ range: Range<Int>, _ kind: DocumentReport.Left.Kind
    ) {
        if Set(fonts.map { choice.reading($0) }).count == 1 {
            replaceValue(text, fonts.first, range)
        } else if fonts.contains(where: { changes(text, $0) }) {
            noteLeft(kind, text)
        }
    }

    /// A run begins: its text is decoded when it has ended, because only then it is known whether it is kept.
    mutating func beginRun() {
        runs += 1
        openRuns.append(runs)
    }

    /// The innermost run ends; `isKept` if its text stays as it is, with its font.
    mutating func endRun(isKept: Bool) {
        guard let run = openRuns.popLast() else { return }
        if isKept { keptRuns.insert(run) }
        if openRuns.isEmpty, hasWall { flush(keepingOpen: true) }
    }

    /// A text begins that stands in the middle of another and is none of it.
    mutating func beginInner() {
        outer.append(pieces)
        pieces = []
    }

    /// It ends, and the other goes on.
    mutating func endInner() {
        flush()
        pieces = outer.popLast() ?? []
        hasWall = pieces.contains { $0 == nil }
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

    /// Puts another font in the place of each that `names`, attributes of `tag`, name.
    mutating func replaceFonts(_ tag: XMLTag, _ names: Set<String>, in bytes: [UInt8]) {
        for (index, attribute) in tag.attributes.enumerated() where names.contains(attribute.name.local) {
            replaceFont(tag, index, in: bytes)
        }
    }

    /// Puts `markup` in the place of `range`, as it is.
    mutating func replace(_ range: Range<Int>, markup: String) { edits.replace(range, markup: markup) }

    /// Puts `text` in the place of `range`, which is a text or the value of an attribute.
    mutating func replace(_ range: Range<Int>, with text: String, isValue: Bool = false) {
        edits.replace(range, with: text, isValue: isValue)
    }

    // MARK: What text would become

    /// `text` as it is read in `font`, with nothing around it; nothing is noted.
    mutating func reading(of text: String, _ font: LegacyFont) -> String {
        let decoded = withDecoder(font.encoding) { $0.decode([text])[0] }
        return font.isCapitals ? decoded.uppercased() : decoded
    }

    /// Whether `text` would not stay the same in the font called `name`.
    mutating func changes(_ text: String, _ name: String?) -> Bool {
        guard let font = choice.legacy(name) else { return false }
        return reading(of: text, font) != text
    }

    /// Whether a character is a byte that has a meaning in `font`.
    mutating func reads(_ scalar: Unicode.Scalar, _ font: LegacyFont) -> Bool {
        withDecoder(font.encoding) { $0.reads(scalar) }
    }

    /// The texts, each in the font called by its name, as they are to be written; a letter may be torn between them.
    ///
    /// This is for texts that stand together in one, such as the header of a sheet.
    mutating func converted(_ texts: [(text: String, name: String?)]) -> [String] {
        var results = texts.map(\.text)
        var start = 0
        while start < texts.count {
            var end = start + 1
            if let font = choice.legacy(texts[start].name) {
                while end < texts.count, choice.legacy(texts[end].name)?.encoding == font.encoding {
                    end += 1
                }
                let here = place
                let decoded = decode(texts[start..<end].map(\.text), font.encoding) { _ in here }
                for (offset, text) in decoded.enumerated() {
                    let isCapitals = choice.legacy(texts[start + offset].name)?.isCapitals ?? false
                    results[start + offset] = isCapitals ? text.uppercased() : text
                }
            }
            start = end
        }
        return results
    }

    // MARK: Decoding

    /// Decodes the pieces, up to the last wall when the last paragraph is still `keepingOpen`.
    private mutating func flush(keepingOpen: Bool = false) {
        let all = pieces
        let end = keepingOpen ? (all.lastIndex { $0 == nil } ?? 0) : all.count
        pieces = Array(all[end...].drop { $0 == nil })
        hasWall = false
        var group: [Piece] = []
        for index in 0...end {
            let piece = index < end ? all[index] : nil
            let isKept = piece.map { keptRuns.contains($0.run) } ?? false
            if piece == nil || isKept || group.last?.font.encoding != piece?.font.encoding {
                convert(group)
                group.removeAll(keepingCapacity: true)
            }
            if let piece, !isKept { group.append(piece) }
        }
        if openRuns.isEmpty, pieces.isEmpty, outer.isEmpty { keptRuns.removeAll(keepingCapacity: true) }
    }

    private mutating func convert(_ group: [Piece]) {
        guard let encoding = group.first?.font.encoding else { return }
        let texts = decode(group.map(\.text), encoding) { group[$0].place }
        for (piece, text) in zip(group, texts) {
            write(piece.font.isCapitals ? text.uppercased() : text, for: piece)
        }
    }

    private mutating func write(_ text: String, for piece: Piece) {
        let needsSpace = text.first?.isWhitespace == true || text.last?.isWhitespace == true
        switch piece.form {
        case .value:
            if text != piece.text { edits.replace(piece.range, with: text, isValue: true) }
        case .element(let name):
            let space = needsSpace ? " xml:space=\"preserve\"" : ""
            edits.replace(
                piece.range,
                markup: text.isEmpty ? "" : "<\(name)\(space)>\(PartEdits.escaped(text))</\(name)>")
        case .content(let space, let name):
            let markup = name.flatMap { withSymbols(text, $0, piece.name) }
            if let markup {
                edits.replace(piece.range, markup: markup)
            } else {
                guard text != piece.text else { return }
                edits.replace(piece.range, with: text)
            }
            // A blank in the middle of a text may be at the end of a part of it.
            if let space, needsSpace || markup != nil { edits.insert(" xml:space=\"preserve\"", at: space) }
        }
    }

    /// `text` with a `w:sym` for each of its characters for private use, which only the old font shows; nil when there is
    /// none.
    private func withSymbols(_ text: String, _ element: String, _ font: String) -> String? {
        guard text.unicodeScalars.contains(where: RunDecoder.isSymbol) else { return nil }
        let prefix = element.firstIndex(of: ":").map { element[...$0] } ?? ""
        // Attributes have no namespace without a prefix.
        guard !prefix.isEmpty else { return nil }
        var markup = ""
        for scalar in text.unicodeScalars {
            let character = PartEdits.escaped(String(scalar))
            guard RunDecoder.isSymbol(scalar) else {
                markup += character
                continue
            }
            let code = String(scalar.value, radix: 16, uppercase: true)
            markup +=
                "</\(element)><\(prefix)sym \(prefix)font=\"\(PartEdits.escaped(font, isValue: true))\" "
            markup += "\(prefix)char=\"\(code)\"/><\(element) xml:space=\"preserve\">"
        }
        return markup
    }

    private mutating func decode(
        _ runs: [String], _ encoding: TextEncoding, place: (Int) -> DocumentReport.Place
    ) -> [String] {
        let (texts, left, marks) = withDecoder(encoding) { ($0.decode(runs), $0.left, $0.marks) }
        for (kind, found) in [(DocumentReport.Left.Kind.character, left), (.mark, marks)] {
            for (scalar, run) in found { report.noteLeft(kind, String(scalar), 1, part: part, place(run)) }
        }
        return texts
    }

    private mutating func withDecoder<Result>(
        _ encoding: TextEncoding, _ body: (inout RunDecoder) -> Result
    ) -> Result {
        var decoder = decoders[encoding] ?? RunDecoder(encoding)
        // Kept in one place, its memory is not copied.
        decoders[encoding] = nil
        defer { decoders[encoding] = decoder }
        return body(&decoder)
    }
}
