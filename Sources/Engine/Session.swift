public import Composition

/// What one text field composes.
///
///     var session = Session(engine)
///     session.process(KeyEvent("a"))
///     session.preedit.string       // "a"
///     session.candidates(limit: 5) // words that begin so, with their meaning
public struct Session: Sendable {
    /// The engine it belongs to.
    public let engine: Engine
    private var composer: Composer

    /// A session with nothing composed.
    public init(_ engine: Engine) {
        self.engine = engine
        composer = Composer(keymap: engine.keymap)
    }

    /// The composition as shown; the caret is at its end.
    public var preedit: TextBuffer { composer.preedit }

    /// What the last call committed.
    public var committed: TextBuffer { composer.committed }

    /// Sets an option of the keymap; false when it has no such option or value.
    public mutating func setOption(_ name: String, to value: String) -> Bool {
        composer.setOption(name, to: value)
    }

    /// Feeds one key to the session.
    public mutating func process(_ event: KeyEvent) -> Response { composer.process(event) }

    /// Ends the composition and leaves its text in ``committed``.
    public mutating func commit() { composer.commit() }

    /// Drops the composition without committing it.
    public mutating func reset() { composer.reset() }

    /// Words of the lexicons that the composition begins or spells, best first, each with its meaning.
    public func candidates(limit: Int) -> [Candidate] { [] }

    /// Takes `candidate` in place of the composition, and leaves its text in ``committed``.
    public mutating func select(_ candidate: Candidate) { composer.reset() }
}

/// One text offered for choice.
public struct Candidate: Hashable, Sendable {
    /// The word.
    public var text: String
    /// Its meaning, in the first language the lexicon glosses it in.
    public var gloss: String

    /// A candidate.
    public init(text: String, gloss: String) {
        self.text = text
        self.gloss = gloss
    }
}
