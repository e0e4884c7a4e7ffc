/// A part with text of DrawingML on its way: a slide, a chart, a diagram, the shapes of a sheet.
struct DrawingPart {
    private let bytes: [UInt8]
    private let fonts: SlideFonts

    /// A part whose text has its fonts from `fonts` when its runs name none.
    init(_ bytes: [UInt8], _ fonts: SlideFonts) {
        self.bytes = bytes
        self.fonts = fonts
    }

    /// The charts, the diagrams and the shapes of sheets.
    static func parts(of package: OfficePackage) -> [OfficePackage.Part] {
        package.parts(
            "drawingml.chart+xml", "drawingml.chartshapes+xml", "drawingml.diagramData+xml",
            "drawingml.diagramDrawing+xml", "officedocument.drawing+xml")
    }

    /// Converts each of `parts`, and hands out the changes of those that have any.
    static func convert(
        _ parts: [OfficePackage.Part], _ fonts: SlideFonts, _ choice: FontChoice,
        _ report: inout DocumentReport, unpack: (Int) throws(DocumentError) -> [UInt8],
        change: (Int, [UInt8], PartEdits) throws(DocumentError) -> Void
    ) throws(DocumentError) {
        for part in parts {
            let bytes = try unpack(part.index)
            let edits = try DrawingPart(bytes, fonts).edits(part: part.name, choice, &report)
            if !edits.isEmpty { try change(part.index, bytes, edits) }
        }
    }

    /// Converts the part; `report` gets what is found in it.
    ///
    /// - Returns: Its changes.
    func edits(
        part: String, _ choice: FontChoice, _ report: inout DocumentReport
    ) throws(DocumentError) -> PartEdits {
        let chart = try ChartFonts(bytes, part: part)
        var reading = Reading(
            bytes: bytes, fonts: fonts, chart: chart,
            stream: TextStream(part: part, choice: choice, report: report))
        try XMLReader.read(bytes, part: part) { reading.handle($0) }
        reading.stream.end()
        report = reading.stream.report
        return reading.stream.edits
    }
}

/// The fonts that a chart names.
private struct ChartFonts {
    /// All of them.
    var all: Set<String> = []
    /// That of the whole chart.
    var common: String?

    init(_ bytes: [UInt8], part: String) throws(DocumentError) {
        var path: [XMLName] = []
        var all: Set<String> = []
        var common: String?
        try XMLReader.read(bytes, part: part) { event in
            guard case .start(let tag) = event else {
                if case .end = event { path.removeLast() }
                return
            }
            if path.first == XMLName(.chart, "chartSpace"), tag.name == XMLName(.drawing, "latin"),
                let font = tag.value("typeface"), path.suffix(2).first != XMLName(.math, "r")
            {
                all.insert(font)
                if path.dropFirst().first?.local == "txPr" { common = font }
            }
            path.append(tag.name)
        }
        self.all = all
        self.common = common
    }
}

/// The state of one reading.
private struct Reading {
    let bytes: [UInt8]
    let fonts: SlideFonts
    let chart: ChartFonts
    var stream: TextStream
    var path: [XMLName] = []
    var placeholder: SlideFonts.Placeholder?
    var reference: String?
    /// The fonts of the open text, by the level of its paragraphs.
    var levels: SlideFonts.Levels = [:]
    var level = 0
    var paragraphFont: String?
    var runFont: String?
    var mathFont: String?
    var symbolFont: String?
    var isCounted = false
    var bullet: String?

    /// A font for each way in which a chart may show the texts of cells.
    let cacheFonts: [String]

    init(bytes: [UInt8], fonts: SlideFonts, chart: ChartFonts, stream: TextStream) {
        let named = chart.all.filter { !$0.hasPrefix("+") }
        let shown = named.isEmpty ? chart.all.compactMap { fonts.theme.font($0) } : Array(named)
        var readings: [FontChoice.Reading?: String] = [:]
        for font in shown.sorted() { readings[stream.choice.reading(font)] = font }
        cacheFonts = readings.values.sorted()
        self.bytes = bytes
        self.fonts = fonts
        self.chart = chart
        self.stream = stream
    }

    mutating func handle(_ event: XMLEvent) {
        switch event {
        case .start(let tag):
            start(tag)
            path.append(tag.name)
        case .end(let name, _):
            path.removeLast()
            if name.space == .drawing, ["p", "fld", "txBody"].contains(name.local) { stream.end() }
        case .text(let text, let range): read(text, range)
        }
    }

