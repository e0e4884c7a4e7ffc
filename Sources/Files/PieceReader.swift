#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Reads a file, a pipe or a terminal piece by piece, as bytes.
///
///     let reader = try PieceReader(path: "letter.txt")
///     while try reader.next() { use(reader.piece) }
///
/// A piece is handed out as soon as it has arrived, so a pipe is answered while it is still open.
///
/// - Complexity: Memory for one piece, whatever the size of the file.
public final class PieceReader {
    /// How many bytes a piece has at most.
    public static let pieceSize = 1 << 18

    /// What ``next()`` has read; empty before it is called and after the end.
    public private(set) var piece: [UInt8] = []

    /// How many bytes the file has, or nil when it is not a file or nobody knows.
    public let size: Int?

    private let descriptor: Int32
    private let isOwned: Bool
    /// What the file is called in errors.
    public let path: String

    /// Reads the file at `path`.
    ///
    /// - Throws: ``FileError`` with the operation `open`, or `read` when it is a folder.
    public convenience init(path: String) throws(FileError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(.open, path, errno) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            close(descriptor)
            throw FileError(.read, path, EISDIR)
        }
        self.init(descriptor, path, isOwned: true)
    }

    /// Reads the open file `descriptor`, which stays open; `path` names it in errors.
    public convenience init(descriptor: Int32, path: String) {
        self.init(descriptor, path, isOwned: false)
    }

    private init(_ descriptor: Int32, _ path: String, isOwned: Bool) {
        self.descriptor = descriptor
        self.path = path
        self.isOwned = isOwned
        var status = stat()
        let isFile = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        size = isFile ? Int(status.st_size) : nil
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// Reads the next piece into ``piece``; false at the end.
    ///
    /// - Throws: ``FileError`` with the operation `read`.
    public func next() throws(FileError) -> Bool {
        let missing = PieceReader.pieceSize - piece.count
        if missing > 0 { piece.append(contentsOf: repeatElement(0, count: missing)) }
        while true {
            let count = unsafe piece.withUnsafeMutableBytes {
                unsafe read(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                piece = []
                throw FileError(.read, path, errno)
            }
            piece.removeLast(piece.count - count)
            return count > 0
        }
    }
}
