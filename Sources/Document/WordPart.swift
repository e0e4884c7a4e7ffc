/// One part of a `.docx` on its way: its runs with their fonts, and the text in them.
struct WordPart {
    private struct Run {
        var font: WordStyles.Font?
        var style: String?
        var isCounted = false
    }

    /// How a numbered paragraph begins, such as `Điều %1`.
    private struct Level {
        var font: WordStyles.Font?
        var style: String?
        var text: (value: String, range: Range<Int>)?
    }

    private let bytes: [UInt8]
    private let styles: WordStyles
    private var stream: TextStream
    private var path: [XMLName] = []
    /// The styles of the paragraphs and tables that are open.
    private var paragraphs: [String?] = []
    private var tables: [String?] = []
    private var runs: [Run] = []
    private var level: Level?
    /// Where ` xml:space="preserve"` goes in the open `w:t`, if it goes there.
    private var space: Int?

    /// Converts a part; `report` gets what is found in it.
    ///
    /// - Returns: Its changes.
    static func edits(
        _ bytes: [UInt8], part: String, _ styles: WordStyles, _ choice: FontChoice,
        _ report: inout DocumentReport
    ) throws(DocumentError) -> PartEdits {
        var reading = WordPart(bytes, styles, TextStream(part: part, choice: choice, report: report))
        try XMLReader.read(bytes, part: part) { reading.handle($0) }
        reading.stream.end()
        report = reading.stream.report
        return reading.stream.edits
    }

    private init(_ bytes: [UInt8], _ styles: WordStyles, _ stream: TextStream) {
        self.bytes = bytes
        self.styles = styles
        self.stream = stream
    }

    private mutating func handle(_ event: XMLEvent) {
        switch event {
        case .start(let tag):
            start(tag)
            path.append(tag.name)
        case .end(let name, _):
            path.removeLast()
            end(name)
        case .text(let text, let range):
            guard let element = path.last, element.space == .word, WordPart.texts.contains(element.local)
            else {
                return
            }
            let font = font
            if runs.last?.isCounted == false {
                stream.countRun(font)
                runs[runs.count - 1].isCounted = true
            }
            stream.add(text, font, range, space: space)
        }
    }

    /// The elements that hold text.
    private static let texts: Set = ["t", "delText"]
    /// What may stand in a run in the middle of a letter.
    private static let transparent: Set = ["t", "delText", "rPr", "lastRenderedPageBreak"]
    /// Elements around runs that what is inside does not go on from what is outside.
    private static let walls: Set = ["p", "ins", "del", "moveFrom", "moveTo"]

    private mutating func start(_ tag: XMLTag) {
        let parent = path.last
        if parent == XMLName(.word, "r"),
            tag.name.space != .word || !WordPart.transparent.contains(tag.name.local)
        {
            stream.end()
        }
        // The text of drawings is not read, and keeps its font.
        if tag.name == XMLName(.drawing, "latin"), ["majorFont", "minorFont"].contains(parent?.local) {
            replaceFonts(tag, ["typeface"])
        }
        guard tag.name.space == .word else { return }
        if WordPart.walls.contains(tag.name.local) { stream.end() }
        let parents = path.suffix(2).map(\.local)
        switch tag.name.local {
        case "p":
            stream.paragraph += 1
            paragraphs.append(nil)
        case "tbl": tables.append(nil)
        case "r": runs.append(Run())
        case "t", "delText":
            let isKept = tag.attributes.contains { $0.name == XMLName(.xml, "space") }
            // Before the bracket that ends the tag.
            space = isKept ? nil : tag.range.upperBound - 1
        case "pStyle" where parents == ["p", "pPr"] && !paragraphs.isEmpty:
            paragraphs[paragraphs.count - 1] = tag.value("val")
        case "pStyle" where parents.last == "lvl": level?.style = tag.value("val")
        case "tblStyle" where parents == ["tbl", "tblPr"] && !tables.isEmpty:
            tables[tables.count - 1] = tag.value("val")
        case "rStyle" where parents == ["r", "rPr"] && !runs.isEmpty:
            runs[runs.count - 1].style = tag.value("val")
        case "lvl": level = Level()
        case "lvlText":
            guard let index = tag.attributes.firstIndex(where: { $0.name.local == "val" }),
                let range = tag.valueRange(index, in: bytes)
            else { return }
            level?.text = (tag.attributes[index].value, range)
        case "rFonts":
            if parents == ["r", "rPr"], !runs.isEmpty { runs[runs.count - 1].font = WordStyles.Font(tag) }
            if parents == ["lvl", "rPr"] { level?.font = WordStyles.Font(tag) }
            replaceFonts(tag, ["ascii", "hAnsi", "cs", "eastAsia"])
        default: break
        }
    }

    private mutating func end(_ name: XMLName) {
        guard name.space == .word else { return }
        if WordPart.walls.contains(name.local) { stream.end() }
        switch name.local {
        case "p" where !paragraphs.isEmpty: paragraphs.removeLast()
        case "tbl" where !tables.isEmpty: tables.removeLast()
        case "r" where !runs.isEmpty: runs.removeLast()
        case "lvl":
            if let level, let text = level.text {
                let font = styles.font(level.font, run: nil, paragraph: level.style, table: nil)
                stream.replaceValue(text.value, font, text.range)
            }
            level = nil
        default: break
        }
    }

    /// The font of the text that is being read.
    private var font: String? {
        styles.font(
            runs.last?.font, run: runs.last?.style, paragraph: paragraphs.last ?? nil,
            table: tables.last ?? nil)
    }

    private mutating func replaceFonts(_ tag: XMLTag, _ names: [String]) {
        for (index, attribute) in tag.attributes.enumerated() where names.contains(attribute.name.local) {
            stream.replaceFont(tag, index, in: bytes)
        }
    }
}
