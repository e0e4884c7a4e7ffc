public import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Texts that editors could not save, or have not saved yet, in a folder of their own.
///
///     let unsaved = UnsavedTexts(folder: "/home/hbia/.local/state/chu/unsaved")
///     let path = try unsaved.keep(Array("mưa\n".utf8), of: "/home/hbia/thư.txt")
///     unsaved.left(of: "/home/hbia/thư.txt")  // [path], once this program has ended
///
/// Each text is a file named after the one it belongs to and after the program that keeps it, so that two editors of one
/// file never write over each other's text. Only the user may read it.
public struct UnsavedTexts: Sendable {
    /// Where the texts are.
    public let folder: String

    /// The texts in `folder`, which is made when there is one to keep.
    public init(folder: String) { self.folder = folder }

    /// Keeps `bytes` as the text of the file at `path`, in the place of what this program kept for it before.
    ///
    /// - Parameters:
    ///   - bytes: What the file would hold.
    ///   - path: The file; an empty path stands for a text without one.
    /// - Returns: Where it is kept.
    /// - Throws: `FileError` with the operation `write`.
    /// - Complexity: O(*bytes*), and waits until they are on the disk.
    public func keep(_ bytes: [UInt8], of path: String) throws(FileError) -> String {
        try makeFolder(at: folder)
        // Perhaps nobody else may read the file, so nobody else may read the copy.
        let name = "\(folder)/\(UnsavedTexts.name(of: path)).\(getpid())"
        try replaceFile(at: name, with: bytes, keepingLinks: false, mode: 0o600)
        return name
    }

    /// The texts of the file at `path` that programs which have ended kept, the latest first.
    public func left(of path: String) -> [String] {
        let prefix = UnsavedTexts.name(of: path) + "."
        var found: [(path: String, time: Int)] = []
        for name in Folder.names(at: folder) ?? [] where name.hasPrefix(prefix) {
            guard let process = pid_t(name.dropFirst(prefix.count)), !UnsavedTexts.isEditing(process) else {
                continue
            }
            var status = stat()
            let path = "\(folder)/\(name)"
            guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            found.append((path, status.st_mtim.tv_sec))
        }
        return found.sorted { $0.time > $1.time }.map(\.path)
    }

    /// Removes the text at `path`, which is saved now or not wanted.
    public func remove(_ path: String) { unsafe unlink(path) }

    /// Whether the process with this number runs, and is the program that asks.
    ///
    /// A number alone means little: after a new start of the machine, another program has it.
    private static func isEditing(_ process: pid_t) -> Bool {
        guard let own = destination(ofLink: "/proc/self/exe") else { return kill(process, 0) == 0 }
        guard let other = destination(ofLink: "/proc/\(process)/exe") else { return false }
        // A new version of it may have been installed meanwhile.
        let mark = " (deleted)"
        return (other.hasSuffix(mark) ? String(other.dropLast(mark.count)) : other) == own
    }

    /// What the files of the texts of the file at `path` are named after.
    private static func name(of path: String) -> String {
        guard !path.isEmpty else { return "text" }
        var name = ""
        for character in absolute(path) {
            switch character {
            case "/": name += "%2F"
            case "%": name += "%25"
            default: name.append(character)
            }
        }
        guard name.utf8.count > 180 else { return name }
        // A file system takes names of 255 bytes.
        let mark = name.utf8.reduce(into: UInt64(0xCBF2_9CE4_8422_2325)) { mark, byte in
            mark = (mark ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        var end = name[...]
        while end.utf8.count > 140 { end.removeFirst() }
        return "~\(mark)~\(end)"
    }

    /// `path` from the root, with the links at its end followed, so that one file has one name.
    private static func absolute(_ path: String) -> String {
        let path = (try? fileNamed(by: path)) ?? path
        guard !path.hasPrefix("/"), let here = unsafe getcwd(nil, 0) else { return path }
        defer { unsafe free(here) }
        return Path.join(unsafe String(cString: here), path)
    }
}
