/// Paths as text.
package enum Path {
    /// The last component.
    package static func name(of path: String) -> String {
        // By bytes, because this is called before anything else.
        let bytes = path.utf8
        guard let last = bytes.lastIndex(where: { $0 != 0x2F }) else { return path }
        let slash = bytes[..<last].lastIndex(of: 0x2F)
        let start = slash.map { bytes.index(after: $0) } ?? bytes.startIndex
        return String(path[start..<bytes.index(after: last)])
    }

    /// The folder that holds `path`; `.` when it names none.
    package static func parent(of path: String) -> String {
        var trimmed = Substring(path)
        while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }

    /// `path` inside `folder`.
    package static func join(_ folder: String, _ path: String) -> String {
        folder.isEmpty || folder == "." ? path : folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }

    /// What follows the last dot of the last component; empty when there is none.
    package static func suffix(of path: String) -> String {
        let name = name(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return String(name[name.index(after: dot)...])
    }

    /// `path` without its last dot and what follows.
    package static func withoutSuffix(_ path: String) -> String {
        let suffix = suffix(of: path)
        return suffix.isEmpty ? path : String(path.dropLast(suffix.count + 1))
    }

    /// Whether there is a folder at `path`.
    package static func isFolder(_ path: String) -> Bool { Folder.isThere(path) }

    /// Whether there is anything at `path`.
    package static func exists(_ path: String) -> Bool { fileExists(path) }

    /// Whether there is a regular file at `path`.
    package static func isFile(_ path: String) -> Bool { isRegularFile(path) }

    /// The names in the folder at `path`, sorted; empty when it cannot be read.
    package static func contents(of path: String) -> [String] { Folder.names(at: path) ?? [] }
}
