/// `content.xml` or `styles.xml` of an OpenDocument file on its way: its text with the fonts of its styles.
struct OpenDocumentPart {
    /// The columns of a table that is open, and where its next cell is.
    private struct Table {
        /// The looks of columns, each with the column after the last that has it.
        var columns: [(end: Int, style: String?)] = []
        var row: String?
        var column = 0

        /// The look of the cells in a column.
        func style(ofColumn wanted: Int) -> String? {
            var (low, high) = (0, columns.count)
            while low < high {
                let middle = (low + high) / 2
                if columns[middle].end <= wanted { low = middle + 1 } else { high = middle }
            }
            return low < columns.count ? columns[low].style : nil
        }
    }

    /// A number of paragraphs that is being read.
    private struct Level {
        var key: OpenDocumentLists.Level
        var isAutomatic: Bool
        var font: String?
        var texts: [(value: String, range: Range<Int>)]
    }

    private let bytes: [UInt8]
    private let part: Int
    private let kind: OpenDocument.Kind
    private let styles: OpenDocumentStyles
    private var stream: TextStream
    private var lists: OpenDocumentLists
    private var path: [XMLName] = []
    /// The font of each open element, and the one that shapes and cells give to their paragraphs; nil outside of
    /// paragraphs.
    private var fonts: [(text: String??, shape: String?)] = []
    private var openLists: [String?] = []
    private var tables: [Table] = []
    private var level: Level?
    private var listStyle = ""
    /// Whether any text of the part may have an old font.
    private let hasLegacy: Bool

    /// A part that `kind` of document has, its number in the document.
    init(
        _ bytes: [UInt8], _ part: Int, _ kind: OpenDocument.Kind, _ styles: OpenDocumentStyles,
        _ lists: OpenDocumentLists, _ stream: TextStream
    ) {
        self.bytes = bytes
        self.part = part
        self.kind = kind
        self.styles = styles
        self.lists = lists
        self.stream = stream
        hasLegacy = styles.families.values.contains { stream.choice.legacy($0) != nil }
    }

    /// Reads the part.
    ///
    /// - Returns: The stream with its changes, and the lists with its paragraphs.
    func read(part name: String) throws(DocumentError) -> (stream: TextStream, lists: OpenDocumentLists) {
        var reading = self
        try XMLReader.read(bytes, part: name) { reading.handle($0) }
        reading.stream.end()
        return (reading.stream, reading.lists)
    }

    /// Elements within a paragraph that may stand in the middle of a letter: what shows nothing.
    private static let transparent: Set = [
        "span", "a", "bookmark", "bookmark-start", "bookmark-end", "reference-mark", "reference-mark-start",
        "reference-mark-end", "soft-page-break", "meta",
    ]

    private mutating func handle(_ event: XMLEvent) {
        switch event {
        case .start(let tag):
            start(tag)
            path.append(tag.name)
        case .end(let name, _):
            path.removeLast()
            fonts.removeLast()
            end(name)
        case .text(let text, let range):
            // A comment has its author and its date, which are not text, inside of a paragraph.
            guard path.last?.space == .text, let font = fonts.last?.text else { return }
            stream.countRun(font)
            stream.add(text, font, range)
        }
    }

    private mutating func start(_ tag: XMLTag) {
        // A comment stands at a place in the text and takes none.
        if tag.name == XMLName(.office, "annotation") { stream.beginInner() } else { wall(tag.name) }
        replaceFonts(tag)
        startLevel(tag)
        startShape(tag)
        var font = fonts.last ?? (nil, nil)
        // A comment does not look like what it is on.
        let isComment = tag.name == XMLName(.office, "annotation")
        font.shape = isComment ? drawnFont(tag) : shapeFont(tag) ?? font.shape
        if tag.name == XMLName(.table, "table-cell") { convertFormula(tag, font.shape) }
        if tag.name.space == .text {
            let style = tag.attributes.first { $0.name == XMLName(.text, "style-name") }?.value
            switch tag.name.local {
            case "p", "h":
                stream.nextParagraph()
                let own = styles.font("paragraph", style) ?? font.shape ?? styles.defaultFont("paragraph")
                font.text = .some(own)
                noteNumber(tag, style, own)
            case "span":
                if let own = styles.font("text", style) { font.text = .some(own) }
            case "list":
                openLists.append(style ?? openLists.last ?? nil)
            case "label":
                // What a field offers, which is shown as its text is.
                if let shown = font.text { convert(tag, ["value"], shown) }
            case "drop-down", "conditional-text", "hidden-text", "variable-set", "text-input":
                if let shown = font.text {
                    convert(tag, ["string-value-if-true", "string-value-if-false", "string-value"], shown)
                }
            default: break
            }
        }
        fonts.append(font)
    }

