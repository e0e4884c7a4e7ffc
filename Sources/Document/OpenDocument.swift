/// The parts of an `.odt` with text and styles.
struct OpenDocument {
    private let content: Int
    private let styles: Int?

    /// The document in `archive`; nil when it is not a text document of OpenDocument.
    ///
    /// - Throws: ``DocumentError/encrypted`` when it has a password.
    init?(_ archive: ZipArchive, _ unpack: (Int) throws(DocumentError) -> [UInt8]) throws(DocumentError) {
        guard let type = archive.index(of: "mimetype"), let content = archive.index(of: "content.xml") else {
            return nil
        }
        let name = try String(decoding: unpack(type), as: UTF8.self)
        guard name.hasPrefix("application/vnd.oasis.opendocument.text") else { return nil }
        if let manifest = archive.index(of: "META-INF/manifest.xml") {
            var isEncrypted = false
            try XMLReader.read(unpack(manifest), part: archive.entries[manifest].name) { event in
                if case .start(let tag) = event, tag.name == XMLName(.manifest, "encryption-data") {
                    isEncrypted = true
                }
            }
            guard !isEncrypted else { throw .encrypted }
        }
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
        for index in [content] + (styles.map { [$0] } ?? []) {
            let name = archive.entries[index].name
            let bytes = try unpack(index)
            var fonts = try OpenDocumentStyles(bytes, part: name)
            if let common { fonts.addCommon(common) }
            let edits = try OpenDocumentPart.edits(bytes, part: name, fonts, choice, &report)
            if !edits.isEmpty { try change(index, bytes, edits) }
        }
    }
}
