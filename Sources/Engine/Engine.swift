public import Composition
public import Lexicon

/// A keymap and the lexicons that go with it: unchanging, shared by all sessions.
///
///     let engine = Engine(keymap: keymap, lexicons: [ede])
///     var session = Session(engine)
public final class Engine: Sendable {
    /// What keys make.
    public let keymap: Keymap
    /// Where candidates come from, in order of preference.
    public let lexicons: [Lexicon]
    /// The language that is typed: a BCP 47 tag.
    public let language: String

    /// An engine over a keymap and any number of lexicons.
    public init(keymap: Keymap, lexicons: [Lexicon] = []) {
        self.keymap = keymap
        self.lexicons = lexicons
        language = keymap.facts.text(of: .language)
    }
}
