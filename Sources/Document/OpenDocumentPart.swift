/// `content.xml` or `styles.xml` of an `.odt` on its way: its text with the fonts of its styles.
struct OpenDocumentPart {
    /// What stands around the number of a paragraph, such as *Điều*.
    private struct Level {
        var font: String?
        var texts: [(value: String, range: Range<Int>)]
    }

    private let bytes: [UInt8]
    private let styles: OpenDocumentStyles
    private var stream: TextStream
    private var path: [XMLName] = []
    /// The font of each open element; nil outside of paragraphs.
    private var fonts: [String??] = []
    private var level: Level?

    /// Converts a part; `report` gets what is found in it.
    ///
    /// - Returns: Its changes.
    static func edits(
        _ bytes: [UInt8], part: String, _ styles: OpenDocumentStyles, _ choice: FontChoice,
        _ report: inout DocumentReport
    ) throws(DocumentError) -> PartEdits {
        var reading = OpenDocumentPart(
            bytes: bytes, styles: styles, stream: TextStream(part: part, choice: choice, report: report))
        try XMLReader.read(bytes, part: part) { reading.handle($0) }
        reading.stream.end()
        report = reading.stream.report
        return reading.stream.edits
    }

    private init(bytes: [UInt8], styles: OpenDocumentStyles, stream: TextStream) {
        self.bytes = bytes
        self.styles = styles
        self.stream = stream
    }

    /// Elements within a paragraph that may stand in the middle of a letter.
    private static let transparent: Set = [
        "span", "a", "bookmark", "bookmark-start", "bookmark-end", "reference-mark", "reference-mark-start",
        "reference-mark-end", "soft-page-break", "meta",
    ]

    private mutating func handle(_ event: XMLEvent) {
        switch event {
        case .start(let tag):
            wall(tag.name)
            replaceFonts(tag)
            startLevel(tag)
            var font = fonts.last ?? nil
            if tag.name.space == .text {
                let style = tag.attributes.first { $0.name == XMLName(.text, "style-name") }?.value
                switch tag.name.local {
                case "p", "h":
                    stream.paragraph += 1
                    font = .some(styles.font("paragraph", style))
                case "span":
                    if let own = styles.font("text", style) { font = .some(own) }
                default: break
                }
            }
            path.append(tag.name)
            fonts.append(font)
        case .end(let name, _):
            path.removeLast()
            fonts.removeLast()
            endLevel(name)
            wall(name)
        case .text(let text, let range):
            // A comment has its author and its date, which are not text, inside of a paragraph.
            guard path.last?.space == .text, let font = fonts.last ?? nil else { return }
            stream.countRun(font)
            stream.add(text, font, range)
        }
    }

    /// A letter ends where an element begins or ends that is more than a look.
    private mutating func wall(_ name: XMLName) {
        if name.space != .text || !OpenDocumentPart.transparent.contains(name.local) { stream.end() }
    }

    private static let levels: Set = [
        "list-level-style-number", "list-level-style-bullet", "outline-level-style",
    ]

    private mutating func startLevel(_ tag: XMLTag) {
        if tag.name.space == .text, OpenDocumentPart.levels.contains(tag.name.local) {
            let texts = tag.attributes.indices.compactMap { index -> (value: String, range: Range<Int>)? in
                let attribute = tag.attributes[index]
                guard ["num-prefix", "num-suffix", "num-list-format"].contains(attribute.name.local) else {
                    return nil
                }
                return tag.valueRange(index, in: bytes).map { (attribute.value, $0) }
            }
            level = Level(font: styles.font("text", tag.value("style-name")), texts: texts)
        } else if tag.name == XMLName(.style, "text-properties"), let font = styles.font(tag) {
            level?.font = font
        }
    }

    private mutating func endLevel(_ name: XMLName) {
        guard name.space == .text, OpenDocumentPart.levels.contains(name.local), let level else { return }
        // A number is in the font of its paragraph, which is most often the default.
        let font = level.font ?? styles.font("paragraph", nil)
        for text in level.texts { stream.replaceValue(text.value, font, text.range) }
        self.level = nil
    }

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
