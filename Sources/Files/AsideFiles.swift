#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The files beside one that is being replaced, named after it and after the process that replaces it.
///
/// `NAME.PROCESS.new` has the new contents. When the file is written in its place, `NAME.PROCESS.copy` becomes
/// `NAME.PROCESS.old` once it is a whole copy of the file; it goes when the file has all of the new contents. Where there
/// is an `.old`, the file may be half written, and ``finishReplacement(of:)`` writes the rest.
struct AsideFiles {
    /// The file that is replaced.
    let target: String
    /// The new contents.
    let new: String
    /// A copy of the old contents that is not whole yet.
    let copy: String
    /// A whole copy of the old contents.
    let old: String

    /// The files that the process numbered `process` keeps beside `target`.
    init(_ target: String, process: pid_t) {
        let name = "\(AsideFiles.stem(of: target)).\(process)"
        self.target = target
        (new, copy, old) = ("\(name).new", "\(name).copy", "\(name).old")
    }

    /// The path that the names begin with; a long name is made shorter, because a file system takes 255 bytes.
    private static func stem(of target: String) -> String {
        let name = Path.name(of: target)
        guard name.utf8.count > 200 else { return target }
        let mark =
            "~\(name.utf8.reduce(into: UInt64(0xCBF2_9CE4_8422_2325)) { $0 = ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })"
        var short = name[...]
        while short.utf8.count > 160 { short.removeLast() }
        return Path.join(Path.parent(of: target), short + mark)
    }

    /// Makes the file at `path`, to be written and read; a negative number when the system refuses.
    func create(_ path: String, _ mode: mode_t) -> Int32 {
        let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = unsafe open(path, flags, mode)
        guard descriptor < 0, errno == EEXIST else { return descriptor }
        // Left by a process that is gone and had the same number.
        unsafe unlink(path)
        return unsafe open(path, flags, mode)
    }

    // MARK: In place

    /// Writes what the open file `source`, which is ``new``, has into the target, and removes the files beside it.
    ///
    /// - Returns: 0, or the system's error number; the target is then as it was.
    func writeInPlace(from source: Int32) -> Int32 {
        let file = unsafe open(target, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return removed(errno) }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { return removed(errno) }
        let oldSize = status.st_size
        guard unsafe fstat(source, &status) == 0 else { return removed(errno) }
        let newSize = status.st_size
        let safe = create(copy, 0o600)
        guard safe >= 0 else { return removed(errno) }
        defer { close(safe) }
        guard AsideFiles.copy(0..<oldSize, from: file, to: safe), fsync(safe) == 0,
            unsafe rename(copy, old) == 0
        else { return removed(errno) }
        syncFolder(of: target)
        // What is longer is written first: if there is no room for it, nothing has been written over.
        if newSize > oldSize, !AsideFiles.copy(oldSize..<newSize, from: source, to: file) {
            let code = errno
            return ftruncate(file, oldSize) == 0 ? removed(code) : code
        }
        if AsideFiles.copy(0..<min(oldSize, newSize), from: source, to: file), ftruncate(file, newSize) == 0,
            fsync(file) == 0
        {
            remove()
            return 0
        }
        let code = errno
        // Both copies stay if the old contents cannot be put back either.
        let isRestored = AsideFiles.copy(0..<oldSize, from: safe, to: file) && ftruncate(file, oldSize) == 0
        return isRestored ? removed(code) : code
    }

    /// Removes the files beside the target; ``old`` first, because without it there is nothing to finish.
    private func remove() {
        for path in [old, copy, new] { unsafe unlink(path) }
    }

    private func removed(_ code: Int32) -> Int32 {
        remove()
        return code
    }

