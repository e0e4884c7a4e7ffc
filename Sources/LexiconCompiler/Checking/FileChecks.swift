import Diagnostics

/// Whether the files that entries name are there.
struct FileChecks {
    private let exists: ((String) -> Bool)?

    /// Checks with `exists`, which says whether there is a file at a path from the folder of the source; without it
    /// nothing is known.
    init(_ exists: ((String) -> Bool)?) { self.exists = exists }

    /// Adds to `report` that the file `piece` names is not there.
    func check(_ piece: Piece, _ report: inout LexiconReport) {
        guard let exists, !piece.isEmpty, !FileChecks.isAddress(piece.text) else { return }
        if piece.text.hasPrefix("/") || piece.text.contains("\\") || piece.text.dropFirst().hasPrefix(":") {
            report.add(.absolutePath(piece.text), at: piece.range)
        } else if !exists(piece.text) {
            report.add(.missingFile(piece.text), at: piece.range)
        }
    }

    /// Whether `text` is an address on the net: a word, `://`.
    private static func isAddress(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else { return false }
        return colon > text.startIndex && text[..<colon].allSatisfy { $0.isASCII && $0.isLetter }
    }
}
