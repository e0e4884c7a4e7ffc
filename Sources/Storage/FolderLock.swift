#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Makes the folder at `path` and those above it, as far as they are missing; only the user may look into new ones.
///
/// - Throws: ``FileError`` with the operation `write`.
package func makeFolder(at path: String) throws(FileError) {
    guard !path.isEmpty, !Folder.isThere(path) else { return }
    if mkdir(path) { return }
    guard errno == ENOENT, Path.parent(of: path) != path else { throw FileError(.write, path, errno) }
    try makeFolder(at: Path.parent(of: path))
    guard mkdir(path) else { throw FileError(.write, path, errno) }
}

private func mkdir(_ path: String) -> Bool { unsafe mkdir(path, 0o700) == 0 || errno == EEXIST }

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
                // A file system without locks is no reason to lose words.
                break
            }
        }
    }

    deinit { close(descriptor) }
}
