#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file that is written piece by piece, and takes the place of another at the end, whole or not at all.
///
/// The pieces go to a new file in the same folder. ``commit()`` gives it the mode, the owner and the extended attributes
/// of the old one, syncs it to the disk and renames it over the other; a crash at any moment leaves either the old file
/// or the new one. A symbolic link is followed, so that the file it names is replaced and not the link; when there is no
/// such file, it is made. A file with other names (hard links), and one whose owner or attributes the system does not let
/// a new file have, is written in its place after a copy of it has been made. <doc:How-files-are-replaced> has the
/// details. What is there and is not a file, such as a device or a named pipe, is written to as the pieces come.
///
///     let file = try FileReplacement(of: "notes.txt")
///     try file.write(Array("mưa".utf8))
///     try file.commit()
///
/// One that is let go without ``commit()`` leaves the old file as it was.
///
/// - Complexity: Memory for nothing but the piece being written.
public final class FileReplacement {
    private let path: String
    private let target: String
    /// The files beside it; nil when the target is written to directly.
    private let aside: AsideFiles?
    private let keepsLinks: Bool
    /// What the file had at the beginning; nil when there was none.
    private let attributes: FileAttributes?
    private var descriptor: Int32

    /// Begins a file in the place of the one at `path`, which need not exist.
    ///
    /// - Parameters:
    ///   - path: The file, or a symbolic link to it.
    ///   - keepingLinks: Whether a file that has other names is written in its place, so that all of them have the new
    ///     contents. Say false for a file that programs map into memory, or that nobody else may change: the other names
    ///     then keep the old contents.
    ///   - mode: The permissions of a file that is made, which the umask may reduce.
    /// - Throws: ``FileError`` with the operation `write`; the old file is then untouched.
    public init(of path: String, keepingLinks: Bool = true, mode: UInt32 = 0o644) throws(FileError) {
        self.path = path
        keepsLinks = keepingLinks
        target = try fileNamed(by: path)
        var mode = mode
        var status = stat()
        if unsafe stat(target, &status) == 0 {
            // Nobody may read the new file who may not read the old one; the other bits come at the end.
            mode = 0o600
            attributes = FileAttributes(of: target, status)
            // Renaming would go through even where the user has made the file read-only on purpose.
            guard unsafe access(target, W_OK) == 0 else { throw FileError(.write, path, errno) }
            if status.st_mode & S_IFMT != S_IFREG {
                aside = nil
                descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC)
                guard descriptor >= 0 else { throw FileError(.write, path, errno) }
                return
            }
        } else {
            attributes = nil
        }
        AsideFiles.clear(besides: target)
        let aside = AsideFiles(target, process: getpid())
        self.aside = aside
        descriptor = aside.create(aside.new, mode)
        guard descriptor >= 0 else { throw FileError(.write, path, errno) }
    }

    /// Adds a piece.
    ///
    /// - Throws: ``FileError`` with the operation `write`; nothing can be added then, and the old file stays.
    public func write(_ piece: [UInt8]) throws(FileError) {
        guard descriptor >= 0 else { throw FileError(.write, path, EBADF) }
        do {
            try writeAll(piece, to: descriptor, path: path)
        } catch {
            cancel()
            throw error
        }
    }

    /// Puts the new file in the place of the old one.
    ///
    /// - Throws: ``FileError`` with the operation `write`; the old file is then untouched, or restored.
    public func commit() throws(FileError) {
        guard descriptor >= 0 else { throw FileError(.write, path, EBADF) }
        guard let aside else {
            let open = descriptor
            descriptor = -1
            guard close(open) == 0 else { throw FileError(.write, path, errno) }
            return
        }
        var status = stat()
        let old = unsafe stat(target, &status) == 0 ? FileAttributes(of: target, status) : nil
        // It may have been removed meanwhile.
        let isKept = (old ?? attributes)?.apply(to: descriptor) ?? true
        guard fsync(descriptor) == 0 else { throw failed(errno) }
        if let old, keepsLinks, !isKept || old.linkCount > 1 { return try writeInPlace(aside, old) }
        guard unsafe rename(aside.new, target) == 0 else {
            let code = errno
            // A file that something is mounted on, or that only its owner may rename, can still be written.
            guard let old, keepsLinks, [EBUSY, EPERM, EACCES, EXDEV].contains(code) else {
                throw failed(code)
            }
            return try writeInPlace(aside, old)
        }
        let open = descriptor
        descriptor = -1
        close(open)
        syncFolder(of: target)
    }

    /// Leaves the old file as it was; what was written aside is removed.
    public func cancel() {
        guard descriptor >= 0 else { return }
        close(descriptor)
        descriptor = -1
        if let aside { unsafe unlink(aside.new) }
    }

    deinit { cancel() }

    private func writeInPlace(_ aside: AsideFiles, _ old: FileAttributes) throws(FileError) {
        let open = descriptor
        descriptor = -1
        defer { close(open) }
        let code = aside.writeInPlace(from: open)
        guard code == 0 else { throw FileError(.write, path, code) }
        // Writing takes some bits away when it is not the owner who writes.
        unsafe chmod(target, old.mode)
    }

    private func failed(_ code: Int32) -> FileError {
        cancel()
        return FileError(.write, path, code)
    }
}

/// Makes a rename durable; a file system that cannot sync a folder is not a reason to fail.
func syncFolder(of path: String) {
    let descriptor = unsafe open(Path.parent(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
}