    private mutating func read(_ text: String, _ range: Range<Int>) {
        guard let element = path.last else { return }
        let parent = path.dropLast().last
        if element == XMLName(.drawing, "t"), parent?.space == .drawing, ["r", "fld"].contains(parent?.local)
        {
            if !isCounted { stream.countRun(font) }
            isCounted = true
            // Characters that the font for symbols shows.
            if let symbolFont, LegacyFont(name: symbolFont) == nil,
                text.unicodeScalars.allSatisfy(RunDecoder.isSymbol)
            {
                return stream.end()
            }
            stream.add(text, font, range)
        } else if element == XMLName(.math, "t") {
            if stream.changes(text, mathFont) { stream.noteLeft(.math, text) }
        } else if element == XMLName(.chart, "v") {
            readCache(text, range)
        }
    }

    /// A chart repeats the texts of cells, in one of the fonts that it names.
    private mutating func readCache(_ text: String, _ range: Range<Int>) {
        guard !path.contains(XMLName(.chart, "numCache")) else { return }
        stream.end()
        if cacheFonts.count == 1 {
            stream.add(text, cacheFonts[0], range)
        } else if cacheFonts.contains(where: { stream.changes(text, $0) }) {
            stream.noteLeft(.number, text)
        }
        stream.end()
    }

    private mutating func start(_ tag: XMLTag) {
        let local = tag.name.local
        switch tag.name.space {
        case .drawing: startDrawing(tag)
        case .math:
            stream.end()
            if local == "r" { mathFont = nil }
        default:
            if ["sp", "graphicFrame", "cxnSp", "wsp"].contains(local) {
                placeholder = nil
                reference = nil
            }
            if ["txBody", "rich", "txPr", "t"].contains(local) { levels = [:] }
            if ["AlternateContent", "Choice", "Fallback"].contains(local) { stream.end() }
            if tag.name == XMLName(.presentation, "ph") { placeholder = SlideFonts.Placeholder(tag) }
        }
    }

    private mutating func startDrawing(_ tag: XMLTag) {
        switch tag.name.local {
        case "txBody": levels = [:]
        case "fontRef":
            reference = ["major": "+mj-lt", "minor": "+mn-lt"][tag.value("idx") ?? ""]
        case "p":
            stream.end()
            stream.nextParagraph()
            (level, paragraphFont, runFont) = (0, nil, nil)
        case "pPr", "lvl1pPr", "lvl2pPr", "lvl3pPr", "lvl4pPr", "lvl5pPr", "lvl6pPr", "lvl7pPr", "lvl8pPr",
            "lvl9pPr":
            if tag.name.local == "pPr" { level = tag.value("lvl").flatMap { Int($0) } ?? 0 }
            bullet = nil
        case "r": (runFont, symbolFont, isCounted) = (nil, nil, false)
        case "fld":
            stream.end()
            (runFont, symbolFont, isCounted) = (nil, nil, false)
        case "br", "tbl": stream.end()
        case "latin": startFont(tag)
        case "sym":
            symbolFont = tag.value("typeface")
            stream.replaceFonts(tag, ["typeface"], in: bytes)
        case "ea", "cs", "font": stream.replaceFonts(tag, ["typeface"], in: bytes)
        case "buFont":
            bullet = tag.value("typeface")
            stream.replaceFonts(tag, ["typeface"], in: bytes)
        case "buChar":
            guard let index = tag.attributes.firstIndex(where: { $0.name.local == "char" }),
                let range = tag.valueRange(index, in: bytes)
            else { return }
            let text = tag.attributes[index].value
            if bullet != nil {
                stream.replaceValue(text, bullet, range)
            } else if stream.changes(text, font) {
                stream.noteLeft(.number, text)
            }
        default: break
        }
    }

    private mutating func startFont(_ tag: XMLTag) {
        guard let typeface = tag.value("typeface"), !typeface.isEmpty else { return }
        let parents = path.suffix(2)
        switch parents.map(\.local) {
        case ["r", "rPr"], ["fld", "rPr"]:
            // The text of formulas stays, and so does its font.
            if parents.first?.space == .math {
                mathFont = typeface
                return
            }
            runFont = typeface
        case ["pPr", "defRPr"]: paragraphFont = typeface
        default: if let level = SlideFonts.Layer.level(path) { levels[level] = typeface }
        }
        stream.replaceFonts(tag, ["typeface"], in: bytes)
    }

    private var font: String? {
        let own = runFont ?? paragraphFont ?? levels[level] ?? chart.common
        return own.map { fonts.theme.font($0) }
            ?? fonts.font(placeholder, level: level, reference: reference)
    }
}
