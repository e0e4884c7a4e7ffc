/// One part of a `.docx` on its way: its runs with their fonts, and the text in them.
struct WordPart {
    /// A `w:r`, or the `m:r` of a formula.
    private struct Run {
        var tag: XMLTag
        var isMath: Bool
        /// Whether a run of a formula is plain text, which has the font of the run.
        var isPlain = false
        var font: WordStyles.Font?
        var style: String?
        /// The fonts that its text is counted in, once each.
        var counted: [String?] = []
        /// Whether its text stays, and so its font.
        var isKept = false
        /// Its own `w:rFonts`, its `w:rPr`, and where in that a `w:rFonts` goes.
        var fonts: XMLTag?
        var properties: XMLTag?
        var fontsPlace: Int?
    }

    private struct Paragraph {
        var style: String?
        var list: String?
        var level: Int?
        /// The font and the style of its number and its end.
        var markFont: WordStyles.Font?
        var markStyle: String?
    }

    /// How a numbered paragraph begins, such as `Điều %1`.
    private struct Level {
        var key: WordNumbering.Level
        var isAbstract: Bool
        var font: WordStyles.Font?
        var run: String?
        var style: String?
        var text: (value: String, range: Range<Int>)?
    }

    private let bytes: [UInt8]
    private let styles: WordStyles
    private var numbering: WordNumbering
    private var stream: TextStream
    private var path: [XMLName] = []
    /// The paragraphs and the styles of the tables that are open.
    private var paragraphs: [Paragraph] = []
    private var tables: [String?] = []
    private var runs: [Run] = []
    private var level: Level?
    private var list: (id: String, isAbstract: Bool) = ("", false)
    /// Where ` xml:space="preserve"` goes in the open `w:t`, if it goes there, and how its name is written.
    private var space: Int?
    private var textName: String?
    /// The element that stands for a character and is open.
    private var symbol: XMLTag?
    /// A tracked change that has just ended: another of its kind goes on with it.
    private var change: String?
    private var hasDrawings = false

    /// Converts a part; `report` gets what is found in it, `numbering` which paragraphs are numbered.
    ///
    /// - Returns: Its changes, and whether it has text of drawings, which ``DrawingPart`` reads.
    static func edits(
        _ bytes: [UInt8], part: String, _ styles: WordStyles, _ numbering: inout WordNumbering,
        _ choice: FontChoice, _ report: inout DocumentReport
    ) throws(DocumentError) -> (edits: PartEdits, hasDrawings: Bool) {
        var reading = WordPart(
            bytes, styles, numbering, TextStream(part: part, choice: choice, report: report))
        try XMLReader.read(bytes, part: part) { reading.handle($0) }
        reading.stream.end()
        report = reading.stream.report
        numbering = reading.numbering
        return (reading.stream.edits, reading.hasDrawings)
    }

    private init(
        _ bytes: [UInt8], _ styles: WordStyles, _ numbering: WordNumbering, _ stream: TextStream
    ) {
        self.bytes = bytes
        self.styles = styles
        self.numbering = numbering
        self.stream = stream
    }

    private mutating func handle(_ event: XMLEvent) {
        switch event {
        case .start(let tag):
            start(tag)
            path.append(tag.name)
        case .end(let name, let range):
            path.removeLast()
            end(name, range)
        case .text(let text, let range): read(text, range)
        }
    }

    /// The elements that hold text.
    private static let texts: Set = ["t", "delText"]
    /// What may stand in a run in the middle of a letter: what shows nothing.
    private static let transparent: Set = [
        "t", "delText", "rPr", "lastRenderedPageBreak", "commentReference", "softHyphen", "sym",
    ]
    /// Elements around runs that what is inside does not go on from what is outside.
    private static let walls: Set = ["p", "ins", "del", "moveFrom", "moveTo", "fldSimple"]
    private static let changes: Set = ["ins", "del", "moveFrom", "moveTo"]
    /// What may stand between two parts of one tracked change.
    private static let marks: Set = [
        "bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd",
    ]

    // MARK: Text

    private mutating func read(_ text: String, _ range: Range<Int>) {
        guard let element = path.last else { return }
        if element == XMLName(.math, "t") { return readFormula(text, range) }
        guard element.space == .word else { return }
        let font = font
        switch element.local {
        case "t", "delText":
            countRun(font)
            stream.add(text, font, range, .content(space: space, name: textName))
        case "instrText", "delInstrText":
            keepCode(text, font)
        default: break
        }
    }

