#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file that is written piece by piece, and takes the place of another at the end, whole or not at all.
///
/// The pieces go to a new file in the same folder. ``commit()`` syncs that to the disk and renames it over the other;
/// a crash at any moment leaves either the old file or the new one. What a crash left half written beside it is
/// removed the next time the same file is replaced. The mode of an existing file is kept. A symbolic link is followed,
/// so that the file it names is replaced and not the link. What is there and is not a file, such as a device or a named
/// pipe, is written to as the pieces come.
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
    /// The file beside it; nil when the target is written to directly.
    private let aside: String?
    private var descriptor: Int32

    /// Begins a file in the place of the one at `path`, which need not exist.
    ///
    /// - Throws: ``FileError`` with the operation `write`; the old file is then untouched.
    public init(of path: String) throws(FileError) {
        self.path = path
        target = resolved(path)
        var mode: mode_t = 0o644
        var status = stat()
        if unsafe stat(target, &status) == 0 {
            mode = status.st_mode & 0o777
            // Renaming would go through even where the user has made the file read-only on purpose.
            guard unsafe access(target, W_OK) == 0 else { throw FileError(.write, path, errno) }
            let kind = status.st_mode & S_IFMT
            if kind != S_IFREG {
                aside = nil
                descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC)
                guard descriptor >= 0 else { throw FileError(.write, path, errno) }
                return
            }
        }
        removeLeftovers(of: target)
        let aside = target + ".\(getpid()).new"
        self.aside = aside
        descriptor = unsafe open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
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
    /// - Throws: ``FileError`` with the operation `write`; the old file is then untouched.
    public func commit() throws(FileError) {
        guard descriptor >= 0 else { throw FileError(.write, path, EBADF) }
        guard let aside else {
            let open = descriptor
            descriptor = -1
            guard close(open) == 0 else { throw FileError(.write, path, errno) }
            return
        }
        guard fsync(descriptor) == 0 else { throw failed(errno) }
        let open = descriptor
        descriptor = -1
        guard close(open) == 0 else { throw failed(errno) }
        guard unsafe rename(aside, target) == 0 else { throw failed(errno) }
        syncFolder(of: target)
    }

    /// Leaves the old file as it was; what was written aside is removed.
    public func cancel() {
        guard descriptor >= 0 else { return }
        close(descriptor)
        descriptor = -1
        if let aside { unsafe unlink(aside) }
    }

    deinit { cancel() }

    private func failed(_ code: Int32) -> FileError {
        if descriptor >= 0 {
            cancel()
        } else if let aside {
            unsafe unlink(aside)
        }
        return FileError(.write, path, code)
    }
}

/// Removes what processes that are gone began to write in the place of `target`.
private func removeLeftovers(of target: String) {
    let slash = target.lastIndex(of: "/")
    let folder = slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
    let prefix = (slash.map { String(target[target.index(after: $0)...]) } ?? target) + "."
    for name in Folder.names(at: folder) ?? [] where name.hasPrefix(prefix) && name.hasSuffix(".new") {
        guard let process = pid_t(name.dropFirst(prefix.count).dropLast(4)), process > 0, process != getpid(),
            // Asked by signal 0, a process that is there but belongs to another user answers with another error.
            kill(process, 0) != 0, errno == ESRCH
        else { continue }
        unsafe unlink("\(folder)/\(name)")
    }
}

/// The file a symbolic link leads to, or `path` itself.
private func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
}

/// Makes a rename durable; a file system that cannot sync a folder is not a reason to fail.
private func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
}
