import CFiles

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What belongs to a file besides its contents: its mode, owner, group and extended attributes.
///
///     let attributes = try FileAttributes(of: "thư.txt")
///     attributes.apply(to: descriptor)  // true when the other file has all of them now
///
/// Access control lists are extended attributes to the system (`system.posix_acl_access`), and are kept with them.
struct FileAttributes {
    /// The bits that `chmod` sets.
    let mode: mode_t
    private let owner: uid_t
    private let group: gid_t
    /// The names, and their values.
    private let extended: [String: [UInt8]]
    /// How many names the file has.
    let linkCount: Int

    /// Those of the file at `path`, described by `status`.
    init(of path: String, _ status: stat) {
        mode = status.st_mode & 0o7777
        owner = status.st_uid
        group = status.st_gid
        linkCount = Int(status.st_nlink)
        var extended: [String: [UInt8]] = [:]
        let names =
            unsafe FileAttributes.read { unsafe listxattr(path, $0?.assumingMemoryBound(to: CChar.self), $1) }
            ?? []
        for name in names.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) }) {
            extended[name] = unsafe FileAttributes.read { unsafe getxattr(path, name, $0, $1) }
        }
        self.extended = extended
    }

    /// Gives all of them to the open file `descriptor`.
    ///
    /// - Returns: Whether the file has them now; the system may refuse some.
    func apply(to descriptor: Int32) -> Bool {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { return false }
        if status.st_uid != owner || status.st_gid != group { _ = fchown(descriptor, owner, group) }
        let areKept = applyExtended(to: descriptor)
        // Last, because a change of the owner takes bits away; it sets the mask of an access control list too.
        _ = fchmod(descriptor, mode)
        guard unsafe fstat(descriptor, &status) == 0 else { return false }
        return areKept && status.st_uid == owner && status.st_gid == group && status.st_mode & 0o7777 == mode
    }

    private func applyExtended(to descriptor: Int32) -> Bool {
        var areKept = true
        // A new file can have some of its folder.
        let names =
            unsafe FileAttributes.read {
                unsafe flistxattr(descriptor, $0?.assumingMemoryBound(to: CChar.self), $1)
            } ?? []
        for name in names.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) })
        where extended[name] == nil {
            if unsafe fremovexattr(descriptor, name) != 0 { areKept = false }
        }
        for (name, value) in extended {
            let found = unsafe FileAttributes.read { unsafe fgetxattr(descriptor, name, $0, $1) }
            if found != value, unsafe fsetxattr(descriptor, name, value, value.count, 0) != 0 {
                areKept = false
            }
        }
        return areKept
    }

    /// What `call` writes into a buffer, which it is asked the size of first; nil when it refuses.
    private static func read(_ call: (UnsafeMutableRawPointer?, Int) -> Int) -> [UInt8]? {
        // The value may grow between the two calls.
        for _ in 0..<4 {
            let size = call(nil, 0)
            guard size >= 0 else { return nil }
            if size == 0 { return [] }
            var buffer = [UInt8](repeating: 0, count: size)
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe call($0.baseAddress, size) }
            if count >= 0 { return Array(buffer.prefix(count)) }
            guard errno == ERANGE else { return nil }
        }
        return nil
    }
}
