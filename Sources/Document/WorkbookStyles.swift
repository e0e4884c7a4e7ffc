/// The fonts of the cells of an `.xlsx`, by the looks that cells refer to.
struct WorkbookStyles {
    /// The font of each look, in the order of `cellXfs`.
    private(set) var fonts: [String?] = []
    /// The font of text for which nothing else is said.
    private(set) var normal: String?
    /// The fonts of the looks that have a number format, by its number.
    private var formatFonts: [String: Set<String>] = [:]

    init() {}

    /// Reads the part with the styles.
    init(_ bytes: [UInt8], part: String) throws(DocumentError) {
        var path: [XMLName] = []
        var names: [String?] = []
        var looks: [(font: Int, format: String)] = []
        try XMLReader.read(bytes, part: part) { event in
            guard case .start(let tag) = event else {
                if case .end = event { path.removeLast() }
                return
            }
            defer { path.append(tag.name) }
            guard tag.name.space == .sheet else { return }
            switch (tag.name.local, path.last?.local) {
            case ("font", "fonts"): names.append(nil)
            case ("name", "font") where path.dropLast().last?.local == "fonts" && !names.isEmpty:
                names[names.count - 1] = tag.value("val")
            case ("xf", "cellXfs"):
                looks.append((tag.value("fontId").flatMap { Int($0) } ?? 0, tag.value("numFmtId") ?? "0"))
            default: break
            }
        }
        normal = names.first ?? nil
        for look in looks {
            let font = names.indices.contains(look.font) ? names[look.font] : nil
            fonts.append(font)
            formatFonts[look.format, default: []].insert(font ?? "")
        }
    }

    /// The font of a cell with this look; nil when there is none.
    func font(_ look: String?) -> String? {
        let index = look.flatMap { Int($0) } ?? 0
        return fonts.indices.contains(index) ? fonts[index] : normal
    }

    /// Converts the part itself; `report` gets what is found in it.
    ///
    /// - Returns: Its changes.
    func edits(
        _ bytes: [UInt8], part: String, _ choice: FontChoice, _ report: inout DocumentReport
    ) throws(DocumentError) -> PartEdits {
        var stream = TextStream(part: part, choice: choice, report: report)
        var path: [XMLName] = []
        try XMLReader.read(bytes, part: part) { event in
            guard case .start(let tag) = event else {
                if case .end = event { path.removeLast() }
                return
            }
            if tag.name == XMLName(.sheet, "name"), path.last?.local == "font" {
                stream.replaceFonts(tag, ["val"], in: bytes)
            }
            if tag.name == XMLName(.sheet, "numFmt") { convertFormat(tag, bytes, &stream) }
            path.append(tag.name)
        }
        stream.end()
        report = stream.report
        return stream.edits
    }

    /// The format of a number has text, such as `#,##0 "đồng"`, which is shown in the font of the cell.
    private func convertFormat(_ tag: XMLTag, _ bytes: [UInt8], _ stream: inout TextStream) {
        guard let index = tag.attributes.firstIndex(where: { $0.name.local == "formatCode" }),
            let range = tag.valueRange(index, in: bytes), let id = tag.value("numFmtId"),
            let fonts = formatFonts[id]
        else { return }
        let code = tag.attributes[index].value
        func converted(_ font: LegacyFont?) -> String {
            guard let font else { return code }
            return QuotedText.mapped(code) {
                stream.reading(of: $0, font)
            } bare: {
                stream.reading(of: $0, font)
            }
        }
        let texts = Set(fonts.map { converted(stream.choice.legacy($0)) })
        guard texts.count == 1, let text = texts.first else { return stream.noteLeft(.formula, code) }
        if text != code { stream.replace(range, with: text, isValue: true) }
    }
}
