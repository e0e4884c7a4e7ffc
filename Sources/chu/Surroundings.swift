import Storage

/// What the program learns from its environment: variables, folders and its own place.
enum Surroundings {
    /// The environment variable `name`, unless it is missing or empty.
    static func variable(_ name: String) -> String? {
        guard let value = environmentVariable(name), !value.isEmpty else { return nil }
        return value
    }

    /// Whether messages are in Vietnamese: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides.
    static let isVietnamese: Bool = {
        let locale = variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG") ?? ""
        return locale == "vi" || locale.hasPrefix("vi_") || locale.hasPrefix("vi.")
    }()

    /// Whether colours are welcome on a terminal.
    static var wantsColour: Bool { variable("NO_COLOR") == nil && variable("TERM") != "dumb" }

    /// Whether a terminal can be drawn on: lines taken back and written anew.
    static var drawsOnTerminal: Bool { variable("TERM").map { $0 != "dumb" } ?? false }

    /// The folders that hold `keymaps/` and `lexicons/`, in the order they are searched.
    static let dataFolders: [String] = {
        var folders: [String] = []
        func add(_ folder: String) {
            if !folder.isEmpty, !folders.contains(folder) { folders.append(folder) }
        }
        for folder in (variable("CHU_PATH") ?? "").split(separator: ":") { add(String(folder)) }
        if let home = variable("XDG_DATA_HOME") {
            add(home + "/chu")
        } else if let home = variable("HOME") {
            add(home + "/.local/share/chu")
        }
        for folder in (variable("XDG_DATA_DIRS") ?? "/usr/local/share:/usr/share").split(separator: ":") {
            add(String(folder) + "/chu")
        }
        if let program = destination(ofLink: "/proc/self/exe") {
            let prefix = Path.parent(of: Path.parent(of: program))
            add(Path.join(prefix, "share/chu"))
            // In a build folder the program is one level deeper (.build/<platform>/release/chu).
            if ["debug", "release"].contains(Path.name(of: Path.parent(of: program))) {
                add(Path.join(Path.parent(of: prefix), "share/chu"))
            }
        }
        return folders
    }()

    /// Where the editor keeps what it remembers between runs, or nil when there is no home.
    static var stateFolder: String? {
        if let state = variable("XDG_STATE_HOME") { return state + "/chu" }
        return variable("HOME").map { $0 + "/.local/state/chu" }
    }
}

/// Paths as text.
enum Path {
    /// The last component.
    static func name(of path: String) -> String {
        // By bytes, for this is asked before anything else is.
        let bytes = path.utf8
        guard let last = bytes.lastIndex(where: { $0 != 0x2F }) else { return path }
        let slash = bytes[..<last].lastIndex(of: 0x2F)
        let start = slash.map { bytes.index(after: $0) } ?? bytes.startIndex
        return String(path[start..<bytes.index(after: last)])
    }

    /// The folder that holds `path`; `.` when it names none.
    static func parent(of path: String) -> String {
        var trimmed = Substring(path)
        while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }

    /// `path` inside `folder`.
    static func join(_ folder: String, _ path: String) -> String {
        folder.isEmpty || folder == "." ? path : folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }

    /// What follows the last dot of the last component; empty when there is none.
    static func suffix(of path: String) -> String {
        let name = name(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return String(name[name.index(after: dot)...])
    }

    /// `path` without its last dot and what follows.
    static func withoutSuffix(_ path: String) -> String {
        let suffix = suffix(of: path)
        return suffix.isEmpty ? path : String(path.dropLast(suffix.count + 1))
    }

    /// Whether there is a folder at `path`.
    static func isFolder(_ path: String) -> Bool { Folder.isThere(path) }

    /// Whether there is anything at `path`.
    static func exists(_ path: String) -> Bool { fileExists(path) }

    /// The names in the folder at `path`, sorted; empty when it cannot be read.
    static func contents(of path: String) -> [String] { Folder.names(at: path) ?? [] }
}
