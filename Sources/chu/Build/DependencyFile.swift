/// What compiled files were made from, as rules for `make`.
///
///     rad/telex.chukey: Keymaps/rad/telex.keymap Keymaps/vi/telex.keymap
///     Keymaps/vi/telex.keymap:
///
/// A file that is included has an empty rule of its own, so that `make` goes on when it is gone.
struct DependencyFile {
    /// The rules, each with a line end.
    private(set) var text = ""
    private var included: Set<String> = []

    /// Adds that `target` was made from `inputs`, the first of which is its source.
    mutating func add(_ target: String, from inputs: [String]) {
        text += "\(DependencyFile.escaped(target)):"
        for input in inputs { text += " " + DependencyFile.escaped(input) }
        text += "\n"
        for input in inputs.dropFirst() where included.insert(input).inserted {
            text += "\(DependencyFile.escaped(input)):\n"
        }
    }

    /// `path` with what means something in a rule escaped.
    private static func escaped(_ path: String) -> String {
        path.reduce(into: "") { text, character in
            switch character {
            case " ", "#": text += "\\\(character)"
            case "$": text += "$$"
            default: text.append(character)
            }
        }
    }
}