    /// Copies the bytes of `range` to the same places of another file.
    private static func copy(_ range: Range<off_t>, from source: Int32, to target: Int32) -> Bool {
        var buffer = [UInt8](repeating: 0, count: Int(min(off_t(1 << 18), off_t(range.count))))
        var at = range.lowerBound
        while at < range.upperBound {
            let wanted = Int(min(off_t(buffer.count), range.upperBound - at))
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe pread(source, $0.baseAddress, wanted, at)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                // It has become shorter meanwhile.
                if count == 0 { errno = EIO }
                return false
            }
            var done = 0
            while done < count {
                let wrote = unsafe buffer.withUnsafeBytes { bytes in
                    unsafe bytes.baseAddress.map {
                        unsafe pwrite(target, $0 + done, count - done, at + off_t(done))
                    }
                }
                guard let wrote, wrote > 0 else {
                    if wrote == -1, errno == EINTR { continue }
                    if wrote == 0 { errno = EIO }
                    return false
                }
                done += wrote
            }
            at += off_t(count)
        }
        return true
    }

    // MARK: What others left

    /// Removes what processes that are gone began to write in the place of `target`.
    ///
    /// What was begun in place and not ended is kept as `NAME.recovered`.
    static func clear(besides target: String) {
        for files in left(besides: target) {
            guard fileExists(files.old) else {
                files.remove()
                continue
            }
            // Whoever replaces the file now may have read it half written, so nothing is put into it.
            if files.isHalfWritten { files.keepNew() }
            files.remove()
        }
    }

    /// Writes the rest of what processes that are gone began to write in the place of `target`.
    static func finish(_ target: String) {
        for files in left(besides: target) where fileExists(files.old) {
            if files.isHalfWritten {
                let source = unsafe open(files.new, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
                let file = unsafe open(target, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
                defer {
                    if source >= 0 { close(source) }
                    if file >= 0 { close(file) }
                }
                var status = stat()
                guard source >= 0, file >= 0, unsafe fstat(source, &status) == 0,
                    copy(0..<status.st_size, from: source, to: file), ftruncate(file, status.st_size) == 0,
                    fsync(file) == 0
                else { continue }
            }
            files.remove()
        }
    }

    /// Those of processes that are gone.
    private static func left(besides target: String) -> [AsideFiles] {
        let prefix = Path.name(of: stem(of: target)) + "."
        var processes: Set<pid_t> = []
        for name in Folder.names(at: Path.parent(of: target), beginning: prefix) {
            let rest = name.dropFirst(prefix.count)
            guard let dot = rest.lastIndex(of: "."),
                ["new", "copy", "old"].contains(rest[rest.index(after: dot)...]),
                let process = pid_t(rest[..<dot]), process > 0, process != getpid(),
                // Asked by signal 0, a process that is there but belongs to another user answers with another error.
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            processes.insert(process)
        }
        return processes.sorted().map { AsideFiles(target, process: $0) }
    }

    /// Whether each byte of the target is one of the new contents or of the old ones, and both are in it.
    private var isHalfWritten: Bool {
        guard let target = try? PieceReader(path: target), let new = try? PieceReader(path: new),
            let old = try? PieceReader(path: old), let size = target.size, let newSize = new.size,
            let oldSize = old.size, min(newSize, oldSize)...max(newSize, oldSize) ~= size
        else { return false }
        var (isNew, isOld) = (size == newSize, size == oldSize)
        do {
            while try target.next() {
                _ = (try new.next(), try old.next())
                for (index, byte) in target.piece.enumerated() {
                    let likeNew = index < new.piece.count && new.piece[index] == byte
                    let likeOld = index < old.piece.count && old.piece[index] == byte
                    guard likeNew || likeOld else { return false }
                    isNew = isNew && likeNew
                    isOld = isOld && likeOld
                }
            }
        } catch { return false }
        return !isNew && !isOld
    }

    /// Gives the new contents a name that nothing has yet: `NAME.recovered`, then `NAME.recovered2` and so on.
    private func keepNew() {
        for number in 1..<1000 {
            if unsafe link(new, "\(target).recovered\(number > 1 ? String(number) : "")") == 0 { return }
            guard errno == EEXIST else { return }
        }
    }
}