    private mutating func convert(_ tag: XMLTag, _ names: Set<String>, _ font: String?) {
        for (index, attribute) in tag.attributes.enumerated() where names.contains(attribute.name.local) {
            guard let range = tag.valueRange(index, in: bytes) else { continue }
            stream.replaceValue(attribute.value, font, range)
        }
    }

    private mutating func end(_ name: XMLName) {
        endLevel(name)
        if name == XMLName(.office, "annotation") { stream.endInner() } else { wall(name) }
        if name == XMLName(.text, "list"), !openLists.isEmpty { openLists.removeLast() }
        if name == XMLName(.table, "table"), !tables.isEmpty { tables.removeLast() }
    }

    /// A letter ends where an element begins or ends that is more than a look.
    private mutating func wall(_ name: XMLName) {
        if name == XMLName(.office, "annotation-end") { return }
        if name.space != .text || !OpenDocumentPart.transparent.contains(name.local) { stream.end() }
    }

    // MARK: Cells and shapes

    /// How many columns are counted, as many as programs have.
    private static let columnLimit = 16_384

    private mutating func startShape(_ tag: XMLTag) {
        guard tag.name.space == .table else { return }
        let count = min(
            OpenDocumentPart.columnLimit,
            max(1, tag.value("number-columns-repeated").flatMap { Int($0) } ?? 1))
        switch tag.name.local {
        case "table": tables.append(Table())
        case "table-column" where !tables.isEmpty:
            guard tables[tables.count - 1].columns.count < OpenDocumentPart.columnLimit else { return }
            let end = (tables[tables.count - 1].columns.last?.end ?? 0) + count
            tables[tables.count - 1].columns.append((end, tag.value("default-cell-style-name")))
        case "table-row" where !tables.isEmpty:
            tables[tables.count - 1].row = tag.value("default-cell-style-name")
            tables[tables.count - 1].column = 0
        case "table-cell" where !tables.isEmpty, "covered-table-cell" where !tables.isEmpty:
            tables[tables.count - 1].column += count
        default: break
        }
    }

    /// The font that a cell or a shape gives to what is in it; nil when it gives none.
    private func shapeFont(_ tag: XMLTag) -> String? {
        if tag.name == XMLName(.table, "table-cell") || tag.name == XMLName(.table, "covered-table-cell") {
            let repeated = max(1, tag.value("number-columns-repeated").flatMap { Int($0) } ?? 1)
            let column = (tables.last?.column ?? 0) - min(OpenDocumentPart.columnLimit, repeated)
            let style = tag.value("style-name") ?? tables.last?.row ?? tables.last?.style(ofColumn: column)
            return styles.font("table-cell", style) ?? styles.defaultFont("table-cell")
        }
        guard tag.name.space == .draw, tag.name.local != "frame" || kind != .text else { return nil }
        guard tag.value("style-name") != nil || tag.value("text-style-name") != nil else { return nil }
        return drawnFont(tag) ?? styles.defaultFont("graphic")
    }

    /// The font that the styles of a shape or of a comment give; nil when they give none.
    private func drawnFont(_ tag: XMLTag) -> String? {
        let names = tag.attributes.filter { $0.name.local == "style-name" }
        let paragraph = styles.font("paragraph", tag.value("text-style-name"))
        let shape = names.lazy.compactMap { name in
            styles.font(name.name.space == .draw ? "graphic" : "presentation", name.value)
        }.first
        return paragraph ?? shape
    }

