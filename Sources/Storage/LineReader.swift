#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Reads a file, a pipe or a terminal line by line, as bytes.
///
///     let reader = try LineReader(path: "keys.txt")
///     while let line = try reader.next() { … }
///
/// A line is handed out as soon as its end has arrived, so a pipe is answered while it is still open.
/// Line ends are LF or CRLF, and are not part of the line; the last line may lack one.
public final class LineReader {
    private let descriptor: Int32
    private let isOwned: Bool
    private let path: String
    private var chunk: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    /// Reads the file at `path`.
    ///
    /// - Throws: ``FileError`` with the operation `open`.
    public init(path: String) throws(FileError) {
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(.open, path, errno) }
        isOwned = true
        self.path = path
    }

    /// Reads the open file `descriptor`, which stays open; `path` names it in errors.
    public init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        isOwned = false
        self.path = path
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// Whether ``next()`` can answer from what was already read, without waiting for more.
    public var hasLine: Bool { position < chunk.count && chunk[position...].contains(0x0A) }

    /// The next line without its end, or nil after the last one.
    ///
    /// - Throws: ``FileError`` with the operation `read`.
    /// - Complexity: O(*bytes of the line*).
    public func next() throws(FileError) -> [UInt8]? {
        var line: [UInt8] = []
        var isBegun = false
        while true {
            if position < chunk.count {
                isBegun = true
                if let end = chunk[position...].firstIndex(of: 0x0A) {
                    line += chunk[position..<end]
                    position = end + 1
                    if line.last == 0x0D { line.removeLast() }
                    return line
                }
                line += chunk[position...]
                position = chunk.count
            }
            guard try fill() else { return isBegun ? line : nil }
        }
    }

    /// Reads what is there; false at the end of the file.
    private func fill() throws(FileError) -> Bool {
        if isAtEnd { return false }
        if chunk.count < 65_536 { chunk = [UInt8](repeating: 0, count: 65_536) }
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe read(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError(.read, path, errno)
            }
            chunk.removeLast(chunk.count - count)
            position = 0
            isAtEnd = count == 0
            return !isAtEnd
        }
    }
}
