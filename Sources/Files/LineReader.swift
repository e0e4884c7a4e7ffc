/// Reads a file, a pipe or a terminal line by line, as bytes.
///
///     let reader = LineReader(try PieceReader(path: "keys.txt"))
///     while let line = try reader.next() { … }
///
/// A line is handed out as soon as its end has arrived, so a pipe is answered while it is still open.
/// Line ends are LF or CRLF, and are not part of the line; the last line may lack one.
public final class LineReader {
    private let reader: PieceReader
    /// Where the next line begins in the piece.
    private var position = 0
    private var isAtEnd = false
    private let limit: Int

    /// Reads what `reader` reads, from where it is.
    ///
    /// - Parameters:
    ///   - reader: What is read.
    ///   - limit: How many bytes a line has at most. Of a longer one, ``next()`` gives so many that it is longer, and
    ///     what it gives after that is the rest of the line.
    public init(_ reader: PieceReader, limit: Int = .max) {
        self.reader = reader
        self.limit = limit
    }

    /// Whether ``next()`` can answer from what was already read, without waiting for more.
    public var hasLine: Bool { reader.piece[position...].contains(0x0A) }

    /// The next line without its end, or nil after the last one.
    ///
    /// - Throws: ``FileError`` with the operation `read`.
    /// - Complexity: O(*bytes of the line*).
    public func next() throws(FileError) -> [UInt8]? {
        var line: [UInt8] = []
        var isBegun = false
        while !isAtEnd {
            if let end = reader.piece[position...].firstIndex(of: 0x0A) {
                line += reader.piece[position..<end]
                position = end + 1
                if line.last == 0x0D { line.removeLast() }
                return line
            }
            if position < reader.piece.count { isBegun = true }
            line += reader.piece[position...]
            position = reader.piece.count
            if line.count > limit { return line }
            position = 0
            isAtEnd = try !reader.next()
        }
        return isBegun ? line : nil
    }
}
