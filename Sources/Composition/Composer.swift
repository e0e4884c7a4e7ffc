/// The machine that turns keys into text not yet in the document.
///
///     var composer = Composer(keymap: telex)
///     composer.process(KeyEvent("a"))  // preedit "a"
///     composer.process(KeyEvent("w"))  // preedit "ă"
public struct Composer: Sendable {
    /// The keymap it follows.
    public let keymap: Keymap
    /// The composition as shown.
    public private(set) var preedit = TextBuffer()
    /// What the last key committed.
    public private(set) var committed = TextBuffer()

    /// A composer with nothing composed and every option at its default.
    public init(keymap: Keymap) { self.keymap = keymap }

    /// Sets the option `name` to `value`.
    ///
    /// - Returns: Whether the keymap declares the option and the value.
    public mutating func setOption(_ name: String, to value: String) -> Bool { false }

    /// Feeds one key to the machine.
    public mutating func process(_ event: KeyEvent) -> Response { Response(isConsumed: false, hasCommit: false) }

    /// Ends the composition: what is no syllable is restored, the rest accepted; the text is in ``committed``.
    public mutating func commit() {}

    /// Drops the composition without committing it.
    public mutating func reset() {}
}
