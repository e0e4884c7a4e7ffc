#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The system refused to open, read or write a file.
///
///     Lexicons/rad/core.tsv: cannot open: No such file or directory
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was being done.
    public enum Operation: String, Sendable {
        /// Opening a file for reading.
        case open
        /// Reading or mapping an open file.
        case read
        /// Creating, writing, syncing or renaming a file.
        case write
    }

    /// What was being done when it failed.
    public var operation: Operation
    /// The file's path, as it was given.
    public var path: String
    /// The system's error number (`errno`).
    public var code: Int32

    /// An error of `operation` on `path` for the reason `code`.
    public init(_ operation: Operation, _ path: String, _ code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// The system's sentence for the reason, such as "No such file or directory".
    public var reason: String {
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }

    /// Whether the file does not exist.
    public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

    /// The path, what failed, and why.
    public var description: String { "\(path): cannot \(operation.rawValue): \(reason)" }
}