    private mutating func countRun(_ font: String?) {
        guard let run = runs.last else { return stream.countRun(font) }
        if !run.counted.contains(font), run.counted.count < 8 { runs[runs.count - 1].counted.append(font) }
    }

    /// The code of a field names styles, bookmarks, files and data, which are called the same elsewhere.
    private mutating func keepCode(_ text: String, _ font: String?) {
        guard stream.changes(text, font) else { return }
        stream.noteLeft(.fieldCode, text)
        if !runs.isEmpty { runs[runs.count - 1].isKept = true }
    }

    /// Word shows formulas in the font for formulas, whatever font a run in them names, unless it is plain text.
    private mutating func readFormula(_ text: String, _ range: Range<Int>) {
        guard let run = runs.last, run.isMath else { return }
        let font = font
        if run.isPlain {
            countRun(font)
            stream.add(text, font, range)
        } else if stream.changes(text, font) {
            stream.noteLeft(.math, text)
            runs[runs.count - 1].isKept = true
        }
    }

    // MARK: Elements

    private mutating func start(_ tag: XMLTag) {
        let parent = path.last
        let isInRun = parent == XMLName(.word, "r")
        if isInRun, tag.name.space != .word || !WordPart.transparent.contains(tag.name.local) {
            stream.end()
        }
        switch tag.name.space {
        case .drawing:
            if tag.name.local == "t" { hasDrawings = true }
            if tag.name.local == "latin", ["majorFont", "minorFont"].contains(parent?.local) {
                stream.replaceFonts(tag, ["typeface"], in: bytes)
            }
        case .math:
            stream.end()
            if tag.name.local == "r" { begin(Run(tag: tag, isMath: true)) }
            if tag.name.local == "nor", !runs.isEmpty {
                runs[runs.count - 1].isPlain = !["0", "false", "off"].contains(tag.value("val"))
            }
        case .word: startWord(tag)
        case .other:
            if tag.name.local == "textpath" { convertTextPath(tag) }
            // One of two readings of the same.
            if ["AlternateContent", "Choice", "Fallback"].contains(tag.name.local) { stream.end() }
        default: break
        }
    }

    private mutating func startWord(_ tag: XMLTag) {
        let local = tag.name.local
        if change == local {
            change = nil
        } else if !WordPart.marks.contains(local) {
            endChange()
            if WordPart.walls.contains(local) { stream.end() }
        }
        let parents = path.suffix(2).map(\.local)
        switch local {
        case "p":
            stream.nextParagraph()
            paragraphs.append(Paragraph())
        case "tbl": tables.append(nil)
        case "r": begin(Run(tag: tag, isMath: false))
        case "rPr" where ["r"] == parents.suffix(1) && !runs.isEmpty:
            runs[runs.count - 1].properties = tag
            runs[runs.count - 1].fontsPlace = tag.isEmpty(in: bytes) ? nil : tag.range.upperBound
        case "t", "delText":
            let isKept = tag.attributes.contains { $0.name == XMLName(.xml, "space") }
            // Before the bracket that ends the tag.
            space = isKept ? nil : tag.range.upperBound - 1
            textName = parents.last == "r" ? tag.written(in: bytes) : nil
        case "softHyphen" where parents.last == "r", "sym" where parents.last == "r": symbol = tag
        case "pStyle" where parents == ["p", "pPr"] && !paragraphs.isEmpty:
            paragraphs[paragraphs.count - 1].style = tag.value("val")
        case "numId", "ilvl": startListPlace(tag)
        case "pStyle" where parents.last == "lvl": level?.style = tag.value("val")
        case "tblStyle" where parents == ["tbl", "tblPr"] && !tables.isEmpty:
            tables[tables.count - 1] = tag.value("val")
        case "rStyle": startRunStyle(tag, parents)
        case "abstractNum": list = (tag.value("abstractNumId") ?? "", true)
        case "num": list = (tag.value("numId") ?? "", false)
        case "lvl":
            let number = tag.value("ilvl").flatMap { Int($0) } ?? 0
            level = Level(
                key: WordNumbering.Level(list: list.id, level: number), isAbstract: list.isAbstract)
        case "lvlText":
            guard let index = tag.attributes.firstIndex(where: { $0.name.local == "val" }),
                let range = tag.valueRange(index, in: bytes)
            else { return }
            level?.text = (tag.attributes[index].value, range)
        case "rFonts": startFonts(tag, parents)
        case "fldSimple":
            if let code = tag.value("instr"), stream.changes(code, font) {
                stream.noteLeft(.fieldCode, code)
            }
        case "listEntry" where parents.last == "ddList", "default" where parents.last == "textInput":
            // What a form field offers, which is shown as its text is.
            if let index = tag.attributes.firstIndex(where: { $0.name.local == "val" }),
                let range = tag.valueRange(index, in: bytes)
            {
                stream.replaceValue(tag.attributes[index].value, font, range)
            }
        default: break
        }
    }

