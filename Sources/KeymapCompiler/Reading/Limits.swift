import Composition

/// How much a keymap may declare: what its compiled form holds, and how deep its source may go.
enum Limits {
    // What the format holds.
    static let letters = KeymapFormat.letterLimit
    static let tones = KeymapFormat.toneLimit
    /// How many levels of included grammars are distinguished; deeper ones count as the last.
    static let levels = KeymapFormat.grammarLimit
    static let patternPositions = KeymapFormat.positionLimit
    /// Letters on one side of a repair, or in a rime of `place`.
    static let sequence = KeymapFormat.sequenceLimit

    // What keeps a source readable, and its compiling quick.
    static let classes = 32
    static let options = 30
    static let letterBytes = 12
    static let syllables = 8
    /// How deep the parentheses of a cluster's pattern and those of a rule may be nested.
    static let patternDepth = 16
    static let groupDepth = 8
    /// How deep keymaps may include one another, and how many there may be in all.
    static let includeDepth = 16
    static let includes = 64
}
