import Diagnostics
import Files

/// Reads text in UTF-8 line by line.
///
///     var lines = TextLines(try Opening.reader("keys.txt"))
///     while let line = try lines.next() { … }
///
/// A byte-order mark before the first line is left out.
struct TextLines {
    /// How many bytes a line has at most: 64 KiB.
    static let limit = 1 << 16

    /// What the file is called in messages.
    let name: String
    /// The number of the line read last, from 1.
    private(set) var number = 0
    private let reader: LineReader

    /// The lines of what `reader` reads.
    init(_ reader: PieceReader) {
        name = reader.path
        self.reader = LineReader(reader, limit: TextLines.limit)
    }

    /// Whether the next line has been read already, and need not be waited for.
    var hasLine: Bool { reader.hasLine }

    /// The next line without its end, or nil after the last one.
    ///
    /// - Throws: `FileError` when the file cannot be read, ``Failure`` for a line that is not UTF-8, has a NUL byte or
    ///   is longer than ``limit``.
    mutating func next() throws -> String? {
        guard var bytes = try reader.next()?[...] else { return nil }
        number += 1
        guard bytes.count <= TextLines.limit else {
            throw Failure(.badData, .longLine(name, number, bytes: TextLines.limit))
        }
        if let nul = bytes.firstIndex(of: 0) {
            throw Failure(.badData, .nulByte(name, Position(line: number, column: nul + 1)))
        }
        if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let at = SourceText(path: name, bytes: Array(bytes)).illFormedRange?.lowerBound ?? 0
        throw Failure(.badData, .illFormed(name, Position(line: number, column: at + 1)))
    }
}
