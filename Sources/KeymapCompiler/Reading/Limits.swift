/// How much a compiled keymap can hold.
enum Limits {
    static let letters = 250
    static let tones = 7
    static let classes = 32
    /// How many levels of included grammars are told apart; deeper ones count as the last.
    static let levels = 4
    static let options = 30
    static let patternPositions = 64
    static let letterBytes = 12
    /// Letters on one side of a repair, or in a rime of `place`.
    static let sequence = 6
    static let syllables = 8
    /// How deep keymaps may include one another, and how many there may be in all.
    static let includeDepth = 16
    static let includes = 64
}
