import Files

/// The user's own files.
extension Catalogue {
    /// The folder of what a user installs, of the words they have written and of their abbreviations:
    /// `$XDG_DATA_HOME/chu`, else `~/.local/share/chu`; nil when there is no home.
    public static var userFolder: String? {
        folder(named: "XDG_DATA_HOME", orInHome: ".local/share").map { $0 + "/chu" }
    }

    /// The file of the words written with the keymap installed under `name`, whether or not it exists; nil when there
    /// is no home, or `name` is a path and not a name.
    ///
    ///     Catalogue.wordsPath(ofKeymap: "rad/telex")  // "/home/hbia/.local/share/chu/words/rad/telex.words"
    public static func wordsPath(ofKeymap name: String) -> String? {
        guard Installed.isName(name) else { return nil }
        return userFolder.map { "\($0)/words/\(name).words" }
    }

    /// The file of the user's abbreviations, whether or not it is there; nil when there is no home.
    public static var macrosPath: String? { userFolder.map { $0 + "/macros.txt" } }

    /// The folder of what programs remember between runs: `$XDG_STATE_HOME/chu`, else `~/.local/state/chu`; nil when
    /// there is no home.
    public static var stateFolder: String? {
        folder(named: "XDG_STATE_HOME", orInHome: ".local/state").map { $0 + "/chu" }
    }

    /// The folder that a variable names; a relative path counts as none, as the XDG Base Directory Specification has
    /// it.
    private static func folder(named variable: String, orInHome path: String) -> String? {
        if let folder = givenVariable(variable), folder.hasPrefix("/") { return folder }
        return givenVariable("HOME").map { "\($0)/\(path)" }
    }
}
