/// The parts of an `.xlsx` by what they are.
struct Workbook {
    typealias Part = OfficePackage.Part

    private let sheets: [Part]

    /// The workbook in `package`; nil when it is none of Excel, or an `.xlsb`, whose parts are not XML.
    init?(_ package: OfficePackage) {
        let isWorkbook = { (part: Part) in
            (part.type.contains("spreadsheetml") || part.type.contains("ms-excel"))
                && part.type.hasSuffix("main+xml")
        }
        guard package.parts.contains(where: isWorkbook) else { return nil }
        sheets = package.parts("spreadsheetml.worksheet+xml", "spreadsheetml.chartsheet+xml")
    }

    /// Converts every part, and hands out the changes of those that have any.
    func convert(
        _ package: OfficePackage, _ choice: FontChoice, _ report: inout DocumentReport,
        unpack: (Int) throws(DocumentError) -> [UInt8],
        change: (Int, [UInt8], PartEdits) throws(DocumentError) -> Void
    ) throws(DocumentError) {
        func write(_ part: Part, _ bytes: [UInt8], _ edits: PartEdits) throws(DocumentError) {
            if !edits.isEmpty { try change(part.index, bytes, edits) }
        }
        var styles = WorkbookStyles()
        for part in package.parts("spreadsheetml.styles+xml").prefix(1) {
            let bytes = try unpack(part.index)
            styles = try WorkbookStyles(bytes, part: part.name)
            try write(part, bytes, styles.edits(bytes, part: part.name, choice, &report))
        }
        var uses = SharedStrings.Uses()
        // What the columns of tables are called now.
        var columns: [String: String] = [:]
        for sheet in sheets {
            let tables = try package.related(to: sheet, unpack).filter { $0.type == "table" }.map(\.part)
            var read: [(part: Part, bytes: [UInt8], table: SheetTable)] = []
            for part in tables {
                let bytes = try unpack(part.index)
                try read.append((part, bytes, SheetTable(bytes, part: part.name)))
            }
            let fonts = try SheetPart.read(
                unpack(sheet.index), part: sheet.name, styles, choice,
                wanted: Set(read.flatMap { $0.table.headers }), uses: &uses)
            for (part, bytes, table) in read {
                let result = try table.edits(bytes, part: part.name, fonts, choice, &report)
                columns.merge(result.names) { first, _ in first }
                try write(part, bytes, result.edits)
            }
        }
        var strings: SharedStrings?
        for part in package.parts("spreadsheetml.sharedStrings+xml").prefix(1) {
            let bytes = try unpack(part.index)
            let converted = try SharedStrings(bytes, part: part.name, uses, choice, &report)
            try write(part, bytes, converted.edits)
            strings = converted
        }
        for part in sheets + package.parts("spreadsheetml.comments+xml") {
            let bytes = try unpack(part.index)
            let edits = try SheetPart.edits(
                bytes, part: part.name, styles, strings, columns: columns, choice, &report)
            try write(part, bytes, edits)
        }
        let themes = package.parts("theme+xml")
        let theme = try themes.first.map { part throws(DocumentError) in
            try ThemeFonts(unpack(part.index), part: part.name)
        }
        try DrawingPart.convert(
            themes + DrawingPart.parts(of: package), SlideFonts(theme: theme ?? ThemeFonts()), choice,
            &report,
            unpack: unpack, change: change)
    }
}
