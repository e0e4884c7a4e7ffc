import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Where converted text goes.
protocol ConversionTarget {
    /// Whether a bar of progress would be mixed up with the text.
    var isTerminal: Bool { get }

    /// Takes the next piece.
    func write(_ bytes: [UInt8]) throws

    /// All has been written.
    func commit() throws
}

/// Standard output; each piece is written when it is there, so that a pipe is answered while it is still open.
struct OutputTarget: ConversionTarget {
    private let output = Output()

    var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    func write(_ bytes: [UInt8]) throws {
        try output.write(bytes)
        try output.flush()
    }

    func commit() throws { try output.flush() }
}

/// A file, which is replaced only when all has been written.
final class FileTarget: ConversionTarget {
    private let replacement: FileReplacement
    /// The file as it was, read along to see whether anything changes; nil when that was seen or nobody asks.
    private var old: PieceReader?
    private var position = 0
    private let hasOld: Bool

    /// The file at `path`.
    ///
    /// - Parameter replacing: Whether it is left alone when what is written is what was there.
    init(_ path: String, replacing: Bool = false) throws {
        if replacing { finishReplacement(of: path) }
        old = replacing ? try PieceReader(path: path) : nil
        hasOld = replacing
        replacement = try FileReplacement(of: path)
    }

    var isTerminal: Bool { false }

    func write(_ bytes: [UInt8]) throws {
        if try !isSame(bytes) { old = nil }
        try replacement.write(bytes)
    }

    func commit() throws {
        if hasOld, let old, position == old.piece.count, try !old.next() { return replacement.cancel() }
        try replacement.commit()
    }

    /// Whether `bytes` are what the old file has next.
    private func isSame(_ bytes: [UInt8]) throws(FileError) -> Bool {
        guard let old else { return false }
        var at = 0
        while at < bytes.count {
            if position == old.piece.count {
                position = 0
                guard try old.next() else { return false }
            }
            let count = min(bytes.count - at, old.piece.count - position)
            guard bytes[at..<at + count] == old.piece[position..<position + count] else { return false }
            at += count
            position += count
        }
        return true
    }
}