    /// A cell repeats in attributes what its formula gives, which has text of its own.
    private mutating func convertFormula(_ tag: XMLTag, _ name: String?) {
        convert(tag, ["string-value"], name)
        guard
            let index = tag.attributes.firstIndex(where: {
                $0.name.local == "formula" && $0.name.space == .table
            }), let range = tag.valueRange(index, in: bytes)
        else { return }
        let formula = tag.attributes[index].value
        let font = stream.choice.legacy(name)
        var stays = false
        let converted = QuotedText.mapped(formula) { quoted in
            guard let font else {
                if QuotedText.isBeyondASCII(quoted) { stays = true }
                return quoted
            }
            return stream.reading(of: quoted, font)
        }
        if converted != formula { stream.replace(range, with: converted, isValue: true) }
        if stays, hasLegacy { stream.noteLeft(.formula, formula) }
    }

    // MARK: Numbers

    /// A paragraph in a list, or a heading, shows a number in its font.
    private mutating func noteNumber(_ tag: XMLTag, _ style: String?, _ font: String?) {
        let level: OpenDocumentLists.Level
        if let list = openLists.last {
            guard let name = list ?? styles.list(style) else { return }
            level = OpenDocumentLists.Level(list: name, level: openLists.count)
        } else {
            guard tag.name.local == "h" else { return }
            let number = tag.value("outline-level").flatMap { Int($0) } ?? 1
            level = OpenDocumentLists.Level(list: "", level: number)
        }
        lists.note(
            level, part: part, isAutomatic: styles.automaticLists.contains(level.list), font)
    }

    private static let levels: Set = [
        "list-level-style-number", "list-level-style-bullet", "outline-level-style",
    ]

    private mutating func startLevel(_ tag: XMLTag) {
        if tag.name == XMLName(.text, "list-style") { listStyle = tag.value("name") ?? "" }
        if tag.name == XMLName(.text, "outline-style") { listStyle = "" }
        if tag.name.space == .text, OpenDocumentPart.levels.contains(tag.name.local) {
            let texts = tag.attributes.indices.compactMap { index -> (value: String, range: Range<Int>)? in
                let attribute = tag.attributes[index]
                guard
                    ["num-prefix", "num-suffix", "num-list-format", "bullet-char"].contains(
                        attribute.name.local)
                else { return nil }
                return tag.valueRange(index, in: bytes).map { (attribute.value, $0) }
            }
            let number = tag.value("level").flatMap { Int($0) } ?? 1
            level = Level(
                key: OpenDocumentLists.Level(list: listStyle, level: number),
                isAutomatic: !listStyle.isEmpty && path.contains(XMLName(.office, "automatic-styles")),
                font: styles.font("text", tag.value("style-name")), texts: texts)
        } else if tag.name == XMLName(.style, "text-properties"), let font = styles.font(tag) {
            level?.font = font
        }
    }

    private mutating func endLevel(_ name: XMLName) {
        guard name.space == .text, OpenDocumentPart.levels.contains(name.local), let level else { return }
        for text in level.texts {
            lists.add(
                OpenDocumentLists.Text(
                    level: level.key, part: part, isAutomatic: level.isAutomatic, font: level.font,
                    value: text.value, range: text.range))
        }
        self.level = nil
    }

    // MARK: Names of fonts

    /// Attributes whose value is a list of font families.
    private static let families: Set = ["font-family", "font-family-asian", "font-family-complex"]
    /// Attributes whose value is the name of a `style:font-face`, or without one a font.
    private static let names: Set = ["font-name", "font-name-asian", "font-name-complex"]

    private mutating func replaceFonts(_ tag: XMLTag) {
        guard tag.name.space == .style else { return }
        for (index, attribute) in tag.attributes.enumerated() {
            let local = attribute.name.local
            if OpenDocumentPart.families.contains(local) {
                stream.replaceFont(
                    tag, index, in: bytes, written: OpenDocumentStyles.quoted, read: OpenDocumentStyles.family
                )
            } else if OpenDocumentPart.names.contains(local), styles.families[attribute.value] == nil {
                stream.replaceFont(tag, index, in: bytes)
            }
        }
    }
}
