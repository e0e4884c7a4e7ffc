/// A text field with nothing around it: what an application holds after some keys.
///
///     var field = Transcript(keymap: telex)
///     field.type(try KeySequence.parse("tieengs Vieetj"))
///     field.finish()
///     field.text  // "tiếng Việt"
///
/// Keys that the composer passes on act as in the plainest application: a character is inserted at the end,
/// BackSpace takes the last grapheme cluster, Return begins a line, and any other key does nothing.
public struct Transcript: Sendable {
    /// The machine that composes.
    public var composer: Composer
    /// The text in the document: what was committed, without the preedit.
    public private(set) var text = ""

    /// An empty field with the keymap's options at their defaults.
    public init(keymap: Keymap) { composer = Composer(keymap: keymap) }

    /// The document with the preedit at its end, as a person sees it.
    public var shown: String { text + composer.preedit.string }

    /// Types one key.
    public mutating func type(_ event: KeyEvent) {
        let response = composer.process(event)
        if response.hasCommit { text += composer.committed.string }
        guard !response.isConsumed, !event.modifiers.isCommand else { return }
        switch event.keysym {
        case .backspace: if !text.isEmpty { text.removeLast() }
        case .return: text += "\n"
        case .tab: text += "\t"
        default: if let scalar = event.keysym.scalar { text.unicodeScalars.append(scalar) }
        }
    }

    /// Types `events` one after the other.
    public mutating func type(_ events: [KeyEvent]) {
        for event in events { type(event) }
    }

    /// Commits what is still composed.
    public mutating func finish() {
        composer.commit()
        text += composer.committed.string
    }
}
