/// A table in a sheet, whose columns are called what the cells in its first row say.
struct SheetTable {
    /// The cells with the names of the columns, in their order.
    private(set) var headers: [String] = []

    /// Reads the part with the table.
    init(_ bytes: [UInt8], part: String) throws(DocumentError) {
        var headers: [String] = []
        var hasHeaders = true
        var first: (column: Int, row: String)?
        try XMLReader.read(bytes, part: part) { event in
            guard case .start(let tag) = event, tag.name.space == .sheet else { return }
            if tag.name.local == "table" {
                hasHeaders = tag.value("headerRowCount") != "0"
                first = tag.value("ref").flatMap { SheetTable.cell($0) }
            }
            if tag.name.local == "tableColumn", hasHeaders, let first, headers.count < 16_384 {
                headers.append(SheetTable.letters(first.column + headers.count) + first.row)
            }
        }
        self.headers = headers
    }

    /// Converts the names of the columns, by the fonts of the cells; `report` gets what is found.
    ///
    /// - Returns: The changes, and the new name of each column that has one.
    func edits(
        _ bytes: [UInt8], part: String, _ fonts: [String: String], _ choice: FontChoice,
        _ report: inout DocumentReport
    ) throws(DocumentError) -> (edits: PartEdits, names: [String: String]) {
        var stream = TextStream(part: part, choice: choice, report: report)
        var names: [String: String] = [:]
        var number = 0
        try XMLReader.read(bytes, part: part) { event in
            guard case .start(let tag) = event, tag.name == XMLName(.sheet, "tableColumn"),
                number < headers.count
            else { return }
            let font = fonts[headers[number]]
            number += 1
            guard let index = tag.attributes.firstIndex(where: { $0.name.local == "name" }),
                let range = tag.valueRange(index, in: bytes), let legacy = choice.legacy(font)
            else { return }
            let name = tag.attributes[index].value
            let new = stream.reading(of: name, legacy)
            guard new != name else { return }
            names[name] = new
            stream.replace(range, with: new, isValue: true)
        }
        report = stream.report
        return (stream.edits, names)
    }

    /// The column, from 0, and the row of the first cell in a range such as `B2:D9`.
    private static func cell(_ range: String) -> (column: Int, row: String)? {
        let letters = range.prefix { "A"..."Z" ~= $0 }
        let row = range.dropFirst(letters.count).prefix { "0"..."9" ~= $0 }
        guard (1...3).contains(letters.count), !row.isEmpty else { return nil }
        let column = letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
        return (column - 1, String(row))
    }

    private static func letters(_ column: Int) -> String {
        var rest = column + 1
        var letters = ""
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
