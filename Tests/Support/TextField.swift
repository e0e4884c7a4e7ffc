public import Composition

/// A simulated text field: what an application holds, and what it does with keys that the input method passes on.
///
///     var field = TextField()
///     field.insert("bân")
///     field.receive(KeyEvent(.backspace))
///     field.text  // "bâ"
///
/// It is the plainest of applications: a character is inserted at the end, BackSpace takes the last grapheme cluster,
/// Return and Tab are inserted, and any other key does nothing.
public struct TextField: Sendable {
    /// The text before the caret, which is all there is.
    public private(set) var text: String
    /// The keysyms of the keys that were received, in their order.
    public private(set) var keys: [UInt32] = []

    /// A field with `text` before the caret.
    public init(_ text: String = "") { self.text = text }

    /// Inserts `text`, as when something is committed.
    public mutating func insert(_ text: String) { self.text += text }

    /// Removes the last `count` code points, or all that there are.
    public mutating func delete(_ count: Int) {
        text.unicodeScalars.removeLast(min(count, text.unicodeScalars.count))
    }

    /// Does what the application does with a key that was passed on or forwarded.
    public mutating func receive(_ key: KeyEvent) {
        keys.append(key.keysym.rawValue)
        guard !key.modifiers.isCommand else { return }
        switch key.keysym {
        case .backspace: if !text.isEmpty { text.removeLast() }
        case .return: text += "\n"
        case .tab: text += "\t"
        default: if let scalar = key.keysym.scalar { text.unicodeScalars.append(scalar) }
        }
    }
}
