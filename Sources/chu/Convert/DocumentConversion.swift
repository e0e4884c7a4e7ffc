import Diagnostics
import Conversion
import Document
import Bytes
import Files

/// A document, such as a `.docx`, on its way: what its fonts say is converted, and the rest stays.
struct DocumentConversion {
    /// What is read, `auto` or the encoding whose fonts are converted, and what is written.
    let from: String
    let to: String
    /// The font of converted text; nil for one that looks like the old one.
    let font: String?
    /// An option that was given and is for text only; nil when none was.
    let textOption: String?
    /// Whether other files go to the same target.
    let isOneOfMany: Bool
    /// Whether to report the fonts.
    let isReported: Bool

    /// How the names of documents end that are converted.
    static let suffixes = [".docx", ".odt", ".xlsx", ".ods", ".pptx", ".odp"]

    /// What can be given as `from`.
    static let readable = LegacyFont.encodings.map(\.rawValue) + ["auto"]

    /// Converts the file called `name`, of which `reader` has read `beginning`.
    ///
    /// - Throws: `FileError` when it cannot be read, ``Failure`` when it is not a document that is converted.
    func run(
        _ kind: DocumentKind, _ name: String, path: String?, _ reader: PieceReader, _ beginning: [UInt8],
        to target: any ConversionTarget
    ) throws {
        guard kind == .archive else { throw Failure(.badData, .documentToSave(name, kind)) }
        if let textOption { throw Failure(.wrongUsage, .textOption(name, textOption)) }
        let encodings = LegacyFont.encodings.filter { from == "auto" || from == $0.rawValue }
        guard !encodings.isEmpty, to == TextEncoding.unicode.rawValue else {
            throw Failure(.wrongUsage, .documentForms(name))
        }
        if isOneOfMany { throw Failure(.wrongUsage, .documentAmongMany(name)) }
        if target.isTerminal { throw Failure(.wrongUsage, .documentToTerminal(name)) }
        let file =
            try path.map { try MappedFile(path: $0).bytes } ?? Bytes(rest(of: reader, after: beginning))
        do {
            let document = try DocumentConverter(encodings: encodings, font: font).convert(file)
            try document.write { try target.write($0) }
            show(document.report, name)
        } catch let error as DocumentError {
            throw Failure(.badData, .document(name, error))
        }
    }

    private func rest(of reader: PieceReader, after beginning: [UInt8]) throws(FileError) -> [UInt8] {
        var bytes = beginning
        while try reader.next() { bytes += reader.piece }
        return bytes
    }

    private func show(_ report: DocumentReport, _ name: String) {
        if report.converted == 0 { Notices.report(.nothingInLegacyFonts(name)) }
        for left in report.left { Notices.report(.leftInDocument(name, left)) }
        guard isReported else { return }
        Notices.report(.documentRuns(name, report))
        let width = report.rows.map { String($0.runs).count }.max() ?? 0
        let rows = report.rows.map { row in
            let number = String(row.runs)
            let font = row.font.isEmpty ? Wording.noFont.text : row.font
            let fate = row.replacement.map { "\(row.encoding?.rawValue ?? "") → \($0)" }
            return [
                "  " + String(repeating: " ", count: width - number.count) + number, font,
                fate ?? Wording.runsLeft.text,
            ]
        }
        for line in Table.lines(rows) { Notices.line(line) }
    }
}