    private mutating func begin(_ run: Run) {
        runs.append(run)
        stream.beginRun()
    }

    private mutating func startRunStyle(_ tag: XMLTag, _ parents: [String]) {
        if parents == ["r", "rPr"], !runs.isEmpty { runs[runs.count - 1].style = tag.value("val") }
        if parents == ["lvl", "rPr"] { level?.run = tag.value("val") }
        if parents == ["pPr", "rPr"], !paragraphs.isEmpty {
            paragraphs[paragraphs.count - 1].markStyle = tag.value("val")
        }
    }

    private mutating func startFonts(_ tag: XMLTag, _ parents: [String]) {
        if parents == ["lvl", "rPr"] { level?.font = WordStyles.Font(tag) }
        if parents == ["pPr", "rPr"], !paragraphs.isEmpty {
            paragraphs[paragraphs.count - 1].markFont = WordStyles.Font(tag)
        }
        if parents == ["r", "rPr"], !runs.isEmpty {
            runs[runs.count - 1].font = WordStyles.Font(tag)
            runs[runs.count - 1].fonts = tag
        } else {
            replaceFonts(tag)
        }
    }

    private mutating func startListPlace(_ tag: XMLTag) {
        guard path.suffix(3).map(\.local) == ["p", "pPr", "numPr"], !paragraphs.isEmpty else { return }
        if tag.name.local == "numId" { paragraphs[paragraphs.count - 1].list = tag.value("val") }
        if tag.name.local == "ilvl" {
            paragraphs[paragraphs.count - 1].level = tag.value("val").flatMap { Int($0) }
        }
    }

    private mutating func end(_ name: XMLName, _ range: Range<Int>) {
        switch name.space {
        case .word: break
        case .math:
            stream.end()
            if name.local == "r" { endRun() }
            return
        case .other:
            if ["AlternateContent", "Choice", "Fallback"].contains(name.local) { stream.end() }
            return
        default: return
        }
        if !WordPart.marks.contains(name.local) { endChange() }
        if WordPart.changes.contains(name.local) {
            change = name.local
        } else if WordPart.walls.contains(name.local) {
            stream.end()
        }
        switch name.local {
        case "p" where !paragraphs.isEmpty: paragraphs.removeLast()
        case "pPr" where path.last == XMLName(.word, "p"): endParagraphProperties()
        case "tbl" where !tables.isEmpty: tables.removeLast()
        case "r": endRun()
        case "rStyle" where path.suffix(2).map(\.local) == ["r", "rPr"] && !runs.isEmpty:
            // The fonts follow the style.
            runs[runs.count - 1].fontsPlace = runs[runs.count - 1].fontsPlace.map {
                max($0, range.upperBound)
            }
        case "softHyphen", "sym":
            if let symbol { endSymbol(symbol, range.upperBound) }
            symbol = nil
        case "lvl":
            endLevel()
            level = nil
        default: break
        }
    }

    /// What follows a tracked change does not go on from it.
    private mutating func endChange() {
        guard change != nil else { return }
        change = nil
        stream.end()
    }

    /// Fonts that stand for pictures, and that show no letters.
    private static let symbolFonts: Set = [
        "symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "zapfdingbats", "mt extra",
        "marlett",
    ]

    /// A soft hyphen is the byte 0xAD, and a `w:sym` that of its code, in the font that it names.
    private mutating func endSymbol(_ tag: XMLTag, _ end: Int) {
        let range = tag.range.lowerBound..<max(tag.range.upperBound, end)
        let runFont = font
        let isSymbol = tag.name.local == "sym"
        let name = isSymbol ? tag.value("font") : runFont
        let code = isSymbol ? tag.value("char").flatMap { UInt32($0, radix: 16) } : 0xAD
        guard let font = stream.choice.legacy(name) else { return stream.end() }
        guard let code, let scalar = Unicode.Scalar(code), stream.reads(scalar, font),
            !isSymbol || showsLetters(runFont)
        else {
            stream.noteLeft(
                .character, isSymbol ? "U+" + String(code ?? 0, radix: 16, uppercase: true) : "\u{AD}")
            return stream.end()
        }
        // Where the byte is a soft hyphen it shows nothing.
        if !isSymbol, stream.reading(of: "\u{AD}", font) == "\u{AD}" { return }
        countRun(name)
        let isDeleted = path.contains(XMLName(.word, "del"))
        stream.add(
            String(scalar), name, range, .element(name: tag.prefix(in: bytes) + (isDeleted ? "delText" : "t"))
        )
    }

