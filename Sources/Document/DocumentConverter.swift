public import Conversion
public import Bytes

/// Turns the text of a document that is in fonts of an old encoding into Unicode.
///
/// Documents are those of Word, Excel and PowerPoint (`.docx`, `.xlsx`, `.pptx`) and of OpenDocument (`.odt`, `.ods`,
/// `.odp`).
///
///     let file = try MappedFile(path: "report.docx")
///     let converted = try DocumentConverter().convert(file)
///     converted.report.converted  // how many runs were in such fonts
///     try converted.write { piece in try replacement.write(piece) }
///
/// The fonts of the runs decide, and nothing else: see <doc:Fonts-of-documents>. Text in other fonts, and everything that is
/// not text, stays byte for byte.
public struct DocumentConverter: Sendable {
    /// How many bytes a part with text may have unpacked.
    public static let partLimit = 64 << 20
    /// How many bytes all parts that are read may have unpacked, together.
    public static let totalLimit = 128 << 20
    private let choice: (encodings: Set<TextEncoding>, font: String?)

    /// A converter of text in fonts of `encodings`.
    ///
    /// - Parameters:
    ///   - encodings: Those to convert; text in fonts of others stays.
    ///   - font: The font of converted text; nil for one that looks like the old one.
    public init(encodings: [TextEncoding] = LegacyFont.encodings, font: String? = nil) {
        choice = (Set(encodings), font)
    }

    /// Converts the document that `bytes` are.
    ///
    /// - Throws: ``DocumentError`` when it is no such document, has a password, is damaged, or is too large.
    /// - Complexity: O(*n*) for *n* bytes of unpacked text and styles, with memory for the largest part and for what is written
    ///   of the changed ones.
    public func convert(_ bytes: Bytes) throws(DocumentError) -> ConvertedDocument {
        let archive = try ZipArchive(bytes)
        var total = 0
        func unpack(_ index: Int) throws(DocumentError) -> [UInt8] {
            let bytes = try archive.unpacked(index, limit: DocumentConverter.partLimit)
            total += bytes.count
            // Each part is read twice at most.
            guard total <= 2 * DocumentConverter.totalLimit else { throw .tooLarge(part: "") }
            return try PartText.utf8(bytes, part: archive.entries[index].name)
        }
        let fonts = FontChoice(encodings: choice.encodings, font: choice.font)
        var report = DocumentReport()
        var rewriting = ZipRewriting(archive)
        func change(_ index: Int, _ bytes: [UInt8], _ edits: PartEdits) throws(DocumentError) {
            try rewriting.replace(index, with: edits.applied(to: bytes))
        }
        if let document = try OpenDocument(archive, unpack) {
            try document.convert(archive, fonts, &report, unpack: unpack, change: change)
        } else if let package = try OfficePackage(archive, unpack) {
            if let document = WordDocument(package) {
                try document.convert(package, fonts, &report, unpack: unpack, change: change)
            } else if let workbook = Workbook(package) {
                try workbook.convert(package, fonts, &report, unpack: unpack, change: change)
            } else if let presentation = Presentation(package) {
                try presentation.convert(package, fonts, &report, unpack: unpack, change: change)
            } else {
                throw .notText
            }
        } else {
            throw .notText
        }
        guard rewriting.size < Int(UInt32.max) else { throw .tooLarge(part: "") }
        return ConvertedDocument(report: report, rewriting: rewriting)
    }
}
