/// A sheet of an `.xlsx`, or the comments on one, on its way.
struct SheetPart {
    private struct Cell {
        var place: String
        var font: String?
        var type: String
    }

    private let bytes: [UInt8]
    private let styles: WorkbookStyles
    private let strings: SharedStrings?
    /// The columns of tables that have other names now.
    private let columns: [String: String]
    private var stream: TextStream
    private var path: [XMLName] = []
    private var cell: Cell?
    private var runFont: String?
    private var space: Int?
    /// Whether any cell of the workbook may have an old font.
    private let hasLegacy: Bool

    /// Which texts the cells of a sheet have, and the fonts of the cells in `wanted`.
    static func read(
        _ bytes: [UInt8], part: String, _ styles: WorkbookStyles, _ choice: FontChoice,
        wanted: Set<String>, uses: inout SharedStrings.Uses
    ) throws(DocumentError) -> [String: String] {
        var path: [XMLName] = []
        var cell: Cell?
        var found = uses
        var fonts: [String: String] = [:]
        try XMLReader.read(bytes, part: part) { event in
            switch event {
            case .start(let tag):
                if tag.name == XMLName(.sheet, "c") {
                    let new = SheetPart.cell(tag, styles)
                    if wanted.contains(new.place) { fonts[new.place] = new.font }
                    cell = new
                }
                path.append(tag.name)
            case .end: path.removeLast()
            case .text(let text, _):
                guard let cell, cell.type == "s", path.last == XMLName(.sheet, "v"),
                    let index = SheetPart.number(text)
                else { return }
                found.note(
                    index, SharedStrings.Uses.Cell(font: cell.font, part: part, place: cell.place), choice)
            }
        }
        uses = found
        return fonts
    }

    /// Converts the part; `report` gets what is found in it.
    ///
    /// - Returns: Its changes.
    static func edits(
        _ bytes: [UInt8], part: String, _ styles: WorkbookStyles, _ strings: SharedStrings?,
        columns: [String: String], _ choice: FontChoice, _ report: inout DocumentReport
    ) throws(DocumentError) -> PartEdits {
        var reading = SheetPart(
            bytes: bytes, styles: styles, strings: strings, columns: columns,
            stream: TextStream(part: part, choice: choice, report: report))
        try XMLReader.read(bytes, part: part) { reading.handle($0) }
        reading.stream.end()
        report = reading.stream.report
        return reading.stream.edits
    }

    private init(
        bytes: [UInt8], styles: WorkbookStyles, strings: SharedStrings?, columns: [String: String],
        stream: TextStream
    ) {
        self.bytes = bytes
        self.styles = styles
        self.strings = strings
        self.columns = columns
        self.stream = stream
        hasLegacy = styles.fonts.contains { stream.choice.legacy($0) != nil }
        self.stream.place = .cell("")
    }

    private static func cell(_ tag: XMLTag, _ styles: WorkbookStyles) -> Cell {
        Cell(place: tag.value("r") ?? "", font: styles.font(tag.value("s")), type: tag.value("t") ?? "n")
    }

    private static func number(_ text: String) -> Int? {
        Int(text.filter { !$0.isWhitespace })
    }

    /// The headers and footers of a sheet.
    private static let headers: Set = [
        "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter",
    ]
    private static let formulas: Set = ["formula", "formula1", "formula2"]

    private mutating func handle(_ event: XMLEvent) {
        switch event {
        case .start(let tag):
            start(tag)
            path.append(tag.name)
        case .end(let name, _):
            path.removeLast()
            guard name.space == .sheet else { return }
            if name.local == "r" { runFont = nil }
            if ["c", "is", "text", "v"].contains(name.local) { stream.end() }
            if name.local == "c" { cell = nil }
        case .text(let text, let range): read(text, range)
        }
    }

    private mutating func start(_ tag: XMLTag) {
        guard tag.name.space == .sheet else { return }
        switch tag.name.local {
        case "c":
            let new = SheetPart.cell(tag, styles)
            cell = new
            stream.place = .cell(new.place)
        case "comment":
            stream.end()
            cell = nil
            stream.place = .cell(tag.value("ref") ?? "")
        case "r": runFont = nil
        case "rFont":
            runFont = tag.value("val")
            stream.replaceFonts(tag, ["val"], in: bytes)
        case "t", "v": space = TextStream.space(tag)
        default: break
        }
    }

    private mutating func read(_ text: String, _ range: Range<Int>) {
        guard let element = path.last, element.space == .sheet else { return }
        switch element.local {
        case "t" where !path.contains(XMLName(.sheet, "rPh")):
            let font = runFont ?? cell?.font
            stream.countRun(font)
            stream.add(text, font, range, .content(space: space))
        case "v": readValue(text, range)
        case "f": convertFormula(text, cell?.font, range)
        case let name where SheetPart.formulas.contains(name): convertFormula(text, nil, range)
        case let name where SheetPart.headers.contains(name):
            let converted = SheetHeader.converted(text, normal: styles.normal, &stream)
            if converted != text { stream.replace(range, with: converted) }
        default: break
        }
    }

    private mutating func readValue(_ text: String, _ range: Range<Int>) {
        guard let cell else { return }
        switch cell.type {
        case "s":
            guard let index = SheetPart.number(text) else { return }
            let reading = SharedStrings.Reading(index: index, reading: stream.choice.reading(cell.font))
            if let moved = strings?.moved[reading] { stream.replace(range, with: String(moved)) }
        case "str":
            stream.countRun(cell.font)
            stream.add(text, cell.font, range, .content(space: space))
            stream.end()
        default: break
        }
    }

    /// Text in a formula is shown in the font of the cell, or compared with that of others.
    private mutating func convertFormula(_ text: String, _ name: String?, _ range: Range<Int>) {
        let font = stream.choice.legacy(name)
        var stays = false
        let converted = QuotedText.mapped(text, names: columns) { quoted in
            guard let font else {
                if QuotedText.isBeyondASCII(quoted) { stays = true }
                return quoted
            }
            return stream.reading(of: quoted, font)
        }
        if converted != text { stream.replace(range, with: converted) }
        if stays, hasLegacy { stream.noteLeft(.formula, text) }
    }
}

extension TextStream {
    /// Where ` xml:space="preserve"` goes in a tag, before the bracket that ends it; nil when it is there.
    static func space(_ tag: XMLTag) -> Int? {
        tag.attributes.contains { $0.name == XMLName(.xml, "space") } ? nil : tag.range.upperBound - 1
    }
}
