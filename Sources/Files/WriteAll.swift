#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Writes all of `bytes` to the open file `descriptor`, however many system calls it takes.
///
///     try writeAll(Array("mưa\n".utf8), to: 1, path: "standard output")
///
/// - Parameters:
///   - bytes: What is written.
///   - descriptor: Where to.
///   - path: The name of the file in errors.
/// - Throws: ``FileError`` with the operation `write`; `EPIPE` when nobody reads any more.
public func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    var done = 0
    while done < bytes.count {
        let wrote = unsafe bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return 0 }
            return unsafe write(descriptor, start + done, buffer.count - done)
        }
        if wrote < 0 {
            if errno == EINTR || errno == EAGAIN { continue }
            throw FileError(.write, path, errno)
        }
        done += wrote
    }
}
