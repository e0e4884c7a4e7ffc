/// The texts of the cells of an `.xlsx`, each of which may stand in many cells.
///
/// A text has the font of its cell where its runs name none. When two cells have one text in two encodings, or one of them
/// in none, the text is doubled.
struct SharedStrings {
    /// Who uses the texts.
    struct Uses {
        /// A cell, by the sheet that it is in.
        struct Cell {
            var font: String?
            var part: String
            var place: String
        }

        /// For each text the first cell of each way to read it.
        private(set) var cells: [Int: [Cell]] = [:]

        /// A cell has the text at `index`.
        mutating func note(_ index: Int, _ cell: Cell, _ choice: FontChoice) {
            let reading = choice.reading(cell.font)
            if cells[index]?.contains(where: { choice.reading($0.font) == reading }) == true { return }
            cells[index, default: []].append(cell)
        }
    }

    /// A text as it is to be read in a cell.
    struct Reading: Hashable {
        var index: Int
        var reading: FontChoice.Reading?
    }

    private struct Item {
        var range: Range<Int>
        var texts: [(text: String, font: String?, range: Range<Int>, space: Int?)] = []
        var fonts: [XMLTag] = []
    }

    /// The number that a text has in a cell, where it is not the one the cell gives.
    private(set) var moved: [Reading: Int] = [:]
    private(set) var edits = PartEdits()

    /// Converts the part; `report` gets what is found in it.
    init(
        _ bytes: [UInt8], part: String, _ uses: Uses, _ choice: FontChoice, _ report: inout DocumentReport
    ) throws(DocumentError) {
        var items: [Item] = []
        var path: [XMLName] = []
        var font: String?
        var space: Int?
        var end: Int?
        var count: (range: Range<Int>, value: Int)?
        try XMLReader.read(bytes, part: part) { event in
            switch event {
            case .start(let tag):
                switch tag.name {
                case XMLName(.sheet, "sst"):
                    if let index = tag.attributes.firstIndex(where: { $0.name.local == "uniqueCount" }),
                        let range = tag.valueRange(index, in: bytes),
                        let value = Int(tag.attributes[index].value)
                    {
                        count = (range, value)
                    }
                case XMLName(.sheet, "si"): items.append(Item(range: tag.range))
                case XMLName(.sheet, "r"): font = nil
                case XMLName(.sheet, "rFont") where !items.isEmpty:
                    font = tag.value("val")
                    items[items.count - 1].fonts.append(tag)
                case XMLName(.sheet, "t"): space = TextStream.space(tag)
                default: break
                }
                path.append(tag.name)
            case .end(let name, let range):
                path.removeLast()
                if name == XMLName(.sheet, "r") { font = nil }
                if name == XMLName(.sheet, "sst") { end = range.lowerBound }
                if name == XMLName(.sheet, "si"), !items.isEmpty {
                    let start = items[items.count - 1].range
                    items[items.count - 1].range = start.lowerBound..<max(start.upperBound, range.upperBound)
                }
            case .text(let text, let range):
                guard path.last == XMLName(.sheet, "t"), !items.isEmpty,
                    !path.contains(XMLName(.sheet, "rPh"))
                else { return }
                items[items.count - 1].texts.append((text, font, range, space))
            }
        }
        var stream = TextStream(part: part, choice: choice, report: report)
        var copies: [UInt8] = []
        var number = items.count
        for (index, item) in items.enumerated() {
            let cells = uses.cells[index] ?? []
            // Most texts have no letters that a font could change.
            let isFixed = !item.texts.contains { text in
                text.font == nil && cells.contains { stream.changes(text.text, $0.font) }
            }
            SharedStrings.convert(item, cells.first, bytes, &stream)
            for cell in cells.dropFirst() where !isFixed {
                var copy = TextStream(part: part, choice: choice, report: stream.report)
                SharedStrings.convert(item, cell, bytes, &copy)
                stream.report = copy.report
                guard bytes.count + copies.count <= DocumentConverter.partLimit else {
                    throw .tooLarge(part: part)
                }
                copies += copy.edits.applied(to: bytes, in: item.range)
                moved[Reading(index: index, reading: choice.reading(cell.font))] = number
                number += 1
            }
        }
        edits = stream.edits
        if let end, !copies.isEmpty {
            edits.insert(copies, at: end)
            if let count { edits.replace(count.range, with: String(count.value + number - items.count)) }
        }
        report = stream.report
    }

    private static func convert(
        _ item: Item, _ cell: Uses.Cell?, _ bytes: [UInt8], _ stream: inout TextStream
    ) {
        for font in item.fonts { stream.replaceFonts(font, ["val"], in: bytes) }
        if let cell { stream.place = .cell(cell.place) }
        for text in item.texts {
            let font = text.font ?? cell?.font
            stream.countRun(font)
            stream.add(text.text, font, text.range, .content(space: text.space))
        }
        stream.end()
    }
}
