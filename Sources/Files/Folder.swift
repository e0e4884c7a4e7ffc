#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What is in the file system, asked without opening it.
///
///     Folder.names(at: "Keymaps/vi")   // ["telex.keymap", "vni.keymap", …]
///     Folder.isThere("Keymaps/none")   // false
public enum Folder {
    /// The names in the folder at `path`, sorted; nil when it cannot be read or is none.
    ///
    /// The folder itself and the one above it are left out; names that begin with a dot are not.
    ///
    /// - Complexity: O(*n* log *n*) for *n* names.
    public static func names(at path: String) -> [String]? {
        guard let folder = unsafe opendir(path) else { return nil }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
                unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The names in the folder at `path` that begin with `prefix`, in any order; none when it cannot be read.
    ///
    /// - Complexity: O(*n*) for *n* names, and no memory for the others.
    static func names(at path: String, beginning prefix: String) -> [String] {
        guard let folder = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(folder) }
        let wanted = Array(prefix.utf8)
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
                guard unsafe $0.starts(with: wanted) else { return }
                unsafe names.append(String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self))
            }
        }
        return names
    }

    /// Whether there is a folder at `path`, or a link to one.
    public static func isThere(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}

/// Whether there is anything at `path`; a link counts when what it names is there.
public func fileExists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

/// Whether there is a regular file at `path`, or a link to one: no folder, device or pipe.
public func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}

/// What the symbolic link at `path` names, or nil when it is not a link.
public func destination(ofLink path: String) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = unsafe readlink(path, &bytes, bytes.count)
    guard length >= 0 else { return nil }
    return String(decoding: bytes.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// Makes the folder at `path` and those above it, as far as they are missing.
///
/// - Parameter mode: The permissions of new folders, which the umask may reduce; only the user by default.
/// - Throws: ``FileError`` with the operation `write`.
package func makeFolder(at path: String, mode: UInt32 = 0o700) throws(FileError) {
    guard !path.isEmpty, !Folder.isThere(path) else { return }
    func isMade() -> Bool { unsafe mkdir(path, mode) == 0 || errno == EEXIST }
    if isMade() { return }
    guard errno == ENOENT, Path.parent(of: path) != path else { throw FileError(.write, path, errno) }
    try makeFolder(at: Path.parent(of: path), mode: mode)
    guard isMade() else { throw FileError(.write, path, errno) }
}
