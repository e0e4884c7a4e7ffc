/// The parts of a `.docx` by what they are.
struct WordDocument {
    typealias Part = OfficePackage.Part

    /// The parts with runs in them, those with numbering, those with the fonts of styles, and those with text of drawings.
    private var texts: [Part] = []
    private let numberings: [Part]
    private var styles: [Part] = []
    private let themes: [Part]
    private let drawings: [Part]

    /// The ends of the content types of parts with runs.
    private static let textTypes = [
        "document.main+xml", "document.macroEnabled.main+xml", "template.main+xml",
        "template.macroEnabledTemplate.main+xml", "document.glossary+xml", "header+xml", "footer+xml",
        "footnotes+xml", "endnotes+xml", "comments+xml",
    ]

    /// The document in `package`; nil when it is none of Word.
    init?(_ package: OfficePackage) {
        guard package.parts.contains(where: { $0.type.contains("word") && $0.type.hasSuffix("main+xml") })
        else { return nil }
        let parts = package.parts.filter {
            $0.type.contains("wordprocessingml") || $0.type.contains("ms-word")
        }
        styles = parts.filter { $0.type.hasSuffix(".styles+xml") }
        // One for the document, and one for its building blocks.
        var folders: Set<String> = []
        numberings = parts.filter {
            $0.type.hasSuffix(".numbering+xml") && folders.insert(OfficePackage.folder(of: $0.name)).inserted
        }
        texts = parts.filter { part in WordDocument.textTypes.contains { part.type.hasSuffix("." + $0) } }
        themes = package.parts("theme+xml")
        drawings = DrawingPart.parts(of: package)
    }

    /// Converts every part, and hands out the changes of those that have any.
    func convert(
        _ package: OfficePackage, _ choice: FontChoice, _ report: inout DocumentReport,
        unpack: (Int) throws(DocumentError) -> [UInt8],
        change: (Int, [UInt8], PartEdits) throws(DocumentError) -> Void
    ) throws(DocumentError) {
        var fonts: [String: WordStyles] = [:]
        for part in styles {
            try fonts[OfficePackage.folder(of: part.name), default: WordStyles()].read(
                unpack(part.index), part: part.name)
        }
        let theme = try themes.first.map { part throws(DocumentError) in
            try ThemeFonts(unpack(part.index), part: part.name)
        }
        if let theme { for folder in fonts.keys { fonts[folder]?.theme = theme } }
        // Which paragraphs are numbered in which way is known when all text has been read.
        var numbering: [String: WordNumbering] = [:]
        let last = Set(numberings.map(\.index))
        for part in texts + styles + themes + numberings {
            let folder = OfficePackage.folder(of: part.name)
            let styles = fonts[folder] ?? WordStyles()
            let bytes = try unpack(part.index)
            var uses = numbering[folder] ?? WordNumbering()
            if last.contains(part.index) {
                try uses.read(bytes, part: part.name, styles)
            }
            var result = try WordPart.edits(bytes, part: part.name, styles, &uses, choice, &report)
            numbering[folder] = uses
            if result.hasDrawings {
                let drawing = DrawingPart(bytes, SlideFonts(theme: theme ?? ThemeFonts()))
                try result.edits.add(drawing.edits(part: part.name, choice, &report))
            }
            if !result.edits.isEmpty { try change(part.index, bytes, result.edits) }
        }
        try DrawingPart.convert(
            drawings, SlideFonts(theme: theme ?? ThemeFonts()), choice, &report, unpack: unpack,
            change: change)
    }
}
