#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Puts `contents` in the place of the file at `path`, whole or not at all.
///
/// The bytes are written to a new file in the same folder, synced to the disk and renamed over `path`;
/// a crash at any moment leaves either the old file or the new one. What a crash left half written beside it is removed
/// the next time the same file is replaced. The mode of an existing file is kept.
/// A symbolic link is followed, so that the file it names is replaced and not the link.
///
///     try replaceFile(at: "notes.txt", with: Array("mưa".utf8))
///
/// - Throws: ``FileError`` with the operation `write`; the old file is then untouched.
public func replaceFile(at path: String, with contents: [UInt8]) throws(FileError) {
    let target = resolved(path)
    let aside = target + ".\(getpid()).new"
    var mode: mode_t = 0o644
    var status = stat()
    if unsafe stat(target, &status) == 0 {
        mode = status.st_mode & 0o777
        // Renaming would go through even where the user has made the file read-only on purpose.
        guard unsafe access(target, W_OK) == 0 else { throw FileError(.write, path, errno) }
    }
    removeLeftovers(of: target)
    let descriptor = unsafe open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw FileError(.write, path, errno) }
    func fail(_ code: Int32) -> FileError {
        unsafe unlink(aside)
        return FileError(.write, path, code)
    }
    let failure: Int32? = unsafe contents.withUnsafeBytes { buffer in
        var done = 0
        while done < buffer.count {
            guard let start = buffer.baseAddress else { break }
            let wrote = unsafe write(descriptor, start + done, buffer.count - done)
            if wrote < 0 {
                if errno == EINTR { continue }
                return errno
            }
            done += wrote
        }
        return fsync(descriptor) == 0 ? nil : errno
    }
    if let failure {
        close(descriptor)
        throw fail(failure)
    }
    guard close(descriptor) == 0 else { throw fail(errno) }
    guard unsafe rename(aside, target) == 0 else { throw fail(errno) }
    syncFolder(of: target)
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

/// Makes a rename durable; a file system that cannot sync a folder is no reason to fail.
private func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
}
