import Files

/// The folders of keymaps, lexicons and transforms.
package enum DataFolders {
    /// The folders that hold `keymaps/`, `lexicons/` and `transforms/`, in the order they are searched.
    package static let standard: [String] = {
        var folders: [String] = []
        func add(_ folder: String) {
            if !folder.isEmpty, !folders.contains(folder) { folders.append(folder) }
        }
        for folder in (givenVariable("CHU_PATH") ?? "").split(separator: ":") { add(String(folder)) }
        if let home = Catalogue.userFolder { add(home) }
        for folder in (givenVariable("XDG_DATA_DIRS") ?? "/usr/local/share:/usr/share").split(separator: ":")
        {
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
}
