public import Bytes

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file mapped into memory for reading.
///
/// Opening costs one `mmap` whatever the size; pages are read when they are first touched. Reading small files
/// into memory instead is faster in a process that already has such memory, and slower in one that has just started.
///
///     let file = try MappedFile(path: "Keymaps/vi/telex.chukey")
///     file.bytes.count
///
/// The file must be replaced (written aside and renamed), never changed in place, while it is mapped:
/// ``replaceFile(at:with:keepingLinks:mode:)`` does so when it is not to keep other names.
@safe
public final class MappedFile: @unchecked Sendable {
    // Safe to share: the memory is read-only from the end of `init` to `deinit`.
    private let base: UnsafeMutableRawPointer
    private let length: Int
    private let isMapped: Bool

    /// Maps the file at `path`.
    ///
    /// - Throws: ``FileError`` with the system's reason when the file cannot be opened or mapped.
    public init(path: String) throws(FileError) {
        // Without waiting: a named pipe that nobody writes to would block for ever.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError(.open, path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(.read, path, errno) }
        let kind = status.st_mode & S_IFMT
        guard kind == S_IFREG else { throw FileError(.read, path, kind == S_IFDIR ? EISDIR : EINVAL) }
        let size = Int(status.st_size)
        if size == 0 {
            unsafe base = UnsafeMutableRawPointer.allocate(byteCount: 8, alignment: 8)
            length = 0
            isMapped = false
            return
        }
        guard let address = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
            unsafe address != MAP_FAILED
        else { throw FileError(.read, path, errno) }
        unsafe base = address
        length = size
        isMapped = true
    }

    deinit {
        if isMapped { unsafe munmap(base, length) } else { unsafe base.deallocate() }
    }

    /// All bytes of the file.
    public var bytes: Bytes {
        unsafe Bytes(owner: self, base: UnsafeRawPointer(base), count: length)
    }
}