    /// Whether Unicode can be shown in the font called `name`, or in what is written in its place.
    private func showsLetters(_ name: String?) -> Bool {
        guard let name else { return true }
        if LegacyFont(name: name) != nil { return stream.choice.legacy(name) != nil }
        return !WordPart.symbolFonts.contains(name.lowercased())
    }

    private mutating func endParagraphProperties() {
        guard let paragraph = paragraphs.last else { return }
        let ofStyle = styles.numbering(of: paragraph.style)
        guard let list = paragraph.list ?? ofStyle?.list, list != "0" else { return }
        let level = paragraph.level ?? ofStyle?.level ?? 0
        let font = styles.font(
            paragraph.markFont, run: paragraph.markStyle, paragraph: paragraph.style,
            table: tables.last ?? nil)
        numbering.note(WordNumbering.Level(list: list, level: level), font)
    }

    /// The text around a number is in the font of its level, or else in that of the paragraphs that have it.
    private mutating func endLevel() {
        guard let level, let text = level.text else { return }
        var fonts = numbering.fonts(level.key, isAbstract: level.isAbstract)
        if level.font != nil || level.run != nil || fonts.isEmpty {
            fonts = [styles.font(level.font, run: level.run, paragraph: level.style, table: nil) ?? ""]
        }
        stream.replaceShared(text.value, fonts, text.range, .number)
    }

    private mutating func endRun() {
        guard let run = runs.last else { return }
        let font = font
        runs.removeLast()
        stream.endRun(isKept: run.isKept)
        if !run.isKept { for font in run.counted { stream.countRun(font) } }
        // A font of its own stays as it is written.
        if run.isKept, case .name? = run.font { return }
        if run.isKept, !run.isMath, let font { return keepFont(font, run) }
        if let fonts = run.fonts { replaceFonts(fonts) }
    }

    /// Writes the font of a run into it, because what gives it to the run now gives another.
    private mutating func keepFont(_ font: String, _ run: Run) {
        let prefix = run.tag.prefix(in: bytes)
        // Attributes have no namespace without a prefix.
        guard !prefix.isEmpty else { return }
        let value = PartEdits.escaped(font, isValue: true)
        let fonts =
            "<\(prefix)rFonts \(prefix)ascii=\"\(value)\" \(prefix)hAnsi=\"\(value)\" \(prefix)cs=\"\(value)\"/>"
        if let own = run.fonts {
            if own.isEmpty(in: bytes) { stream.replace(own.range, markup: fonts) }
        } else if let place = run.fontsPlace {
            stream.replace(place..<place, markup: fonts)
        } else {
            let range = run.properties?.range ?? run.tag.range.upperBound..<run.tag.range.upperBound
            stream.replace(range, markup: "<\(prefix)rPr>\(fonts)</\(prefix)rPr>")
        }
    }

    /// WordArt of VML has its text and its font in attributes.
    private mutating func convertTextPath(_ tag: XMLTag) {
        guard let style = tag.attributes.firstIndex(where: { $0.name.local == "style" }),
            let text = tag.attributes.firstIndex(where: { $0.name.local == "string" }),
            let styleRange = tag.valueRange(style, in: bytes), let textRange = tag.valueRange(text, in: bytes)
        else { return }
        var declarations = tag.attributes[style].value.split(separator: ";", omittingEmptySubsequences: false)
            .map { String($0) }
        guard
            let place = declarations.firstIndex(where: {
                $0.drop { $0 == " " }.lowercased().hasPrefix("font-family:")
            })
        else { return }
        let font = OpenDocumentStyles.family(
            String(declarations[place].drop { $0 != ":" }.dropFirst()))
        guard let replacement = stream.choice.replacement(font) else { return }
        stream.countRun(font)
        stream.replaceValue(tag.attributes[text].value, font, textRange)
        declarations[place] = "font-family:\"\(replacement)\""
        stream.replace(styleRange, with: declarations.joined(separator: ";"), isValue: true)
    }

    /// The font of the text that is being read.
    private var font: String? {
        styles.font(
            runs.last?.font, run: runs.last?.style, paragraph: paragraphs.last?.style,
            table: tables.last ?? nil)
    }

    private mutating func replaceFonts(_ tag: XMLTag) {
        stream.replaceFonts(tag, ["ascii", "hAnsi", "cs", "eastAsia"], in: bytes)
    }
}
