/// The parts of a `.docx` by what they are.
struct WordDocument {
    /// The parts with runs in them, and those with the fonts of styles, by their index in the archive.
    private(set) var texts: [Int] = []
    private var styles: [Int] = []
    private var themes: [Int] = []

    /// The ends of the content types of parts with runs or numbering.
    private static let textTypes = [
        "document.main+xml", "document.macroEnabled.main+xml", "template.main+xml",
        "template.macroEnabledTemplate.main+xml", "document.glossary+xml", "header+xml", "footer+xml",
        "footnotes+xml", "endnotes+xml", "comments+xml", "numbering+xml",
    ]

    /// The document in `archive`; nil when it is none of Word.
    init?(_ archive: ZipArchive, _ unpack: (Int) throws(DocumentError) -> [UInt8]) throws(DocumentError) {
        guard let types = archive.index(of: "[Content_Types].xml") else { return nil }
        var found: [(type: String, index: Int)] = []
        try XMLReader.read(unpack(types), part: archive.entries[types].name) { event in
            guard case .start(let tag) = event, tag.name == XMLName(.contentTypes, "Override"),
                let type = tag.value("ContentType"), let name = tag.value("PartName"),
                let index = archive.index(of: String(name.drop { $0 == "/" })),
                !found.contains(where: { $0.index == index })
            else { return }
            found.append((type, index))
        }
        for (type, index) in found {
            let kind = String(type.split(separator: ".").suffix(2).joined(separator: "."))
            let isWord = type.contains("wordprocessingml") || type.contains("ms-word")
            if isWord, type.hasSuffix(".styles+xml") { styles.append(index) }
            if kind.hasSuffix("theme+xml") { themes.append(index) }
            if isWord, WordDocument.textTypes.contains(where: { type.hasSuffix("." + $0) }) {
                texts.append(index)
            }
        }
        guard found.contains(where: { $0.type.contains("word") && $0.type.hasSuffix("main+xml") }) else {
            return nil
        }
    }

    /// Converts every part, and hands out the changes of those that have any.
    func convert(
        _ archive: ZipArchive, _ choice: FontChoice, _ report: inout DocumentReport,
        unpack: (Int) throws(DocumentError) -> [UInt8],
        change: (Int, [UInt8], PartEdits) throws(DocumentError) -> Void
    ) throws(DocumentError) {
        var fonts: [String: WordStyles] = [:]
        for index in styles {
            let name = archive.entries[index].name
            try fonts[WordDocument.folder(of: name), default: WordStyles()].read(unpack(index), part: name)
        }
        let theme = themes.first
        if let theme {
            for folder in fonts.keys {
                try fonts[folder]?.readTheme(unpack(theme), part: archive.entries[theme].name)
            }
        }
        for index in texts + styles + themes {
            let name = archive.entries[index].name
            let bytes = try unpack(index)
            let edits = try WordPart.edits(
                bytes, part: name, fonts[WordDocument.folder(of: name)] ?? WordStyles(), choice, &report)
            if !edits.isEmpty { try change(index, bytes, edits) }
        }
    }

    /// The folder of a part; the building blocks of a document have their own styles in a folder of their own.
    private static func folder(of name: String) -> String {
        name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
    }
}
