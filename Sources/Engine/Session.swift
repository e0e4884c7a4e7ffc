public import Composition

/// What one text field composes.
///
///     var session = Session(engine)
///     _ = session.process(KeyEvent("a"))
///     session.preedit.string        // "a"
///     session.candidates(limit: 5)  // words that begin so or mean it, with their meaning
///
/// A value that belongs to one thread at a time. Typing allocates nothing; asking for candidates does.
public struct Session: Sendable {
    /// The engine it belongs to.
    public let engine: Engine
    package var composer: Composer

    /// A session with nothing composed and every option at its default.
    public init(_ engine: Engine) {
        self.engine = engine
        composer = Composer(keymap: engine.keymap)
    }

    /// The composition as shown; the caret is at its end.
    public var preedit: TextBuffer { composer.preedit }

    /// What the last call committed.
    public var committed: TextBuffer { composer.committed }

    /// Whether nothing is composed.
    public var isEmpty: Bool { composer.isEmpty }

    /// Sets an option of the keymap.
    ///
    /// - Returns: Whether the keymap has the option and the value; if not, nothing changes.
    public mutating func setOption(_ name: String, to value: String) -> Bool {
        composer.setOption(name, to: value)
    }

    /// The value of an option of the keymap, or nil when it has no such option.
    public func option(_ name: String) -> String? { composer.option(name) }

    /// The user's abbreviations; nil for none.
    public var macros: Macros? {
        get { composer.macros }
        set { composer.macros = newValue }
    }

    /// Feeds one key to the session.
    ///
    /// - Returns: What the frontend must do; the texts are in ``committed`` and ``preedit``.
    /// - Complexity: O(*n*) in the number of letters being composed; nothing is allocated.
    public mutating func process(_ event: KeyEvent) -> Response { composer.process(event) }

    /// Ends the composition and leaves its text in ``committed``.
    public mutating func commit() { composer.commit() }

    /// Drops the composition without committing it.
    public mutating func reset() { composer.reset() }

    /// Words of the lexicons that begin with the composition or mean it, best first, each with its meaning.
    ///
    /// - Complexity: O(*lexicons* · log *entries* + *limit*); allocates.
    public func candidates(limit: Int) -> [Candidate] {
        engine.candidates(for: composer.preedit.string, .words, limit: limit)
    }

    /// Takes `candidate` in place of the composition, and leaves its text in ``committed``.
    public mutating func select(_ candidate: Candidate) { composer.commit(candidate.text) }
}
