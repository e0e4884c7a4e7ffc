#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Keeps programs that change files in one folder apart: others wait until this one is let go.
///
///     let lock = try FolderLock(of: "words/rad")
///     try replaceFile(at: "words/rad/telex.words", with: bytes)
///     _ = consume lock
///
/// The lock is the system's (`flock`), and ends with the process whatever becomes of it.
package struct FolderLock: ~Copyable {
    private var descriptor: Int32

    /// Waits for the folder at `path`.
    ///
    /// - Throws: ``FileError`` with the operation `write`.
    package init(of path: String) throws(FileError) {
        descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(.write, path, errno) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                // A file system without locks is not a reason to lose words.
                break
            }
        }
    }

    deinit { close(descriptor) }
}
