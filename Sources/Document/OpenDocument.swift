/// The parts of an `.odt`, an `.ods` or an `.odp` with text and styles.
struct OpenDocument {
    /// What kind of document it is, by the last word of its media type.
    enum Kind: String, CaseIterable {
        case text, spreadsheet, presentation
    }

    private let kind: Kind
    private let content: Int
    private let styles: Int?

    /// The document in `archive`; nil when it is none of OpenDocument.
    ///
    /// - Throws: ``DocumentError/encrypted`` when it has a password.
    init?(_ archive: ZipArchive, _ unpack: (Int) throws(DocumentError) -> [UInt8]) throws(DocumentError) {
        guard let type = archive.index(of: "mimetype"), let content = archive.index(of: "content.xml") else {
            return nil
        }
        let name = try String(decoding: unpack(type), as: UTF8.self)
        guard
            let kind = Kind.allCases.first(where: { kind in
                name.hasPrefix("application/vnd.oasis.opendocument.\(kind.rawValue)")
            })
        else { return nil }
        if let manifest = archive.index(of: "META-INF/manifest.xml") {
            var isEncrypted = false
            try XMLReader.read(unpack(manifest), part: archive.entries[manifest].name) { event in
                if case .start(let tag) = event, tag.name == XMLName(.manifest, "encryption-data") {
                    isEncrypted = true
                }
            }
            guard !isEncrypted else { throw .encrypted }
        }
        self.kind = kind
        self.content = content
        styles = archive.index(of: "styles.xml")
    }

    /// Converts every part, and hands out the changes of those that have any.
    func convert(
        _ archive: ZipArchive, _ choice: FontChoice, _ report: inout DocumentReport,
        unpack: (Int) throws(DocumentError) -> [UInt8],
        change: (Int, [UInt8], PartEdits) throws(DocumentError) -> Void
    ) throws(DocumentError) {
        let common = try styles.map { index throws(DocumentError) in
            try OpenDocumentStyles(unpack(index), part: archive.entries[index].name)
        }
        var lists = OpenDocumentLists()
        var streams: [TextStream] = []
        var texts: [[UInt8]] = []
        let parts = [content] + (styles.map { [$0] } ?? [])
        var normal: String?
        for (number, index) in parts.enumerated() {
            let name = archive.entries[index].name
            let bytes = try unpack(index)
            var fonts = try OpenDocumentStyles(bytes, part: name)
            if let common { fonts.addCommon(common) }
            normal = fonts.defaultFont("paragraph")
            let stream = TextStream(part: name, choice: choice, report: report)
            let result = try OpenDocumentPart(bytes, number, kind, fonts, lists, stream).read(part: name)
            streams.append(result.stream)
            texts.append(bytes)
            lists = result.lists
            report = result.stream.report
        }
        // Which paragraphs a list numbers is known now.
        for text in lists.texts {
            var fonts = lists.fonts(text)
            if let font = text.font { fonts = [font] }
            if fonts.isEmpty { fonts = [normal ?? ""] }
            streams[text.part].report = report
            streams[text.part].place = .paragraph(0)
            streams[text.part].replaceShared(text.value, fonts, text.range, .number)
            report = streams[text.part].report
        }
        for (number, index) in parts.enumerated() where !streams[number].edits.isEmpty {
            try change(index, texts[number], streams[number].edits)
        }
    }
}
